import type { TSESTree } from '@typescript-eslint/utils';
import { isBuiltIn } from '../../models/builtins.js';
import { assertsTruth } from '../../models/conventions.js';
import type { Source } from '../../sources/find.js';
import { givesBack } from '../../syntax/gives-back.js';
import { isFunction, lastName, memberName, unwrap, type FunctionNode, type Node } from '../../syntax/nodes.js';
import { decide } from '../constructs/branch.js';
import { evaluateArgument, evaluateArguments, evaluateOwner } from '../constructs/operands.js';
import { convertedStatus, methodStatus } from '../constructs/status-values.js';
import { isInert, never, unknownValue, promiseOf, responseOf, responsesIn, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { joinedValue } from '../flow/join.js';
import { applyCallback, settle } from './callbacks.js';
import { runFunction } from './functions.js';
import { isListMethod, listMethod } from './lists.js';
import { chain, promiseStatic } from './promises.js';
import { evaluateResponseMethod } from './response-methods.js';
import { callSummarised } from './summaries.js';

export function evaluateCall(flow: Flow, node: TSESTree.CallExpression): Value {
  const source = flow.facts.sources.get(node);
  if (source) return evaluateSource(flow, node, source);
  const callee = unwrap(node.callee);
  if (isFunction(callee)) return evaluateDone(flow, callee, node);
  if (flow.facts.conventions.isLogger(callee)) {
    flow.logging(() => node.arguments.forEach((argument) => flow.evaluate(argument)));
    return unknownValue;
  }
  if (callee.type === 'MemberExpression') return evaluateMethodCall(flow, node, callee);
  const value = flow.evaluate(callee);
  if (value.kind === 'settle') {
    settle(flow, value, evaluateArguments(flow, node), node);
    return unknownValue;
  }
  // `(res.ok ? show : fail)(body)`: the status says who gets it.
  flow.handOn(value, callee);
  return evaluatePlainCall(flow, node, callee);
}

/** The call that gives a response: it is there as soon as its promise is, and is not where the promise rejects. */
function evaluateSource(flow: Flow, node: TSESTree.CallExpression, source: Source): Value {
  for (const value of evaluateArguments(flow, node)) flow.handOn(value, node);
  flow.mayThrow();
  const failed = flow.state;
  const origin = flow.facts.origins.ofSource(flow.root, source);
  flow.birth(origin);
  return { kind: 'promise', of: responseOf([origin.id]), failed, isRequest: true };
}

/** `(async () => { … })()`. */
function evaluateDone(flow: Flow, fn: Parameters<typeof runFunction>[1], node: TSESTree.CallExpression): Value {
  const done = runFunction(flow, fn, evaluateArguments(flow, node), node);
  if (!fn.async && done.failed) flow.mayThrow(done.failed);
  return done.value;
}

function evaluateMethodCall(flow: Flow, node: TSESTree.CallExpression, callee: TSESTree.MemberExpression): Value {
  const name = memberName(callee) ?? '';
  const object = unwrap(callee.object);
  if (object.type === 'Identifier' && object.name === 'Promise' && flow.facts.file.isGlobal(object)) {
    const settled = promiseStatic(flow, name, node);
    if (settled) return settled;
  }
  const from = flow.used.length;
  const receiver = evaluateOwner(flow, callee);
  if (name === 'then' || name === 'catch' || name === 'finally') return chain(flow, receiver, name, node, from);
  if (receiver.kind === 'response') return evaluateResponseMethod(flow, node, receiver, name);
  if (isListMethod(flow, receiver, name, node)) {
    const result = listMethod(flow, receiver, name, node, callee);
    return receiver.kind === 'body' && responsesIn(result).length === 0 ? receiver : result;
  }
  if (receiver.kind === 'promise') flow.handOn(receiver, node);
  if ((name === 'call' || name === 'apply') && flow.facts.file.functionsOf(callee.object).length > 0) {
    // The arguments of `apply` are in a list.
    const texts = name === 'call' ? node.arguments.slice(1) : undefined;
    return evaluateKnown(flow, node, flow.facts.file.functionsOf(callee.object), node.arguments.slice(1), texts);
  }
  return evaluatePlainCall(flow, node, callee, receiver);
}

/** A call whose callee is not special by its receiver: this file's function, a convention, or code that is not here. */
function evaluatePlainCall(
  flow: Flow,
  node: TSESTree.CallExpression,
  callee: Node,
  receiver: Value = unknownValue,
): Value {
  const functions = flow.facts.file.functionsOf(callee);
  if (functions.length > 0 && !isGoBetween(flow, functions, node)) {
    const texts = isPartlyBound(flow, callee) ? undefined : node.arguments;
    return evaluateKnown(flow, node, functions, node.arguments, texts);
  }
  if (assertsTruth(callee) && node.arguments[0]) return evaluateAssert(flow, node);
  const args = evaluateArguments(flow, node);
  const computed = callee.type === 'MemberExpression' && methodStatus(flow, node, callee, receiver, args);
  const converted = computed || convertedStatus(node, args);
  if (converted) return converted;
  const telling = args.filter((arg) => !isInert(arg));
  if (telling.length > 0 && flow.facts.conventions.asserts(node)) for (const arg of telling) flow.inspect(arg);
  const result = evaluateUnknown(flow, node, callee, [receiver, ...args]);
  return result === unknownValue ? workedOut(callee, receiver, args) : result;
}

/** `load.bind(null, url)`: what is passed to it comes after what is bound. */
function isPartlyBound({ facts }: Flow, callee: Node): boolean {
  const bound = facts.file.constantValue(callee);
  return bound.type === 'CallExpression' && lastName(bound.callee) === 'bind' && bound.arguments.length > 1;
}

/** `retry(() => fetch(url))`: a function of this file that gives back what the function it is given gives. */
const isGoBetween = ({ facts }: Flow, [fn]: readonly FunctionNode[], node: TSESTree.CallExpression): boolean =>
  node.arguments.some(
    (argument, i) => isFunction(argument) && facts.isInlined(argument) && givesBack(facts.file, fn!, i),
  );

/** `text.trim()`, `JSON.parse(text)`, `/x/.test(text)`: what the language itself works out from a body is still the body. */
function workedOut(callee: Node, receiver: Value, args: readonly Value[]): Value {
  if (receiver.kind === 'body') return receiver;
  const [first] = args;
  return first?.kind === 'body' && isBuiltIn(callee) ? first : unknownValue;
}

/** `assert(res.ok)`: throws on the false side; what is asserted is looked at. */
function evaluateAssert(flow: Flow, node: TSESTree.CallExpression): Value {
  const [condition, ...rest] = node.arguments;
  const value = flow.tentatively(() => flow.evaluate(condition!));
  const sides = decide(flow, condition!);
  flow.state = sides.whenFalse;
  for (const argument of rest) flow.evaluate(argument);
  flow.mayThrow();
  flow.state = sides.whenTrue;
  // In a test, that is; `invariant` is for programs, where it says no more than `if (!data.id) throw …` does.
  if (value.kind === 'body' && flow.facts.conventions.isAssertion(node.callee)) flow.inspect(value);
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
  const args = argumentNodes.map((argument) => evaluateArgument(flow, argument));
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

/** Code that is not in this file: it gets what it is given, may throw, and may run the functions it is given. */
function evaluateUnknown(flow: Flow, node: TSESTree.CallExpression, callee: Node, values: readonly Value[]): Value {
  const results: Value[] = [];
  for (const argument of node.arguments) {
    if (isFunction(argument) && flow.facts.isInlined(argument)) results.push(applyCallback(flow, argument, []).value);
  }
  for (const value of values) flow.handOn(value, node);
  flow.mayThrow();
  const { conventions } = flow.facts;
  if (conventions.endsPath(callee)) {
    if (conventions.endsWell(node)) flow.jump({ kind: 'exit' });
    else flow.state = undefined;
  }
  return results.length > 0 ? promiseOf(joinedValue(flow, results, node)) : unknownValue;
}
