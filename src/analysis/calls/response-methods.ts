import type { TSESTree } from '@typescript-eslint/utils';
import { methodOfResponse } from '../../models/call-model.js';
import { isFunction, memberName, type FunctionNode, type Node } from '../../syntax/nodes.js';
import { readAnswer } from '../constructs/answers.js';
import { evaluateArguments } from '../constructs/operands.js';
import { okOf, statusItself } from '../constructs/status-values.js';
import {
  promiseOf,
  unknownValue,
  type BodyValue,
  type PromiseValue,
  type ResponseValue,
  type Value,
} from '../domain/value.js';
import { joinAll } from '../domain/state.js';
import { Flow } from '../flow/flow.js';
import { applyCallback } from './callbacks.js';

/** `res.json()`, `res.clone()`: the methods of a response. */
export function evaluateResponseMethod(
  flow: Flow,
  node: TSESTree.CallExpression,
  response: ResponseValue,
  name: string,
): Value {
  const { members } = flow.origins(response)[0]!.client;
  if (members.events?.methods.has(name)) return evaluateEvent(flow, node, response, members.events.body);
  for (const value of evaluateArguments(flow, node)) flow.handOn(value, node);
  if (name === members.status && members.called?.has(name)) return statusItself(response, node);
  if (name === members.ok && members.called?.has(name)) return okOf(response, node, members.okStatuses);
  const method = methodOfResponse(members, name);
  if (method === 'copy') {
    flow.readAt(response, node, name);
    // What is read of one of them leaves the other as it is.
    flow.see(response, 'copied');
    flow.unspend(response);
    return response;
  }
  if (!name) flow.handOn(response, node); // a computed name: it may be anything
  if (method !== 'reader') return unknownValue;
  flow.spend(response, node, name);
  return readBody(flow, node, response);
}

/** `error.response.json()`: a method of the answer of an error. */
export function evaluateAnswerMethod(
  flow: Flow,
  node: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
  answer: ResponseValue,
): Value {
  const value = readAnswer(flow, answer, memberName(callee), callee);
  for (const argument of evaluateArguments(flow, node)) flow.handOn(argument, node);
  flow.mayThrow();
  return promiseOf(value, flow.state);
}

function readBody(flow: Flow, node: TSESTree.CallExpression, response: ResponseValue): Value {
  // A read that fails gives no body, though it may have spent it all the same.
  flow.mayThrow();
  const failed = flow.state;
  // `res.pipe(file)` puts it somewhere.
  if (node.arguments.length > 0 || !isDrained(node)) flow.use(response, node);
  return promiseOf({ kind: 'body', of: response }, failed);
}

/** `ky(url).json()`: the request's promise has the methods that read the body. */
export function promisedMethod(
  flow: Flow,
  node: TSESTree.CallExpression,
  { of, isRequest }: PromiseValue,
  name: string,
): Value | undefined {
  if (!isRequest || of.kind !== 'response') return undefined;
  const { isBuilt, members, statusOptions = [] } = flow.origins(of)[0]!.client;
  if (members.arePromised && members.readers.has(name)) return readBody(flow, node, of);
  // `.end((error, res) => …)` gives the response to a function.
  const isOption = statusOptions.some((option) => option.name === name);
  if (!isBuilt || (!isOption && node.arguments.some(isFunction))) return undefined;
  for (const value of evaluateArguments(flow, node)) flow.handOn(value, node);
  return { kind: 'promise', of, isRequest };
}

/** `body.json()`, `body.dump()` of a body that is not read yet. */
export function evaluateUnreadMethod(
  flow: Flow,
  node: TSESTree.CallExpression,
  response: ResponseValue,
  name: string,
): Value {
  const { readers, discards } = flow.origins(response)[0]!.client.members;
  for (const value of evaluateArguments(flow, node)) flow.handOn(value, node);
  if (discards.has(name)) {
    flow.see(response, 'passive');
    flow.spend(response, node, name);
    return unknownValue;
  }
  if (readers.has(name)) {
    flow.spend(response, node, name);
    return readBody(flow, node, response);
  }
  flow.use(response, node);
  return unknownValue;
}

/** `res.on('data', (chunk) => …)`: the function runs as often as the event comes, and `end` comes once. */
function evaluateEvent(
  flow: Flow,
  node: TSESTree.CallExpression,
  response: ResponseValue,
  ofBody: ReadonlySet<string>,
): Value {
  const [event, handler] = node.arguments;
  const name = event?.type === 'Literal' ? String(event.value) : '';
  if (ofBody.has(name)) flow.use(response, node);
  if (!handler) return response;
  const before = flow.state;
  const done = applyCallback(flow, handler, [ofBody.has(name) ? { kind: 'body', of: response } : unknownValue]);
  flow.state = joinAll([...(name === 'end' ? [] : [before]), flow.state, done.failed]);
  return response;
}

/** `res.body.getReader()`, `reader.releaseLock()`: a method of a body, or of its reader; gives what the call comes to. */
export function evaluateStreamMethod(flow: Flow, node: Node, body: BodyValue, name: string): BodyValue {
  const { stream } = flow.origins(body.of)[0]!.client.members;
  if (body.stream !== 'itself' || !stream) return body;
  if (stream.locks.has(name)) flow.spend(body.of, node, name);
  else if (stream.releases.has(name)) flow.unspend(body.of);
  return stream.makes?.has(name) ? { ...body, stream: 'other' } : body;
}

/** `await res.text();` as a statement, or what a chain comes to: the body is read to be rid of it. */
function isDrained(node: Node): boolean {
  let at = node;
  for (let parent = at.parent; parent; parent = at.parent) {
    if (parent.type === 'ExpressionStatement') return true;
    const chained = isFunction(parent) && parent.body === at ? stepOf(parent) : undefined;
    if (chained) {
      at = chained;
      continue;
    }
    if (parent.type === 'SequenceExpression' && parent.expressions.at(-1) !== at) return true;
    const isKept =
      parent.type !== 'AwaitExpression' &&
      parent.type !== 'ChainExpression' &&
      !(parent.type === 'UnaryExpression' && parent.operator === 'void') &&
      !(parent.type === 'MemberExpression' && ['catch', 'finally'].includes(memberName(parent) ?? '')) &&
      !(parent.type === 'CallExpression' && parent.callee === at);
    if (isKept) return false;
    at = parent;
  }
  return false;
}

/** The `then` that a function is the handler of. */
function stepOf(fn: FunctionNode): TSESTree.CallExpression | undefined {
  const call = fn.parent;
  if (call.type !== 'CallExpression' || call.arguments[0] !== fn) return undefined;
  return call.callee.type === 'MemberExpression' && memberName(call.callee) === 'then' ? call : undefined;
}
