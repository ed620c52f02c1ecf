import type { Linter } from 'eslint';
import plugin from '../../index.js';
import type { Unfollowed } from '../../index.js';
import { counts, type Outcome, type Result } from '../lint/outcome.js';
import { firstOf, grouped, plural, shortPath } from './words.js';

/** So that the summary fits on a screen below its last finding. */
const shownFiles = 5;
const shownModules = 5;

type Counted = readonly [string, number];

const row = ([name, count]: Counted): string => `  ${grouped(count).padStart(4)}  ${name}`;

const byCount = (a: Counted, b: Counted): number => b[1] - a[1];

const isFinding = ({ fatal }: Linter.LintMessage): boolean => !fatal;

function countRules(results: readonly Result[]): Counted[] {
  const rules = new Map<string, number>();
  for (const { ruleId } of results.flatMap(({ messages }) => messages.filter(isFinding))) {
    if (ruleId) rules.set(ruleId, (rules.get(ruleId) ?? 0) + 1);
  }
  return [...rules].sort(byCount);
}

const countFiles = (results: readonly Result[]): Counted[] =>
  results
    .map(({ filePath, messages }): Counted => [shortPath(filePath), messages.filter(isFinding).length])
    .filter(([, count]) => count > 0)
    .sort(byCount);

function filesSection(files: readonly Counted[]): string[] {
  const rows = firstOf(files.map(row), shownFiles, 'file');
  return ['Most affected files:', ...rows.map((line) => (line.startsWith('and') ? `        ${line}` : line))];
}

/** The same function of the same module, in however many files it is called. */
function unfollowed({ seen }: Outcome): string[] {
  const calls = new Map<string, number>();
  for (const { name, module, calls: count } of [...seen.requests.values()].flatMap(
    (one): readonly Unfollowed[] => one.unfollowed,
  )) {
    const key = `\`${name}\` from ${module}`;
    calls.set(key, (calls.get(key) ?? 0) + count);
  }
  const lines = [...calls].sort(byCount).map(([key, count]) => `${plural(count, 'call')} of ${key}`);
  if (lines.length === 0) return [];
  return ['Seen and not followed:', ...firstOf(lines, shownModules, 'module').map((line) => `  ${line}`)];
}

function scriptsOnly({ scriptsOnly: languages }: Outcome): string[] {
  return [...languages].map(
    ([{ name }, count]) => `Of ${plural(count, `${name} file`)} the scripts were looked at, not the templates.`,
  );
}

const size = (name: 'recommended' | 'strict'): number => Object.keys(plugin.configs[name].rules ?? {}).length;
const strictAsksForMore = size('strict') > size('recommended');

function hidden({ hidden: count }: Outcome): string[] {
  const them = count === 1 ? 'it' : 'them';
  return count === 0 ? [] : [`${plural(count, 'finding')} in examples and scripts: --all shows ${them}.`];
}

function tests({ seen }: Outcome): string[] {
  const count = [...seen.requests.values()].filter(({ isTest }) => isTest).length;
  const them = count === 1 ? 'it' : 'them';
  return count === 0
    ? []
    : [`Nothing is said of ${plural(count, 'test file')}: the setting "checkTests" has the rules look at ${them}.`];
}

/** Nothing is said of files that were not looked at. */
function looked(outcome: Outcome, preset: string): string {
  const { looked: count, all } = counts(outcome);
  const files = count === all ? plural(count, 'file') : `${grouped(count)} of ${plural(all, 'file')}`;
  return `Looked at ${files} with the preset "${preset}"`;
}

function nothing(outcome: Outcome): string {
  const { looked: count, all } = counts(outcome);
  const requests = [...outcome.seen.requests.values()];
  const none = requests.some(({ unfollowed: calls }) => calls.length > 0) ? 'no request followed' : 'no request found';
  const what = requests.some(({ followed }) => followed > 0) ? 'nothing found' : none;
  return count === all ? what : `${what} in ${count === 1 ? 'it' : 'those'}`;
}

/** What the findings come to, on one screen; `advice` is what to do next. */
export function summary(outcome: Outcome, preset: string, advice: readonly string[]): string {
  const rules = countRules(outcome.results);
  const files = countFiles(outcome.results);
  const findings = rules.reduce((sum, [, count]) => sum + count, 0);
  const first = looked(outcome, preset);
  const more = [...hidden(outcome), ...tests(outcome), ...scriptsOnly(outcome), ...unfollowed(outcome)];
  if (findings === 0) {
    const strict =
      preset === 'recommended' && strictAsksForMore ? ['The preset "strict" asks for more: --preset strict.'] : [];
    return [`${first}: ${nothing(outcome)}.`, ...more, ...strict].join('\n');
  }
  return [
    `${first}: ${plural(findings, 'finding')} in ${plural(files.length, 'file')}.`,
    '',
    'Findings per rule:',
    ...rules.map(row),
    '',
    ...filesSection(files),
    ...(more.length > 0 ? ['', ...more] : []),
    ...(advice.length > 0 ? ['', ...advice] : []),
  ].join('\n');
}
