import { isInside, unwrap, type Node } from '../../syntax/nodes.js';
import * as intMap from '../domain/int-map.js';
import { joinStates, tableAt } from '../domain/state.js';
import { never, settledValue, type State, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { tolerate } from './probes.js';

/** Notes that the code waits for these responses: one that it then drops may be reported. */
export function wait(flow: Flow, value: Value, node: Node): void {
  flow.see(value, 'awaited');
  flow.noteWaited(value);
  const { tolerance } = flow;
  if (tolerance) tolerate(flow, value, node, tolerance);
}

/** `await p`: the path goes on with what the promise fulfils with, and another one throws where it rejects. */
export function awaitValue(flow: Flow, value: Value, node: Node): Value {
  if (value.kind !== 'promise') {
    if (mayBePromise(value)) flow.mayThrow();
    return value;
  }
  const settled = settledValue(value);
  flow.noteStep('awaited', node, settled);
  if (isDirect(settled)) wait(flow, settled, node);
  flow.mayThrow(flow.failureOf(value));
  if (value.of === never) flow.state = undefined;
  return settled;
}

/** Whether a value may be a promise although that is not known, so that `await` may throw. */
export const mayBePromise = (value: Value): boolean =>
  value.kind === 'unknown' || (value.kind === 'response' && value.maybeOther);

/** Whether awaiting the promise of this is awaiting a response: that of a body (`await res.json()`) is not. */
export const isDirect = (value: Value): boolean => value.kind === 'response' || value.kind === 'list';

/**
 * Runs an expression whose value is thrown away (`void load(url)`): where its promise rejects, the code goes on all the
 * same.
 */
export function discard(flow: Flow, node: Node): Value {
  const before = flow.state;
  const from = flow.used.length;
  const value = flow.evaluate(node);
  // `p = load(url)` keeps the promise: it is not discarded.
  if (value.kind !== 'promise' || unwrap(node).type !== 'CallExpression') return value;
  // An exception in the code around does not stop it, so a `catch` must not take its uses back.
  flow.keepUses(from);
  const rejected = (state: State | undefined) => withoutRequests(flow, state, before, node);
  const fulfilled = value.of === never ? rejected(flow.state) : flow.state;
  flow.state = joinStates(fulfilled, rejected(value.failed));
  return value;
}

/**
 * Restores the tables of the requests in a node whose promise rejects: what they were used for may not have happened.
 */
export function withoutRequests(
  flow: Flow,
  state: State | undefined,
  before: State | undefined,
  node: Node,
): State | undefined {
  let tables = state?.tables;
  intMap.each(tables, (_, origin) => {
    const { call } = flow.facts.origins.at(origin);
    if (call && isInside(call, node)) tables = intMap.set(tables, origin, tableAt(before, origin));
  });
  return state && { ...state, tables };
}
