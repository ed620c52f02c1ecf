import { describe, expect, it } from 'vitest';
import * as intMap from '../../src/analysis/domain/int-map.js';
import {
  isForBodies,
  isForFailures,
  joinFailureRegions,
  sameRegion,
  type FailureRegion,
} from '../../src/analysis/domain/failure-region.js';
import { parseStatuses } from '../../src/status/index.js';

describe('a side is for failures', () => {
  it.each([
    ['4xx, 5xx', '2xx', true, 'no success goes there'],
    ['404', 'any', true, 'no success goes there, whatever goes the other way'],
    ['3xx-9xx', '0, 1xx, 2xx', true, 'a redirect may go there'],
    ['any', '201', true, 'the other side is for a success alone'],
    ['any', '2xx, 304', true, 'the other side is for successes and no error'],
    ['2xx', '4xx, 5xx', false, 'no error goes there'],
    ['3xx', '2xx', false, 'no error goes there'],
    ['none', 'any', false, 'nothing goes there'],
    ['any', '204', false, 'the other side asks for a body alone'],
    ['any', '204, 205', false, 'the other side asks for a body alone'],
    ['any', '204, 404', false, 'errors go the other way as well'],
    ['any', '200, 404', false, 'errors go the other way as well'],
    ['any', '3xx', false, 'no success goes the other way'],
  ])('%s beside %s: %s, for %s', (side, opposite, expected) => {
    expect(isForFailures(parseStatuses(side), parseStatuses(opposite))).toBe(expected);
  });
});

it.each([
  ['any', '204', true],
  ['any', '204, 304', true],
  ['any', '200', false],
  ['any', '304', false],
  ['any', '204, 404', false],
  ['2xx', '204', false],
])('%s beside %s asks for a body: %s', (side, opposite, expected) => {
  expect(isForBodies(parseStatuses(side), parseStatuses(opposite))).toBe(expected);
});

const [first, second] = [{ type: 'IfStatement' } as never, { type: 'IfStatement' } as never];
const branch = (condition: never, side: boolean, outer?: FailureRegion): FailureRegion => ({ condition, side, outer });

describe('two branches', () => {
  it('are one where all conditions around them went the same way', () => {
    const inner = () => branch(second, false, branch(first, true));
    expect(sameRegion(inner(), inner())).toBe(true);
    expect(sameRegion(inner(), branch(second, true, branch(first, true)))).toBe(false);
    expect(sameRegion(inner(), branch(first, false, branch(first, true)))).toBe(false);
    expect(sameRegion(inner(), branch(second, false, branch(first, false)))).toBe(false);
    expect(sameRegion(inner(), branch(second, false, branch(second, true)))).toBe(false);
    expect(sameRegion(inner(), branch(second, false))).toBe(false);
    expect(sameRegion(branch(second, false), inner())).toBe(false);
    expect(sameRegion(inner(), undefined)).toBe(false);
    expect(sameRegion(undefined, inner())).toBe(false);
    expect(sameRegion(undefined, undefined)).toBe(true);
  });

  const joined = (a: FailureRegion | undefined, b: FailureRegion | undefined) => {
    const [x, y] = [a, b].map((one) => one && intMap.set<FailureRegion>(undefined, 7, one));
    return intMap.get(joinFailureRegions(x, y), 7);
  };
  const outer = () => branch(first, true);

  it('go on as what is around both where they meet', () => {
    expect(joined(branch(second, true, outer()), branch(second, false, outer()))).toEqual(outer());
    expect(joined(branch(second, true, outer()), outer())).toEqual(outer());
    expect(joined(outer(), branch(second, true, outer()))).toEqual(outer());
    expect(joined(outer(), outer())).toEqual(outer());
  });

  it('end where they meet and nothing is around both', () => {
    expect(joined(outer(), undefined)).toBeUndefined();
    expect(joined(undefined, outer())).toBeUndefined();
    expect(joined(branch(first, true), branch(first, false))).toBeUndefined();
    expect(joined(branch(first, true), branch(second, true))).toBeUndefined();
  });

  it('of different responses have nothing to do with each other', () => {
    const [a, b] = [outer(), branch(second, false)];
    const both = intMap.set<FailureRegion>(intMap.set<FailureRegion>(undefined, 1, a), 2, b);
    expect(joinFailureRegions(both, both)).toBe(both);
    const joined = joinFailureRegions(both, intMap.remove(both, 1));
    expect([1, 2].map((origin) => intMap.get(joined, origin))).toEqual([undefined, b]);
  });
});
