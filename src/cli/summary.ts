import plugin from '../index.js';
import { relative } from 'node:path';
import type { ESLint, Linter } from 'eslint';
import { fatalMessage, type Outcome } from './lint.js';

/** So that the summary fits on a screen below its last finding. */
const shownFiles = 5;

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const row = ([name, count]: readonly [string, number]): string => `  ${String(count).padStart(4)}  ${name}`;

const byCount = (a: readonly [string, number], b: readonly [string, number]): number => b[1] - a[1];

const isFinding = ({ fatal }: Linter.LintMessage): boolean => !fatal;

function countRules(results: readonly ESLint.LintResult[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { ruleId } of results.flatMap(({ messages }) => messages.filter(isFinding))) {
    if (ruleId) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  }
  return [...counts].sort(byCount);
}

/** As short as it is clear: a path with a row of dots says less than a whole one. */
function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
}

function countFiles(results: readonly ESLint.LintResult[]): [string, number][] {
  return results
    .map(({ filePath, messages }): [string, number] => [shortPath(filePath), messages.filter(isFinding).length])
    .filter(([, count]) => count > 0)
    .sort(byCount);
}

function filesSection(files: readonly [string, number][]): string[] {
  // A line that says "and 1 more file" could have named it.
  const shown = files.length === shownFiles + 1 ? files : files.slice(0, shownFiles);
  const rest = files.length - shown.length;
  return ['Most affected files:', ...shown.map(row), ...(rest > 0 ? [`        and ${plural(rest, 'more file')}`] : [])];
}

const install = `To keep these rules in the editor and in CI, add the plugin to your ESLint configuration:
  npm install --save-dev eslint eslint-plugin-http-status
  // eslint.config.js
  import httpStatus from 'eslint-plugin-http-status';
  export default [httpStatus.configs.recommended];`;

const size = (name: 'recommended' | 'strict'): number => Object.keys(plugin.configs[name].rules ?? {}).length;
const strictAsksForMore = size('strict') > size('recommended');

const next = (preset: string, findings: number): string => {
  if (findings > 0 || preset !== 'recommended' || !strictAsksForMore) return install;
  return 'The preset "strict" asks for more: --preset strict.';
};

/** What the findings come to, on one screen. */
export function summary({ results }: Outcome, preset: string): string {
  const rules = countRules(results);
  const files = countFiles(results);
  const findings = rules.reduce((sum, [, count]) => sum + count, 0);
  const parsed = results.filter((result) => !fatalMessage(result));
  const looked = `Looked at ${plural(parsed.length, 'file')} with the preset "${preset}"`;
  if (findings === 0) return [`${looked}: nothing found.`, next(preset, findings)].join('\n');
  return [
    `${looked}: ${plural(findings, 'finding')} in ${plural(files.length, 'file')}.`,
    '',
    'Findings per rule:',
    ...rules.map(row),
    '',
    ...filesSection(files),
    '',
    next(preset, findings),
  ].join('\n');
}
