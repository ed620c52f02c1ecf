// Lints one file with a stopwatch on its parser and another one on our rules.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { byTheLetter } from '../letter.js';

/** The parser that ESLint takes by itself, in the version that it takes. */
const espree = createRequire(import.meta.resolve('eslint'))('espree');

const clock = { parse: 0, rules: 0 };

/** Time on the processor, in milliseconds: what else the machine does at that moment is not counted. */
const processorTime = () => process.cpuUsage().user / 1000;

function timed(which, action) {
  const started = processorTime();
  try {
    return action();
  } finally {
    clock[which] += processorTime() - started;
  }
}

const timedTypescript = {
  meta: { name: 'timed-typescript-parser', version: '1' },
  parseForESLint: (code, options) => timed('parse', () => typescriptParser.parseForESLint(code, options)),
};

const timedEspree = {
  meta: { name: 'timed-espree', version: '1' },
  parse: (code, options) => timed('parse', () => espree.parse(code, options)),
};

const timeListener = (listener) => (node) => timed('rules', () => listener(node));

function timeRule(rule) {
  const create = (context) => {
    const listeners = timed('rules', () => rule.create(context));
    return Object.fromEntries(Object.entries(listeners).map(([name, listener]) => [name, timeListener(listener)]));
  };
  return { meta: rule.meta, create };
}

/** The plugin with every rule on the stopwatch. */
export function timePlugin(plugin) {
  const rules = Object.fromEntries(Object.entries(plugin.rules).map(([name, rule]) => [name, timeRule(rule)]));
  return { meta: plugin.meta, rules };
}

const typescript = new Set(['.ts', '.tsx', '.mts', '.cts']);

/** The ways to read a file, the likeliest first: the extension does not say what a `.js` file is. */
function languages(file) {
  const extension = extname(file);
  if (typescript.has(extension)) {
    const jsx = extension === '.tsx';
    return [{ parser: timedTypescript, parserOptions: { ecmaFeatures: { jsx } }, sourceType: 'module' }];
  }
  const sourceTypes = { '.mjs': ['module'], '.cjs': ['commonjs', 'script'] }[extension] ?? [
    'module',
    'commonjs',
    'script',
  ];
  return sourceTypes.map((sourceType) => ({
    parser: timedEspree,
    parserOptions: { ecmaFeatures: { jsx: true } },
    sourceType,
  }));
}

const config = (plugin, languageOptions) => [
  {
    files: ['**/*.{js,jsx,cjs,mjs,ts,tsx,cts,mts}'],
    plugins: { 'http-status': plugin },
    languageOptions,
    settings: byTheLetter,
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: Object.fromEntries(Object.keys(plugin.rules).map((rule) => [`http-status/${rule}`, 'error'])),
  },
];

const contextLines = 3;

function toReport(lines, { ruleId, line, column, endLine, message }) {
  const from = Math.max(line - 1 - contextLines, 0);
  const code = lines.slice(from, (endLine ?? line) + contextLines).map((text) => text.slice(0, 200));
  return { rule: ruleId.replace('http-status/', ''), line, column, message, code: code.join('\n') };
}

/** Reports, times in milliseconds, and why a file was not linted (`refusal`) or what went wrong (`crash`). */
function lintOnce(plugin, folder, file) {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const linter = new Linter({ cwd: folder });
  const result = { file, bytes: text.length, reports: [], refusal: null, crash: null, parse: 0, rules: 0 };
  for (const language of languages(file)) {
    clock.parse = 0;
    clock.rules = 0;
    try {
      const messages = linter.verify(text, config(plugin, language), { filename: path, allowInlineConfig: false });
      const refusal = messages.find((message) => message.ruleId === null);
      result.refusal = refusal ? (result.refusal ?? refusal.message) : null;
      if (refusal) continue;
      const lines = text.split('\n');
      result.reports = messages.map((message) => toReport(lines, message));
      break;
    } catch (error) {
      result.crash = error.stack;
      break;
    }
  }
  return { ...result, parse: clock.parse, rules: clock.rules };
}

/** Below this a ratio says more about the clock than about the rules. */
const measurable = 20;
const slowRatio = 10;
const slowMilliseconds = 2000;
const repeats = 3;

export const ratioOf = ({ parse, rules }) => (rules < measurable ? 0 : rules / parse);

/** Our rules take longer than two seconds, or more than ten times as long as the parser did. */
export const isSlow = (result) => result.rules > slowMilliseconds || ratioOf(result) > slowRatio;

/** A slow file is linted again: a pause of the machine or of its memory does not come back at the same file. */
export function lintFile(plugin, folder, file) {
  let best = lintOnce(plugin, folder, file);
  for (let i = 0; i < repeats && isSlow(best); i++) {
    const again = lintOnce(plugin, folder, file);
    best = { ...best, parse: Math.min(best.parse, again.parse), rules: Math.min(best.rules, again.rules) };
  }
  return best;
}
