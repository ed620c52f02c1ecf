import { isFailure } from '../../models/failure.js';
import { unwrapTypes, type Node } from '../../syntax/nodes.js';
import { constant, responsesBehind, unknownValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { awaitValue } from './await.js';
import { declareResult } from './declare.js';
import { eachSide } from './conditionals.js';
import { pureTest } from './pure-test.js';

/** The function returns what an expression gives; `return x ? a : b` is two returns, as if an `if` stood there. */
export function returnValue(flow: Flow, node: Node): void {
  const expression = unwrapTypes(node);
  if (expression.type !== 'ConditionalExpression') return giveBack(flow, node);
  const test = pureTest(flow, expression);
  if (test) return flow.jump({ kind: 'return', value: test, node });
  eachSide(flow, expression, (side) => returnValue(flow, side));
}

function giveBack(flow: Flow, node: Node): void {
  const value = flow.evaluate(node);
  const { fn } = flow.functionFrame;
  declareResult(flow, fn, value);
  // An async generator awaits what it returns.
  const given = fn?.generator && fn.async ? awaitValue(flow, value, node) : withoutAnswer(flow, value, node);
  flow.jump({ kind: 'return', value: given, node, fails: isFailure(node) });
}

/** Whoever gets the error or its answer decides about it: `catch (error) { return error.response; }`. */
function withoutAnswer(flow: Flow, value: Value, node: Node): Value {
  if (!responsesBehind(value).some(({ isAnswer }) => isAnswer)) return value;
  flow.handOn(value, node);
  return unknownValue;
}

/** The function returns without a value. */
export const returnNothing = (flow: Flow, node: Node): void =>
  flow.jump({ kind: 'return', value: constant(undefined), node });
