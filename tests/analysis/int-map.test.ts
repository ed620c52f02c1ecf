import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as intMap from '../../src/analysis/domain/int-map.js';
import type { IntMap } from '../../src/analysis/domain/int-map.js';

type Edit = readonly ['set', number, number] | readonly ['remove', number];

const keys = fc.oneof(fc.nat(12), fc.nat(2000), fc.constantFrom(0, 1, 2 ** 15, 2 ** 30, 2 ** 30 - 1));
const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.oneof(fc.tuple(fc.constant('set' as const), keys, fc.nat(5)), fc.tuple(fc.constant('remove' as const), keys)),
  { maxLength: 24 },
);

function apply(start: IntMap<number>, list: readonly Edit[]): IntMap<number> {
  return list.reduce(
    (map, [kind, key, value]) => (kind === 'set' ? intMap.set(map, key, value!) : intMap.remove(map, key)),
    start,
  );
}

function applyToMap(start: ReadonlyMap<number, number>, list: readonly Edit[]): Map<number, number> {
  const map = new Map(start);
  for (const [kind, key, value] of list) {
    if (kind === 'set') map.set(key, value!);
    else map.delete(key);
  }
  return map;
}

const sorted = (map: ReadonlyMap<number, number>) => [...map].sort((a, b) => a[0] - b[0]);
const listOf = (map: IntMap<number>) => {
  const list: [number, number][] = [];
  intMap.each(map, (value, key) => list.push([key, value]));
  return list;
};

/** Not commutative, and different for a value that stands alone, and for each key: nothing may be swapped; some keys go. */
const how: intMap.Merge<number> = {
  both: (a, b, key) => (a % 5 === 0 ? undefined : a * 7 + b + key),
  one: (value, fromSecond, key) =>
    value % 2 === 0 ? value : value % 3 === 0 ? undefined : value + key + (fromSecond ? 200 : 100),
};

function naiveMerge(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): Map<number, number> {
  const merged = new Map<number, number>();
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const [x, y] = [a.get(key), b.get(key)];
    const value =
      x === undefined ? how.one(y!, true, key) : y === undefined ? how.one(x, false, key) : how.both(x, y, key);
    if (value !== undefined) merged.set(key, value);
  }
  return merged;
}

describe('IntMap', () => {
  it('holds what a Map holds', () => {
    fc.assert(
      fc.property(edits, keys, (list, key) => {
        const map = apply(undefined, list);
        const plain = applyToMap(new Map(), list);
        expect(listOf(map)).toEqual(sorted(plain));
        expect(intMap.get(map, key)).toBe(plain.get(key));
      }),
      { numRuns: 500 },
    );
  });

  it('is never changed by an edit of a copy', () => {
    fc.assert(
      fc.property(edits, edits, (first, second) => {
        const map = apply(undefined, first);
        const before = listOf(map);
        apply(map, second);
        expect(listOf(map)).toEqual(before);
      }),
    );
  });

  it('is the same object where an edit changes nothing', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const map = apply(undefined, list);
        for (const [key, value] of listOf(map)) expect(intMap.set(map, key, value)).toBe(map);
        expect(intMap.remove(map, 5000)).toBe(map);
      }),
    );
  });

  it('merges as maps do that share nothing', () => {
    fc.assert(
      fc.property(edits, edits, (first, second) => {
        const merged = intMap.merge(apply(undefined, first), apply(undefined, second), how);
        const [a, b] = [applyToMap(new Map(), first), applyToMap(new Map(), second)];
        expect(listOf(merged)).toEqual(sorted(naiveMerge(a, b)));
      }),
      { numRuns: 500 },
    );
  });

  it('merges two that come from one as a join does: what neither changed stays as it is', () => {
    const join: intMap.Merge<number> = { both: (x, y) => Math.max(x, y), one: (value) => value };
    fc.assert(
      fc.property(edits, edits, edits, (common, first, second) => {
        const start = apply(undefined, common);
        const [a, b] = [apply(start, first), apply(start, second)];
        const merged = intMap.merge(a, b, join);
        const plain = applyToMap(new Map(), common);
        const [x, y] = [applyToMap(plain, first), applyToMap(plain, second)];
        const expected = new Map([...x, ...y].map(([key]) => [key, Math.max(x.get(key) ?? -1, y.get(key) ?? -1)]));
        expect(listOf(merged)).toEqual(sorted(expected));
        expect(intMap.merge(a, a, join)).toBe(a);
      }),
      { numRuns: 500 },
    );
  });

  it('calls nothing for what two maps share', () => {
    const large = apply(
      undefined,
      Array.from({ length: 1000 }, (_, key) => ['set', key, 1] as const),
    );
    let calls = 0;
    const counting: intMap.Merge<number> = { both: (a, b) => (calls++, a + b), one: (value) => (calls++, value) };
    intMap.merge(intMap.set(large, 17, 2), intMap.set(large, 900, 3), counting);
    expect(calls).toBeLessThan(60);
  });

  it('is equal to another by what it holds, however it came to be', () => {
    const same = (a: number, b: number) => a === b;
    fc.assert(
      fc.property(edits, edits, (first, second) => {
        const [a, b] = [apply(undefined, first), apply(undefined, second)];
        const plain = [first, second].map((list) => JSON.stringify(sorted(applyToMap(new Map(), list))));
        expect(intMap.equal(a, b, same)).toBe(plain[0] === plain[1]);
        const again = apply(
          undefined,
          listOf(a)
            .map(([key, value]) => ['set', key, value] as const)
            .reverse(),
        );
        expect(intMap.equal(a, again, same)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('finds every key on which two maps with a common past differ, and only those', () => {
    fc.assert(
      fc.property(edits, edits, edits, (past, left, right) => {
        const base = apply(undefined, past);
        const [a, b] = [apply(base, left), apply(base, right)];
        const found: (readonly [number, number, number])[] = [];
        intMap.differing(a, b, (key, x, y) => {
          found.push([key, x, y]);
          return false;
        });
        const other = new Map(listOf(b));
        const expected = listOf(a).flatMap(([key, x]) => {
          const y = other.get(key);
          return y === undefined || y === x ? [] : [[key, x, y] as const];
        });
        expect(found.sort((p, q) => p[0] - q[0])).toEqual(expected.map((e) => [...e]).sort((p, q) => p[0]! - q[0]!));
      }),
    );
  });

  it('finds them beside branches that have no key in common', () => {
    const [a, b] = [[0, 1, 8] as const, [4, 5, 8] as const].map(([x, y, z], value) =>
      apply(undefined, [
        ['set', x, value],
        ['set', y, value],
        ['set', z, value],
      ]),
    );
    const found: number[] = [];
    intMap.differing(a, b, (key) => {
      found.push(key);
      return false;
    });
    expect(found).toEqual([8]);
  });
});
