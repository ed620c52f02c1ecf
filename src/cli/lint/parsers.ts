import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Linter } from 'eslint';
import { typescript, type Language } from '../files/languages.js';
import type { ESLintModule } from './host.js';

/** A parser of the project's, or why there is none. */
export type Sought =
  | { readonly parser: Linter.Parser }
  | { readonly missing: true; readonly tooOld?: undefined }
  | { readonly missing?: undefined; readonly tooOld: string };

const isParser = (value: unknown): value is Linter.Parser =>
  typeof value === 'object' && value !== null && ('parseForESLint' in value || 'parse' in value);

/** A package's parser, whether it exports it by name or as its default. */
async function load(path: string): Promise<Linter.Parser | undefined> {
  const loaded = (await import(pathToFileURL(path).href)) as { default?: unknown; parser?: unknown };
  return [loaded, loaded.default, loaded.parser].find(isParser);
}

export function resolveFrom(place: string, specifier: string): string | undefined {
  try {
    return createRequire(place).resolve(specifier);
  } catch {
    return undefined;
  }
}

/** In a project that has `typescript-eslint` alone, the parser may be reachable through that package only. */
export function resolveParser(language: Language, place: string): string | undefined {
  const through = language === typescript ? resolveFrom(place, 'typescript-eslint') : undefined;
  return resolveFrom(place, language.parser!) ?? (through && resolveFrom(through, language.parser!));
}

/** A text that a parser which fits reads, in ways that those that do not fit have failed at. */
const sample = (language: Language): string =>
  language === typescript
    ? 'let a: number;'
    : language.name === 'Astro'
      ? '---\nlet a: number;\n---\n'
      : '<script lang="ts">\nlet a: number;\n</script>\n';

/** What a parser says of nearly nothing: nothing, unless it does not fit this ESLint. */
function complaint(
  { Linter }: ESLintModule,
  language: Language,
  languageOptions: Linter.LanguageOptions,
): string | undefined {
  const filename = `a.${language.extensions[0]}`;
  try {
    const config = [{ files: [`**/${filename}`], languageOptions }];
    return new Linter().verify(sample(language), config, { filename }).find(({ fatal }) => fatal)?.message;
  } catch (error) {
    return String(error);
  }
}

/** A parser of the project under test, or one that lies beside this package, if it works with this ESLint. */
export async function findParser(
  eslint: ESLintModule,
  language: Language,
  folders: readonly string[],
  parserOptions: Linter.ParserOptions,
): Promise<Sought> {
  let tooOld: string | undefined;
  for (const place of [...folders.map((folder) => join(folder, 'package.json')), import.meta.url]) {
    const path = resolveParser(language, place);
    if (path === undefined) continue;
    const parser = await load(path).catch(() => undefined);
    if (parser && complaint(eslint, language, { parser, parserOptions }) === undefined) return { parser };
    tooOld ??= versionOf(path);
  }
  return tooOld === undefined ? { missing: true } : { tooOld };
}

/** By its package.json, which lies in a folder above the file. */
function versionOf(path: string): string {
  const name = /.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(path)?.[0];
  if (name === undefined) return '';
  try {
    return (createRequire(path)(join(name, 'package.json')) as { version: string }).version;
  } catch {
    return '';
  }
}
