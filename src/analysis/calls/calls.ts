import type { TSESTree } from '@typescript-eslint/utils';
import type { CallMeaning } from '../../models/call-model.js';
import { consumerAt } from '../../sources/consumers.js';
import { givesPromised, observableMethod } from '../../sources/observed.js';
import { isPromising } from '../../models/observables.js';
import { isFunction, lastName, memberName, unwrap, type Node } from '../../syntax/nodes.js';
import { decide } from '../constructs/branch.js';
import { evaluateArguments, evaluateOwner } from '../constructs/operands.js';
import { convertedStatus, methodStatus } from '../constructs/status-values.js';
import { isInert, never, promiseOf, responsesIn, unknownValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { joinedValue } from '../flow/join.js';
import { applyCallback, settle } from './callbacks.js';
import { consume } from './consumers.js';
import { runFunction } from './functions.js';
import { callbackIn, evaluateGiven, give } from './givers.js';
import { callImported } from './imported.js';
import { isListMethod, listMethod } from './lists.js';
import { chain, promiseStatic } from './promises.js';
import { observe } from './observables.js';
import {
  evaluateAnswerMethod,
  evaluateResponseMethod,
  evaluateStreamMethod,
  evaluateUnreadMethod,
  promisedMethod,
} from './response-methods.js';
import { evaluateSource } from './requests.js';
import { callSummarised } from './summaries.js';

export function evaluateCall(flow: Flow, node: TSESTree.CallExpression): Value {
  const source = flow.facts.sources.get(node);
  if (source) return evaluateSource(flow, node, source);
  const consumer = consumerAt(flow.facts.file, node);
  const consumed = consumer && consume(flow, node, consumer);
  if (consumed) return consumed;
  const callee = unwrap(node.callee);
  if (isFunction(callee)) return evaluateDone(flow, callee, node);
  const meaning = flow.facts.callModel.of(node);
  if (meaning.kind === 'logger') {
    flow.logging(() => node.arguments.forEach((argument) => flow.evaluate(argument)));
    return unknownValue;
  }
  if (callee.type === 'MemberExpression') return evaluateMethodCall(flow, node, callee, meaning);
  const value = flow.evaluate(callee);
  if (value.kind === 'settle') {
    settle(flow, value, evaluateArguments(flow, node), node);
    return unknownValue;
  }
  if (value.kind === 'giver') {
    for (const argument of evaluateArguments(flow, node)) flow.handOn(argument, node);
    return give(flow, value);
  }
  // `(res.ok ? show : fail)(body)`: the status says who gets it.
  flow.handOn(value, callee);
  return evaluatePlainCall(flow, node, callee, meaning);
}

/** `(async () => { … })()`. */
function evaluateDone(flow: Flow, fn: Parameters<typeof runFunction>[1], node: TSESTree.CallExpression): Value {
  const done = runFunction(flow, fn, evaluateArguments(flow, node), node);
  if (!fn.async && done.failed) flow.mayThrow(done.failed);
  return done.value;
}

function evaluateMethodCall(
  flow: Flow,
  node: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
  meaning: CallMeaning,
): Value {
  if (meaning.kind === 'promise static') return promiseStatic(flow, meaning.name, node);
  const name = memberName(callee) ?? '';
  const from = flow.used.length;
  const receiver = evaluateOwner(flow, callee);
  if (meaning.kind === 'promise handler') return chain(flow, receiver, meaning.name, node, from);
  if (receiver.kind === 'response' && receiver.isAnswer) return evaluateAnswerMethod(flow, node, callee, receiver);
  if (receiver.kind === 'response') return evaluateResponseMethod(flow, node, receiver, name);
  if (receiver.kind === 'body' && receiver.isUnread) return evaluateUnreadMethod(flow, node, receiver.of, name);
  if (isListMethod(flow, receiver, name, node)) {
    const result = listMethod(flow, receiver, name, node, callee);
    return receiver.kind === 'body' && responsesIn(result).length === 0 ? receiver : result;
  }
  if (receiver.kind === 'promise') {
    const method = observableMethod(flow.facts.sources, node);
    if (method) return observe(flow, receiver, method, node, from);
    if (receiver.isRequest && isPromising(name)) return receiver;
  }
  const shortcut = receiver.kind === 'promise' ? promisedMethod(flow, node, receiver, name) : undefined;
  if (shortcut) return shortcut;
  if (receiver.kind === 'promise') flow.handOn(receiver, node);
  if (meaning.kind === 'forwarding' && flow.facts.file.functionsOf(callee.object).length > 0) {
    // The arguments of `apply` are in a list.
    const texts = meaning.by === 'call' ? node.arguments.slice(1) : undefined;
    return evaluateKnown(flow, node, flow.facts.file.functionsOf(callee.object), node.arguments.slice(1), texts);
  }
  const made = receiver.kind === 'body' ? evaluateStreamMethod(flow, node, receiver, name) : receiver;
  return evaluatePlainCall(flow, node, callee, meaning, made);
}

/** A call whose callee is not special by its receiver: this file's function, a convention, or code that is not here. */
function evaluatePlainCall(
  flow: Flow,
  node: TSESTree.CallExpression,
  callee: Node,
  meaning: CallMeaning,
  receiver: Value = unknownValue,
): Value {
  const functions = flow.facts.file.functionsOf(callee);
  if (functions.length > 0) {
    const texts = isPartlyBound(flow, callee) ? undefined : node.arguments;
    return evaluateKnown(flow, node, functions, node.arguments, texts);
  }
  if (meaning.kind === 'asserts truth') return evaluateAssert(flow, node, meaning.isAssertion);
  const args = evaluateArguments(flow, node);
  const [first] = args;
  // `firstValueFrom(http.get(url))`.
  if (first?.kind === 'promise' && givesPromised(flow.facts.file, callee)) return first;
  const imported = callImported(flow, node, args);
  if (imported) return imported;
  const computed = callee.type === 'MemberExpression' && methodStatus(flow, node, callee, receiver, args);
  const converted = computed || convertedStatus(node, args);
  if (converted) return converted;
  const isAssertion = meaning.kind === 'assertion' || (meaning.kind === 'never returns' && meaning.isAssertion);
  if (isAssertion) for (const arg of args) if (!isInert(arg)) flow.inspect(arg);
  const result = evaluateUnknown(flow, node, meaning, [receiver, ...args]);
  return result === unknownValue ? workedOut(meaning, receiver, args) : result;
}

/** `load.bind(null, url)`: what is passed to it comes after what is bound. */
function isPartlyBound({ facts }: Flow, callee: Node): boolean {
  const bound = facts.file.constantValue(callee);
  return bound.type === 'CallExpression' && lastName(bound.callee) === 'bind' && bound.arguments.length > 1;
}

/** `text.trim()`, `JSON.parse(text)`, `/x/.test(text)`: what the language itself works out from a body is still the body. */
function workedOut({ kind }: CallMeaning, receiver: Value, args: readonly Value[]): Value {
  if (receiver.kind === 'body') return receiver;
  const [first] = args;
  return first?.kind === 'body' && kind === 'built-in' ? first : unknownValue;
}

/** `assert(res.ok)`: throws on the false side; what is asserted is looked at. */
function evaluateAssert(flow: Flow, node: TSESTree.CallExpression, isAssertion: boolean): Value {
  const [condition, ...rest] = node.arguments;
  const value = flow.tentatively(() => flow.evaluate(condition!));
  const sides = decide(flow, condition!);
  flow.state = sides.whenFalse;
  for (const argument of rest) flow.evaluate(argument);
  flow.mayThrow();
  flow.state = sides.whenTrue;
  // In a test, that is; `invariant` is for programs, where it says no more than `if (!data.id) throw …` does.
  if (value.kind === 'body' && isAssertion) flow.inspect(value);
  return unknownValue;
}

function evaluateKnown(
  flow: Flow,
  node: TSESTree.CallExpression,
  functions: readonly Parameters<typeof runFunction>[1][],
  argumentNodes: readonly Node[],
  texts: readonly Node[] | undefined,
): Value {
  const [fn] = functions;
  const args = argumentNodes.map((argument) => evaluateGiven(flow, argument));
  if (!flow.state || !fn) return unknownValue;
  // A function that shares the variables here may look at a response before it throws.
  if (flow.facts.conventions.alwaysThrows(fn) && !flow.facts.isLocalHelper(fn, flow.root)) {
    for (const arg of args) flow.handOn(arg, node);
    flow.mayThrow();
    if (!fn.async) flow.state = undefined;
    return fn.async ? promiseOf(never, flow.state) : unknownValue;
  }
  const done = callSummarised(flow, fn, args, node, texts);
  if (!fn.async && done.failed) flow.mayThrow(done.failed);
  return done.value;
}

const isStatement = ({ parent }: Node): boolean => parent?.type === 'ExpressionStatement';

/** Code that is not in this file: it gets what it is given, may throw, and may run the functions it is given. */
function evaluateUnknown(
  flow: Flow,
  node: TSESTree.CallExpression,
  meaning: CallMeaning,
  values: readonly Value[],
): Value {
  const results: Value[] = [];
  for (const argument of node.arguments) {
    const callback = callbackIn(flow, argument);
    if (callback) results.push(applyCallback(flow, callback, []).value);
  }
  for (const value of values) {
    // As an unknown function is taken to give what the function gives that it is given.
    if (value.kind === 'giver') results.push(give(flow, value));
    else flow.handOn(value, node);
  }
  flow.mayThrow();
  if (meaning.kind === 'never returns') {
    if (meaning.isDone) flow.jump({ kind: 'exit' });
    else flow.state = undefined;
  } else if (isStatement(node) && flow.facts.imported.neverReturns(node)) flow.state = undefined;
  return results.length > 0 ? promiseOf(joinedValue(flow, results, node)) : unknownValue;
}
