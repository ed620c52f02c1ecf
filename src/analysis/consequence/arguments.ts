import type { Node } from '../../syntax/nodes.js';
import type { Value } from './hypothesis.js';
import type { Path } from './path.js';
import { Walk } from './walk.js';

/** What some expressions are worth on one way through all of them. */
export interface Given {
  readonly path: Path;
  readonly values: readonly Value[];
}

/** Runs expressions one after the other: the arguments of a call, the items of a list. */
export function inOrder(walk: Walk, nodes: readonly Node[], path: Path): readonly Given[] {
  let all: readonly Given[] = [{ path, values: [] }];
  for (const node of nodes) {
    all = all.flatMap((given) =>
      walk.evaluate(node, given.path).map((result) => ({ path: result.path, values: [...given.values, result.value] })),
    );
  }
  return all;
}
