import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { expect, it } from 'vitest';
import plugin from '../../src/index.js';

const code = `declare const res: { status: 200 } | { status: 404 };
switch (res.status) { case 200: break; }
export const load = async (url: string) => (await fetch(url)).json();
`;

const lint = (filename: string): (string | null)[] =>
  new Linter({ cwd: '/project/of/its/own' })
    .verify(code, [{ files: ['**/*.{js,ts}'], languageOptions: { parser } }, plugin.configs.strictTypeChecked], {
      filename,
    })
    .map(({ ruleId, message }) => (message.startsWith('This rule needs type information') ? message : ruleId));

it('is said once per run, for a file that may have types, and the other rules run on', () => {
  const rest = 'http-status/no-unchecked-response';
  expect(lint('a.js')).toEqual([rest]);
  const first = lint('a.ts');
  expect(first).toEqual([expect.stringContaining('set `languageOptions.parserOptions.projectService` to true'), rest]);
  expect(lint('b.ts')).toEqual([rest]);
  // An editor lints the same file again and again.
  expect(lint('a.ts')).toEqual(first);
});
