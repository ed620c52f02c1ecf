import { describe, expect, it } from 'vitest';
import {
  joinCorrelations,
  movedFacts,
  sameCorrelation,
  unknownCorrelation,
  withoutFacts,
  withoutOrigin,
  type Correlation,
  type JoiningPath,
} from '../../src/analysis/domain/correlation.js';
import { Fact, noStatuses, type StatusesByFacts } from '../../src/analysis/domain/table.js';
import { parseStatuses, StatusSet } from '../../src/status/index.js';

const byFactsWith = (statuses: Readonly<Record<number, StatusSet>>): StatusesByFacts =>
  noStatuses.map((none, i) => statuses[i] ?? none);

/** `2xx`, or with what has been read behind a bar: `2xx | 4xx`. */
function byFacts(text: string): StatusesByFacts {
  const [unread, read] = text.split('|').map((part) => (part.trim() ? parseStatuses(part) : StatusSet.empty));
  return byFactsWith({ 0: unread!, [Fact.used]: read ?? StatusSet.empty });
}

/** A path that knows this, and on which the responses have these statuses. */
const path = (correlation: Correlation, statuses: Readonly<Record<number, string>> = {}): JoiningPath => ({
  correlation,
  statusesOf: (origin) => byFacts(statuses[origin] ?? '0-999'),
});

const is = (value: boolean): Correlation => ({ is: value, implications: [] });
const implying = (...all: readonly (readonly [number, string, string])[]): Correlation => ({
  implications: all.map(([origin, whenTrue, whenFalse]) => ({
    origin,
    whenTrue: byFacts(whenTrue),
    whenFalse: byFacts(whenFalse),
  })),
});

const none = (): readonly number[] => [];

describe('where paths meet', () => {
  it('a variable stays what it is on both', () => {
    const same = is(true);
    expect(joinCorrelations(path(same), path(is(true)), none)).toBe(same);
    expect(joinCorrelations(path(unknownCorrelation), path(unknownCorrelation), none)).toBe(unknownCorrelation);
  });

  it('either value says which statuses its path had', () => {
    const joined = joinCorrelations(path(is(true), { 3: '2xx' }), path(is(false), { 3: '4xx' }), () => [3]);
    expect(joined?.is).toBeUndefined();
    expect(joined).toEqual(implying([3, '2xx', '4xx']));
  });

  it('a path that knows nothing of the variable may have either', () => {
    const joined = joinCorrelations(path(is(true), { 3: '2xx' }), path(unknownCorrelation, { 3: '4xx' }), () => [3]);
    expect(joined).toEqual(implying([3, '2xx, 4xx', '4xx']));
  });

  it('two paths that know nothing of it learn nothing, and nobody asks how they differ', () => {
    const asked = () => {
      throw new Error('asked');
    };
    expect(joinCorrelations(path(implying([1, '2xx', '4xx'])), path(unknownCorrelation, { 1: '4xx' }), asked)).toEqual(
      implying([1, '2xx, 4xx', '4xx']),
    );
  });

  it('says nothing of a response that is the same either way', () => {
    expect(joinCorrelations(path(is(true), { 3: '2xx' }), path(is(false), { 3: '2xx' }), () => [3])).toBeUndefined();
    expect(
      joinCorrelations(path(implying([3, '2xx', '4xx'])), path(implying([3, '4xx', '2xx'])), none),
    ).toBeUndefined();
  });

  it('what was known of a response counts more than its statuses here', () => {
    const joined = joinCorrelations(
      path(implying([1, '404', '500'], [2, '2xx', '5xx']), { 1: '3xx', 2: '3xx' }),
      path(is(true), { 1: '200', 2: '201' }),
      () => [2, 1],
    );
    expect(joined).toEqual(implying([1, '200, 404', '500'], [2, '2xx', '5xx']));
  });

  it('sorts responses, and keeps the four newest', () => {
    const joined = joinCorrelations(
      path(is(true), Object.fromEntries([1, 2, 3, 4, 10].map((o) => [o, '2xx']))),
      path(is(false)),
      () => [10, 3, 1, 4, 2],
    );
    expect(joined?.implications.map(({ origin }) => origin)).toEqual([2, 3, 4, 10]);
  });
});

