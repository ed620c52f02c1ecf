import type { TSESTree } from '@typescript-eslint/utils';
import type { Consumer } from '../../models/consumers.js';
import { givenTo, toldBy } from '../../sources/consumers.js';
import { isFunction, keyName, unwrap, type Node } from '../../syntax/nodes.js';
import { wait } from '../constructs/await.js';
import { joinStates } from '../domain/state.js';
import { unknownValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { applyCallback } from './callbacks.js';

/**
 * `toast.promise(fetch(url), { success: 'Saved' })`: the promise is waited for, and what is told of the success looks at the
 * response or does not. Undefined where the promise is not that of a response.
 */
export function consume(flow: Flow, node: TSESTree.CallExpression, consumer: Consumer): Value | undefined {
  const given = givenTo(consumer, node);
  if (!given) return undefined;
  const before = flow.state;
  const promise = isFunction(unwrap(given)) ? applyCallback(flow, given, []).value : flow.evaluate(given);
  const value = waitFor(flow, node, consumer, promise);
  for (const argument of node.arguments) if (argument !== given) flow.handOn(flow.evaluate(argument), argument);
  flow.state = joinStates(before, flow.state);
  return value;
}

function waitFor(flow: Flow, node: TSESTree.CallExpression, consumer: Consumer, promise: Value): Value {
  const told = toldBy(consumer, node);
  const fn = told && isFunction(unwrap(told)) ? told : undefined;
  if (promise.kind !== 'promise' || promise.of.kind !== 'response') {
    flow.handOn(promise, node);
    if (fn) applyCallback(flow, fn, []);
    return unknownValue;
  }
  wait(flow, promise.of, node);
  if (fn) applyCallback(flow, fn, [promise.of]);
  // A text tells of the success whatever the status is; what cannot be read may look at it.
  else if (told === undefined || (told && !isText(unwrap(told)))) flow.handOn(promise, node);
  if (!consumer.results) return promise;
  if (mayReadResult(node, consumer.results)) flow.handOn(promise, node);
  return unknownValue;
}

const isText = ({ type }: Node): boolean => /^(Literal|TemplateLiteral|JSXElement|JSXFragment)$/.test(type);

/** `const { mutate } = useMutation(…)` reads no response; a result with a name may have it read anywhere. */
function mayReadResult({ parent }: Node, results: ReadonlySet<string>): boolean {
  if (parent?.type === 'ExpressionStatement') return false;
  const pattern = parent?.type === 'VariableDeclarator' ? parent.id : undefined;
  if (pattern?.type !== 'ObjectPattern') return true;
  return pattern.properties.some((one) => one.type === 'RestElement' || results.has(keyName(one) ?? ''));
}
