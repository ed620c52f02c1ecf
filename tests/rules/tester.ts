import parser from '@typescript-eslint/parser';
import { RuleTester, type Rule } from 'eslint';
import { afterAll, describe, it } from 'vitest';

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;
(RuleTester as unknown as { afterAll: unknown }).afterAll = afterAll;

/** A report, by the text it stands on and the number of its line in the code. */
export interface Expected {
  readonly messageId: string;
  readonly line?: number;
  readonly column?: number;
  readonly data?: Record<string, string>;
}

export interface Invalid {
  readonly name?: string;
  readonly code: string;
  readonly errors: readonly (string | Expected)[];
  readonly options?: readonly unknown[];
}

export type Valid = string | { readonly code: string; readonly options?: readonly unknown[] };

/** The rule without its suggestions: these have tests of their own, and these tests are about verdicts. */
function withoutSuggestions(rule: unknown): Rule.RuleModule {
  const original = rule as Rule.RuleModule;
  return {
    meta: { ...original.meta, hasSuggestions: false },
    create: (context) =>
      original.create(
        Object.create(context, {
          report: { value: (descriptor: Rule.ReportDescriptor) => context.report({ ...descriptor, suggest: null }) },
        }) as Rule.RuleContext,
      ),
  };
}

export function testVerdicts(
  name: string,
  rule: unknown,
  cases: { valid: readonly Valid[]; invalid: readonly Invalid[] },
): void {
  const tester = new RuleTester({
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } }, sourceType: 'module' },
  });
  tester.run(name, withoutSuggestions(rule), {
    valid: cases.valid.map((valid) =>
      typeof valid === 'string' ? valid : { ...valid, options: [...(valid.options ?? [])] },
    ),
    invalid: cases.invalid.map(({ errors, options, ...rest }) => ({
      ...rest,
      ...(options && { options: [...options] }),
      errors: errors.map((error) => (typeof error === 'string' ? { messageId: error } : error)),
    })) as RuleTester.InvalidTestCase[],
  });
}
