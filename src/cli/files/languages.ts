/** A kind of file that is looked at. */
export interface Language {
  readonly name: string;
  readonly extensions: readonly string[];
  /** The parser that a configuration of ESLint needs for it; none for JavaScript. */
  readonly parser?: string;
}

export const javascript: Language = { name: 'JavaScript', extensions: ['js', 'mjs', 'cjs', 'jsx'] };

export const typescript: Language = {
  name: 'TypeScript',
  extensions: ['ts', 'tsx', 'mts', 'cts'],
  parser: '@typescript-eslint/parser',
};

const component = (name: string, extension: string): Language => ({
  name,
  extensions: [extension],
  parser: `${extension}-eslint-parser`,
});

export const vue: Language = component('Vue', 'vue');

/** Files whose scripts may be TypeScript, and whose templates may hold code. */
export const components: readonly Language[] = [vue, component('Svelte', 'svelte'), component('Astro', 'astro')];

const languages: readonly Language[] = [javascript, typescript, ...components];

export const extensions: readonly string[] = languages.flatMap((language) => language.extensions);

export function languageOf(path: string): Language | undefined {
  const extension = /\.(\w+)$/.exec(path)?.[1];
  return languages.find((language) => extension && language.extensions.includes(extension));
}
