import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as table from '../../src/analysis/domain/table.js';
import { Fact, type Table } from '../../src/analysis/domain/table.js';
import { StatusSet } from '../../src/status/index.js';

const codes = [0, 100, 200, 204, 301, 404, 500, 999];
const sets = fc.subarray(codes, { minLength: 0 }).map((some) => StatusSet.of(...some));
const facts = fc.nat(63);
export const tables: fc.Arbitrary<Table> = fc
  .array(fc.record({ facts, statuses: sets }), { maxLength: 6 })
  .map((entries) => table.tableOf(entries));

/** What a table says, status by status: which combinations of facts each one can have. */
const meaning = (of: Table) =>
  codes.map((code) => of.filter((entry) => entry.statuses.has(code)).map((entry) => entry.facts));

const changed = (of: Table, change: (facts: number, code: number) => number | undefined) =>
  codes.map((code, i) => {
    const all = meaning(of)
      [i]!.map((combination) => change(combination, code))
      .filter((result) => result !== undefined);
    return [...new Set(all)].sort((a, b) => a - b);
  });

const isLive = (combination: number) => (combination & Fact.live) !== 0;

describe('tables', () => {
  it('join as sets of what can be', () => {
    fc.assert(
      fc.property(tables, tables, (a, b) => {
        const union = codes.map((_, i) => [...new Set([...meaning(a)[i]!, ...meaning(b)[i]!])].sort((x, y) => x - y));
        expect(meaning(table.joinTables(a, b))).toEqual(union);
      }),
    );
  });

  it('have a join that is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(tables, tables, tables, (a, b, c) => {
        const { joinTables: join, sameTable: same } = table;
        expect(same(join(a, b), join(b, a))).toBe(true);
        expect(same(join(a, join(b, c)), join(join(a, b), c))).toBe(true);
        expect(join(a, a)).toBe(a);
        expect(join(join(a, b), b)).toEqual(join(a, b));
      }),
    );
  });

  it('hand back the first operand where the second adds nothing', () => {
    fc.assert(
      fc.property(tables, tables, (a, b) => {
        const joined = table.joinTables(a, b);
        expect(table.joinTables(joined, b)).toBe(joined);
      }),
    );
  });

  it('are sorted, without an empty entry and with one for each combination', () => {
    fc.assert(
      fc.property(tables, (a) => {
        const combinations = a.map((entry) => entry.facts);
        expect(combinations).toEqual([...new Set(combinations)].sort((x, y) => x - y));
        expect(a.some((entry) => entry.statuses.isEmpty)).toBe(false);
      }),
    );
  });

  it('change only what is live', () => {
    fc.assert(
      fc.property(tables, fc.nat(15), sets, (a, fact, statuses) => {
        const ifLive = (change: (combination: number, code: number) => number | undefined) =>
          changed(a, (combination, code) => (isLive(combination) ? change(combination, code) : combination));
        expect(meaning(table.mark(a, fact))).toEqual(ifLive((combination) => combination | fact));
        expect(meaning(table.markStatuses(a, fact, statuses))).toEqual(
          ifLive((combination, code) => (statuses.has(code) ? combination | fact : combination)),
        );
        expect(meaning(table.restrict(a, statuses))).toEqual(
          ifLive((combination, code) => (statuses.has(code) ? combination : undefined)),
        );
        expect(meaning(table.bury(a))).toEqual(ifLive((combination) => combination & ~Fact.live));
        expect(meaning(table.withoutLive(a))).toEqual(ifLive(() => undefined));
      }),
    );
  });

  it('tell the statuses of those entries that have a fact', () => {
    fc.assert(
      fc.property(tables, facts, (a, fact) => {
        const found = table.statusesOf(a, fact);
        codes.forEach((code, i) => {
          expect(found.has(code)).toBe(meaning(a)[i]!.some((combination) => (combination & fact) === fact));
        });
      }),
    );
  });

  it('do not differ by their witnesses', () => {
    const use = { type: 'Identifier' } as never;
    const fresh = table.freshTable(StatusSet.all);
    expect(table.sameTable(table.usedAt(fresh, use), table.mark(fresh, Fact.used))).toBe(true);
    expect(table.usedAt(fresh, use)[0]!.use).toBe(use);
    expect(table.sameTable(table.mark(fresh, Fact.used), fresh)).toBe(false);
  });
});
