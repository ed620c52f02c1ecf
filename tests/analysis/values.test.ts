import { describe, expect, it } from 'vitest';
import { joinValues, sameValue } from '../../src/analysis/domain/join-values.js';
import {
  constant,
  emptyState,
  never,
  promiseOf,
  responseOf,
  responsesBehind,
  responsesIn,
  top,
  unknownValue,
  type Sink,
  type Value,
} from '../../src/analysis/domain/value.js';
import { StatusSet } from '../../src/status/index.js';

const [here, there] = [{ type: 'Identifier' } as never, { type: 'Identifier' } as never];
const sink = (): Sink => ({ resolved: [], rejected: [], escaped: false });
const [one, two] = [sink(), sink()];

const list = (each: Value, items?: readonly Value[]): Value => ({ kind: 'list', each, items });
const record = (fields: Record<string, Value>): Value => ({ kind: 'record', fields: new Map(Object.entries(fields)) });
const body = (...origins: number[]): Value => ({ kind: 'body', of: responseOf(origins) });
const image = (node: never, origin: number): Value => ({ kind: 'status', node, of: responseOf([origin]) });
const test = (...says: readonly (readonly [origin: number, whenTrue: number, whenFalse: number])[]): Value => ({
  kind: 'test',
  node: here,
  tests: says.map(([origin, whenTrue, whenFalse]) => ({
    of: responseOf([origin]),
    whenTrue: StatusSet.of(whenTrue),
    whenFalse: StatusSet.of(whenFalse),
  })),
});

/** One value of each kind and of what tells two of a kind apart; made anew by each call. */
const different = (): readonly Value[] => [
  ...[{ kind: 'unknown' } as const, { kind: 'unknown', isTop: true } as const, { kind: 'never' } as const],
  ...[constant(1), constant('1'), constant(Number.NaN), constant(undefined), constant(null)],
  ...[responseOf([0]), responseOf([0], true), responseOf([1]), responseOf([0, 1])],
  ...[promiseOf(responseOf([0])), promiseOf(unknownValue), promiseOf(body(0))],
  ...[body(0), body(1)],
  ...[image(here, 0), image(here, 1), image(there, 0)],
  ...[test(), test([0, 200, 404]), test([1, 200, 404]), test([0, 201, 404]), test([0, 200, 500])],
  ...[test([0, 200, 404], [1, 200, 404]), test([0, 200, 404], [1, 200, 500])],
  ...[one, two].flatMap((of) => [true, false].map((rejects) => ({ kind: 'settle', sink: of, rejects }) as const)),
  ...[
    list(unknownValue),
    list(responseOf([0])),
    list(unknownValue, []),
    list(unknownValue, [unknownValue]),
    list(unknownValue, [responseOf([0])]),
  ],
  ...[list(unknownValue, [unknownValue, unknownValue]), list(unknownValue, [unknownValue, constant(1)])],
  ...[record({}), record({ a: unknownValue }), record({ b: unknownValue }), record({ a: constant(1) })],
  ...[record({ a: unknownValue, b: unknownValue }), record({ a: unknownValue, b: constant(1) })],
];

describe('two values', () => {
  it('are the same where they are of one kind and hold the same', () => {
    const [some, others] = [different(), different()];
    some.forEach((a, i) => {
      others.forEach((b, j) => expect([i, j, sameValue(a, b)]).toEqual([i, j, i === j]));
    });
  });

  it('do not differ by how they reject', () => {
    const failed = emptyState;
    expect(sameValue(promiseOf(unknownValue, failed), promiseOf(unknownValue))).toBe(true);
  });
});

/** The join, either way round, and what it no longer holds. */
function join(a: Value, b: Value): { value: Value; lost: readonly Value[] } {
  const lost: Value[] = [];
  const value = joinValues(a, b, (gone) => lost.push(gone));
  expect(
    sameValue(
      joinValues(b, a, () => undefined),
      value,
    ),
  ).toBe(true);
  return { value, lost };
}

const response = responseOf([0]);
/** It, or something else that may have members of its own. */
const mixed = (origin = 0): Value => ({ ...responseOf([origin], true), isMixed: true });

