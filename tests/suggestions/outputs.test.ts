import parser from '@typescript-eslint/parser';
import { RuleTester, type Rule } from 'eslint';
import { describe, expect, it } from 'vitest';
import no200Only from '../../rules/no-200-only.js';
import noBodyReadTwice from '../../rules/no-body-read-twice.js';
import noImpossibleStatus from '../../rules/no-impossible-status.js';
import noNullBody from '../../rules/no-null-body.js';
import noUncheckedCachePut from '../../rules/no-unchecked-cache-put.js';
import noUncheckedResponse from '../../rules/no-unchecked-response.js';
import requireErrorBranch from '../../rules/require-error-branch.js';
import requireStatusInError from '../../rules/require-status-in-error.js';
import { cases, type Case, type Expected } from './cases.js';

RuleTester.describe = describe;
RuleTester.it = it;

const rules = {
  'no-200-only': no200Only,
  'no-body-read-twice': noBodyReadTwice,
  'no-impossible-status': noImpossibleStatus,
  'no-null-body': noNullBody,
  'no-unchecked-cache-put': noUncheckedCachePut,
  'no-unchecked-response': noUncheckedResponse,
  'require-error-branch': requireErrorBranch,
  'require-status-in-error': requireStatusInError,
} as unknown as Record<string, Rule.RuleModule>;

/** The suggestions of one report stand together: it has the same line and message, and each text once. */
function reportsOf(expected: readonly Expected[]): Expected[][] {
  const reports: Expected[][] = [];
  for (const next of expected) {
    const last = reports.at(-1);
    const isSame =
      last?.[0]?.line === next.line &&
      last[0].messageId === next.messageId &&
      !last.some(({ desc }) => desc === next.desc);
    if (isSame) last.push(next);
    else reports.push([next]);
  }
  return reports;
}

const toInvalid = ({ name, file, code, options, expected }: Case): RuleTester.InvalidTestCase => ({
  name,
  filename: file,
  code,
  options: [...options],
  languageOptions: file.endsWith('.ts') ? { parser: parser as never } : {},
  errors: reportsOf(expected).map((report) => ({
    messageId: report[0]!.messageId,
    line: report[0]!.line,
    suggestions: report.flatMap(({ desc, output }) => (desc === undefined ? [] : [{ desc, output }])),
  })),
});

for (const [name, rule] of Object.entries(rules)) {
  const invalid = cases.filter((one) => one.rule === name).map(toInvalid);
  new RuleTester().run(name, rule, { valid: [], invalid });
}

describe('the cases', () => {
  it('are about rules that there are', () => {
    expect([...new Set(cases.map(({ rule }) => rule))].sort()).toEqual(Object.keys(rules).sort());
  });

  it('have a suggestion nearly always', () => {
    const without = cases.filter(({ expected }) => expected.some(({ desc }) => desc === undefined));
    expect(without.map(({ name }) => name)).toEqual([
      'alias-with-comment.js.case',
      'comment-inside.js.case',
      'nameless.js.case',
      'dead.js.case',
      'returned.js.case',
      'dropped-chosen.js.case',
      'in-object.js.case',
      'later-handling.js.case',
      'loop-head.js.case',
      'missing-substitute.js.case',
      'nameless-comment.js.case',
      'nameless-condition.js.case',
      'nameless-not-first.js.case',
      'several-declarators-commented.js.case',
      'use-before-and-after.js.case',
      'caught.js.case',
      'later-check-elsewhere.js.case',
      'two-responses.js.case',
      'own-class.js.case',
    ]);
  });
});
