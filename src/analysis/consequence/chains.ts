import type { TSESTree } from '@typescript-eslint/utils';
import { parsesText, throwingSchemaMethods } from '../../models/failure-words.js';
import type { PromiseHandler } from '../../models/language.js';
import { isFunction, lastName, unwrap, type FunctionNode, type Node } from '../../syntax/nodes.js';
import { constantOf, made, never, showsBody, unknown, type Value } from './hypothesis.js';
import type { Path, Result } from './path.js';
import { Walk } from './walk.js';

type PromiseValue = Extract<Value, { kind: 'promise' }>;

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
    const promise: PromiseValue = value.kind === 'promise' ? value : { kind: 'promise', of: value, rejected: [] };
    if (method === 'finally') return [{ path: after, value: promise }];
    const onFulfilled = method === 'then' ? first : undefined;
    const onRejected = method === 'then' ? second : first;
    const fulfilled = fulfil(walk, onFulfilled, promise, after);
    return [...fulfilled, ...reject(walk, onRejected, promise, after)];
  });
}

function fulfil(walk: Walk, handler: Node | undefined, { of }: PromiseValue, path: Path): readonly Result[] {
  if (of.kind === 'never') return [];
  if (!handler) return [{ path, value: { kind: 'promise', of, rejected: [] } }];
  return linked(walk, path, () => handle(walk, handler, of, path));
}

function reject(walk: Walk, handler: Node | undefined, { rejected }: PromiseValue, path: Path): readonly Result[] {
  if (rejected.length === 0) return [];
  if (!handler) return [{ path, value: { kind: 'promise', of: never, rejected } }];
  return rejected.flatMap((failed) =>
    linked(walk, path, () => handle(walk, handler, { kind: 'exception' }, { ...failed, handler })),
  );
}

/** Runs a handler: what it gives is what the next promise fulfils with, what it throws is what that rejects with. */
function linked(walk: Walk, path: Path, run: () => readonly Result[]): readonly Result[] {
  const { done, thrown } = walk.catching(run);
  const results: Result[] = done.flatMap(({ path: after, value }) => {
    if (value.kind === 'promise') return [{ path: after, value }];
    return [{ path: after, value: { kind: 'promise', of: value, rejected: [] } as const }];
  });
  if (thrown.length > 0) results.push({ path, value: { kind: 'promise', of: never, rejected: thrown } });
  return results;
}

function handle(walk: Walk, handler: Node, value: Value, path: Path): readonly Result[] {
  const node = unwrap(handler);
  const fn = functionOf(walk, node);
  if (fn) return walk.run(fn, [value], path, 'callback');
  if (walk.facts.conventions.isLogger(node)) return [{ path, value: constantOf(undefined) }];
  if (value.kind === 'exception') return [{ path, value: unknown }];
  if (!showsBody(value) || !path.isRead) return [{ path, value: unknown }];
  const isSchema = node.type === 'MemberExpression' && throwingSchemaMethods.has(lastName(node) ?? '');
  if (isSchema && !parsesText(lastName(node.object) ?? '')) {
    walk.fails({ ...path, test: node }, node);
    return [];
  }
  if (node.type === 'Identifier' && /^(Boolean|String|Number)$/.test(node.name)) return [{ path, value: made }];
  return walk.hurts(node);
}

function functionOf(walk: Walk, node: Node): FunctionNode | undefined {
  if (isFunction(node)) return walk.isActive(node) ? undefined : node;
  const [fn, ...others] = walk.facts.file.functionsOf(node);
  return fn && others.length === 0 && !walk.isActive(fn) ? fn : undefined;
}
