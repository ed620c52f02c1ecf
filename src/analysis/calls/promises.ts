import type { TSESTree } from '@typescript-eslint/utils';
import type { PromiseHandler, PromiseStatic } from '../../models/language.js';
import { callOf, isEmptyFunction, isNullish, memberName, unwrap, type Node } from '../../syntax/nodes.js';
import { isDirect, wait } from '../constructs/await.js';
import { errorFor } from '../constructs/errors.js';
import { probeOf, tolerate } from '../constructs/probes.js';
import { joinAll, joinStates } from '../domain/state.js';
import {
  itemsOf,
  mapItems,
  never,
  promiseOf,
  settledValue,
  unknownValue,
  type PromiseValue,
  type State,
  type Value,
} from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { joinedValue } from '../flow/join.js';
import { applyCallback } from './callbacks.js';

/** A link of a chain, and where the chain began in the log of uses. */
export interface Link {
  readonly node: Node;
  readonly from: number;
}

/**
 * `.then(onFulfilled, onRejected)`, `.catch(onRejected)`, `.finally(onSettled)` of any value that may be a promise; `from`
 * is where the chain began in the log of uses.
 */
export function chain(
  flow: Flow,
  receiver: Value,
  method: PromiseHandler,
  node: TSESTree.CallExpression,
  from: number,
): Value {
  if (receiver.kind === 'promise' && method !== 'finally')
    flow.noteStep(method === 'then' ? 'chained' : 'caught', node, receiver);
  const promise: PromiseValue = receiver.kind === 'promise' ? receiver : promiseOf(receiver);
  const [first, second] = node.arguments;
  if (method === 'then') return fulfilled(flow, promise, first, second, { node, from });
  if (method === 'catch') return caught(flow, promise, first, { node, from });
  return first ? settled(flow, promise, first) : promise;
}

/** `.finally(onSettled)` runs on both ways, and changes the outcome only where it throws. */
function settled(flow: Flow, promise: PromiseValue, handler: Node): Value {
  const fulfilled = promise.of === never ? undefined : flow.state;
  flow.state = flow.failureOf(promise);
  const afterFailure = applyCallback(flow, handler, []);
  const failed = flow.state;
  flow.state = fulfilled;
  // Whatever the handler assigns, the promise still holds its response.
  const afterSuccess = flow.holding(promise.of, () => applyCallback(flow, handler, []));
  const of = flow.state ? promise.of : never;
  const rejected = joinAll([failed, afterFailure.failed, afterSuccess.failed]);
  // Whoever does not wait for it goes on all the same.
  flow.state ??= rejected;
  return { kind: 'promise', of, failed: rejected };
}

export function fulfilled(
  flow: Flow,
  promise: PromiseValue,
  onFulfilled: Node | undefined,
  onRejected: Node | undefined,
  link: Link,
): Value {
  const before = flow.state;
  const failed = flow.failureOf(promise);
  let result: PromiseValue = promise;
  if (onFulfilled && !isNullish(onFulfilled) && promise.of !== never) {
    const handler = onRejected ?? handlerAfter(link.node);
    if (isDirect(promise.of)) {
      wait(flow, promise.of, link.node);
      const probe = probeOf(flow, onFulfilled, handler);
      if (probe) tolerate(flow, promise.of, link.node, probe);
    }
    // `.then(() => {}).catch(log)`: a handler that tells of failures does not say that they do not matter.
    if (isEmptyFunction(onFulfilled) && (!handler || isEmptyFunction(handler))) flow.see(promise.of, 'tolerated');
    const done = applyCallback(flow, onFulfilled, [promise.of]);
    result = promiseOf(done.value, joinAll([failed, done.failed, ownFailure(done.value)]));
    if (!flow.state) result = { ...result, of: never };
  }
  if (result.of === never) {
    // Whoever does not wait for the chain goes on all the same.
    flow.state = before;
    flow.state = flow.rejected(promise.of);
  }
  return onRejected && !isNullish(onRejected) ? caught(flow, { ...result, failed }, onRejected, link) : result;
}

