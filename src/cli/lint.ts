import { existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { ESLint, Linter } from 'eslint';
import { CannotRun } from './cannot-run.js';
import { setUp, toPreset } from './config.js';
import type { Language } from './parsers.js';

type Result = ESLint.LintResult;
type ESLintClass = typeof ESLint;

export interface Outcome {
  /** The files that were looked at, with this plugin's findings only. */
  readonly results: readonly Result[];
  /** How many files of a language had no parser. */
  readonly passedOver: readonly { readonly language: Language; readonly count: number }[];
}

export const fatalMessage = ({ messages }: Result): Linter.LintMessage | undefined =>
  messages.find(({ fatal }) => fatal);

/** Comments in the file may configure rules of other plugins; what ESLint says of those is not ours. */
function onlyOurs(result: Result): Result {
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

const isGlob = (path: string): boolean => /[*?{}[\]!()]/.test(path);

/**
 * The folder that ESLint takes for the project: where we are, except for a path outside of it or in
 * node_modules, which ESLint would refuse although the user has named it.
 */
function baseOf(path: string): string {
  const here = process.cwd();
  const parts = relative(here, resolve(path)).split(sep);
  if (parts[0] !== '..' && !parts.includes('node_modules')) return here;
  if (!existsSync(path)) return here;
  return statSync(path).isDirectory() ? resolve(path) : dirname(resolve(path));
}

function groupByBase(paths: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    if (!existsSync(path) && !isGlob(path)) throw new CannotRun(`There is no file or folder "${path}".`);
    const base = baseOf(path);
    groups.set(base, [...(groups.get(base) ?? []), existsSync(path) ? resolve(path) : path]);
  }
  return groups;
}

const isJavaScript = (path: string): boolean => /\.jsx?$/.test(path);

type SourceType = 'module' | 'commonjs' | 'script';

/** Lints, and reads a JavaScript file as a CommonJS module or a script where it is no ES module. */
async function lintFiles(Class: ESLintClass, config: Linter.Config[], cwd: string, paths: string[]): Promise<Result[]> {
  const attempt = (files: string[], sourceType: SourceType): Promise<Result[]> => {
    const override: Linter.Config = { files: ['**/*.js', '**/*.jsx'], languageOptions: { sourceType } };
    return new Class({ cwd, overrideConfigFile: true, overrideConfig: [...config, override] }).lintFiles(files);
  };
  const results = await attempt(paths, 'module');
  for (const sourceType of ['commonjs', 'script'] as const) {
    const failed = results.filter((result) => fatalMessage(result) && isJavaScript(result.filePath));
    if (failed.length === 0) break;
    const again = await attempt(
      failed.map(({ filePath }) => filePath),
      sourceType,
    );
    // Where every attempt fails, the first one's complaint is the likeliest to be understood.
    for (const result of again.filter((retried) => !fatalMessage(retried))) {
      results[results.findIndex(({ filePath }) => filePath === result.filePath)] = result;
    }
  }
  return results;
}

/** What ESLint throws for a pattern that gives it no file to lint. */
const isWithoutFiles = (error: unknown): error is { messageData: { pattern: string } } =>
  error instanceof Error &&
  'messageTemplate' in error &&
  ['file-not-found', 'all-matched-files-ignored'].includes(String(error.messageTemplate));

function asCannotRun(error: unknown): unknown {
  if (!isWithoutFiles(error)) return error;
  const pattern = relative(process.cwd(), error.messageData.pattern) || '.';
  return new CannotRun(
    `Nothing to look at in "${pattern}": it has no JavaScript or TypeScript file, or git ignores them.`,
  );
}

const extensionOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

const belongsTo = (language: Language, { filePath }: Result): boolean =>
  language.extensions.includes(extensionOf(filePath));

async function lintBase(
  Class: ESLintClass,
  preset: ReturnType<typeof toPreset>,
  base: string,
  paths: string[],
): Promise<Outcome> {
  const { config, passedOver } = await setUp(preset, base);
  const results = await lintFiles(Class, config, base, paths).catch((error: unknown) => {
    throw asCannotRun(error);
  });
  const counts = passedOver.map((language) => ({
    language,
    count: results.filter((result) => belongsTo(language, result)).length,
  }));
  const looked = results.filter((result) => !passedOver.some((language) => belongsTo(language, result)));
  return { results: looked.map(onlyOurs), passedOver: counts.filter(({ count }) => count > 0) };
}

/** Lints all paths with a preset. */
export async function lint(
  Class: ESLintClass,
  preset: ReturnType<typeof toPreset>,
  paths: readonly string[],
): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const [base, group] of groupByBase(paths)) outcomes.push(await lintBase(Class, preset, base, group));
  return {
    results: outcomes.flatMap(({ results }) => results),
    passedOver: outcomes.flatMap(({ passedOver }) => passedOver),
  };
}
