import type { StatusSet } from '../../status/index.js';
import * as intMap from '../lattice/int-map.js';
import { emptyState, joinAll, joinStates, tableAt, type State } from '../lattice/state.js';
import { Fact, freshTable, statusesOf } from '../lattice/table.js';
import { other, type Value } from '../lattice/value.js';
import type { FileAnalysis } from '../file-analysis.js';
import type { FunctionNode } from '../syntax.js';
import { splitBy } from './branch.js';
import { Flow } from './flow.js';
import type { Returned } from './frames.js';
import { runBody } from './functions.js';
import { joinedValue } from './join.js';
import { parameterValue, type Shape } from './summaries.js';

/**
 * What a function does, for any caller: it is walked once with a fresh response for each parameter that can be one, and
 * what happened to that on the way to the end holds for whatever is passed, since each status takes its own way.
 */
export interface Summary {
  /** For each parameter the origin that stands for it, where one does. */
  readonly parameters: readonly (number | undefined)[];
  /** The state at its ordinary end; undefined if it never returns. */
  readonly ends: State | undefined;
  /** The state in which it throws. */
  readonly failed: () => State | undefined;
  /** Not being async, it may return a promise that rejects. */
  readonly rejects: boolean;
  readonly value: Value;
  /** The states in which it returned something true, and something false. */
  readonly truthy: State | undefined;
  readonly falsy: State | undefined;
  readonly returns: readonly Returned[];
  readonly flow: Flow;
}

export function summarise(analysis: FileAnalysis, fn: FunctionNode, shapes: readonly Shape[]): Summary {
  const flow = new Flow(analysis, fn, emptyState);
  const client = analysis.defaultClient;
  const parameters = shapes.map((shape, i) => {
    if (!shape) return undefined;
    const origin = analysis.origins.ofParameter(client, fn.params[i]);
    flow.state = { ...flow.state!, tables: intMap.set(flow.state!.tables, origin.id, freshTable(client.statuses)) };
    return origin.id;
  });
  const args = shapes.map((shape, i) => (shape ? parameterValue(shape, parameters[i]!, fn.params[i]!) : other));
  const { returns, state: ends, failed: thrown, rejected } = runBody(flow, fn, args);
  flow.state = ends;
  const value = fn.generator
    ? other
    : joinedValue(
        flow,
        returns.map((r) => r.value),
        fn,
      );
  const [truthy, falsy] = truths(flow, returns);
  return {
    parameters,
    ends,
    failed: () => joinStates(thrown(), rejected),
    rejects: !!rejected,
    value,
    truthy,
    falsy,
    returns,
    flow,
  };
}

function truths(flow: Flow, returns: readonly Returned[]): [State | undefined, State | undefined] {
  const sides = returns.map((returned) => {
    flow.state = returned.state;
    return flow.tentatively(() => splitBy(flow, returned.value, flow.root));
  });
  return [joinAll(sides.map((s) => s.whenTrue)), joinAll(sides.map((s) => s.whenFalse))];
}

export interface ReturnedTest {
  readonly origin: number;
  readonly whenTrue: StatusSet;
  readonly whenFalse: StatusSet;
}

/** What the truth of the returned value says of the parameters: `isOk(res)`. */
export function returnedTests(summary: Summary): readonly ReturnedTest[] {
  return summary.parameters.flatMap((origin) => {
    if (origin === undefined) return [];
    const said = (state: State | undefined) => statusesOf(tableAt(state, origin), Fact.live);
    const [whenTrue, whenFalse] = [said(summary.truthy), said(summary.falsy)];
    const isTest = summary.returns.every(
      ({ value }) => value.kind === 'image' || value.kind === 'test' || value.kind === 'constant',
    );
    return isTest && !whenTrue.equals(whenFalse) ? [{ origin, whenTrue, whenFalse }] : [];
  });
}