describe('the join of', () => {
  it.each<[string, Value, Value, Value]>([
    ['a value and none', never, response, response],
    ['two responses', response, responseOf([1], true), responseOf([0, 1], true)],
    ['two certain responses', responseOf([1]), response, responseOf([0, 1])],
    ['a response and something else', response, unknownValue, mixed()],
    ['a response and a constant', response, constant(null), responseOf([0], true)],
    ['a response and a body', response, body(1), mixed()],
    ['a response and an empty list', response, list(unknownValue, []), mixed()],
    ['a response and a record of nothing', response, record({ a: unknownValue }), mixed()],
    ['two promises', promiseOf(response), promiseOf(responseOf([1])), promiseOf(responseOf([0, 1]))],
    ['a promise and something else', promiseOf(response), unknownValue, promiseOf(mixed())],
    ['a promise and a response', promiseOf(response), responseOf([1]), promiseOf(responseOf([0, 1]))],
    ['two lists', list(response), list(responseOf([1])), list(responseOf([0, 1]))],
    [
      'lists of known items',
      list(unknownValue, [response]),
      list(unknownValue, [responseOf([1])]),
      list(unknownValue, [responseOf([0, 1])]),
    ],
    ['lists of different lengths', list(response, [response]), list(response, []), list(response)],
    ['an empty list and a known one', list(unknownValue, []), list(unknownValue, [response]), list(response)],
    ['an empty list and an unknown one', list(unknownValue, []), list(response), list(response)],
    [
      'a list of one and a list of two',
      list(unknownValue, [response]),
      list(unknownValue, [responseOf([1]), constant(null)]),
      list(responseOf([0, 1], true)),
    ],
    ['a known and an unknown list', list(unknownValue, [response]), list(responseOf([1])), list(responseOf([0, 1]))],
    ['a list and something else', list(response), unknownValue, list(response)],
    ['a record and something else', record({ a: response }), constant(1), record({ a: response })],
    ['two records', record({ a: response }), record({ a: responseOf([1]) }), record({ a: responseOf([0, 1]) })],
    [
      'records of different fields',
      record({ a: response }),
      record({ b: responseOf([1]) }),
      record({ a: mixed(), b: mixed(1) }),
    ],
    [
      'the promise of a record and a record',
      promiseOf(record({ a: response })),
      record({ a: responseOf([1]) }),
      promiseOf(record({ a: responseOf([0, 1]) })),
    ],
    [
      'a list and the promise of one',
      list(response),
      promiseOf(list(responseOf([1]))),
      promiseOf(list(responseOf([0, 1]))),
    ],
  ])('%s holds what both hold', (_, a, b, expected) => {
    const { value, lost } = join(a, b);
    expect(sameValue(value, expected)).toBe(true);
    expect(lost).toEqual([]);
  });

  it.each<[string, Value, Value]>([
    ['a list and a response', list(response), responseOf([1])],
    ['a record and a response', record({ a: response }), responseOf([1])],
    ['a list and a record', list(response), record({ a: responseOf([1]) })],
    ['a promise and a flag', promiseOf(response), test([0, 200, 404])],
    ['a flag and something else', test([0, 200, 404]), unknownValue],
    ['two statuses', image(here, 0), image(there, 0)],
  ])('%s is lost', (_, a, b) => {
    const { value, lost } = join(a, b);
    expect(value).toBe(top);
    expect(lost).toEqual([a, b]);
  });

  it('two constants is something else, and nothing is lost', () => {
    expect(join(constant(1), constant(2))).toEqual({ value: unknownValue, lost: [] });
  });

  it.each<[string, Value]>([
    ['a response', response],
    ['a list', list(response)],
    ['something else', unknownValue],
  ])('what is lost and %s stays lost', (_, value) => {
    expect(join(top, value)).toEqual({ value: top, lost: [value] });
  });

  it('eight responses is followed, of nine is lost', () => {
    const some = (from: number, to: number) => responseOf(Array.from({ length: to - from }, (_, i) => from + i));
    expect(join(some(0, 4), some(4, 8))).toEqual({ value: some(0, 8), lost: [] });
    expect(join(some(0, 5), some(4, 9))).toEqual({ value: top, lost: [some(0, 5), some(4, 9)] });
  });
});

describe('the responses', () => {
  const [a, b] = [responseOf([0]), responseOf([1])];

  it('in a value are those that it holds', () => {
    expect(responsesIn(promiseOf(list(a, [record({ x: b })])))).toEqual([b, a]);
    expect(responsesIn(list(a))).toEqual([a]);
    expect([body(0), test([0, 200, 404]), image(here, 0), unknownValue].flatMap(responsesIn)).toEqual([]);
  });

  it('behind a value are also those that it knows something of', () => {
    expect(responsesBehind(promiseOf(list(body(0), [record({ x: b }), image(here, 0)])))).toEqual([b, a, a]);
    expect(responsesBehind(list(a))).toEqual([a]);
    expect(responsesBehind(record({ x: body(0), y: image(here, 1) }))).toEqual([a, b]);
    expect(responsesBehind(test([0, 200, 404], [1, 200, 404]))).toEqual([a, b]);
    expect(responsesBehind(unknownValue)).toEqual([]);
  });
});
