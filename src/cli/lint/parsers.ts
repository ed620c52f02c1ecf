import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Linter } from 'eslint';
import plugin from '../../index.js';
import { typescript, type Language } from '../files/languages.js';
import type { ESLintModule } from './host.js';
import { resolveFrom } from './resolve.js';

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

/** In a project that has `typescript-eslint` alone, the parser may be reachable through that package only. */
export function resolveParser(language: Language, place: string): string | undefined {
  const through = language === typescript ? resolveFrom(place, 'typescript-eslint') : undefined;
  return resolveFrom(place, language.parser!) ?? (through && resolveFrom(through, language.parser!));
}

const code = 'export const load = async (url: string) => (await fetch(url)).json();\n';

/** A component has a template, which is read in other ways than its script. */
function sample(language: Language): string {
  if (language === typescript) return code;
  if (language.name === 'Astro') return `---\n${code.replace('export ', '')}---\n<p>{load("/x")}</p>\n`;
  const [event, handler] = language.name === 'Vue' ? ['@click', '"() => load(1)"'] : ['onclick', '{() => load(1)}'];
  return `<script lang="ts">\n${code.replace('export ', '')}</script>\n<p ${event}=${handler}>x</p>\n`;
}

/** Whether the rules find in a few lines what is there to be found: a parser that does not fit may fail in silence. */
function works({ Linter }: ESLintModule, language: Language, languageOptions: Linter.LanguageOptions): boolean {
  const filename = `a.${language.extensions[0]}`;
  try {
    const config = [{ ...plugin.configs.recommended, files: [`**/${filename}`], languageOptions }];
    const messages = new Linter().verify(sample(language), config, { filename });
    return messages.length === 1 && messages[0]?.ruleId === 'http-status/no-unchecked-response';
  } catch {
    return false;
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
    if (parser && works(eslint, language, { parser, parserOptions })) return { parser };
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
