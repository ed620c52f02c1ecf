import type { Node } from '../../syntax/nodes.js';
import type { Correlation } from '../domain/correlation.js';
import * as intMap from '../domain/int-map.js';
import { newestCorrelations, tableAt, type BranchStates } from '../domain/state.js';
import { restrictByFacts } from '../domain/table.js';
import type { State } from '../domain/value.js';
import { Flow } from '../flow/flow.js';

/**
 * The two branches of a stable condition, correlated with the earlier ones of the same meaning: after
 * `if (strict && !res.ok) throw …`, the true branch of `if (strict)` has 2xx alone. That does not inspect the response. If
 * the call of the function decides the condition (`load(url, { strict: true })`), only one branch is reached.
 */
export function splitByCorrelation(flow: Flow, node: Node): BranchStates | undefined {
  const { state } = flow;
  const outcome = flow.outcomeOf(node);
  if (outcome !== undefined) return { whenTrue: outcome ? state : undefined, whenFalse: outcome ? undefined : state };
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

/** At the end of a loop's turn: forgets the conditions that may be different in the next one, as `options.raw` may. */
export function withoutUnstable(flow: Flow, state: State | undefined): State | undefined {
  let correlations = state?.correlations;
  intMap.each(state?.correlations, (_, number) => {
    if (flow.facts.stableConditions.mayChange(number)) correlations = intMap.remove(correlations, number);
  });
  return state && correlations !== state.correlations ? { ...state, correlations } : state;
}
