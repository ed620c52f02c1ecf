import type { TSESTree } from '@typescript-eslint/utils';
import { meaningOfNew } from '../../models/call-model.js';
import { isFunction, type FunctionNode } from '../../syntax/nodes.js';
import { evaluateArguments } from '../constructs/operands.js';
import { joinStates } from '../domain/state.js';
import { never, promiseOf, unknownValue, type Sink, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { joinedValue } from '../flow/join.js';
import { runFunction } from './functions.js';

/** `new Promise(…)`, `new HttpError(…)`, `new Answer(…)`. */
export function evaluateNew(flow: Flow, node: TSESTree.NewExpression): Value {
  const [executor] = node.arguments;
  const meaning = meaningOfNew(node.callee);
  if (meaning === 'promise' && isFunction(executor)) return evaluateExecutor(flow, executor);
  flow.handOn(flow.evaluate(node.callee), node.callee);
  const isError = meaning === 'error';
  const args = evaluateArguments(flow, node);
  for (const value of args) {
    if (isError && value.kind === 'body') flow.giveAway(value);
    else if (isError) flow.inspect(value);
    flow.handOn(value, node);
  }
  // To make an error is not to throw one.
  if (!isError) flow.mayThrow();
  const body = meaning === 'view' ? args.find((value) => value.kind === 'body') : undefined;
  return body ?? unknownValue;
}

/** `new Promise((resolve, reject) => …)`: goes on from where `resolve` is called. */
function evaluateExecutor(flow: Flow, executor: FunctionNode): Value {
  const sink: Sink = { resolved: [], rejected: [], escaped: false };
  const before = flow.state;
  const done = runFunction(
    flow,
    executor,
    [
      { kind: 'settle', sink, rejects: false },
      { kind: 'settle', sink, rejects: true },
    ],
    executor,
  );
  const end = flow.state ?? before;
  const failed = joinStates(done.failed, flow.popScopesIn(sink.rejected, executor));
  const resolved = flow.popScopesIn(sink.resolved, executor);
  flow.state = resolved && !sink.escaped ? resolved : joinStates(end, resolved);
  if (!resolved && !sink.escaped && sink.rejected.length > 0) return promiseOf(never, failed);
  const values = sink.resolved.map(({ value }) => value);
  return promiseOf(joinedValue(flow, values, executor), failed);
}
