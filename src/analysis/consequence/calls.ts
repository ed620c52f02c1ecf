import type { TSESTree } from '@typescript-eslint/utils';
import { askingSchemaMethods, asksShape, throwsByShape } from '../../models/schemas.js';
import {
  isFunction,
  isInside,
  lastName,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from '../../syntax/nodes.js';
import { inOrder, type Given } from './arguments.js';
import { evaluateChain } from './chains.js';
import { branch } from './conditions.js';
import { fieldsOf, made, missing, showsBody, promiseOf, truthOf, unknown, verdict, type Value } from './hypothesis.js';
import { callMethod } from './methods.js';
import type { Path, Result } from './path.js';
import { tellsByCall } from './telling.js';
import { Walk } from './walk.js';

export function evaluateCall(walk: Walk, node: TSESTree.CallExpression, path: Path): readonly Result[] {
  const { use, form } = walk.question;
  if (node === use) return [{ path: { ...path, isRead: true }, value: promiseOf({ kind: 'body', form }) }];
  const meaning = walk.facts.callModel.of(node);
  switch (meaning.kind) {
    case 'logger':
      return inOrder(walk, node.arguments, path).map((given) => ({ path: given.path, value: unknown }));
    case 'promise handler':
      return evaluateChain(walk, node, meaning.name, path);
    case 'promise static':
      return inOrder(walk, node.arguments, path).map(({ path: after, values }) => ({
        path: after,
        value: together(values[0] ?? unknown),
      }));
    case 'asserts truth': {
      const { whenTrue, whenFalse } = branch(walk, node.arguments[0]!, path);
      for (const side of whenFalse) if (side.test) walk.fails(side, node);
      return whenTrue.map((side) => ({ path: side, value: unknown }));
    }
    case 'never returns':
      for (const given of inOrder(walk, node.arguments, path)) leave(walk, node, given, meaning.isDone);
      return [];
    default:
      return callPlain(walk, node, path);
  }
}

/** `process.exit(1)`, `notFound()`; but `redirect(data.url)` goes on as if all were well. */
function leave(walk: Walk, node: Node, { path, values }: Given, isDone: boolean): void {
  if (!path.isRead) return;
  if (isDone && values.some(showsBody)) walk.hurts(node);
  walk.fails(path, node);
}

/** `new Error(…)`, `new Promise(…)`: what is made of the body shows it. */
export function evaluateNew(walk: Walk, node: TSESTree.NewExpression, path: Path): readonly Result[] {
  return inOrder(walk, node.arguments, path).map(({ path: after, values }) => ({
    path: after,
    value: values.some(showsBody) ? made : unknown,
  }));
}

/** `Promise.all([a, b])`: fulfils with what each fulfils with. */
function together(value: Value): Value {
  if (value.kind !== 'record') return promiseOf(value);
  const items = [...value.fields].map(([name, item]) => [name, promiseOf(item)] as const);
  return {
    kind: 'promise',
    of: fieldsOf(items.map(([name, item]) => [name, item.of])),
    rejected: items.flatMap(([, item]) => item.rejected),
  };
}

function callPlain(walk: Walk, node: TSESTree.CallExpression, path: Path): readonly Result[] {
  const callee = unwrap(node.callee);
  const helper = walk.active.length < deepest ? walk.functionAt(callee) : undefined;
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super' || helper) {
    return inOrder(walk, node.arguments, path).flatMap((given) => callWith(walk, node, helper, unknown, given));
  }
  return walk.evaluate(callee.object, path).flatMap((object) => {
    if (!showsBody(object.value) || node.optional || callee.optional) {
      return inOrder(walk, node.arguments, object.path).flatMap((given) =>
        callWith(walk, node, undefined, object.value, given),
      );
    }
    return callMethod(walk, node, memberName(callee), object);
  });
}

/** How deep helpers in helpers are run. */
const deepest = 5;

function callWith(
  walk: Walk,
  node: TSESTree.CallExpression,
  helper: FunctionNode | undefined,
  object: Value,
  { path, values }: Given,
): readonly Result[] {
  if (tellsByCall(walk, node, values, path)) {
    walk.fails(path, node);
    return [];
  }
  const isGivenBody = values.some(showsBody);
  if (helper && (isGivenBody || isInside(walk.question.use, helper) || path.test || path.step)) {
    return walk.run(helper, values, path);
  }
  const known = knownResult(walk, node, values, path);
  if (known) return known;
  if (isGivenBody && path.isRead) walk.hurts(node);
  return runCallbacks(walk, node, path).map((after) => ({ path: after, value: showsBody(object) ? made : unknown }));
}

/** What the language or a library for schemas makes of the body. */
function knownResult(
  walk: Walk,
  node: TSESTree.CallExpression,
  values: readonly Value[],
  path: Path,
): readonly Result[] | undefined {
  const [first] = values;
  const body = values.find(showsBody);
  if (!body || !path.isRead) return undefined;
  const name = lastName(node.callee) ?? '';
  const object = objectName(node.callee);
  const result = (value: Value) => [{ path, value }];
  if (throwsByShape(unwrap(node.callee))) {
    walk.fails({ ...path, test: node }, node);
    return [];
  }
  if (askingSchemaMethods.has(name)) return result(refusal);
  if (walk.facts.callModel.of(node).kind === 'built-in') return result(builtIn(object ?? name, name, first ?? unknown));
  if (isRegExpTest(node, name)) return result(name === 'test' ? verdict(false) : missing);
  if (asksShape(name)) return result(verdict('asked'));
  return undefined;
}

/** What `schema.safeParse(data)` gives for the body of an error, in the words of the common libraries. */
const refusal = fieldsOf([
  ['success', verdict(false)],
  ['data', missing],
  ['output', missing],
  ['error', { kind: 'field', name: 'error' }],
  ['issues', { kind: 'field', name: 'errors' }],
]);

const isRegExpTest = ({ callee }: TSESTree.CallExpression, name: string): boolean =>
  callee.type === 'MemberExpression' &&
  (name === 'exec' || name === 'test') &&
  callee.object.type === 'Literal' &&
  'regex' in callee.object;

const objectName = (callee: Node): string | undefined => {
  const node = unwrap(callee);
  return node.type === 'MemberExpression' ? (lastName(node.object) ?? '') : undefined;
};

function builtIn(object: string, name: string, value: Value): Value {
  if (name === 'isArray') return isArray(value);
  if (name === 'parse' && object === 'JSON' && value.kind === 'body') return { kind: 'body', form: 'json' };
  const { outcome } = truthOf(value);
  return name === 'Boolean' && outcome !== 'unknown' ? verdict(outcome) : made;
}

function isArray(value: Value): Value {
  switch (value.kind) {
    case 'body':
    case 'missing':
      return verdict(false);
    case 'field':
      return verdict('asked');
    default:
      return unknown;
  }
}

/** Functions that a call runs where it stands may tell, throw or read on their own. */
function runCallbacks(walk: Walk, node: TSESTree.CallExpression, path: Path): readonly Path[] {
  let paths: readonly Path[] = [path];
  for (const argument of node.arguments) {
    if (!isFunction(argument) || !walk.facts.isInlined(argument) || walk.isActive(argument)) continue;
    paths = paths.flatMap((at) => [at, ...walk.run(argument, [], at).map((result) => result.path)]);
  }
  return paths;
}
