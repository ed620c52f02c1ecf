import type { TSESTree } from '@typescript-eslint/utils';
import { isErrorClass } from '../../models/conventions.js';
import { joinStates } from '../domain/state.js';
import { never, other, promiseOf, type Sink, type Value } from '../domain/value.js';
import { isFunction, type FunctionNode, type Node } from '../../syntax/nodes.js';
import { evaluateArguments } from './calls.js';
import { evaluate } from '../interpreter/evaluate.js';
import type { Flow } from '../flow/flow.js';
import { runFunction } from './functions.js';
import { joinedValue } from '../flow/join.js';

/** `new Promise(…)`, `new HttpError(…)`, `new Answer(…)`. */
export function evaluateNew(flow: Flow, node: TSESTree.NewExpression): Value {
  const [executor] = node.arguments;
  if (node.callee.type === 'Identifier' && node.callee.name === 'Promise' && isFunction(executor)) {
    return evaluateExecutor(flow, executor);
  }
  flow.handOn(evaluate(flow, node.callee), node.callee);
  const isError = isErrorClass(node.callee);
  const args = evaluateArguments(flow, node);
  for (const value of args) {
    if (isError && value.kind === 'body') flow.giveAway(value);
    else if (isError) flow.inspect(value);
    flow.handOn(value, node);
  }
  // To make an error is not to throw one.
  if (!isError) flow.mayThrow();
  const body = isView(node.callee) ? args.find((value) => value.kind === 'body') : undefined;
  return body ?? other;
}

/** `new Uint8Array(buffer)`: classes of the language whose objects show what they are given. */
const isView = (callee: Node): boolean => callee.type === 'Identifier' && views.test(callee.name);

const views = /^((Big)?(Ui|I)nt\d+(Clamped)?Array|Float\d+Array|DataView|Blob|Buffer|Map|Set|URLSearchParams)$/;

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
  const failed = joinStates(done.failed, flow.leaveAll(sink.rejected, executor));
  const resolved = flow.leaveAll(sink.resolved, executor);
  flow.state = resolved && !sink.escaped ? resolved : joinStates(end, resolved);
  if (!resolved && !sink.escaped && sink.rejected.length > 0) return promiseOf(never, failed);
  const values = sink.resolved.map(({ value }) => value);
  return promiseOf(joinedValue(flow, values, executor), failed);
}
