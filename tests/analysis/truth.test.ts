import { describe, expect, it } from 'vitest';
import {
  joinTruths,
  sameTruth,
  unknown,
  withoutOrigin,
  withoutReads,
  type Side,
  type Truth,
} from '../../src/analysis/lattice/truth.js';
import type { Fate } from '../../src/analysis/lattice/table.js';
import { parseStatuses, StatusSet } from '../../src/status/index.js';

/** `2xx`, or with what has been read behind a bar: `2xx | 4xx`. */
function fate(text: string): Fate {
  const [unread, read] = text.split('|').map((part) => (part.trim() ? parseStatuses(part) : StatusSet.empty));
  return { unread: unread!, read: read ?? StatusSet.empty };
}

/** A path that knows this, and on which the responses have these statuses. */
const path = (truth: Truth, statuses: Readonly<Record<number, string>> = {}): Side => ({
  truth,
  fateOf: (origin) => fate(statuses[origin] ?? '0-999'),
});

const is = (value: boolean): Truth => ({ is: value, says: [] });
const says = (...all: readonly (readonly [number, string, string])[]): Truth => ({
  says: all.map(([origin, whenTrue, whenFalse]) => ({
    origin,
    whenTrue: fate(whenTrue),
    whenFalse: fate(whenFalse),
  })),
});

const none = (): readonly number[] => [];

describe('where paths meet', () => {
  it('a variable stays what it is on both', () => {
    const same = is(true);
    expect(joinTruths(path(same), path(is(true)), none)).toBe(same);
    expect(joinTruths(path(unknown), path(unknown), none)).toBe(unknown);
  });

  it('either value says which statuses its path had', () => {
    const joined = joinTruths(path(is(true), { 3: '2xx' }), path(is(false), { 3: '4xx' }), () => [3]);
    expect(joined?.is).toBeUndefined();
    expect(joined).toEqual(says([3, '2xx', '4xx']));
  });

  it('a path that knows nothing of the variable may have either', () => {
    const joined = joinTruths(path(is(true), { 3: '2xx' }), path(unknown, { 3: '4xx' }), () => [3]);
    expect(joined).toEqual(says([3, '2xx, 4xx', '4xx']));
  });

  it('two paths that know nothing of it learn nothing, and nobody asks how they differ', () => {
    const asked = () => {
      throw new Error('asked');
    };
    expect(joinTruths(path(says([1, '2xx', '4xx'])), path(unknown, { 1: '4xx' }), asked)).toEqual(
      says([1, '2xx, 4xx', '4xx']),
    );
  });

  it('says nothing of a response that is the same either way', () => {
    expect(joinTruths(path(is(true), { 3: '2xx' }), path(is(false), { 3: '2xx' }), () => [3])).toBeUndefined();
    expect(joinTruths(path(says([3, '2xx', '4xx'])), path(says([3, '4xx', '2xx'])), none)).toBeUndefined();
  });

  it('what was known of a response counts more than its statuses here', () => {
    const joined = joinTruths(
      path(says([1, '404', '500'], [2, '2xx', '5xx']), { 1: '3xx', 2: '3xx' }),
      path(is(true), { 1: '200', 2: '201' }),
      () => [2, 1],
    );
    expect(joined).toEqual(says([1, '200, 404', '500'], [2, '2xx', '5xx']));
  });

  it('sorts responses, and keeps the four newest', () => {
    const joined = joinTruths(
      path(is(true), Object.fromEntries([1, 2, 3, 4, 10].map((o) => [o, '2xx']))),
      path(is(false)),
      () => [10, 3, 1, 4, 2],
    );
    expect(joined?.says.map(({ origin }) => origin)).toEqual([2, 3, 4, 10]);
  });
});

describe('a new response of the same call', () => {
  it('leaves nothing of what was known of the one before', () => {
    expect(withoutOrigin(says([1, '2xx', '4xx'], [2, '5xx', '2xx']), 1)).toEqual(says([2, '5xx', '2xx']));
    expect(withoutOrigin(says([1, '2xx', '4xx']), 1)).toBeUndefined();
  });

  it('changes nothing for others', () => {
    const truth = says([1, '2xx', '4xx']);
    expect(withoutOrigin(truth, 2)).toBe(truth);
    expect(withoutOrigin(unknown, 2)).toBe(unknown);
    const decided = is(true);
    expect(withoutOrigin(decided, 1)).toBe(decided);
  });
});

describe('a body that is read', () => {
  it('is told from one that is not, where paths meet', () => {
    const joined = joinTruths(path(is(true), { 3: '| 2xx' }), path(is(false), { 3: '2xx' }), () => [3]);
    expect(joined).toEqual(says([3, '| 2xx', '2xx']));
    expect(joinTruths(path(joined!), path(is(true), { 3: '4xx' }), none)).toEqual(says([3, '4xx | 2xx', '2xx']));
  });

  it('leaves the statuses, whichever way it was before', () => {
    expect(withoutReads(says([1, '2xx | 404', '| 5xx'], [2, '5xx', '2xx']), 1)).toEqual(
      says([1, '2xx, 404 | 2xx, 404', '5xx | 5xx'], [2, '5xx', '2xx']),
    );
  });

  it('leaves nothing where that was all', () => {
    expect(withoutReads(says([1, '2xx', '| 2xx']), 1)).toBeUndefined();
  });

  it('changes nothing for others', () => {
    const truth = says([1, '2xx', '4xx']);
    expect(withoutReads(truth, 2)).toBe(truth);
  });
});

describe('two truths are the same', () => {
  const truth = says([1, '2xx', '4xx'], [2, '404', '500']);

  it('where they say the same', () => {
    expect(sameTruth(truth, truth)).toBe(true);
    expect(sameTruth(truth, says([1, '2xx', '4xx'], [2, '404', '500']))).toBe(true);
    expect(sameTruth(is(false), is(false))).toBe(true);
  });

  it.each([
    [is(true)],
    [unknown],
    [says([1, '2xx', '4xx'])],
    [says([1, '2xx', '4xx'], [2, '404', '500'], [3, '404', '500'])],
    [says([1, '2xx', '4xx'], [3, '404', '500'])],
    [says([1, '2xx', '4xx'], [2, '405', '500'])],
    [says([1, '2xx', '4xx'], [2, '404', '501'])],
    [says([1, '2xx', '4xx'], [2, '404 | 404', '500'])],
    [says([1, '2xx', '4xx'], [2, '404', '500 | 500'])],
    [says([1, '2xx', '5xx'], [2, '404', '500'])],
    [{ ...truth, is: true }],
  ])('and not where they differ: %j', (other) => {
    expect(sameTruth(truth, other)).toBe(false);
    expect(sameTruth(other, truth)).toBe(false);
  });

  it('one that is decided is not the other', () => expect(sameTruth(is(true), is(false))).toBe(false));
});
