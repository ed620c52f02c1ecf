import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { examplesOf } from '../../scripts/docs/examples.js';
import { install, makeFolder, node, pack, removeFolder, root } from '../support/sandbox.js';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const configs: { code: string; line: number }[] = examplesOf(readme).filter(
  ({ kind }: { kind: string }) => kind === 'config',
);

const folder = makeFolder();
let archive: string;
beforeAll(() => {
  archive = pack(folder);
});
afterAll(() => removeFolder(folder));

/** The file that a configuration is about: the language that it names. */
function fileFor(code: string): string {
  if (code.includes('typescript-eslint')) return 'src/load.ts';
  return code.includes('jsx') ? 'src/view.jsx' : 'src/load.js';
}

const sources: Record<string, string> = {
  'src/load.js': 'export const load = async (url) => (await fetch(url)).json();\n',
  'src/load.ts': 'export const load = async (url: string) => (await fetch(url)).json();\n',
  'src/view.jsx': 'export const View = async ({ url }) => <p>{await (await fetch(url)).text()}</p>;\n',
};

it('has configurations to show', () => {
  expect(configs.length).toBeGreaterThan(3);
});

it.each(configs)('works as the README says on line $line', ({ code }) => {
  const file = fileFor(code);
  const project = makeFolder({ 'eslint.config.mjs': code, [file]: sources[file] ?? '', 'package.json': '{}' });
  install(project, archive, { eslint: 'eslint', 'typescript-eslint': 'typescript-eslint' });
  const { code: exitCode, out, err } = node(project, 'node_modules/eslint/bin/eslint.js', 'src');
  removeFolder(project);
  expect(err).toBe('');
  expect(out).toContain('http-status/no-unchecked-response');
  expect(exitCode).toBe(1);
});
