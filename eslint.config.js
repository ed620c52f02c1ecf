import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('.', import.meta.url));

// Our own rules on our own code. `npm run lint` builds them first; an editor may start without.
const built = new URL('dist/src/index.js', import.meta.url);
const presets = existsSync(built) ? (await import(built.href)).default.configs : undefined;

export default defineConfig([
  globalIgnores(['dist/', 'coverage/', '.tmp/', 'docs/examples/', 'tests/fixtures/', 'tests/types/', 'src/types/']),
  {
    files: ['**/*.{js,ts}'],
    extends: [tseslint.configs.recommended, tseslint.configs.stylistic, ...(presets ? [presets.strict] : [])],
    rules: {
      // Long files and functions are where a walk over syntax goes wrong unseen.
      'max-lines': ['warn', { max: 220, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['warn', { max: 45, skipBlankLines: true, skipComments: true }],
      'object-shorthand': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Exported properties need their type written out.
      '@typescript-eslint/consistent-generic-constructors': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'rules/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeCheckedOnly, ...(presets ? [presets.strictTypeChecked] : [])],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    // Node types are compared with the strings that ESTree writes.
    rules: { '@typescript-eslint/no-unsafe-enum-comparison': 'off' },
  },
  {
    files: ['rules/**/*.ts'],
    extends: [eslintPlugin.configs.recommended],
    rules: { 'eslint-plugin/require-meta-docs-description': 'error' },
  },
  // A describe() is as long as its tests.
  { files: ['tests/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  // Every verdict of a rule stands in one file.
  { files: ['tests/rules/**/*.ts'], rules: { 'max-lines': 'off' } },
]);
