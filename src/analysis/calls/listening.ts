import type { TSESTree } from '@typescript-eslint/utils';
import type { Source } from '../../sources/source.js';
import type { Listener, Listening } from '../../sources/listeners.js';
import { wait } from '../constructs/await.js';
import { evaluateArguments } from '../constructs/operands.js';
import { joinAll, joinStates } from '../domain/state.js';
import { statusesOf } from '../domain/table.js';
import { responseOf, unknownValue, type ResponseValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { runFunction } from './functions.js';
import { bornWith } from './resolving.js';

/** `xhr.send()`: the object has the response where its listeners are called, or after a call that waits for it. */
export function evaluateListening(
  flow: Flow,
  node: TSESTree.CallExpression,
  source: Source,
  { variable, listeners, isSynchronous, isGiven }: Listening,
): Value {
  for (const value of evaluateArguments(flow, node)) flow.handOn(value, node);
  flow.mayThrow();
  for (const one of listeners) if (one.brings === 'never') flow.state = joinStates(flow.state, called(flow, one));
  const without = flow.state;
  const table = bornWith(flow, source);
  const origin = flow.facts.origins.ofSource(flow.root, source, statusesOf(table));
  flow.birth(origin, table);
  const of = responseOf([origin.id]);
  if (isSynchronous) {
    flow.assign(variable, of, node);
    return unknownValue;
  }
  for (const one of listeners) {
    if (one.brings === 'never') continue;
    const before = flow.state;
    flow.standIn(variable, of);
    if (one.brings === 'surely' && !isGiven) wait(flow, of, node);
    const after = called(flow, one, of);
    flow.state = one.brings === 'surely' ? after : joinStates(before, after);
    flow.assign(variable, unknownValue, node);
  }
  flow.state = joinStates(without, flow.state);
  return unknownValue;
}

/** The state after a listener was called; the flow's own stays. */
function called(flow: Flow, { fn }: Listener, of?: ResponseValue) {
  const target: Value = of ?? unknownValue;
  if (of) flow.receivers.set(fn, of);
  const event: Value = { kind: 'record', fields: new Map(['target', 'currentTarget'].map((name) => [name, target])) };
  const before = flow.state;
  const done = runFunction(flow, fn, [of ? event : unknownValue], fn);
  const after = joinAll([flow.state, done.failed]);
  flow.receivers.delete(fn);
  flow.state = before;
  return after;
}
