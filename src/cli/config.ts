import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Linter } from 'eslint';
import plugin from '../index.js';
import { CannotRun } from './cannot-run.js';
import { ignoredByGit } from './gitignore.js';
import { components, emptyParser, findParser, typescript, type Language } from './parsers.js';

type PresetName = keyof typeof plugin.configs;

export interface Setup {
  readonly config: Linter.Config[];
  /** Languages whose files are only counted. */
  readonly passedOver: readonly Language[];
}

export const presetNames = Object.keys(plugin.configs) as PresetName[];

export function toPreset(name: string): PresetName {
  const preset = presetNames.find((known) => known === name);
  if (preset === undefined) {
    throw new CannotRun(`There is no preset "${name}"; the presets are ${presetNames.join(', ')}.`);
  }
  return preset;
}

/** The same preset for files without type information. */
const untyped: Readonly<Record<PresetName, PresetName>> = {
  recommended: 'recommended',
  recommendedTypeChecked: 'recommended',
  strict: 'strict',
  strictTypeChecked: 'strict',
  all: 'strict',
};

/** `all` needs types only if one of its rules does. */
function needsTypes(preset: PresetName): boolean {
  if (preset !== 'all') return preset.endsWith('TypeChecked');
  return Object.values(plugin.rules ?? {}).some(
    ({ meta }) => (meta?.docs as { requiresTypeChecking?: boolean } | undefined)?.requiresTypeChecking,
  );
}

function hasTsconfig(folder: string): boolean {
  if (existsSync(join(folder, 'tsconfig.json'))) return true;
  return dirname(folder) !== folder && hasTsconfig(dirname(folder));
}

function requireTypes(preset: PresetName, folder: string, parser: Linter.Parser | undefined): void {
  if (parser === undefined) {
    throw new CannotRun(
      `The preset "${preset}" needs type information; install its parser with "npm install --save-dev ${typescript.install}".`,
    );
  }
  if (!hasTsconfig(folder)) {
    throw new CannotRun(
      `The preset "${preset}" needs type information, and there is no tsconfig.json in ${folder} or above it.`,
    );
  }
}

const globs = (extensions: readonly string[]): string[] => extensions.map((extension) => `**/*.${extension}`);

const inJavaScript = { ecmaFeatures: { jsx: true } };

/** How the files of one language are read, and which of its rules run. */
function languageConfig(
  language: Language,
  parser: Linter.Parser | undefined,
  parserOptions: Linter.ParserOptions,
): Linter.Config {
  return {
    name: `http-status/cli/${language.name}`,
    files: globs(language.extensions),
    languageOptions: parser ? { parser, parserOptions } : { parser: emptyParser },
  };
}

/** Everything but node_modules, which ESLint leaves out by itself; minified code is nobody's to mend. */
const ignores = (folder: string): Linter.Config => ({
  name: 'http-status/cli/ignores',
  ignores: [...ignoredByGit(folder), '**/*.min.js', '**/*.d.ts', '**/*.d.mts', '**/*.d.cts'],
});

/** A configuration for a project that has none of its own. */
export async function setUp(preset: PresetName, folder: string): Promise<Setup> {
  const folders = [folder, process.cwd()];
  const typescriptParser = await findParser(typescript, folders);
  const typed = needsTypes(preset);
  if (typed) requireTypes(preset, folder, typescriptParser);
  const withTypes = typed ? { projectService: true, tsconfigRootDir: folder } : {};
  const config: Linter.Config[] = [
    ignores(folder),
    {
      ...plugin.configs[untyped[preset]],
      files: ['**/*'],
      languageOptions: { parserOptions: inJavaScript },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
    },
    // A pattern with an extension, or ESLint would pass these files over.
    { name: 'http-status/cli/JavaScript', files: globs(['jsx']) },
    languageConfig(typescript, typescriptParser, withTypes),
  ];
  if (typed) config.push({ ...plugin.configs[preset], files: globs(typescript.extensions) });
  const passedOver = typescriptParser ? [] : [typescript];
  for (const language of components) {
    const parser = await findParser(language, folders);
    config.push(languageConfig(language, parser, { parser: typescriptParser }));
    if (!parser) passedOver.push(language);
  }
  return { config, passedOver };
}
