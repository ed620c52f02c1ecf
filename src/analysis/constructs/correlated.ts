import type { Node } from '../../syntax/nodes.js';
import type { Correlation } from '../domain/correlation.js';
import * as intMap from '../domain/int-map.js';
import { newestCorrelations, tableAt, type BranchStates } from '../domain/state.js';
import { restrictByFacts } from '../domain/table.js';
import type { State } from '../domain/value.js';
import { Flow } from '../flow/flow.js';

/**
 * The two sides of a condition on something that does not change, and of which nothing else is known. It is as true further
 * on as it is here, and two such conditions go together: `if (strict && !res.ok) throw …; if (strict) use(res);`. That is no
 * look at the status. What the call of the function around it says goes first.
 */
export function splitByCorrelation(flow: Flow, node: Node): BranchStates | undefined {
  const { state } = flow;
  const answer = flow.answerTo(node);
  if (answer !== undefined) return { whenTrue: answer ? state : undefined, whenFalse: answer ? undefined : state };
  const condition = state?.tables && flow.facts.stableConditions.of(node);
  if (!state || !condition) return undefined;
  const { number, variable, isNegated } = condition;
  flow.noteCorrelated(variable);
  const correlation = intMap.get(state.correlations, number);
  const side = (is: boolean) => {
    if (correlation?.is !== undefined) return correlation.is === is ? state : undefined;
    return assume(state, number, is, correlation);
  };
  return { whenTrue: side(!isNegated), whenFalse: side(isNegated) };
}

function assume(state: State, number: number, is: boolean, correlation: Correlation | undefined): State {
  let { tables } = state;
  for (const { origin, whenTrue, whenFalse } of correlation?.implications ?? []) {
    const table = tableAt(state, origin);
    tables = intMap.set(tables, origin, restrictByFacts(table, is ? whenTrue : whenFalse));
  }
  const correlations = newestCorrelations(intMap.set(state.correlations, number, { is, implications: [] }));
  return { ...state, tables, correlations };
}

/** A state at the end of a loop's turn: what may be otherwise in the next one is not known any more. */
export function withoutUnstable(flow: Flow, state: State | undefined): State | undefined {
  let correlations = state?.correlations;
  intMap.each(state?.correlations, (_, number) => {
    if (flow.facts.stableConditions.isPassing(number)) correlations = intMap.remove(correlations, number);
  });
  return state && correlations !== state.correlations ? { ...state, correlations } : state;
}
