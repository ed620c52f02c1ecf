import type { TSESTree } from '@typescript-eslint/utils';
import { isWrapper, type Node } from '../../syntax/nodes.js';
import { unknownValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { joinedValue } from '../flow/join.js';
import { decide, splitBy } from './branch.js';

/** `a && b`, `a || b`, `a ?? b`. */
export function evaluateLogical(flow: Flow, node: TSESTree.LogicalExpression): Value {
  if (node.operator === '??' || isPlainValue(node.left)) return evaluateFallback(flow, node);
  const sides = decide(flow, node.left);
  const [goesOn, stays] =
    node.operator === '&&' ? [sides.whenTrue, sides.whenFalse] : [sides.whenFalse, sides.whenTrue];
  const values = flow.joined([
    [stays, () => (flow.markHandled(), node.operator === '||' ? whereTrue(flow, node.left) : unknownValue)],
    [goesOn, () => (flow.markHandled(), flow.evaluate(node.right))],
  ]);
  return joinedValue(flow, values, node);
}

/** `cached ?? fetch(url)`, `params.fetch || fetch`: the left value may be the result. */
function evaluateFallback(flow: Flow, node: TSESTree.LogicalExpression): Value {
  const left = flow.evaluate(node.left);
  const sides = splitBy(flow, left, node.left);
  const [goesOn, stays] =
    node.operator === '&&' ? [sides.whenTrue, sides.whenFalse] : [sides.whenFalse, sides.whenTrue];
  const values = flow.joined([
    [stays, () => left],
    [goesOn, () => flow.evaluate(node.right)],
  ]);
  return joinedValue(flow, values, node);
}

const isPlainValue = (node: Node): boolean =>
  node.type === 'Identifier' || node.type === 'AwaitExpression' || node.type === 'CallExpression';

/** The value of a condition, already run, where it is true: `res` for `res.ok && res`. */
function whereTrue(flow: Flow, node: Node): Value {
  if (isWrapper(node)) return whereTrue(flow, node.expression);
  switch (node.type) {
    case 'ConditionalExpression':
      return joinedValue(flow, [whereTrue(flow, node.consequent), whereTrue(flow, node.alternate)], node);
    case 'LogicalExpression':
      if (node.operator === '&&') return whereTrue(flow, node.right);
      return joinedValue(flow, [whereTrue(flow, node.left), whereTrue(flow, node.right)], node);
    default:
      return isPlainValue(node) ? flow.tentatively(() => flow.evaluate(node)) : unknownValue;
  }
}

/** `a ? b : c`. */
export const evaluateConditional = (flow: Flow, node: TSESTree.ConditionalExpression): Value =>
  joinedValue(
    flow,
    eachSide(flow, node, (side) => flow.evaluate(side)),
    node,
  );

/** Runs both sides of `a ? b : c`, each where the test leads to it; gives the results of those that complete. */
export function eachSide<T>(flow: Flow, node: TSESTree.ConditionalExpression, run: (side: Node) => T): T[] {
  const sides = decide(flow, node.test);
  return flow.joined([
    [sides.whenTrue, () => (flow.markHandled(), run(node.consequent))],
    [sides.whenFalse, () => (flow.markHandled(), run(node.alternate))],
  ]);
}
