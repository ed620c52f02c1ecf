import type { FunctionNode } from '../../syntax/nodes.js';
import { constantOf, promiseOf, rejectedOn, unknown, type Value } from './hypothesis.js';
import { distinct, type Path, type Result } from './path.js';
import { bind } from './patterns.js';
import { returned } from './statements.js';
import { Walk, type Role } from './walk.js';

/** Runs a function: what it gives, on each way through it. What an async one throws, its promise rejects with. */
export function runFunction(
  walk: Walk,
  fn: FunctionNode,
  args: readonly Value[],
  path: Path,
  as: Role,
): readonly Result[] {
  walk.active.push({ fn, as });
  try {
    if (!fn.async) return runBody(walk, fn, args, path);
    const { done, thrown } = walk.catching(() => runBody(walk, fn, args, path));
    const fulfilled = done.map((result): Result => ({ path: result.path, value: promiseOf(result.value) }));
    return thrown.length === 0 ? fulfilled : [...fulfilled, { path: thrown[0]!, value: rejectedOn(thrown) }];
  } finally {
    walk.active.pop();
  }
}

function runBody(walk: Walk, fn: FunctionNode, args: readonly Value[], path: Path): readonly Result[] {
  let at: Path | undefined = path;
  fn.params.forEach((parameter, i) => {
    if (at) at = bind(walk, parameter, args[i] ?? unknown, at);
  });
  if (!at || !fn.body) return [];
  const ends =
    fn.body.type === 'BlockStatement' ? walk.execute(fn.body, at) : returned(walk, fn.body, walk.evaluate(fn.body, at));
  return distinct(ends.map((end) => ({ path: end.path, value: end.value ?? constantOf(undefined) })));
}
