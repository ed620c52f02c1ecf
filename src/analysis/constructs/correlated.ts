import type { Node } from '../../syntax/nodes.js';
import type { Truth } from '../domain/correlation.js';
import * as intMap from '../domain/int-map.js';
import { newestTruths, tableAt, type Sides } from '../domain/state.js';
import { restrictFate } from '../domain/table.js';
import type { State } from '../domain/value.js';
import { Flow } from '../flow/flow.js';

/**
 * The two sides of a condition on something that does not change, and of which nothing else is known. It is as true further
 * on as it is here, and two such conditions go together: `if (strict && !res.ok) throw …; if (strict) use(res);`. That is no
 * look at the status. What the call of the function around it says goes first.
 */
export function splitByTruth(flow: Flow, node: Node): Sides | undefined {
  const { state } = flow;
  const answer = flow.answerTo(node);
  if (answer !== undefined) return { whenTrue: answer ? state : undefined, whenFalse: answer ? undefined : state };
  const condition = state?.tables && flow.facts.steady.of(node);
  if (!state || !condition) return undefined;
  const { number, variable, isNegated } = condition;
  flow.noteTruth(variable);
  const truth = intMap.get(state.truths, number);
  const side = (is: boolean) => {
    if (truth?.is !== undefined) return truth.is === is ? state : undefined;
    return decided(state, number, is, truth);
  };
  return { whenTrue: side(!isNegated), whenFalse: side(isNegated) };
}

function decided(state: State, number: number, is: boolean, truth: Truth | undefined): State {
  let { tables } = state;
  for (const { origin, whenTrue, whenFalse } of truth?.says ?? []) {
    const table = tableAt(state, origin);
    tables = intMap.set(tables, origin, restrictFate(table, is ? whenTrue : whenFalse));
  }
  const truths = newestTruths(intMap.set(state.truths, number, { is, says: [] }));
  return { ...state, tables, truths };
}

/** A state at the end of a loop's turn: what may be otherwise in the next one is not known any more. */
export function withoutPassing(flow: Flow, state: State | undefined): State | undefined {
  let truths = state?.truths;
  intMap.each(state?.truths, (_, number) => {
    if (flow.facts.steady.isPassing(number)) truths = intMap.remove(truths, number);
  });
  return state && truths !== state.truths ? { ...state, truths } : state;
}
