import type { TSESTree } from '@typescript-eslint/utils';
import { receiverOf, type Source } from '../../sources/source.js';
import { isFunction, type Node } from '../../syntax/nodes.js';
import { evaluateArgument, evaluateArguments } from '../constructs/operands.js';
import { joinAll, joinStates } from '../domain/state.js';
import { statusesOf } from '../domain/table.js';
import { promiseOf, responseOf, unknownValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { applyCallback } from './callbacks.js';
import { evaluateListening } from './listening.js';
import { bornWith } from './resolving.js';

/** The call that gives a response: it is there as soon as its promise is, and is not where the promise rejects. */
export function evaluateSource(flow: Flow, node: TSESTree.CallExpression, source: Source): Value {
  if (source.listening) return evaluateListening(flow, node, source, source.listening);
  if (source.client.givesTo) return evaluateCallback(flow, node, source);
  for (const value of evaluateArguments(flow, node)) flow.handOn(value, node);
  flow.mayThrow();
  const failed = flow.state;
  const table = bornWith(flow, source);
  const origin = flow.facts.origins.ofSource(flow.root, source, statusesOf(table));
  flow.birth(origin, table);
  const of = responseOf([origin.id]);
  if (!source.givesBody) return { kind: 'promise', of, failed, isRequest: true };
  // There is no response to look at: the body is all that comes.
  flow.use(of, node);
  return { kind: 'promise', of: { kind: 'body', of }, failed };
}

/** `https.get(url, (res) => …)`: the function that comes last gets the response, where one comes. */
function evaluateCallback(flow: Flow, node: TSESTree.CallExpression, source: Source): Value {
  const callback = receiverOf(source);
  // `https.get(url)` of `https.get(url).on('response', (res) => …)`.
  if (node.callee.type === 'MemberExpression') flow.evaluate(node.callee.object);
  for (const argument of node.arguments) if (argument !== callback) flow.handOn(evaluateArgument(flow, argument), node);
  if (!callback || !isFollowed(flow, callback)) return unknownValue;
  const before = flow.state;
  const table = bornWith(flow, source);
  const origin = flow.facts.origins.ofSource(flow.root, source, statusesOf(table));
  flow.birth(origin, table);
  const of = responseOf([origin.id]);
  const done = applyCallback(flow, callback, [of]);
  if (source.client.givesTo === 'factory') {
    // What it gives back gets the body; where it throws, the call's promise rejects.
    flow.use(of, callback);
    return promiseOf(unknownValue, joinStates(before, done.failed));
  }
  flow.state = joinAll([before, flow.state, done.failed]);
  return unknownValue;
}

/** Whether what gets the response is in this file: a function, or what settles a promise that is waited for here. */
const isFollowed = (flow: Flow, callback: Node): boolean =>
  isFunction(callback) ||
  flow.facts.file.functionsOf(callback).length > 0 ||
  (callback.type === 'Identifier' && flow.tentatively(() => flow.evaluate(callback)).kind === 'settle');
