// The code examples of a Markdown page and what the rules say to them.
import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import plugin from '../../dist/src/index.js';
import { exampleFile, programOf } from './program.js';

/**
 * @typedef {object} Example a fenced block, whose first line may say `js incorrect`
 * @property {string} language
 * @property {string} kind the second word: `incorrect`, `correct`, `config` or nothing
 * @property {string} code
 * @property {number} line where its code begins on the page
 */

const fence = /^( *)(`{3,})(\S*) *(.*)\n((?:.*\n)*?)\1\2 *$/gm;

/** @returns {Example[]} */
export function examplesOf(page) {
  return [...page.matchAll(fence)].map(({ index, 3: language = '', 4: kind = '', 5: code = '' }) => ({
    language,
    kind: kind.trim(),
    code,
    line: page.slice(0, index).split('\n').length + 1,
  }));
}

const parsers = { ts: typescriptParser, tsx: typescriptParser };

/**
 * What the rules say to an example. A comment at its start configures a rule, as in any file:
 * `/* eslint http-status/no-200-only: ["error", { … }] *\/`.
 * @param {Example} example
 * @param {string[]} rules full names
 */
export function lintExample({ language, code }, rules) {
  const parser = parsers[language];
  const isTyped = rules.some((name) => plugin.rules[name.replace(/.*\//, '')]?.meta.docs.requiresTypeChecking);
  const types = parser && isTyped ? { programs: [programOf(code)] } : {};
  return new Linter().verify(
    code,
    {
      files: ['**/*.{js,jsx,ts,tsx}'],
      plugins: { 'http-status': plugin },
      languageOptions: { ...(parser && { parser }), parserOptions: { ecmaFeatures: { jsx: true }, ...types } },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      rules: Object.fromEntries(rules.map((name) => [name, 'error'])),
    },
    { filename: isTyped ? exampleFile : `example.${language}` },
  );
}

export const codeLanguages = ['js', 'jsx', 'ts', 'tsx'];
