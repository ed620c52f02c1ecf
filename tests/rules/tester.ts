import { RuleTester, type TestCaseError, type ValidTestCase } from '@typescript-eslint/rule-tester';
import type { TSESLint } from '@typescript-eslint/utils';
import { afterAll, describe, it } from 'vitest';
import type { HttpStatusRule } from '../../rules/rule.js';
import { byTheLetter, optionsByTheLetter } from '../../scripts/letter.js';

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;

type Options = readonly unknown[];
type Case = ValidTestCase<Options>;

/** A program without a report: its text, or that with options, settings, a file's name or a parser's options. */
export type Valid = string | Case;

/** A program with reports: all of them in their order, each by its message or with place and data as well. */
export interface Invalid extends Case {
  readonly errors: readonly (string | TestCaseError<string>)[];
}

type RuleModule = TSESLint.RuleModule<string, Options>;

/** The rule without its suggestions: these have tests of their own, and these tests are about verdicts. */
function withoutSuggestions(rule: HttpStatusRule<Options>): RuleModule {
  const original = rule as unknown as RuleModule;
  return {
    ...original,
    meta: { ...original.meta, hasSuggestions: false },
    create: (context) =>
      original.create(
        Object.create(context, {
          report: {
            value: (descriptor: TSESLint.ReportDescriptor<string>) => context.report({ ...descriptor, suggest: null }),
          },
        }) as typeof context,
      ),
  };
}

/** What a report says nearly always stands here, unless a test says something else. */
const withData = (error: TestCaseError<string>): TestCaseError<string> =>
  error.data
    ? { ...error, data: { relies: '', unlooked: 'nothing checks the status of this response', ...error.data } }
    : error;

/** Tests for a rule that vitest runs one by one. TypeScript and JSX parse alike; every program is a module. */
export function testVerdicts(
  name: string,
  rule: HttpStatusRule<Options>,
  cases: { valid: readonly Valid[]; invalid: readonly Invalid[] },
): void {
  const tester = new RuleTester({
    settings: byTheLetter,
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
  });
  tester.run(name, withoutSuggestions(rule), {
    valid: cases.valid.map((given) => {
      const one: Case = typeof given === 'string' ? { code: given } : given;
      return { ...one, options: optionsByTheLetter(rule, one.options) };
    }),
    invalid: cases.invalid.map(({ errors, ...rest }) => ({
      ...rest,
      options: optionsByTheLetter(rule, rest.options),
      errors: errors.map((error) => (typeof error === 'string' ? { messageId: error } : withData(error))),
    })),
  });
}
