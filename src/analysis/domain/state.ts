import { joinTruths, movedFacts, sameTruth, unknown, withoutFacts, type Truth } from './correlation.js';
import { joinOwn, sameBranch } from './failure-region.js';
import type { IntMap } from './int-map.js';
import * as intMap from './int-map.js';
import { joinValues, sameValue } from './join-values.js';
import { Fact, fateOf, joinTables, mark, sameTable, statusesOf, type Table } from './table.js';
import {
  other,
  responsesBehind,
  responsesIn,
  type ResponseValue,
  type State,
  type TestValue,
  type Value,
} from './value.js';

const tableMerge = { both: joinTables, one: (table: Table) => table };

/** The join of two states: the point is reached from either. This is the only place where paths meet. */
export function joinStates(a: State | undefined, b: State | undefined): State | undefined {
  if (!a || !b || a === b) return a ?? b;
  let tables = intMap.merge(a.tables, b.tables, tableMerge);
  const handOn = (value: Value) => {
    for (const origin of originsIn(value))
      tables = intMap.set(tables, origin, mark(intMap.get(tables, origin) ?? [], Fact.handed));
  };
  const vars = intMap.merge(a.vars, b.vars, {
    both: (x, y) => known(flagTest(a, b, x, y) ?? joinValues(x, y, handOn)),
    one: (value) => known(joinValues(value, other, handOn)),
  });
  return { vars, tables, own: joinOwn(a.own, b.own), truths: joinAllTruths(a, b) };
}

function joinAllTruths(a: State, b: State): IntMap<Truth> {
  if (a.truths === b.truths) return a.truths;
  let found: number[] | undefined;
  const differing = () => (found ??= originsThatDiffer(a, b));
  const side = (state: State, truth: Truth) => ({
    truth,
    fateOf: (origin: number) => fateOf(tableAt(state, origin)),
  });
  const joined = intMap.merge(a.truths, b.truths, {
    both: (x, y) => joinTruths(side(a, x), side(b, y), differing),
    // Of the other path it is not known.
    one: (x, fromSecond) => joinTruths(side(fromSecond ? b : a, x), side(fromSecond ? a : b, unknown), differing),
  });
  return newestTruths(joined);
}

/** More conditions than anybody writes on one response; each of them has to follow whatever happens to it. */
const mostConditions = 16;

/** What is known of the conditions that were found last. */
export function newestTruths(truths: IntMap<Truth>): IntMap<Truth> {
  const numbers: number[] = [];
  intMap.each(truths, (_, number) => numbers.push(number));
  if (numbers.length <= mostConditions) return truths;
  const oldest = numbers.sort((a, b) => a - b).slice(0, -mostConditions);
  return oldest.reduce((kept, number) => intMap.remove(kept, number), truths);
}

function originsThatDiffer(a: State, b: State): number[] {
  const origins: number[] = [];
  intMap.differing(a.tables, b.tables, (origin) => {
    origins.push(origin);
    return false;
  });
  return origins;
}

const known = (value: Value): Value | undefined => (value === other ? undefined : value);

/**
 * `let good = false; if (r.ok) good = true`: where a variable is true on one side and false on the other, it says which
 * side was taken, and with it what the sides know of the responses that their condition told apart.
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
    test = { kind: 'test', says: [{ of, whenTrue: t, whenFalse: f }], node: guard };
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
    intMap.equal(a.own, b.own, sameBranch) &&
    intMap.equal(a.truths, b.truths, sameTruth)
  );
}

export const originsIn = (value: Value): readonly number[] =>
  responsesIn(value).flatMap((response) => response.origins);

export const originsBehind = (value: Value): readonly number[] =>
  responsesBehind(value).flatMap((response) => response.origins);

/** Which entries of its table a look at the status of a response concerns: a flag outlives what it was computed from. */
export const seenBy = ({ isPast }: ResponseValue): number => (isPast ? Fact.live | Fact.known : Fact.live);

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
    truths: truthsAfter(state.truths, origin, table, changed),
  };
}

/** What is known of conditions once a response has another table. */
function truthsAfter(truths: IntMap<Truth>, origin: number, before: Table, after: Table): IntMap<Truth> {
  if (!truths) return truths;
  const moved = movedFacts(fateOf(before), fateOf(after));
  return moved ? intMap.map(truths, (truth) => withoutFacts(truth, origin, moved)) : truths;
}

/** The same state with a variable that holds something else. */
export const withVar = (state: State, variable: number, value: Value): State => {
  const vars = value === other ? intMap.remove(state.vars, variable) : intMap.set(state.vars, variable, value);
  return vars === state.vars ? state : { ...state, vars };
};
/** The states on the two sides of a condition. */

export interface Sides {
  readonly whenTrue: State | undefined;
  readonly whenFalse: State | undefined;
}