describe('a new response of the same call', () => {
  it('leaves nothing of what was known of the one before', () => {
    expect(withoutOrigin(implying([1, '2xx', '4xx'], [2, '5xx', '2xx']), 1)).toEqual(implying([2, '5xx', '2xx']));
    expect(withoutOrigin(implying([1, '2xx', '4xx']), 1)).toBeUndefined();
  });

  it('changes nothing for others', () => {
    const correlation = implying([1, '2xx', '4xx']);
    expect(withoutOrigin(correlation, 2)).toBe(correlation);
    expect(withoutOrigin(unknownCorrelation, 2)).toBe(unknownCorrelation);
    const decided = is(true);
    expect(withoutOrigin(decided, 1)).toBe(decided);
  });
});

describe('a body that is read', () => {
  it('is told from one that is not, where paths meet', () => {
    const joined = joinCorrelations(path(is(true), { 3: '| 2xx' }), path(is(false), { 3: '2xx' }), () => [3]);
    expect(joined).toEqual(implying([3, '| 2xx', '2xx']));
    expect(joinCorrelations(path(joined!), path(is(true), { 3: '4xx' }), none)).toEqual(
      implying([3, '4xx | 2xx', '2xx']),
    );
  });

  it('leaves the statuses, whichever way it was before', () => {
    expect(withoutFacts(implying([1, '2xx | 404', '| 5xx'], [2, '5xx', '2xx']), 1, Fact.used)).toEqual(
      implying([1, '2xx, 404 | 2xx, 404', '5xx | 5xx'], [2, '5xx', '2xx']),
    );
  });

  it('leaves what else was known to have happened', () => {
    const [success, failure] = [parseStatuses('2xx'), parseStatuses('4xx')];
    const correlation: Correlation = {
      implications: [
        {
          origin: 1,
          whenTrue: byFactsWith({ [Fact.inspected | Fact.used]: success }),
          whenFalse: byFactsWith({ 0: failure, [Fact.handed]: success }),
        },
      ],
    };
    expect(withoutFacts(correlation, 1, Fact.used)?.implications[0]).toEqual({
      origin: 1,
      whenTrue: byFactsWith({ [Fact.inspected]: success, [Fact.inspected | Fact.used]: success }),
      whenFalse: byFactsWith({
        0: failure,
        [Fact.used]: failure,
        [Fact.handed]: success,
        [Fact.handed | Fact.used]: success,
      }),
    });
    expect(withoutFacts(correlation, 1, Fact.used | Fact.handed)?.implications[0]?.whenFalse).toEqual(
      byFactsWith(
        Object.fromEntries(
          [0, Fact.used, Fact.handed, Fact.handed | Fact.used].map((facts) => [facts, success.union(failure)]),
        ),
      ),
    );
  });

  it('leaves nothing where that was all', () => {
    expect(withoutFacts(implying([1, '2xx', '| 2xx']), 1, Fact.used)).toBeUndefined();
  });

  it('changes nothing for others', () => {
    const correlation = implying([1, '2xx', '4xx']);
    expect(withoutFacts(correlation, 2, Fact.used)).toBe(correlation);
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
    expect(movedFacts(byFactsWith(before), byFactsWith(after))).toBe(moved);
  });
});

describe('two correlations are the same', () => {
  const correlation = implying([1, '2xx', '4xx'], [2, '404', '500']);

  it('where they say the same', () => {
    expect(sameCorrelation(correlation, correlation)).toBe(true);
    expect(sameCorrelation(correlation, implying([1, '2xx', '4xx'], [2, '404', '500']))).toBe(true);
    expect(sameCorrelation(is(false), is(false))).toBe(true);
  });

  it.each([
    [is(true)],
    [unknownCorrelation],
    [implying([1, '2xx', '4xx'])],
    [implying([1, '2xx', '4xx'], [2, '404', '500'], [3, '404', '500'])],
    [implying([1, '2xx', '4xx'], [3, '404', '500'])],
    [implying([1, '2xx', '4xx'], [2, '405', '500'])],
    [implying([1, '2xx', '4xx'], [2, '404', '501'])],
    [implying([1, '2xx', '4xx'], [2, '404 | 404', '500'])],
    [implying([1, '2xx', '4xx'], [2, '404', '500 | 500'])],
    [implying([1, '2xx', '5xx'], [2, '404', '500'])],
    [{ ...correlation, is: true }],
  ])('and not where they differ: %j', (other) => {
    expect(sameCorrelation(correlation, other)).toBe(false);
    expect(sameCorrelation(other, correlation)).toBe(false);
  });

  it('one that is decided is not the other', () => expect(sameCorrelation(is(true), is(false))).toBe(false));
});
