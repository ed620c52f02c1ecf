import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatStatuses, parseStatuses, registered, registry, StatusSet } from '../../src/status/index.js';

const universe = [0, ...Array.from({ length: 900 }, (_, i) => i + 100)];

/** Sets as programs make them: unions of ranges, single codes and complements. */
const sets = fc
  .array(fc.tuple(fc.constantFrom(0, ...Array.from({ length: 900 }, (_, i) => i + 100)), fc.nat(120), fc.boolean()), {
    maxLength: 6,
  })
  .map((ranges) =>
    ranges.reduce((set, [first, length, add]) => {
      const range = StatusSet.range(first, first + length);
      return add ? set.union(range) : set.complement().union(range);
    }, StatusSet.empty),
  );

const members = (set: StatusSet) => universe.filter((status) => set.has(status));

describe('StatusSet', () => {
  it('is a set: every operation agrees with membership', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        expect(members(a.union(b))).toEqual(universe.filter((s) => a.has(s) || b.has(s)));
        expect(members(a.intersect(b))).toEqual(universe.filter((s) => a.has(s) && b.has(s)));
        expect(members(a.difference(b))).toEqual(universe.filter((s) => a.has(s) && !b.has(s)));
        expect(members(a.complement())).toEqual(universe.filter((s) => !a.has(s)));
        expect([...a]).toEqual(members(a));
        expect(a.size).toBe(members(a).length);
        expect(a.isEmpty).toBe(members(a).length === 0);
        expect(a.isSubsetOf(b)).toBe(members(a).every((s) => b.has(s)));
        expect(a.isDisjointWith(b)).toBe(!members(a).some((s) => b.has(s)));
      }),
    );
  });

  it('obeys the laws of a Boolean algebra', () => {
    fc.assert(
      fc.property(sets, sets, sets, (a, b, c) => {
        const same = (x: StatusSet, y: StatusSet) => expect(x.equals(y)).toBe(true);
        same(a.union(b), b.union(a));
        same(a.intersect(b), b.intersect(a));
        same(a.union(b.union(c)), a.union(b).union(c));
        same(a.intersect(b.union(c)), a.intersect(b).union(a.intersect(c)));
        same(a.union(a.complement()), StatusSet.all);
        same(a.intersect(a.complement()), StatusSet.empty);
        same(a.complement().complement(), a);
        same(a.union(b).complement(), a.complement().intersect(b.complement()));
        same(a.union(a.intersect(b)), a);
      }),
    );
  });

  it('hands back an operand where nothing changes, so that equal sets are mostly the same object', () => {
    const errors = StatusSet.range(400, 599);
    expect(errors.union(StatusSet.of(404))).toBe(errors);
    expect(StatusSet.of(404).union(errors)).toBe(errors);
    expect(errors.intersect(StatusSet.all)).toBe(errors);
    expect(StatusSet.all.intersect(errors)).toBe(errors);
    expect(errors.intersect(StatusSet.of(200))).toBe(StatusSet.empty);
  });

  it('holds nothing that no response can have', () => {
    expect([...StatusSet.of(-1, 0, 42, 99, 99.5, 100, 404.5, 999, 1000, NaN)]).toEqual([0, 100, 999]);
    expect(StatusSet.range(1, 99).isEmpty).toBe(true);
    expect(StatusSet.range(300, 200).isEmpty).toBe(true);
    expect(StatusSet.all.has(600)).toBe(true);
    expect(StatusSet.all.size).toBe(901);
  });
});

describe('the text form', () => {
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(sets, (set) => {
        expect([...parseStatuses(formatStatuses(set))]).toEqual([...set]);
      }),
    );
  });

  it.each([
    [StatusSet.range(200, 299), '2xx'],
    [StatusSet.of(404), '404'],
    [StatusSet.range(400, 499).difference(StatusSet.of(404)), '4xx except 404'],
    [StatusSet.range(200, 299).union(StatusSet.of(304)), '2xx, 304'],
    [StatusSet.range(400, 599).difference(StatusSet.of(404, 410)), '4xx except 404, 410, 5xx'],
    [StatusSet.range(400, 403), '400-403'],
    [StatusSet.range(400, 449), '400-449'],
    [StatusSet.of(502, 503), '502, 503'],
    [StatusSet.range(500, 699), '5xx, 6xx'],
    [StatusSet.range(500, 799), '5xx-7xx'],
    [StatusSet.range(200, 299).complement(), 'any except 2xx'],
    [StatusSet.of(404).complement(), 'any except 404'],
    [StatusSet.all, 'any'],
    [StatusSet.empty, 'none'],
  ])('writes what a person would', (set, text) => {
    expect(formatStatuses(set)).toBe(text);
  });

  it('is read with spaces around it', () => {
    expect(parseStatuses(' any ')).toBe(StatusSet.all);
    expect([...parseStatuses(' 404 , 410 ')]).toEqual([404, 410]);
  });

  it.each(['', '2', '40x', '1000', '4xx without 404', '404 405', '04', '14xx', '4xx5', '1404', '4045'])(
    'refuses %j with the part that is wrong',
    (text) => {
      expect(() => parseStatuses(text)).toThrow(/is not a status: write a code/);
    },
  );
});

describe('the registry', () => {
  it("has IANA's 61 permanent codes and the temporary 104", () => {
    expect(registry.filter((entry) => !entry.temporary)).toHaveLength(61);
    expect(registry.filter((entry) => entry.temporary).map((entry) => entry.code)).toEqual([104]);
    expect(registry.map((entry) => entry.code)).not.toContain(306);
    expect(registry.map((entry) => entry.code)).not.toContain(418);
  });

  it('is asked for a code', () => {
    expect(registered(404)?.phrase).toBe('Not Found');
    expect(registered(306)).toBeUndefined();
  });

  it('is sorted, and every entry has a phrase and a document', () => {
    const codes = registry.map((entry) => entry.code);
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
    for (const entry of registry) {
      expect(entry.phrase).toMatch(/^[A-Z]/);
      expect(entry.document).toMatch(/^(RFC \d{4}(, Section \d+\.\d+\.\d+)?|draft-)/);
    }
  });
});
