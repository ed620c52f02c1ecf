import type { TSESTree } from '@typescript-eslint/utils';
import { observersOf, operatorRole } from '../../models/observables.js';
import { lastName, type Node } from '../../syntax/nodes.js';
import { promiseOf, settledValue, unknownValue, type PromiseValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { applyCallback } from './callbacks.js';
import { caught, fulfilled, type Link } from './promises.js';

/** `subscribe` and `pipe` of a request's observable, which has one answer or one error, as a promise has. */
export function observe(
  flow: Flow,
  promise: PromiseValue,
  method: string,
  node: TSESTree.CallExpression,
  from: number,
): Value {
  const link: Link = { node, from };
  if (method === 'pipe') return piped(flow, promise, node, link);
  const { next, error } = observersOf(node);
  fulfilled(flow, promise, next, error, link);
  return unknownValue;
}

function piped(flow: Flow, promise: PromiseValue, node: TSESTree.CallExpression, link: Link): Value {
  let current = promise;
  for (const operator of node.arguments) {
    const [fn] = operator.type === 'CallExpression' ? operator.arguments : [];
    const role = operator.type === 'CallExpression' ? operatorRole(lastName(operator.callee) ?? '') : undefined;
    if (!role || (role !== 'passes' && !fn)) {
      flow.handOn(current, operator);
      flow.evaluate(operator);
      return unknownValue;
    }
    current = applied(flow, current, role, fn, link);
  }
  return current;
}

function applied(
  flow: Flow,
  current: PromiseValue,
  role: NonNullable<ReturnType<typeof operatorRole>>,
  fn: Node | undefined,
  link: Link,
): PromiseValue {
  switch (role) {
    case 'passes':
      return current;
    case 'sees': {
      const { failed } = applyCallback(flow, fn!, [current.of]);
      return failed ? { ...current, failed } : current;
    }
    case 'gives':
    case 'recovers': {
      const value = role === 'gives' ? fulfilled(flow, current, fn, undefined, link) : caught(flow, current, fn, link);
      return value.kind === 'promise' ? value : promiseOf(settledValue(value));
    }
  }
}
