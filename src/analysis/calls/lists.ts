import type { TSESTree } from '@typescript-eslint/utils';
import { methodOfList } from '../../models/call-model.js';
import { StatusSet } from '../../status/index.js';
import { isFunction, type Node } from '../../syntax/nodes.js';
import { elementOf, mayBeEmpty, oneOf } from '../constructs/members.js';
import { bind } from '../constructs/patterns.js';
import { isVagueTest, truthSets } from '../constructs/status-values.js';
import * as intMap from '../domain/int-map.js';
import { sameValue } from '../domain/join-values.js';
import { joinStates } from '../domain/state.js';
import { constant, itemsOf, never, settledValue, unknownValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { joinedValue } from '../flow/join.js';
import { applyCallback, ended } from './callbacks.js';
import type { Done } from './functions.js';

/** Whether a call is one of an array's methods: by what its receiver is, or by the function it is given. */
export function isListMethod(flow: Flow, receiver: Value, name: string, node: TSESTree.CallExpression): boolean {
  const role = methodOfList(name);
  if (receiver.kind === 'list') return role !== 'unknown';
  const callback = node.arguments[0];
  const mayBeList = receiver.kind === 'unknown' || receiver.kind === 'body';
  return mayBeList && role === 'callback' && !!callback && isCallback(flow, callback);
}

const isCallback = (flow: Flow, node: Node): boolean =>
  isFunction(node) || flow.facts.file.functionsOf(node).length > 0;

export function listMethod(
  flow: Flow,
  receiver: Value,
  name: string,
  node: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
): Value {
  const role = methodOfList(name);
  if (role === 'adds') return addTo(flow, receiver, node, callee);
  const element = elementOf(flow, receiver, node);
  const [callback] = node.arguments;
  if (role !== 'callback' || !callback) {
    if (role === 'one element') return oneOf(element);
    node.arguments.forEach((argument) => flow.evaluate(argument));
    return receiver;
  }
  return callForEach(flow, receiver, element, name, callback, node);
}

/** Each element passes through the callback; one stands for all, so what the callback learns holds for each. */
function callForEach(
  flow: Flow,
  receiver: Value,
  element: Value,
  name: string,
  callback: Node,
  node: TSESTree.CallExpression,
): Value {
  const before = flow.state;
  const reduces = name.startsWith('reduce');
  for (const argument of node.arguments.slice(1)) flow.evaluate(argument);
  const from = flow.tested.length;
  const done = asksPresence(flow, callback)
    ? ended(unknownValue)
    : callRepeatedly(flow, callback, reduces ? [unknownValue, element] : [element]);
  const isAsync = isFunction(callback) && callback.async;
  if (!isAsync && done.failed) flow.mayThrow(done.failed);
  if (mayBeEmpty(receiver, element)) flow.state = joinStates(before, flow.state);
  if (name === 'filter') return filtered(flow, receiver, element, done.value, flow.tested.length > from);
  return resultOf(flow, receiver, element, name, done.value, node);
}

/** `filter(Boolean)`: whether there is a response, not how it went. */
const asksPresence = ({ facts }: Flow, callback: Node): boolean =>
  callback.type === 'Identifier' && callback.name === 'Boolean' && facts.file.isGlobal(callback);

/** Callbacks in callbacks are walked anew for each turn of the outer one: a few levels of that are enough. */
const deepestRepeat = 4;

/** Where a callback assigns variables outside it, the next call finds them assigned. */
function callRepeatedly(flow: Flow, callback: Node, args: readonly Value[]): Done {
  for (let head = flow.state; ;) {
    flow.state = head;
    const done = applyCallback(flow, callback, args);
    const next = joinStates(head, flow.state);
    if (flow.active.size > deepestRepeat || intMap.equal(next?.vars, head?.vars, sameValue)) return done;
    head = next;
  }
}

function resultOf(flow: Flow, receiver: Value, element: Value, name: string, value: Value, node: Node): Value {
  const isRest = receiver.kind === 'list' ? receiver.isRest : undefined;
  switch (name) {
    case 'map': {
      // Of a list that may be empty, no callback may have been called.
      const isUncalled = mayBeEmpty(receiver, element) && settledValue(value) === never;
      return { kind: 'list', each: isUncalled ? unknownValue : value, isRest };
    }
    case 'flatMap':
      return { kind: 'list', each: value.kind === 'list' ? elementOf(flow, value, node) : value, isRest };
    case 'reduce':
    case 'reduceRight':
      return value;
    case 'find':
    case 'findLast':
      inspectTest(flow, value);
      return joinedValue(flow, [settledValue(element), constant(undefined)], node);
    case 'findIndex':
    case 'findLastIndex':
      // `if (i !== -1) throw …`: its place says that there is such a response, as the response itself would.
      inspectTest(flow, value);
      return unknownValue;
    case 'some':
    case 'every':
      // Of the rest of a list, which may be none, nothing is certain.
      return quantified(value, isRest ? 'any' : name, node);
    default:
      return unknownValue;
  }
}

/** A list chosen by status may hold none of the responses; one chosen by anything else is taken for the whole list. */
function filtered(flow: Flow, receiver: Value, element: Value, chosen: Value, asked: boolean): Value {
  inspectTest(flow, chosen);
  return receiver.kind === 'list' && (asked || isTest(chosen))
    ? { kind: 'list', each: element, isRest: true }
    : receiver;
}

const isTest = (value: Value): boolean => value.kind === 'status' || value.kind === 'test';

/** `filter(r => r.ok)`: a failure is left out, and that is what happens to it. */
function inspectTest(flow: Flow, value: Value): void {
  if (isTest(value)) flow.inspect(value);
}

/** `every(r => r.ok)`: true says it of each element; false, of one that is not known. `some` the other way round. */
function quantified(value: Value, name: 'some' | 'every' | 'any', node: Node): Value {
  const tests = value.kind === 'test' ? value.tests : [];
  const sets = value.kind === 'status' ? truthSets(value) : undefined;
  const all =
    value.kind === 'status'
      ? [{ of: value.of, whenTrue: sets?.whenTrue ?? StatusSet.all, whenFalse: sets?.whenFalse ?? StatusSet.all }]
      : tests;
  if (all.length === 0) return unknownValue;
  return {
    kind: 'test',
    node,
    isVague: isVagueTest(value),
    tests: all.map(({ of, whenTrue, whenFalse }) => ({
      of,
      whenTrue: name === 'every' ? whenTrue : StatusSet.all,
      whenFalse: name === 'some' ? whenFalse : StatusSet.all,
    })),
  };
}

/** `list.push(response)`: the list holds it from now on. */
function addTo(flow: Flow, receiver: Value, node: TSESTree.CallExpression, callee: TSESTree.MemberExpression): Value {
  const added = node.arguments.map((argument) => flow.evaluate(argument));
  if (receiver.kind !== 'list' || callee.object.type !== 'Identifier') {
    for (const value of added) flow.handOn(value, node);
    return unknownValue;
  }
  const known = itemsOf(receiver).filter((value) => value !== unknownValue);
  bind(flow, callee.object, { kind: 'list', each: joinedValue(flow, [...known, ...added], node) });
  return unknownValue;
}
