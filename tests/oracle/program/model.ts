import fc from 'fast-check';
import { settings } from './settings.js';
import type { Block, Condition, Statement, Tree } from './tree.js';

const small = fc.nat(5);
const form = fc.nat(11);

// fast-check wants an index signature here, which an interface does not have.
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions
type Grammar = {
  condition: Condition;
  statement: Statement;
  block: Block;
};

const grammar = fc.letrec<Grammar>((tie) => {
  const condition = tie('condition');
  const block = tie('block');
  const optionalBlock = fc.option(block, { freq: 2 });
  const leaf = fc.record({
    kind: fc.constant('test' as const),
    response: small,
    test: fc.nat(14),
    optional: fc.boolean(),
  });
  return {
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 8, arbitrary: leaf },
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constant('opaque' as const), steady: fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 4) }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('flag' as const), flag: small }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('present' as const), response: small, form: small }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('helper' as const), response: small, helper: small }) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('every' as const),
          list: small,
          test: fc.nat(14),
          some: fc.boolean(),
        }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('not' as const), of: condition }) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constantFrom('and' as const, 'or' as const),
          left: condition,
          right: condition,
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('choice' as const),
          test: condition,
          left: condition,
          right: condition,
        }),
      },
    ),
    block: fc.array(tie('statement'), { maxLength: 4, depthIdentifier: 'block' }),
    statement: fc.oneof(
      { depthSize: 'small', withCrossShrink: true, depthIdentifier: 'block' },
      { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('act' as const, 'act' as const, 'fail' as const) }) },
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('use' as const), response: small, form }) },
      {
        weight: 5,
        arbitrary: fc.record({ kind: fc.constant('request' as const), form, mutable: fc.boolean(), test: condition }),
      },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('retry' as const), response: small, form }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('alias' as const), response: small, form }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('flag' as const), of: condition }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('setFlag' as const), flag: small, form: small }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('yield' as const), response: small, form }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('send' as const), response: small, form }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('help' as const), response: small, helper: fc.nat(9) }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('jump' as const), form: small, label: small }) },
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constant('return' as const), form, response: small, test: condition }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('throw' as const), form: small, response: small }) },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constant('short' as const), test: condition, response: small, form }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('all' as const), form: small }) },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constant('leave' as const), form, body: block, caught: optionalBlock }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('executor' as const), form: small, body: block }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('pages' as const), body: block, turn: block }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('promise' as const), form }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('list' as const), form, response: small }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('each' as const), form, list: small, body: block }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('settle' as const), promise: small, form }) },
      {
        weight: 8,
        arbitrary: fc.record({
          kind: fc.constant('if' as const),
          test: condition,
          then: block,
          otherwise: optionalBlock,
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('loop' as const),
          form: small,
          test: condition,
          labelled: fc.boolean(),
          body: block,
        }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('labelled' as const), body: block }) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('try' as const),
          body: block,
          caught: optionalBlock,
          last: optionalBlock,
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constant('closure' as const), form: small, body: block, calls: fc.nat(2) }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('chain' as const),
          form,
          body: block,
          caught: optionalBlock,
          last: optionalBlock,
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('switch' as const),
          response: small,
          byTruth: fc.boolean(),
          cases: fc.array(
            fc.record({ of: fc.integer({ min: -1, max: 3 }), test: condition, body: block, breaks: fc.boolean() }),
            { maxLength: 4 },
          ),
        }),
      },
    ),
  };
});

/** A program always starts with a request: without one there is nothing to check. */
export const programs: fc.Arbitrary<Tree> = fc
  .tuple(
    fc.constantFrom(0, 0, 0, 0, 0, 0, ...settings.keys()),
    fc.record({
      kind: fc.constant('request' as const),
      form: fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 5, 6, 7),
      mutable: fc.boolean(),
      test: grammar.condition,
    }),
    fc.array(grammar.statement, { minLength: 1, maxLength: 5 }),
  )
  .map(([setting, first, rest]) => ({ setting, block: [first, ...rest] }));
