import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, keyName, memberName, unwrapTypes, type Node } from '../../syntax/nodes.js';
import { childrenOf } from '../../syntax/visit.js';
import { inOrder } from './arguments.js';
import { evaluateCall, evaluateNew } from './calls.js';
import { branch, compare, opposite } from './conditions.js';
import {
  bodyIn,
  constantOf,
  fieldsOf,
  isNoList,
  made,
  memberOf,
  missing,
  showsBody,
  truthOf,
  unknown,
  verdict,
  type Value,
} from './hypothesis.js';
import { distinct, type Path, type Result } from './path.js';
import { assign } from './patterns.js';
import { Walk } from './walk.js';

/** What an expression is worth on each way through it. */
export function evaluate(walk: Walk, expression: Node, path: Path): readonly Result[] {
  const node = unwrapTypes(expression);
  const given = walk.given.get(node);
  if (given) return [{ path: { ...path, isRead: true }, value: given }];
  switch (node.type) {
    case 'Identifier':
      return [{ path, value: ofVariable(walk, node, path) }];
    case 'Literal':
      return [{ path, value: 'regex' in node ? unknown : constantOf(node.value) }];
    case 'MemberExpression':
      return readMember(walk, node, path);
    case 'CallExpression':
      return distinct(evaluateCall(walk, node, path));
    case 'NewExpression':
      return evaluateNew(walk, node, path);
    case 'AwaitExpression':
      return onEach(walk.evaluate(node.argument, path), (result) => settle(walk, result));
    case 'AssignmentExpression':
      return onEach(walk.evaluate(node.right, path), (result) => assign(walk, node, result));
    default:
      return distinct(evaluateCompound(walk, node, path));
  }
}

function evaluateCompound(walk: Walk, node: Node, path: Path): readonly Result[] {
  switch (node.type) {
    case 'LogicalExpression':
      return evaluateLogical(walk, node, path);
    case 'ConditionalExpression': {
      const { whenTrue, whenFalse } = branch(walk, node.test, path);
      return [
        ...whenTrue.flatMap((side) => walk.evaluate(node.consequent, side)),
        ...whenFalse.flatMap((side) => walk.evaluate(node.alternate, side)),
      ];
    }
    case 'UnaryExpression':
      return onEach(walk.evaluate(node.argument, path), ({ path: after, value }) => [
        { path: after, value: unary(node.operator, value) },
      ]);
    case 'BinaryExpression':
      return onEach(walk.evaluate(node.left, path), (left) =>
        onEach(walk.evaluate(node.right, left.path), (right) => [
          { path: right.path, value: binary(node, left.value, right.value) },
        ]),
      );
    case 'ObjectExpression':
      return evaluateObject(walk, node, path);
    case 'ArrayExpression':
      return evaluateArray(walk, node, path);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'ClassExpression':
      return [{ path, value: capturesBody(walk, node, path) ? made : unknown }];
    case 'SpreadElement':
      return onEach(walk.evaluate(node.argument, path), (result) => spread(walk, node, result));
    default:
      return evaluateParts(walk, node, path);
  }
}

/** Runs what comes after an expression, on each way through it. */
export const onEach = (results: readonly Result[], next: (result: Result) => readonly Result[]): readonly Result[] =>
  results.flatMap(next);

function ofVariable(walk: Walk, node: TSESTree.Identifier, path: Path): Value {
  const variable = walk.facts.file.variable(node);
  if (variable && variable.defs.length > 0) return path.vars.get(variable) ?? unknown;
  return node.name === 'undefined' ? constantOf(undefined) : unknown;
}

/** `data.main.temp`: where `main` is missing, reading `temp` throws. */
function readMember(walk: Walk, node: TSESTree.MemberExpression, path: Path): readonly Result[] {
  if (node.object.type === 'Super') return [{ path, value: unknown }];
  if (walk.readsBody(node)) return [{ path: { ...path, isRead: true }, value: bodyIn(walk.question.form) }];
  return onEach(walk.evaluate(node.object, path), ({ path: after, value }) => {
    const member = memberOf(value, memberName(node) ?? indexOf(node));
    if (member !== 'throws') return [{ path: after, value: member }];
    if (node.optional || isInChain(node)) return [{ path: after, value: missing }];
    walk.throws(after, node);
    return [];
  });
}

/** `1` of `parts[1]`. */
const indexOf = ({ computed, property }: TSESTree.MemberExpression): string | undefined =>
  computed && property.type === 'Literal' && typeof property.value === 'number' ? String(property.value) : undefined;

/** `data?.main.temp`: the whole chain gives nothing where `data` is nothing. */
function isInChain({ object }: TSESTree.MemberExpression): boolean {
  if (object.type === 'MemberExpression') return object.optional || isInChain(object);
  if (object.type !== 'CallExpression') return false;
  return (
    object.optional ||
    (object.callee.type === 'MemberExpression' && (object.callee.optional || isInChain(object.callee)))
  );
}

