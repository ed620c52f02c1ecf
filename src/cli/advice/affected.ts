import { readFileSync } from 'node:fs';
import { components, languageOf, typescript, type Language } from '../files/languages.js';
import type { Outcome } from '../lint/outcome.js';
import { shortPath } from '../print/words.js';

/** What a configuration must be able to read to find what was just printed. */
export interface Affected {
  readonly typescript: boolean;
  readonly jsx: boolean;
  /** Findings in code that is not shipped were left out. */
  readonly unshipped: boolean;
  readonly components: readonly Component[];
  /** Files in .js that are no ES modules. */
  readonly sloppy: readonly string[];
}

export interface Component {
  readonly language: Language;
  readonly typescript: boolean;
}

function isInTypeScript(paths: readonly string[]): boolean {
  return paths.some(
    (path) => path.endsWith('.astro') || /<script[^<>]*\blang\s*=\s*["']?tsx?\b/.test(readFileSync(path, 'utf8')),
  );
}

export function affectedBy({ results, hidden, seen: { readings } }: Outcome): Affected {
  const paths = results.filter(({ messages }) => messages.some(({ fatal }) => !fatal)).map(({ filePath }) => filePath);
  const inLanguage = (language: Language): string[] => paths.filter((path) => languageOf(path) === language);
  const plain = paths.filter((path) => /\.jsx?$/.test(path));
  return {
    typescript: inLanguage(typescript).length > 0,
    jsx: plain.some((path) => path.endsWith('.jsx') || readings.get(path)?.jsx),
    unshipped: hidden > 0,
    components: components
      .map((language) => ({ language, files: inLanguage(language) }))
      .filter(({ files }) => files.length > 0)
      .map(({ language, files }) => ({ language, typescript: isInTypeScript(files) })),
    sloppy: plain.filter((path) => readings.get(path)?.sloppy).map(shortPath),
  };
}
