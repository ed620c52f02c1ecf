// The files that the bench lints: whole packages as a mix, and those files of the corpus that are known to call fetch.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readCorpus } from '../corpus/labels.js';
import { folderOf } from '../corpus/packages.js';
import { generatedFiles } from './generated.js';
import { linterOf } from './linter.js';

/** An SDK written in TypeScript and its compiled form, a framework in JavaScript, a library of many small files. */
const mixed = ['matrix-js-sdk@37.5.0', '@sveltejs/kit@2.70.4', '@auth/core@0.41.3'];

/** Larger files are bundles; nobody lints those. So are files with very long lines. */
const largest = 200_000;
const longestLine = 200;

/**
 * @typedef {object} BenchFile
 * @property {string} path
 * @property {string} code
 */

const isSource = (name) => /\.[cm]?[jt]sx?$/.test(name) && !/\.d\.[cm]?ts$/.test(name);
const isWritten = (code) => code.length < largest && code.length / code.split('\n').length < longestLine;
export const isTypeScript = ({ path }) => /\.[cm]?tsx?$/.test(path);

/** Files that parse: a package also ships templates and test data. Without rules, any message is a refusal. */
async function readable(files) {
  const lint = linterOf({});
  const kept = [];
  for (const file of files) if ((await lint(file)).length === 0) kept.push(file);
  return kept;
}

function read(paths) {
  const files = paths.filter((path) => existsSync(path)).map((path) => ({ path, code: readFileSync(path, 'utf8') }));
  return readable(files.filter(({ code }) => isWritten(code)));
}

function packageFiles(name) {
  const folder = folderOf(name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter(isSource)
    .map((file) => join(folder, file));
}

/** @returns {Promise<{ origin: string, mix: BenchFile[], fetch: BenchFile[] }>} */
export async function benchFiles(root) {
  const { calls } = readCorpus(new URL('tests/corpus/', pathToFileURL(root)));
  const labelled = [...new Set(calls.map(({ repo, file }) => join(folderOf(repo), file)))];
  const fetch = await read(labelled);
  const mix = await read(mixed.flatMap(packageFiles));
  if (fetch.length > 0 && mix.length > 0) return { origin: mixed.join(', '), mix, fetch };
  const generated = generatedFiles();
  return { origin: 'generated files', mix: generated, fetch: generated.filter(({ code }) => /\bfetch\(/.test(code)) };
}
