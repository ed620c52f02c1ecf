import type { TSESTree } from '@typescript-eslint/utils';
import { throwsByShape } from '../../models/schemas.js';
import { isPlainConversion, type PromiseHandler } from '../../models/language.js';
import { unwrap, type Node } from '../../syntax/nodes.js';
import { asksElsewhere } from './fallbacks.js';
import {
  constantOf,
  made,
  promiseOf,
  rejectedOn,
  showsBody,
  unknown,
  type PromiseValue,
  type Value,
} from './hypothesis.js';
import type { Path, Result } from './path.js';
import { Walk } from './walk.js';

/** `.then(…)`, `.catch(…)`, `.finally(…)`: the exceptions of one link are there for the next. */
export function evaluateChain(
  walk: Walk,
  node: TSESTree.CallExpression,
  method: PromiseHandler,
  path: Path,
): readonly Result[] {
  const callee = unwrap(node.callee) as TSESTree.MemberExpression;
  const [first, second] = node.arguments;
  return walk.evaluate(callee.object, path).flatMap(({ path: after, value }) => {
    const promise = promiseOf(value);
    if (method === 'finally') return [{ path: after, value: promise }];
    const onFulfilled = method === 'then' ? first : undefined;
    const onRejected = method === 'then' ? second : first;
    const fulfilled = fulfil(walk, onFulfilled, promise, after);
    return [...fulfilled, ...reject(walk, onRejected, promise, after)];
  });
}

function fulfil(walk: Walk, handler: Node | undefined, { of }: PromiseValue, path: Path): readonly Result[] {
  if (of.kind === 'never') return [];
  if (!handler) return [{ path, value: promiseOf(of) }];
  return linked(walk, path, () => handle(walk, handler, of, path));
}

function reject(walk: Walk, handler: Node | undefined, { rejected }: PromiseValue, path: Path): readonly Result[] {
  if (rejected.length === 0) return [];
  if (!handler) return [{ path, value: rejectedOn(rejected) }];
  if (asksElsewhere(walk, handler)) {
    for (const failed of rejected) walk.fails({ ...failed, handler }, handler);
    return [];
  }
  return rejected.flatMap((failed) =>
    linked(walk, path, () => handle(walk, handler, { kind: 'exception' }, { ...failed, handler })),
  );
}

/** Runs a handler: what it gives is what the next promise fulfils with, what it throws is what that rejects with. */
function linked(walk: Walk, path: Path, run: () => readonly Result[]): readonly Result[] {
  const { done, thrown } = walk.catching(run);
  const results = done.map(({ path: after, value }) => ({ path: after, value: promiseOf(value) }));
  return thrown.length === 0 ? results : [...results, { path, value: rejectedOn(thrown) }];
}

function handle(walk: Walk, handler: Node, value: Value, path: Path): readonly Result[] {
  const node = unwrap(handler);
  const fn = walk.functionAt(node);
  if (fn) return walk.run(fn, [value], path, 'callback');
  if (walk.facts.conventions.isLogger(node)) return [{ path, value: constantOf(undefined) }];
  if (value.kind === 'exception') return [{ path, value: unknown }];
  if (!showsBody(value) || !path.isRead) return [{ path, value: unknown }];
  if (throwsByShape(node)) {
    walk.fails({ ...path, test: node }, node);
    return [];
  }
  if (node.type === 'Identifier' && isPlainConversion(node.name)) return [{ path, value: made }];
  return walk.hurts(node);
}
