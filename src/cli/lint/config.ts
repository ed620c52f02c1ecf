import type { Linter } from 'eslint';
import plugin from '../../index.js';
import type { Language } from '../files/languages.js';
import type { PresetName } from './presets.js';
import { requestsPlugin, type Seen } from './requests.js';

const filesOf = ({ extensions }: Language): string[] => extensions.map((extension) => `**/*.${extension}`);

/** How files of one language are read and linted, in a project of which nothing is known. */
export function configFor(
  language: Language,
  preset: PresetName,
  languageOptions: Linter.LanguageOptions,
  seen: Seen,
): Linter.Config[] {
  const files = filesOf(language);
  const { plugins, rules } = requestsPlugin(seen);
  return [
    { ...plugin.configs[preset], files, languageOptions },
    { files, plugins, rules, linterOptions: { reportUnusedDisableDirectives: 'off' } },
  ];
}
