import type { TSESTree } from '@typescript-eslint/utils';
import type { Value } from './hypothesis.js';
import type { Path } from './path.js';
import { Walk } from './walk.js';

/** The arguments of a call on one way through them. */
export interface Given {
  readonly path: Path;
  readonly values: readonly Value[];
}

/** Runs the arguments of a call, in order. */
export function argumentsOf(
  walk: Walk,
  { arguments: nodes }: TSESTree.CallExpression | TSESTree.NewExpression,
  path: Path,
): Given[] {
  let all: Given[] = [{ path, values: [] }];
  for (const argument of nodes) {
    all = all.flatMap((given) =>
      walk
        .evaluate(argument, given.path)
        .map((result) => ({ path: result.path, values: [...given.values, result.value] })),
    );
  }
  return all;
}
