// The files that the bench lints: whole packages as a mix, and those files of the corpus that are known to call fetch.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { readCorpus } from '../corpus/labels.js';
import { folderOf } from '../corpus/packages.js';
import { generatedFiles } from './generated.js';

/** An SDK written in TypeScript and its compiled form, a framework in JavaScript, a library of many small files. */
const mixed = ['matrix-js-sdk@37.5.0', '@sveltejs/kit@2.70.4', '@auth/core@0.41.3'];

/** Larger files are bundles; nobody lints those. So are files with very long lines. */
const largest = 200_000;
const longestLine = 200;

/**
 * @typedef {object} BenchFile
 * @property {string} path
 * @property {string} code
 * @property {object} languageOptions
 */

const isSource = (name) => /\.[cm]?[jt]sx?$/.test(name) && !/\.d\.[cm]?ts$/.test(name);
const isWritten = (code) => code.length < largest && code.length / code.split('\n').length < longestLine;
export const isTypeScript = ({ path }) => /\.[cm]?tsx?$/.test(path);

function languageOptions(path) {
  const extension = extname(path);
  const parser = isTypeScript({ path }) ? { parser: typescriptParser } : {};
  const jsx = !['.ts', '.mts', '.cts'].includes(extension);
  return {
    ...parser,
    sourceType: extension === '.cjs' ? 'commonjs' : 'module',
    parserOptions: { ecmaFeatures: { jsx } },
  };
}

/** A configuration for one file: how it is read, and the rules. TypeScript is linted only where a pattern names it. */
export const configFor = ({ languageOptions: options }, rules) => [
  {
    files: ['**/*.{js,jsx,cjs,mjs,ts,tsx,cts,mts}'],
    languageOptions: options,
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    ...rules,
  },
];

export const lint = (linter, file, rules) =>
  linter.verify(file.code, configFor(file, rules), { filename: basename(file.path), allowInlineConfig: false });

/** Files that parse: a package also ships templates and test data. Without rules, any message is a refusal. */
function readable(files) {
  const linter = new Linter();
  return files.filter((file) => lint(linter, file, {}).length === 0);
}

function read(paths) {
  const files = paths
    .filter((path) => existsSync(path))
    .map((path) => ({ path, code: readFileSync(path, 'utf8'), languageOptions: languageOptions(path) }));
  return readable(files.filter(({ code }) => isWritten(code)));
}

function packageFiles(name) {
  const folder = folderOf(name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter(isSource)
    .map((file) => join(folder, file));
}

/** @returns {{ origin: string, mix: BenchFile[], fetch: BenchFile[] }} */
export function benchFiles(root) {
  const { calls } = readCorpus(new URL('tests/corpus/', pathToFileURL(root)));
  const labelled = [...new Set(calls.map(({ repo, file }) => join(folderOf(repo), file)))];
  const fetch = read(labelled);
  const mix = read(mixed.flatMap(packageFiles));
  if (fetch.length > 0 && mix.length > 0) return { origin: mixed.join(', '), mix, fetch };
  const generated = generatedFiles().map((file) => ({ ...file, languageOptions: languageOptions(file.path) }));
  return { origin: 'generated files', mix: generated, fetch: generated.filter(({ code }) => /\bfetch\(/.test(code)) };
}
