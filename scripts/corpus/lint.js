// Lints one file of a package as its users' ESLint would, without a word of configuration from it.
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { byTheLetter, optionsByTheLetter } from '../letter.js';
import { folderOf } from './packages.js';

const typescript = new Set(['.ts', '.tsx', '.mts', '.cts']);

/** The ways to read a file, the likeliest first: the extension does not say what a `.js` file is. */
function languages(file) {
  const extension = extname(file);
  if (typescript.has(extension)) {
    const jsx = extension === '.tsx';
    return [{ parser: typescriptParser, parserOptions: { ecmaFeatures: { jsx } }, sourceType: 'module' }];
  }
  const sourceTypes = {
    '.mjs': ['module'],
    '.cjs': ['commonjs', 'script'],
  }[extension] ?? ['module', 'commonjs', 'script'];
  return sourceTypes.map((sourceType) => ({ parserOptions: { ecmaFeatures: { jsx: true } }, sourceType }));
}

const config = (plugin, rules, languageOptions) => [
  {
    // ESLint lints TypeScript only where a pattern names its extensions.
    files: ['**/*.{js,jsx,cjs,mjs,ts,tsx,cts,mts}'],
    plugins: { 'http-status': plugin },
    languageOptions,
    // The reviewers judged test code like any other, and by the letter.
    settings: byTheLetter,
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: Object.fromEntries(
      rules.map((rule) => [`http-status/${rule}`, ['error', ...optionsByTheLetter(plugin.rules[rule])]]),
    ),
  },
];

const toReport = (repo, file, message) => ({
  repo,
  file,
  rule: message.ruleId.replace('http-status/', ''),
  line: message.line,
  column: message.column,
  endLine: message.endLine ?? message.line,
  endColumn: message.endColumn ?? message.column + 1,
  message: message.message,
});

/** @returns {{ reports: object[], failure: string | null, milliseconds: number }} */
export function lintFile(plugin, rules, repo, file) {
  const path = join(folderOf(repo), file);
  const code = readFileSync(path, 'utf8');
  const linter = new Linter({ cwd: folderOf(repo) });
  const started = performance.now();
  const result = { reports: [], failure: null, milliseconds: 0 };
  for (const language of languages(file)) {
    try {
      const messages = linter.verify(code, config(plugin, rules, language), {
        filename: path,
        allowInlineConfig: false,
      });
      // A message of no rule is ESLint's own: the file does not parse, or is not linted at all.
      const refusal = messages.find((message) => message.ruleId === null);
      result.failure = refusal ? (result.failure ?? `is not linted: ${refusal.message} (line ${refusal.line})`) : null;
      result.reports = refusal ? [] : messages.map((message) => toReport(repo, file, message));
      if (!refusal) break;
    } catch (error) {
      // ESLint's own wrapper puts the rule and the line into the message; both belong to the defect.
      result.failure = `crashes a rule: ${error.stack}`;
      break;
    }
  }
  result.milliseconds = performance.now() - started;
  return result;
}
