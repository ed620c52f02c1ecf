import { RuleTester } from '@typescript-eslint/rule-tester';
import { describe, expect, it } from 'vitest';
import type { HttpStatusRule } from '../../rules/rule.js';
import { testVerdicts, type Invalid, type Valid } from '../rules/tester.js';

/** Reports every `bad(…)` with its first argument; with the option `loud`, and in files named `loud.ts`, otherwise. */
const rule: HttpStatusRule<readonly unknown[]> = {
  meta: {
    type: 'problem',
    docs: { description: 'of this test', preset: 'recommended' },
    messages: { quiet: 'Not {{what}}.', loud: 'Never {{what}}!' },
    schema: [{ type: 'object', properties: { loud: { type: 'boolean' } }, additionalProperties: false }],
    hasSuggestions: true,
  },
  defaultOptions: [],
  create: (context: never) => {
    const { options, filename, report } = context as {
      options: [{ loud: boolean }?];
      filename: string;
      report: (descriptor: object) => void;
    };
    const messageId = options[0]?.loud || filename === 'loud.ts' ? 'loud' : 'quiet';
    return {
      'CallExpression[callee.name="bad"]': (node: { arguments: [{ name: string }] }) =>
        report.call(context, { node, messageId, data: { what: node.arguments[0].name }, suggest: [] }),
    };
  },
};

/** Runs cases without vitest, and gives what the first that fails says of it. */
function complaint(cases: { valid?: Valid[]; invalid?: Invalid[] }): string | undefined {
  const tests: (() => void)[] = [];
  const { describe, it, afterAll } = RuleTester;
  Object.assign(RuleTester, {
    describe: (_: string, body: () => void) => body(),
    it: (_: string, body: () => void) => tests.push(body),
    afterAll: () => undefined,
  });
  try {
    testVerdicts('a rule', rule, { valid: [], invalid: [], ...cases });
    for (const test of tests) test();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    Object.assign(RuleTester, { describe, it, afterAll });
  }
}

const code = 'go();\n  bad(x);';
const right = { messageId: 'quiet', line: 2, column: 3, data: { what: 'x' } };

describe('the tester of verdicts', () => {
  it('passes what is right', () => {
    expect(
      complaint({
        valid: ['go();', { code: 'go();', options: [{ loud: true }] }],
        invalid: [
          { code, errors: ['quiet'] },
          { code, errors: [right] },
          { code, options: [{ loud: true }], errors: ['loud'] },
          { code, filename: 'loud.ts', errors: [{ ...right, messageId: 'loud' }] },
          { code: 'bad(x); bad(y);', errors: ['quiet', { messageId: 'quiet', data: { what: 'y' } }] },
        ],
      }),
    ).toBeUndefined();
  });

  it.each<[string, Parameters<typeof complaint>[0], RegExp]>([
    ['a report on a valid program', { valid: [code] }, /no errors but had 1/],
    ['no report', { invalid: [{ code: 'go();', errors: ['quiet'] }] }, /1 error but had 0/],
    ['one report of two', { invalid: [{ code: 'bad(x); bad(x);', errors: ['quiet'] }] }, /1 error but had 2/],
    ['no errors', { invalid: [{ code, errors: [] }] }, /at least one error/],
    ['another message', { invalid: [{ code, errors: ['loud'] }] }, /does not match expected messageId 'loud'/],
    ['a message that there is not', { invalid: [{ code, errors: ['shy'] }] }, /Invalid messageId 'shy'/],
    ['another line', { invalid: [{ code, errors: [{ ...right, line: 1 }] }] }, /line should be 1/],
    ['another column', { invalid: [{ code, errors: [{ ...right, column: 2 }] }] }, /column should be 2/],
    ['other data', { invalid: [{ code, errors: [{ ...right, data: { what: 'y' } }] }] }, /"Not y." does not match/],
    ['options that are ignored', { invalid: [{ code, options: [{ loud: true }], errors: ['quiet'] }] }, /'quiet'/],
    ['a name that is ignored', { invalid: [{ code, filename: 'loud.ts', errors: ['quiet'] }] }, /'quiet'/],
    ['options against the schema', { valid: [{ code: 'go();', options: [{ lout: true }] }] }, /lout/],
    ['code that does not parse', { valid: ['const = 1;'] }, /fatal parsing error/],
    ['the same case twice', { valid: ['go();', 'go();'] }, /duplicate test case/],
  ])('refuses %s', (_, cases, message) => {
    expect(complaint(cases)).toMatch(message);
  });
});
