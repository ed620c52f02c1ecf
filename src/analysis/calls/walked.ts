import * as intMap from '../domain/int-map.js';
import type { FunctionNode } from '../../syntax/nodes.js';
import { splitBy } from '../constructs/branch.js';
import { errorFor } from '../constructs/errors.js';
import { isVagueTest } from '../constructs/status-values.js';
import type { ReturnedTest } from '../domain/signature.js';
import { joinAll, joinStates, tableAt } from '../domain/state.js';
import { Fact, freshTable, statusesOf } from '../domain/table.js';
import { holds, unknownValue, type State, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import type { Returned } from '../flow/frames.js';
import { joinedValue } from '../flow/join.js';
import type { Shape } from '../domain/shape.js';
import { runBody } from './functions.js';
import { clientNamed } from './client-named.js';
import { clientOfShape, parameterValue } from './shape.js';

/** The walk of a function with a fresh response for each parameter that can be one: what its signature is read from. */
export interface Walked {
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
  /** The state in which it is left for good: no caller goes on from there. */
  readonly exit: State | undefined;
  readonly flow: Flow;
}

/** Walks a function, with a flow that stands at its beginning. */
export function walk(flow: Flow, fn: FunctionNode, shapes: readonly Shape[]): Walked {
  const { clients, defaultClient, origins } = flow.facts;
  const stands = shapes.map((shape, i) => {
    if (!shape) return undefined;
    const name = clientOfShape(shape);
    const origin = origins.ofParameter(name ? clientNamed(clients, name) : defaultClient, fn.params[i]);
    flow.state = { ...flow.state!, tables: intMap.set(flow.state!.tables, origin.id, freshTable(origin.statuses)) };
    return origin;
  });
  const args = shapes.map((shape, i) => (shape ? parameterValue(shape, stands[i]!, fn.params[i]!) : unknownValue));
  if (!shapes[0]) args[0] = errorFor(flow, fn);
  const { returns, state, failed: thrown, rejected, exit } = runBody(flow, fn, args);
  flow.state = state;
  const value = fn.generator
    ? unknownValue
    : joinedValue(
        flow,
        returns.map((r) => r.value),
        fn,
      );
  // What the value cannot hold was handed on.
  const ends = flow.state;
  const [truthy, falsy] = truthiness(flow, returns);
  return {
    parameters: stands.map((origin) => origin?.id),
    ends,
    failed: () => joinStates(thrown(), rejected),
    rejects: !!rejected,
    value,
    truthy,
    falsy,
    returns,
    exit,
    flow,
  };
}

function truthiness(flow: Flow, returns: readonly Returned[]): [State | undefined, State | undefined] {
  const sides = returns.map((returned) => {
    flow.state = returned.state;
    return flow.tentatively(() => splitBy(flow, returned.value, flow.root));
  });
  return [joinAll(sides.map((s) => s.whenTrue)), joinAll(sides.map((s) => s.whenFalse))];
}

/** What the truth of the returned value says of the parameters, by their origins: `isOk(res)`. */
export function returnedTests({
  parameters,
  returns,
  truthy,
  falsy,
}: Pick<Walked, 'parameters' | 'returns' | 'truthy' | 'falsy'>): readonly OriginTest[] {
  const values = returns.map(({ value }) => value);
  if (!values.every(({ kind }) => kind === 'status' || kind === 'test' || kind === 'constant')) return [];
  // `async (res) => { show(await res.json()); }` gives the same whatever it is given: that tells nothing.
  if ((!truthy || !falsy) && values.every(({ kind }) => kind === 'constant')) return [];
  return parameters.flatMap((origin) => {
    if (origin === undefined) return [];
    const said = (state: State | undefined) => statusesOf(tableAt(state, origin), Fact.live);
    const [whenTrue, whenFalse] = [said(truthy), said(falsy)];
    const isVague = values.some((value) => isVagueTest(value) && holds(value, origin));
    return isVague || !whenTrue.equals(whenFalse) ? [{ origin, whenTrue, whenFalse, isVague }] : [];
  });
}

type OriginTest = Omit<ReturnedTest, 'parameter'> & { readonly origin: number };
