import { isFunction, type FunctionNode, type Node } from '../../syntax/nodes.js';
import { evaluateArgument } from '../constructs/operands.js';
import { promiseOf, settledValue, unknownValue, type GiverValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { applyCallback } from './callbacks.js';

// `retry(() => fetch(url))`: a function that is passed and gives a response. It is walked once, where it is passed; what the
// function that it is passed to does with the response is said by that one's signature, as of a response that is passed.

/** The function that an argument is, where it is one that is run by the call. */
export const callbackIn = (flow: Flow, argument: Node): FunctionNode | undefined =>
  isFunction(argument) && flow.facts.isInlined(argument) ? argument : undefined;

/** The value of an argument; of a function that gives a response, that it does. */
export function evaluateGiven(flow: Flow, argument: Node): Value {
  const callback = callbackIn(flow, argument);
  return callback ? giverOf(flow, callback) : evaluateArgument(flow, argument);
}

/** Walks a function that is passed: what the one that it is passed to gets by calling it. */
export function giverOf(flow: Flow, callback: FunctionNode): Value {
  const { value, failed } = applyCallback(flow, callback, []);
  if (failed) flow.mayThrow(failed);
  const given = settledValue(value);
  if (given.kind !== 'response') return unknownValue;
  return { kind: 'giver', of: given, tables: given.origins.map((origin) => flow.table(origin)) };
}

/** A call of it: each gives another response. */
export function give(flow: Flow, { of, tables }: GiverValue): Value {
  flow.mayThrow();
  of.origins.forEach((origin, i) => flow.birth(flow.facts.origins.at(origin), tables[i]));
  return promiseOf(of, flow.state);
}
