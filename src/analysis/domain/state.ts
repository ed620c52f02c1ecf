import {
  joinCorrelations,
  movedFacts,
  sameCorrelation,
  unknownCorrelation,
  withoutFacts,
  type Correlation,
} from './correlation.js';
import { joinFailureRegions, sameRegion } from './failure-region.js';
import type { IntMap } from './int-map.js';
import * as intMap from './int-map.js';
import { joinValues, sameValue } from './join-values.js';
import { relate, withoutContradictions, type Related } from './related.js';
import { Fact, joinTables, mark, sameTable, statusesByFacts, statusesOf, type Table } from './table.js';
import {
  responsesBehind,
  responsesIn,
  unknownValue,
  type ResponseValue,
  type State,
  type TestValue,
  type Value,
} from './value.js';

/** The join of two states: the point is reached from either. This is the only place where paths meet. */
export function joinStates(a: State | undefined, b: State | undefined): State | undefined {
  if (!a || !b || a === b) return a ?? b;
  const joined = joinAllTables(a, b);
  let { tables } = joined;
  const handOn = (value: Value) => {
    for (const origin of originsIn(value))
      tables = intMap.set(tables, origin, mark(intMap.get(tables, origin) ?? [], Fact.handed));
  };
  const vars = intMap.merge(a.vars, b.vars, {
    both: (x, y) => stored(flagTest(a, b, x, y) ?? joinValues(x, y, handOn)),
    one: (value) => stored(joinValues(value, unknownValue, handOn)),
  });
  return {
    vars,
    tables,
    failureRegions: joinFailureRegions(a.failureRegions, b.failureRegions),
    correlations: joinAllCorrelations(a, b),
    related: joined.related,
  };
}

function joinAllTables(a: State, b: State): Related {
  const differing: number[] = [];
  const tables = intMap.merge(a.tables, b.tables, {
    both: (x, y, origin) => {
      if (x !== y) differing.push(origin);
      return joinTables(x, y);
    },
    one: (table, _, origin) => (differing.push(origin), table),
  });
  const related = intMap.merge(a.related, b.related, {
    both: (x, y) => (x === y ? x : [...new Set([...x, ...y])]),
    one: (origins) => origins,
  });
  return relate(a.tables, b.tables, { tables, related }, differing);
}

function joinAllCorrelations(a: State, b: State): IntMap<Correlation> {
  if (a.correlations === b.correlations) return a.correlations;
  let found: number[] | undefined;
  const differing = () => (found ??= originsThatDiffer(a, b));
  const joiningPath = (state: State, correlation: Correlation) => ({
    correlation,
    statusesOf: (origin: number) => statusesByFacts(tableAt(state, origin)),
  });
  const joined = intMap.merge(a.correlations, b.correlations, {
    both: (x, y) => joinCorrelations(joiningPath(a, x), joiningPath(b, y), differing),
    // The other path knows nothing of the condition.
    one: (x, fromSecond) =>
      joinCorrelations(
        joiningPath(fromSecond ? b : a, x),
        joiningPath(fromSecond ? a : b, unknownCorrelation),
        differing,
      ),
  });
  return newestCorrelations(joined);
}

/**
 * How many correlations a state keeps: each is updated with every change of a response. Nobody writes as many
 * conditions.
 */
const mostConditions = 16;

/** Keeps the correlations of the conditions that were found last. */
export function newestCorrelations(correlations: IntMap<Correlation>): IntMap<Correlation> {
  const numbers: number[] = [];
  intMap.each(correlations, (_, number) => numbers.push(number));
  if (numbers.length <= mostConditions) return correlations;
  const oldest = numbers.sort((a, b) => a - b).slice(0, -mostConditions);
  return oldest.reduce((kept, number) => intMap.remove(kept, number), correlations);
}

function originsThatDiffer(a: State, b: State): number[] {
  const origins: number[] = [];
  intMap.differing(a.tables, b.tables, (origin) => {
    origins.push(origin);
    return false;
  });
  return origins;
}

const stored = (value: Value): Value | undefined => (value === unknownValue ? undefined : value);

