import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Linter } from 'eslint';

/** A kind of file that ESLint cannot read by itself. */
export interface Language {
  readonly name: string;
  readonly extensions: readonly string[];
  readonly parser: string;
  /** What to install for it. */
  readonly install: string;
}

export const typescript: Language = {
  name: 'TypeScript',
  extensions: ['ts', 'tsx', 'mts', 'cts'],
  parser: '@typescript-eslint/parser',
  // Its peer, TypeScript, comes along in a version that fits; the newest one may not.
  install: '@typescript-eslint/parser',
};

const component = (name: string, extension: string): Language => ({
  name,
  extensions: [extension],
  parser: `${extension}-eslint-parser`,
  install: `${extension}-eslint-parser`,
});

/** Files whose scripts may be TypeScript. */
export const components: readonly Language[] = [
  component('Vue', 'vue'),
  component('Svelte', 'svelte'),
  component('Astro', 'astro'),
];

const isParser = (value: unknown): value is Linter.Parser =>
  typeof value === 'object' && value !== null && ('parseForESLint' in value || 'parse' in value);

/** A package's parser, whether it exports it by name or as its default. */
async function load(path: string): Promise<Linter.Parser | undefined> {
  const loaded = (await import(pathToFileURL(path).href)) as { default?: unknown; parser?: unknown };
  return [loaded, loaded.default, loaded.parser].find(isParser);
}

function resolve(specifier: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(specifier);
  } catch {
    return undefined;
  }
}

/**
 * A parser of the project under test, or else one that lies beside this package. In a project that
 * has `typescript-eslint` alone, the parser may be reachable through that package only.
 */
export async function findParser(language: Language, folders: readonly string[]): Promise<Linter.Parser | undefined> {
  const places = [...folders.map((folder) => join(folder, 'package.json')), import.meta.url];
  for (const place of places) {
    const throughBundle = language === typescript ? resolve('typescript-eslint', place) : undefined;
    const path = resolve(language.parser, place) ?? (throughBundle && resolve(language.parser, throughBundle));
    const parser = path === undefined ? undefined : await load(path);
    if (parser) return parser;
  }
  return undefined;
}

/**
 * Reads any file as an empty program. It stands in for a parser that is not installed, so that
 * ESLint still lists the files and the user can be told how many were passed over.
 */
export const emptyParser: Linter.Parser = {
  meta: { name: 'http-status/passed-over', version: '1' },
  parse: () => ({
    type: 'Program',
    sourceType: 'module',
    body: [],
    comments: [],
    tokens: [],
    range: [0, 0],
    loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } },
  }),
};
