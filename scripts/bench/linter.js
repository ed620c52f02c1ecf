// ESLint as a command line or an editor runs it: what a configuration comes to is worked out once, not for each file.
import { basename } from 'node:path';
import * as typescriptParser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';

/** How files are read, by their names. */
const languages = [
  { files: ['**/*.{js,jsx,mjs,cjs,tsx}'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  { files: ['**/*.{ts,tsx,mts,cts}'], languageOptions: { parser: typescriptParser } },
  { linterOptions: { reportUnusedDisableDirectives: 'off' } },
];

/**
 * @param {object | object[]} config the rules, and their plugins
 * @param {{ folder?: string, parserOptions?: object }} [options] the folder that the files are in, if they are read from
 *   there, as types want it
 * @returns {(file: import('./files.js').BenchFile) => Promise<import('eslint').Linter.LintMessage[]>}
 */
export function linterOf(config, { folder, parserOptions = {} } = {}) {
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [...languages, ...[config].flat(), { languageOptions: { parserOptions } }],
    // A package's own comments name rules of plugins that are not here.
    allowInlineConfig: false,
  });
  return async ({ path, code }) => {
    const [result] = await eslint.lintText(code, { filePath: folder ? path : basename(path) });
    return result.messages;
  };
}

/** A rule that does nothing: what ESLint itself asks for having a rule at all. */
export const idle = { plugins: { idle: { rules: { idle: { create: () => ({}) } } } }, rules: { 'idle/idle': 'error' } };