/**
 * A flag: after `let good = false; if (r.ok) good = true`, a joined variable that is true on one path and false on the other
 * says which path was taken. So it is a test of the response that the paths have different statuses for.
 */
function flagTest(a: State, b: State, x: Value, y: Value): TestValue | undefined {
  if (x.kind !== 'constant' || y.kind !== 'constant') return undefined;
  if (Boolean(x.value) === Boolean(y.value)) return undefined;
  const [whenTrue, whenFalse] = x.value ? [a, b] : [b, a];
  let test: TestValue | undefined;
  intMap.differing(whenTrue.tables, whenFalse.tables, (origin, table, opposite) => {
    const [t, f] = [statusesOf(table, Fact.live), statusesOf(opposite, Fact.live)];
    const guard = table.find((entry) => entry.guard)?.guard;
    if (!guard || t.equals(f)) return false;
    const of = { kind: 'response', origins: [origin], maybeOther: false, isPast: true } as const;
    test = { kind: 'test', tests: [{ of, whenTrue: t, whenFalse: f }], node: guard };
    return true;
  });
  return test;
}

/** Joins many states as a tournament: neighbours share most, so the whole costs n log n where a fold would cost n². */
export function joinAll(states: readonly (State | undefined)[]): State | undefined {
  if (states.length <= 2) return joinStates(states[0], states[1]);
  const middle = states.length >> 1;
  return joinStates(joinAll(states.slice(0, middle)), joinAll(states.slice(middle)));
}

export function sameState(a: State | undefined, b: State | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  return (
    intMap.equal(a.tables, b.tables, sameTable) &&
    intMap.equal(a.vars, b.vars, sameValue) &&
    intMap.equal(a.failureRegions, b.failureRegions, sameRegion) &&
    intMap.equal(a.correlations, b.correlations, sameCorrelation)
  );
}

export const originsIn = (value: Value): readonly number[] =>
  responsesIn(value).flatMap((response) => response.origins);

export const originsBehind = (value: Value): readonly number[] =>
  responsesBehind(value).flatMap((response) => response.origins);

/**
 * The entries that a look at a status concerns. `good = res.ok` is still a look at `res` after `res` was overwritten.
 */
export const seenBy = ({ isPast }: ResponseValue): number => (isPast ? Fact.live | Fact.statusKnown : Fact.live);

/** What happened to a response on the way here; empty for one that does not exist yet. */
export const tableAt = (state: State | undefined, origin: number): Table => intMap.get(state?.tables, origin) ?? [];

/** The same state with a change to one response's table. */
export function withTable(state: State, origin: number, change: (table: Table) => Table): State {
  const table = intMap.get(state.tables, origin);
  if (!table) return state;
  const changed = change(table);
  if (changed === table) return state;
  return {
    ...state,
    tables: intMap.set(state.tables, origin, changed),
    correlations: correlationsAfter(state.correlations, origin, table, changed),
  };
}

/** The same for a response that is there, with a change that narrows it: what others are with other statuses is past. */
export function withNarrowed(state: State, origin: number, change: (table: Table) => Table): State {
  const narrowed = withTable(state, origin, change);
  const tables = narrowed === state ? state.tables : withoutContradictions(narrowed, origin);
  return tables === narrowed.tables ? narrowed : { ...narrowed, tables };
}

/** Updates the correlations after a response has got another table. */
function correlationsAfter(
  correlations: IntMap<Correlation>,
  origin: number,
  before: Table,
  after: Table,
): IntMap<Correlation> {
  if (!correlations) return correlations;
  const moved = movedFacts(statusesByFacts(before), statusesByFacts(after));
  return moved ? intMap.map(correlations, (correlation) => withoutFacts(correlation, origin, moved)) : correlations;
}

/** The same state with a variable that holds something else. */
export const withVar = (state: State, variable: number, value: Value): State => {
  const vars = value === unknownValue ? intMap.remove(state.vars, variable) : intMap.set(state.vars, variable, value);
  return vars === state.vars ? state : { ...state, vars };
};

/** The states on the two branches of a condition; undefined for one that cannot be reached. */
export interface BranchStates {
  readonly whenTrue: State | undefined;
  readonly whenFalse: State | undefined;
}