/** The rejected path runs the handler, and joins the fulfilled one. */
export function caught(flow: Flow, promise: PromiseValue, handler: Node | undefined, link: Link): Value {
  if (!handler) return promise;
  const fulfilled = promise.of === never ? undefined : flow.state;
  const failed = flow.failureOf(promise);
  if (isEmptyFunction(handler)) flow.see(promise.of, 'tolerated');
  flow.state = failed;
  flow.forgetVainUses(link.from, link.node);
  const done = applyCallback(flow, handler, [errorFor(flow, unwrap(handler))]);
  const handled = settledValue(done.value) === never ? undefined : flow.state;
  flow.state = joinStates(fulfilled, handled);
  const values = [...(fulfilled ? [promise.of] : []), ...(handled ? [settledValue(done.value)] : [])];
  const of = values.length > 0 ? joinedValue(flow, values, handler) : never;
  flow.state ??= failed;
  return { kind: 'promise', of, failed: joinStates(done.failed, ownFailure(done.value)) };
}

/** The state in which a value rejects, if it is a promise. */
const ownFailure = (value: Value): State | undefined => (value.kind === 'promise' ? value.failed : undefined);

/** The handler of a `.catch` that comes next in the chain. */
function handlerAfter({ parent }: Node): Node | undefined {
  if (parent?.type !== 'MemberExpression' || memberName(parent) !== 'catch') return undefined;
  return callOf(parent)?.arguments[0];
}

/** `Promise.all`, `allSettled`, `race`, `any`, `resolve`, `reject`. */
export function promiseStatic(flow: Flow, name: PromiseStatic, node: TSESTree.CallExpression): Value {
  const [first] = node.arguments;
  const value: Value = first ? flow.evaluate(first) : unknownValue;
  switch (name) {
    case 'all':
      return promiseOf(neverSettles(value) ? never : settleItems(value, settledValue), failureOfAny(flow, value));
    case 'allSettled':
      // Its outcome is told apart by `status: 'fulfilled'`; whoever ignores that ignores it on purpose.
      flow.see(value, 'tolerated');
      flow.see(value, 'optional');
      return promiseOf(
        settleItems(value, (item) => ({ kind: 'record', fields: new Map([['value', settledValue(item)]]) })),
      );
    case 'race':
    case 'any': {
      flow.see(value, 'tolerated');
      if (value.kind !== 'list') return promiseOf(unknownValue);
      const failed = failureOfAny(flow, value);
      return promiseOf(joinedValue(flow, (value.items ?? [value.each]).map(settledValue), node), failed);
    }
    case 'reject':
      flow.handOn(value, node);
      flow.noteThrow(node);
      if (isReturned(node)) flow.jump({ kind: 'throw', rejects: true });
      return promiseOf(never, flow.state);
    case 'resolve':
      return promiseOf(value);
  }
}

/** Whether a value is what the function returns: its promise then rejects as if the function had thrown. */
function isReturned(node: Node): boolean {
  const parent = node.parent;
  switch (parent?.type) {
    case 'ReturnStatement':
      return true;
    case 'ArrowFunctionExpression':
      return parent.body === node;
    case 'ConditionalExpression':
      return parent.test !== node && isReturned(parent);
    case 'LogicalExpression':
      return parent.right === node && isReturned(parent);
    case 'AwaitExpression':
      return isReturned(parent);
    default:
      return false;
  }
}

/** `Promise.all` of which one part never fulfils. */
const neverSettles = (value: Value): boolean =>
  value.kind === 'list' && itemsOf(value).some((item) => settledValue(item) === never);

/** The state in which one of several promises rejects. */
function failureOfAny(flow: Flow, value: Value): State | undefined {
  const own = value.kind === 'list' ? itemsOf(value).map(ownFailure) : [];
  return joinAll([flow.rejected(value), ...own]);
}

const settleItems = (value: Value, settle: (item: Value) => Value): Value =>
  value.kind === 'list' ? mapItems(value, settle) : unknownValue;