/** What a promise fulfils with; where it rejects, the exception is thrown here. */
export function settle(walk: Walk, { path, value }: Result): readonly Result[] {
  if (value.kind !== 'promise') return [{ path, value }];
  for (const rejected of value.rejected) walk.thrown.at(-1)!.push(rejected);
  return value.of.kind === 'never' ? [] : settle(walk, { path, value: value.of });
}

/** `data.items ?? []` is a default, and shows nothing of what was missing. */
function evaluateLogical(walk: Walk, node: TSESTree.LogicalExpression, path: Path): readonly Result[] {
  if (node.operator !== '&&') {
    return onEach(walk.evaluate(node.left, path), (left) => {
      if (!showsBody(left.value) || left.value.kind === 'verdict') return fallBack(walk, node, left);
      return onEach(walk.evaluate(node.right, left.path), (right) => [
        { path: right.path, value: fallbackValue(right.value) },
      ]);
    });
  }
  const { whenTrue, whenFalse } = branch(walk, node.left, path);
  return [
    ...whenTrue.flatMap((side) => walk.evaluate(node.right, side)),
    ...whenFalse.map((side) => ({ path: side, value: verdict(false) })),
  ];
}

const fallbackValue = (value: Value): Value =>
  value.kind === 'constant' && (value.value === null || value.value === undefined || value.value === false)
    ? missing
    : made;

function fallBack(walk: Walk, node: TSESTree.LogicalExpression, left: Result): readonly Result[] {
  const { outcome } = truthOf(left.value);
  if (node.operator === '??' || outcome === 'unknown') return [left, ...walk.evaluate(node.right, left.path)];
  const { whenTrue, whenFalse } = branch(walk, node.left, left.path);
  return [
    ...whenTrue.map((side) => ({ path: side, value: left.value })),
    ...whenFalse.flatMap((side) => walk.evaluate(node.right, side)),
  ];
}

function unary(operator: string, value: Value): Value {
  if (operator === 'typeof') return { kind: 'type', of: value };
  if (operator === 'void') return constantOf(undefined);
  if (operator !== '!') return showsBody(value) ? made : unknown;
  const { outcome } = truthOf(value);
  if (outcome === 'unknown') return showsBody(value) ? made : unknown;
  return value.kind === 'constant' ? constantOf(!value.value) : verdict(opposite(outcome)!);
}

function binary(node: TSESTree.BinaryExpression, left: Value, right: Value): Value {
  const compared = compare(node, left, right);
  if (compared.kind !== 'unknown') return compared;
  return showsBody(left) || showsBody(right) ? made : unknown;
}

function evaluateObject(walk: Walk, { properties }: TSESTree.ObjectExpression, path: Path): readonly Result[] {
  const parts = properties.map((property) => (property.type === 'Property' ? property.value : property.argument));
  const names = properties.map((property) => property.type === 'Property' && keyName(property));
  return inOrder(walk, parts, path).map((given) => ({
    path: given.path,
    value: fieldsOf(
      given.values.map((value, i) => (names[i] ? [names[i], value] : ['...', showsBody(value) ? made : value])),
    ),
  }));
}

function evaluateArray(walk: Walk, { elements }: TSESTree.ArrayExpression, path: Path): readonly Result[] {
  // `[, second]`: a hole has no value, but a place.
  const places = elements.flatMap((element, i) => (element ? [{ element, name: String(i) }] : []));
  const parts = places.map(({ element }) => element);
  return inOrder(walk, parts, path).map((given) => ({
    path: given.path,
    value: fieldsOf(given.values.map((value, i) => [places[i]!.name, value])),
  }));
}

/** `[...data.items]`: nothing can be taken from what is missing. */
function spread(walk: Walk, node: TSESTree.SpreadElement, { path, value }: Result): readonly Result[] {
  const isOfObject = node.parent.type === 'ObjectExpression';
  if (!isOfObject && isNoList(value)) {
    walk.throws(path, node);
    return [];
  }
  return [{ path, value: showsBody(value) ? made : unknown }];
}

/** A function that reads the body when it is called, whenever that is. */
function capturesBody(walk: Walk, node: Node, { vars }: Path): boolean {
  const scope = isFunction(node) ? walk.facts.file.source.scopeManager?.acquire(node) : undefined;
  return !!scope?.through.some(({ resolved }) => resolved && showsBody(vars.get(resolved) ?? unknown));
}

/** Any other expression is made of its parts. */
function evaluateParts(walk: Walk, node: Node, path: Path): readonly Result[] {
  let results: readonly Result[] = [{ path, value: unknown }];
  if (node.type.startsWith('TS') || isFunction(node)) return results;
  for (const part of childrenOf(node, walk.facts.file.source.visitorKeys)) {
    results = onEach(results, (before) =>
      walk.evaluate(part, before.path).map(({ path: after, value }) => ({
        path: after,
        value: showsBody(value) ? made : before.value,
      })),
    );
  }
  return results;
}
