import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as intMap from '../../src/analysis/domain/int-map.js';
import { joinAll, joinStates, sameState, withTable, withVar } from '../../src/analysis/domain/state.js';
import { Fact, freshTable, mark, restrict, statusesOf, type Table } from '../../src/analysis/domain/table.js';
import {
  constant,
  emptyState,
  promiseOf,
  responseOf,
  top,
  unknownValue,
  type State,
  type Value,
} from '../../src/analysis/domain/value.js';
import { StatusSet } from '../../src/status/index.js';

const sets = fc.subarray([200, 304, 404, 500], { minLength: 1 }).map((codes) => StatusSet.of(...codes));
const tables: fc.Arbitrary<Table> = fc
  .tuple(sets, fc.constantFrom(0, Fact.inspected, Fact.used, Fact.inspected | Fact.used))
  .map(([statuses, facts]) => mark(freshTable(statuses), facts));

/** Values whose join loses nothing: a response beside a plain value, promises of them. */
const values: fc.Arbitrary<Value> = fc
  .tuple(fc.subarray([0, 1, 2]), fc.boolean(), fc.boolean())
  .map(([origins, maybe, promised]) => {
    const value = origins.length > 0 ? responseOf(origins, maybe) : unknownValue;
    return promised && origins.length > 0 ? promiseOf(value) : value;
  });

const responses = values.map((value) => (value.kind === 'promise' ? value.of : value));

const state = (of: fc.Arbitrary<Value>): fc.Arbitrary<State> =>
  fc
    .record({
      vars: fc.array(fc.tuple(fc.nat(3), of), { maxLength: 3 }),
      tables: fc.array(fc.tuple(fc.nat(2), tables), { maxLength: 3 }),
    })
    .map((parts) => {
      let made: State = emptyState;
      for (const [variable, value] of parts.vars) made = withVar(made, variable, value);
      for (const [origin, table] of parts.tables) made = { ...made, tables: intMap.set(made.tables, origin, table) };
      return made;
    });

const states = fc.option(state(responses), { nil: undefined, freq: 6 });

/** States in which every response is there: all of them are related where they differ. */
const complete = fc.tuple(state(responses), tables, tables, tables).map(([made, ...all]) => {
  const filled = all.reduce((into, table, origin) => intMap.set(into, origin, table), made.tables);
  return { ...made, tables: filled };
});

/** To a response that is not there on one side nothing is related, whatever it is on a third one. */
const unrelated = (of: State | undefined): State | undefined =>
  of && { ...of, tables: intMap.map(of.tables, (table) => table.map((entry) => ({ ...entry, others: undefined }))) };
const same = (a: State | undefined, b: State | undefined) => sameState(unrelated(a), unrelated(b));

describe('states', () => {
  it('have a join that is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(states, states, states, (a, b, c) => {
        expect(sameState(joinStates(a, b), joinStates(b, a))).toBe(true);
        expect(same(joinStates(a, joinStates(b, c)), joinStates(joinStates(a, b), c))).toBe(true);
        expect(joinStates(a, a)).toBe(a);
        const joined = joinStates(a, b);
        expect(sameState(joinStates(joined, b), joined)).toBe(true);
        expect(sameState(joinStates(a, joined), joined)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('relate responses to each other alike, whatever is joined first', () => {
    let related = 0;
    fc.assert(
      fc.property(complete, complete, complete, (a, b, c) => {
        const joined = joinStates(a, joinStates(b, c))!;
        intMap.each(joined.tables, (table) => (related += table.filter(({ others }) => others).length));
        expect(sameState(joined, joinStates(joinStates(a, b), c))).toBe(true);
        expect(sameState(joinStates(joined, b), joined)).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(related).toBeGreaterThan(100);
  });

  it('join in any number as one after the other', () => {
    fc.assert(
      fc.property(fc.array(states, { maxLength: 9 }), (list) => {
        const folded = list.reduce<State | undefined>((joined, one) => joinStates(joined, one), undefined);
        expect(same(joinAll(list), folded)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('hold after a join every status that one of them held', () => {
    fc.assert(
      fc.property(state(responses), state(responses), fc.nat(2), (a, b, origin) => {
        const statuses = (of: State | undefined) => statusesOf(intMap.get(of?.tables, origin) ?? []);
        expect(statuses(joinStates(a, b)).equals(statuses(a).union(statuses(b)))).toBe(true);
      }),
    );
  });

  it('hand on a response that a variable can no longer hold after a join', () => {
    const fresh = { ...emptyState, tables: intMap.set<Table>(undefined, 0, freshTable(StatusSet.all)) };
    const [a, b] = [withVar(fresh, 0, responseOf([0])), withVar(fresh, 0, { kind: 'list', each: unknownValue })];
    const joined = joinStates(a, b)!;
    const table = intMap.get(joined.tables, 0)!;
    // A list of nothing known is a plain value: the response stays.
    expect(intMap.get(joined.vars, 0)).toEqual({ ...responseOf([0], true), isMixed: true });
    expect(table.every((entry) => (entry.facts & Fact.handed) === 0)).toBe(true);
    const promised = withVar(fresh, 0, { kind: 'record', fields: new Map([['of', responseOf([0])]]) });
    const lost = joinStates(a, promised)!;
    expect(intMap.get(lost.vars, 0)).toBe(top);
    expect(intMap.get(lost.tables, 0)!.map((entry) => entry.facts & Fact.handed)).toEqual([Fact.handed]);
  });

  it('differ by one variable, one response or one branch, and from a point that cannot be reached', () => {
    const here = { type: 'IfStatement' } as never;
    const all = { ...emptyState, tables: intMap.set<Table>(undefined, 0, freshTable(StatusSet.all)) };
    const different = [
      undefined,
      emptyState,
      withVar(emptyState, 0, responseOf([0])),
      all,
      withTable(all, 0, (table) => mark(table, Fact.used)),
      { ...emptyState, failureRegions: intMap.set(undefined, 0, { condition: here, side: true, outer: undefined }) },
    ];
    different.forEach((a, i) => {
      different.forEach((b, j) => {
        expect([i, j, sameState(a && { ...a }, b && { ...b })]).toEqual([i, j, i === j]);
      });
    });
  });

  it('are the same object where a change changes nothing', () => {
    const held = withVar(emptyState, 0, responseOf([0]));
    const one = { ...held, tables: intMap.set<Table>(undefined, 0, freshTable(StatusSet.all)) };
    expect(withVar(one, 0, intMap.get(one.vars, 0)!)).toBe(one);
    expect(withTable(one, 0, (table) => table)).toBe(one);
    expect(withTable(one, 1, (table) => mark(table, Fact.used))).toBe(one);
  });

  it('remember in a flag what told the sides apart', () => {
    const guard = { type: 'Identifier' } as never;
    const fresh = { ...emptyState, tables: intMap.set<Table>(undefined, 0, freshTable(StatusSet.all)) };
    const success = StatusSet.range(200, 299);
    const side = (kept: StatusSet, value: boolean) =>
      withVar(
        withTable(fresh, 0, (table) => mark(restrict(table, kept), Fact.inspected, { guard })),
        1,
        constant(value),
      );
    const flag = intMap.get(joinStates(side(success, true), side(success.complement(), false))!.vars, 1)!;
    expect(flag.kind).toBe('test');
    if (flag.kind !== 'test') return;
    expect(flag.tests).toHaveLength(1);
    expect(flag.tests[0]!.whenTrue.equals(success)).toBe(true);
    expect(flag.tests[0]!.whenFalse.equals(success.complement())).toBe(true);
  });
});
