import type { ESLint, Linter } from 'eslint';
import type { Language } from '../files/languages.js';
import type { Unreadable } from '../files/walk.js';
import type { Seen } from './requests.js';

export type Result = ESLint.LintResult;

/** What came of a run. */
export interface Outcome {
  /** Every file that could be read, with this plugin's findings only. */
  readonly results: readonly Result[];
  readonly unreadable: readonly Unreadable[];
  /** What is no failure and yet worth a sentence. */
  readonly notes: readonly string[];
  /** Findings that are not among the results, since they are in code that is not shipped. */
  readonly hidden: number;
  readonly seen: Seen;
  /** How many files of a language had only their scripts looked at. */
  readonly scriptsOnly: ReadonlyMap<Language, number>;
}

export const fatalMessage = ({ messages }: Result): Linter.LintMessage | undefined =>
  messages.find(({ fatal }) => fatal);

/** Files that were looked at, and all. */
export function counts({ results, unreadable }: Outcome): { looked: number; all: number } {
  const looked = results.filter((result) => !fatalMessage(result)).length;
  return { looked, all: results.length + unreadable.length };
}

/** A file in which there can be nothing, as ESLint would say so. */
export const emptyResult = (filePath: string): Result => ({
  filePath,
  messages: [],
  suppressedMessages: [],
  errorCount: 0,
  fatalErrorCount: 0,
  warningCount: 0,
  fixableErrorCount: 0,
  fixableWarningCount: 0,
  usedDeprecatedRules: [],
});

/** Comments in the file may configure rules of other plugins; what ESLint says of those is not ours. */
export function onlyOurs(result: Result): Result {
  const messages = result.messages.filter(({ fatal, ruleId }) => fatal || ruleId?.startsWith('http-status/'));
  const count = (test: (message: Linter.LintMessage) => unknown): number => messages.filter(test).length;
  return {
    ...result,
    messages,
    errorCount: count(({ severity }) => severity === 2),
    fatalErrorCount: count(({ fatal }) => fatal),
    warningCount: count(({ severity }) => severity === 1),
    fixableErrorCount: count(({ fix, severity }) => fix && severity === 2),
    fixableWarningCount: count(({ fix, severity }) => fix && severity === 1),
  };
}
