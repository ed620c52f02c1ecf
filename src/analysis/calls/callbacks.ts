import { isFunction, unwrap, type Node } from '../../syntax/nodes.js';
import { responsesBehind, unknownValue, type SettleValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { runFunction, type Done } from './functions.js';
import { callSummarised } from './summaries.js';

export const ended = (value: Value): Done => ({ value, failed: undefined });

/** Calls whatever stands for a callback: a function, the name or method of one in this file, `resolve`, a logger. */
export function applyCallback(flow: Flow, callback: Node, args: readonly Value[]): Done {
  const node = unwrap(callback);
  if (isFunction(node)) return runFunction(flow, node, args, node);
  if (flow.facts.conventions.isLogger(node)) return ended(unknownValue);
  const [fn] = flow.facts.file.functionsOf(node);
  if (fn) return callSummarised(flow, fn, args, node);
  const value = flow.evaluate(node);
  if (value.kind === 'settle') {
    settle(flow, value, args, node);
    return ended(unknownValue);
  }
  for (const arg of args) flow.handOn(arg, node);
  return ended(unknownValue);
}

/** `resolve(value)` and `reject(value)`: the path goes on where the promise is waited for, or ends. */
export function settle(flow: Flow, settling: SettleValue, args: readonly Value[], node: Node): void {
  if (!flow.state) return;
  if (settling.rejects) {
    for (const arg of args) flow.handOn(arg, node);
    flow.noteThrow(node);
    settling.sink.rejected.push({ value: unknownValue, state: flow.state });
    return;
  }
  // Whoever waits for the new promise owns the response now.
  for (const arg of args) flow.see(arg, 'touched');
  const [given = unknownValue] = args;
  const isError = responsesBehind(given).some(({ isAnswer }) => isAnswer);
  if (isError) flow.handOn(given, node);
  settling.sink.resolved.push({ value: isError ? unknownValue : given, state: flow.state });
}
