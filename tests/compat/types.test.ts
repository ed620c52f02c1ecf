import { expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { expected, files as sources, tsconfig } from '../typed/program.js';
import { tried } from './tried.js';
import { execute, findings, inModules, installed, places, within } from './workbench.js';

const files = { ...sources, 'tsconfig.json': tsconfig };
const wanted = expected.map((one) => `main.ts:${one.replace(/(.*) (\d+)/, '$2 $1')}`).toSorted();

const config = `import parser from '@typescript-eslint/parser';
import httpStatus from 'eslint-plugin-http-status';
const parserOptions = { projectService: true, tsconfigRootDir: import.meta.dirname };
export default [{ files: ['**/*.ts'], languageOptions: { parser, parserOptions } }, httpStatus.configs.strictTypeChecked];
`;

it.each(['5.9.3', '6.0.3'])('the type-checked rules work with TypeScript %s', (typescript) => {
  const base = installed({ eslint: '10.15.0', '@typescript-eslint/parser': '8.72.0', typescript });
  const found = within(base, { ...files, 'eslint.config.js': config }, (made) => places(findings(made, ['main.ts'])));
  expect(found.toSorted()).toEqual(wanted);
  tried('typescript', typescript, 'the type-checked rules in ESLint');
});

interface Diagnostic {
  readonly filename: string;
  readonly code: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

it('and find the same in oxlint, with TypeScript 7', () => {
  const base = installed({ oxlint: '1.94.0', typescript: '7.0.2' });
  const { rules, settings } = plugin.configs.strictTypeChecked;
  const jsPlugins = ['eslint-plugin-http-status'];
  const oxlintrc = JSON.stringify({ jsPlugins, categories: { correctness: 'off' }, rules, settings });
  const { diagnostics } = within(base, { ...files, '.oxlintrc.json': oxlintrc }, (made) => {
    const bin = inModules(base, 'oxlint/bin/oxlint');
    const { out } = execute(made, process.execPath, bin, '--format', 'json', 'main.ts');
    return JSON.parse(out) as { diagnostics: Diagnostic[] };
  });
  const found = diagnostics.map(
    ({ filename, code, labels }) => `${filename}:${labels[0]?.span.line} ${/\((.*)\)/.exec(code)?.[1]}`,
  );
  expect(found.toSorted()).toEqual(wanted);
  tried('typescript', '7.0.2', 'the type-checked rules in oxlint');
});
