import { isInside, unwrap, type Node } from '../../syntax/nodes.js';
import * as intMap from '../domain/int-map.js';
import { joinStates, tableAt } from '../domain/state.js';
import { never, settledValue, type State, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';

/** The code waits for these responses: to drop them now is to go on as if they had worked. */
export function wait(flow: Flow, value: Value): void {
  flow.see(value, 'awaited');
  flow.noteWaited(value);
  if (flow.isTolerant) flow.see(value, 'tolerated');
}

/** `await`, at a node: the path goes on with the value, or throws as the promise rejects. */
export function awaitValue(flow: Flow, value: Value, node: Node): Value {
  if (value.kind !== 'promise') {
    if (mayBePromise(value)) flow.mayThrow();
    return value;
  }
  const settled = settledValue(value);
  flow.noteStep('awaited', node, settled);
  if (isDirect(settled)) wait(flow, settled);
  flow.mayThrow(flow.failureOf(value));
  if (value.of === never) flow.state = undefined;
  return settled;
}

/** Whether a value of which it is not known may be a promise, and reject. */
export const mayBePromise = (value: Value): boolean =>
  value.kind === 'unknown' || (value.kind === 'response' && value.maybeOther);

/** Waiting for a promise of a body waits for no response. */
export const isDirect = (value: Value): boolean => value.kind === 'response' || value.kind === 'list';

/** Runs an expression for which nobody waits: where its promise rejects, the code goes on without its responses. */
export function discard(flow: Flow, node: Node): Value {
  const before = flow.state;
  const from = flow.used.length;
  const value = flow.evaluate(node);
  // What is assigned is not left alone.
  if (value.kind !== 'promise' || unwrap(node).type !== 'CallExpression') return value;
  // An exception in the code around it does not stop it: what it reads is not read in vain.
  flow.keepUses(from);
  const rejected = (state: State | undefined) => withoutRequests(flow, state, before, node);
  const fulfilled = value.of === never ? rejected(flow.state) : flow.state;
  flow.state = joinStates(fulfilled, rejected(value.failed));
  return value;
}

/** The code goes on as it was before an expression that rejects: what that requested and read may have been in vain. */
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
