import { describe, expect, it } from 'vitest';
import {
  joinTruths,
  movedFacts,
  sameTruth,
  unknown,
  withoutFacts,
  withoutOrigin,
  type Side,
  type Truth,
} from '../../src/analysis/domain/correlation.js';
import { Fact, noFate, type Fate } from '../../src/analysis/domain/table.js';
import { parseStatuses, StatusSet } from '../../src/status/index.js';

const fateWith = (statuses: Readonly<Record<number, StatusSet>>): Fate => noFate.map((none, i) => statuses[i] ?? none);

/** `2xx`, or with what has been read behind a bar: `2xx | 4xx`. */
function fate(text: string): Fate {
  const [unread, read] = text.split('|').map((part) => (part.trim() ? parseStatuses(part) : StatusSet.empty));
  return fateWith({ 0: unread!, [Fact.used]: read ?? StatusSet.empty });
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
    expect(withoutFacts(says([1, '2xx | 404', '| 5xx'], [2, '5xx', '2xx']), 1, Fact.used)).toEqual(
      says([1, '2xx, 404 | 2xx, 404', '5xx | 5xx'], [2, '5xx', '2xx']),
    );
  });

  it('leaves what else was known to have happened', () => {
    const [success, failure] = [parseStatuses('2xx'), parseStatuses('4xx')];
    const truth: Truth = {
      says: [
        {
          origin: 1,
          whenTrue: fateWith({ [Fact.inspected | Fact.used]: success }),
          whenFalse: fateWith({ 0: failure, [Fact.handed]: success }),
        },
      ],
    };
    expect(withoutFacts(truth, 1, Fact.used)?.says[0]).toEqual({
      origin: 1,
      whenTrue: fateWith({ [Fact.inspected]: success, [Fact.inspected | Fact.used]: success }),
      whenFalse: fateWith({
        0: failure,
        [Fact.used]: failure,
        [Fact.handed]: success,
        [Fact.handed | Fact.used]: success,
      }),
    });
    expect(withoutFacts(truth, 1, Fact.used | Fact.handed)?.says[0]?.whenFalse).toEqual(
      fateWith(
        Object.fromEntries(
          [0, Fact.used, Fact.handed, Fact.handed | Fact.used].map((facts) => [facts, success.union(failure)]),
        ),
      ),
    );
  });

  it('leaves nothing where that was all', () => {
    expect(withoutFacts(says([1, '2xx', '| 2xx']), 1, Fact.used)).toBeUndefined();
  });

  it('changes nothing for others', () => {
    const truth = says([1, '2xx', '4xx']);
    expect(withoutFacts(truth, 2, Fact.used)).toBe(truth);
  });
});

describe('facts have moved', () => {
  const [success, failure] = [parseStatuses('2xx'), parseStatuses('4xx')];
  const all = success.union(failure);

  it.each([
    ['where nothing happened', { 0: all }, { 0: all }, 0],
    ['where statuses are out of the question', { 0: all, [Fact.used]: failure }, { 0: success }, 0],
    ['where a body was read', { 0: all }, { [Fact.used]: all }, Fact.used],
    ['where that of some statuses was', { 0: all }, { 0: failure, [Fact.used]: success }, Fact.used],
    ['where a reading came to nothing', { [Fact.used]: success }, { 0: success }, Fact.used],
    ['where others had them before', { 0: all, [Fact.inspected]: all }, { [Fact.inspected]: all }, Fact.inspected],
    ['where two came at once', { 0: all }, { [Fact.used | Fact.handed]: all }, Fact.used | Fact.handed],
  ])('%s', (_, before, after, moved) => {
    expect(movedFacts(fateWith(before), fateWith(after))).toBe(moved);
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
