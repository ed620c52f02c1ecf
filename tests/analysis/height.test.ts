import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounded, deepestValue, largestValue } from '../../src/analysis/domain/bounds.js';
import { joinValues, longestChain, sameValue } from '../../src/analysis/domain/join-values.js';
import {
  constant,
  never,
  promiseOf,
  responseOf,
  responsesBehind,
  top,
  unknownValue,
  type Value,
} from '../../src/analysis/domain/value.js';
import { StatusSet } from '../../src/status/index.js';

const nodes = ['a', 'b'].map((name) => ({ type: 'Identifier', name }) as never);

const response = fc
  .tuple(fc.uniqueArray(fc.nat(12), { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([origins, maybeOther]) =>
    responseOf(
      origins.sort((a, b) => a - b),
      maybeOther,
    ),
  );

const leaf: fc.Arbitrary<Value> = fc.oneof(
  response,
  fc.constantFrom<Value>(unknownValue, never, top, constant(1), constant(null)),
  fc
    .tuple(response, fc.constantFrom('itself' as const, 'other' as const, undefined))
    .map(([of, stream]): Value => ({ kind: 'body', of, stream })),
  fc.tuple(response, fc.constantFrom(...nodes)).map(([of, node]): Value => ({ kind: 'status', of, node })),
  fc.tuple(response, fc.constantFrom(...nodes)).map(([of, node]): Value => {
    return { kind: 'status', of, node, expression: { kind: 'status' } };
  }),
  fc.tuple(response, fc.nat(3)).map(([of, n]): Value => {
    const tests = [{ of, whenTrue: StatusSet.of(200 + n), whenFalse: StatusSet.all }];
    return { kind: 'test', tests, node: nodes[0]! };
  }),
);

const { value: anyValue } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.tuple(tie('value'), fc.boolean()).map(([of, isRequest]): Value => ({ ...promiseOf(of), isRequest })),
    fc
      .tuple(fc.option(fc.array(tie('value'), { maxLength: 3 }), { nil: undefined }), tie('value'))
      .map(([items, each]): Value => ({ kind: 'list', items, each })),
    fc
      .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), tie('value'), { maxKeys: 3 })
      .map((fields): Value => ({ kind: 'record', fields: new Map(Object.entries(fields)) })),
  ),
}));

const nothing = () => undefined;

/** What a loop makes of a value with each turn: something else, or itself in something. */
const grow = fc.oneof(
  anyValue.map((value) => () => value),
  fc.constant((x: Value): Value => ({ kind: 'list', each: x })),
  fc.constant((x: Value): Value => ({ kind: 'list', items: [x, x], each: unknownValue })),
  fc.constant((x: Value): Value => ({ kind: 'record', fields: new Map([['next', x]]) })),
  fc.constantFrom('a', 'b', 'c').chain((name) =>
    anyValue.map((value) => (x: Value): Value => ({
      kind: 'record',
      fields: new Map([
        [name, value],
        ['rest', x],
      ]),
    })),
  ),
  fc.constant((x: Value): Value => promiseOf(x)),
);

/** How often `x = join(x, y)` gives another `x`. */
function chainLength(from: Value, steps: readonly ((x: Value) => Value)[]): number {
  let [x, changes] = [from, 0];
  for (const step of steps) {
    const next = joinValues(x, bounded(step(x), nothing), nothing);
    if (!sameValue(next, x)) changes++;
    x = next;
  }
  return changes;
}

describe('the lattice of values', () => {
  it(`has no ascending chain longer than ${longestChain}`, () => {
    let longest = 0;
    const chain = fc.tuple(anyValue, fc.array(grow, { minLength: 40, maxLength: 120 }));
    fc.assert(
      fc.property(chain, ([from, steps]) => {
        const length = chainLength(from, steps);
        longest = Math.max(longest, length);
        expect(length).toBeLessThanOrEqual(longestChain);
      }),
      { numRuns: 3000, seed: 20 },
    );
    // The law says something: chains do come up, and only their end is in question.
    expect(longest).toBeGreaterThan(12);
  });

  it('has no value deeper or larger than its bounds', () => {
    const depth = (value: Value): number => {
      if (value.kind === 'promise') return depth(value.of);
      if (value.kind === 'list') return 1 + Math.max(...[...(value.items ?? []), value.each].map(depth));
      return value.kind === 'record' ? Math.max(1, ...[...value.fields.values()].map((v) => 1 + depth(v))) : 0;
    };
    const size = (value: Value): number => {
      if (value.kind === 'promise') return size(value.of);
      const parts = value.kind === 'list' ? [...(value.items ?? []), value.each] : [];
      if (value.kind === 'record') parts.push(...value.fields.values());
      return parts.reduce((sum, part) => sum + size(part), 1);
    };
    fc.assert(
      fc.property(anyValue, fc.array(grow, { maxLength: 12 }), (from, steps) => {
        const value = steps.reduce((x, step) => bounded(step(x), nothing), bounded(from, nothing));
        expect(depth(value)).toBeLessThanOrEqual(deepestValue);
        expect(size(value)).toBeLessThanOrEqual(largestValue);
      }),
      { numRuns: 2000, seed: 21 },
    );
  });

  it('tells of every response that a bound lets go of', () => {
    fc.assert(
      fc.property(anyValue, fc.array(grow, { minLength: 6, maxLength: 12 }), (from, steps) => {
        const value = steps.reduce((x, step) => step(x), from);
        const gone: Value[] = [];
        const kept = bounded(value, (lost) => gone.push(lost));
        const origins = (all: readonly Value[]) =>
          [...new Set(all.flatMap(responsesBehind).flatMap((one) => one.origins))].sort((a, b) => a - b);
        expect(origins([kept, ...gone])).toEqual(origins([value]));
      }),
      { numRuns: 500, seed: 22 },
    );
  });
});
