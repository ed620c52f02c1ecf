import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../site/app/lens/cells.js';
import { responseAt } from '../../site/app/lens/choose.js';
import { piecesOf, readFilter, withPhrase } from '../../site/app/lens/sets.js';
import { sentenceOf } from '../../site/app/lens/words.js';
import type { Sight, TracedResponse } from '../../src/analysis/trace/trace.js';

const sight = (statuses: string, always = statuses, unchecked = 'none', line = 1): Sight => ({
  line,
  names: ['res'],
  statuses,
  always,
  unchecked,
});

const reachOf = (one: Sight): string =>
  cellsOf(one)
    .map(({ reach, isPart }) => reach + (isPart ? ' in part' : ''))
    .join(', ');

describe('the cells beside a line', () => {
  it.each([
    [sight('any'), 'always, always, always, always, always'],
    [sight('2xx, 404'), 'never, always, never, always in part, never'],
    // Of the 4xx only the 404 is there on every way.
    [sight('2xx, 4xx', '2xx, 404'), 'never, always, never, sometimes, never'],
    [sight('5xx', 'none'), 'never, never, never, never, sometimes'],
    [sight('none'), 'never, never, never, never, never'],
  ])('say which classes can be there: %j', (one, expected) => {
    expect(reachOf(one)).toBe(expected);
  });

  it('say what nothing looked at', () => {
    const open = cellsOf(sight('2xx, 5xx', '2xx, 5xx', '503')).filter(({ isUnchecked }) => isUnchecked);
    expect(open.map(({ digit }) => digit)).toEqual([5]);
  });
});

describe('the words', () => {
  it('take a set apart into what can be asked for', () => {
    expect(piecesOf('2xx, 4xx except 404, 410, 5xx')).toEqual(['2xx', '4xx except 404, 410', '5xx']);
    expect(piecesOf('any except 404, 429')).toEqual(['any except 404, 429']);
    expect(piecesOf('404, 410')).toEqual(['404', '410']);
  });

  it('know the phrase of a code', () => {
    expect(withPhrase('429')).toBe('429 Too Many Requests');
    expect(withPhrase('4xx')).toBe('4xx');
  });

  it('tell what is on some ways from what is on every way', () => {
    expect(sentenceOf(sight('2xx, 404', '2xx', '404'))).toBe(
      'On every way: 2xx; the others on some. Nothing looked yet at 404.',
    );
    expect(sentenceOf(sight('2xx'))).toBe('On every way. Its status was looked at.');
  });

  it('answer a filter that is no status with a sentence', () => {
    expect(readFilter(' ')).toBeUndefined();
    expect(readFilter('4XX, 503')).toMatchObject({ size: 101 });
    expect(readFilter('teapot')).toContain('"teapot" is not a status');
  });
});

describe('the response under the cursor', () => {
  const response = (name: string, first: number, last: number, lines: readonly number[]): TracedResponse => ({
    line: first + 1,
    column: 1,
    first,
    last,
    name,
    sights: lines.map((line) => ({ ...sight('any', 'any', 'none', line), names: [name] })),
    paths: [],
  });
  const outer = response('outer', 1, 20, [3, 4, 12]);
  const inner = response('inner', 6, 10, [8, 9]);
  const shownAt = (line: number, word = '') => responseAt({ responses: [outer, inner] }, { line, word })?.name;

  it('is the one it points at, the one of its line, of its function, or the nearest', () => {
    expect(shownAt(9)).toBe('inner');
    expect(shownAt(8, 'outer')).toBe('outer');
    expect(shownAt(12, 'outer')).toBe('outer');
    expect(shownAt(10)).toBe('inner');
    expect(shownAt(4)).toBe('outer');
    expect(shownAt(90)).toBe('outer');
    expect(responseAt({ responses: [] }, { line: 1, word: '' })).toBeUndefined();
  });
});
