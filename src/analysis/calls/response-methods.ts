import type { TSESTree } from '@typescript-eslint/utils';
import { methodOfResponse } from '../../models/call-model.js';
import { isFunction, memberName, type FunctionNode, type Node } from '../../syntax/nodes.js';
import { evaluateArguments } from '../constructs/operands.js';
import { promiseOf, unknownValue, type ResponseValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';

/** `res.json()`, `res.clone()`: the methods of a response. */
export function evaluateResponseMethod(
  flow: Flow,
  node: TSESTree.CallExpression,
  response: ResponseValue,
  name: string,
): Value {
  for (const value of evaluateArguments(flow, node)) flow.handOn(value, node);
  const { members } = flow.origins(response)[0]!.client;
  const method = methodOfResponse(members, name);
  if (method === 'copy') return response;
  if (!name) flow.handOn(response, node); // a computed name: it may be anything
  if (method !== 'reader') return unknownValue;
  // A read that fails gives no body.
  flow.mayThrow();
  const failed = flow.state;
  if (!isDrained(node)) flow.use(response, node);
  return promiseOf({ kind: 'body', of: response }, failed);
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
