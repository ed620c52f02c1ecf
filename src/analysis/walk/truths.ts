import type { TSESTree } from '@typescript-eslint/utils';
import { isRewritten, type Variable } from '../file.js';
import * as intMap from '../lattice/int-map.js';
import { withTable, type State } from '../lattice/state.js';
import { restrict } from '../lattice/table.js';
import type { Truth } from '../lattice/truth.js';
import type { Sides } from './branch.js';
import type { Flow } from './flow.js';

/**
 * The two sides of a condition that is a variable of which nothing else is known. One that never changes is as true further
 * on as it is here, and two conditions on it go together: `if (strict && !res.ok) throw …; if (strict) use(res);`. That is
 * no look at the status.
 */
export function splitByTruth(flow: Flow, node: TSESTree.Identifier): Sides | undefined {
  const { state } = flow;
  const variable = state?.tables && flow.analysis.file.variable(node);
  if (!state || !variable || !isSteady(variable)) return undefined;
  const number = flow.noteTruth(variable);
  const truth = intMap.get(state.truths, number);
  if (truth?.is !== undefined) {
    return truth.is ? { whenTrue: state, whenFalse: undefined } : { whenTrue: undefined, whenFalse: state };
  }
  return { whenTrue: decided(state, number, true, truth), whenFalse: decided(state, number, false, truth) };
}

function decided(state: State, number: number, is: boolean, truth: Truth | undefined): State {
  let next: State = { ...state, truths: intMap.set(state.truths, number, { is, says: [] }) };
  for (const { origin, whenTrue, whenFalse } of truth?.says ?? []) {
    next = withTable(next, origin, (table) => restrict(table, is ? whenTrue : whenFalse));
  }
  return next;
}

/** Whether a variable has the same value wherever it can be read. */
const isSteady = (variable: Variable): boolean =>
  variable.defs.length === 1 && ['Variable', 'Parameter'].includes(variable.defs[0]!.type) && !isRewritten(variable);
