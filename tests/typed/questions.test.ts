import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { typesOf, type TypeHost } from '../../src/typed/index.js';
import { files, tsconfig } from './program.js';
import { project } from './project.js';

/** How many questions the checker was asked about a file. */
function questionsOf(code: string): number {
  const folder = project({ ...files, 'tsconfig.json': tsconfig, 'asked.ts': code });
  const hosts: (TypeHost | undefined)[] = [];
  const counter = { rules: { count: { create: (context: never) => (hosts.push(typesOf(context)), {}) } } };
  const parserOptions = { projectService: true, tsconfigRootDir: folder };
  const config = [
    { files: ['**/*.ts'], languageOptions: { parser, parserOptions } },
    { plugins: { own: counter }, rules: { 'own/count': 'error' } },
    plugin.configs.strictTypeChecked,
  ];
  const filename = join(folder, 'asked.ts');
  new Linter({ cwd: folder }).verify(readFileSync(filename, 'utf8'), config as Linter.Config[], { filename });
  return hosts[0]!.questions;
}

it.each([
  [
    'nothing of a response',
    3,
    "import { x } from './api';\nexport const f = async () => console.log(await x.y(1), [2].map(String));",
  ],
  [
    'a status of its own',
    1,
    "import type { Job } from './api';\nexport const f = async (job: Job) => { switch (job.status) { case 'done': return 1; } };",
  ],
  [
    'a request that is checked',
    2,
    "import { use } from './api';\nexport async function f() { const res = await fetch('/x'); if (!res.ok) throw new Error('x'); use(await res.json()); }",
  ],
])('few are asked about %s', (_, number, code) => {
  expect(questionsOf(code)).toBe(number);
});

it('no more are asked than there are calls that may give or take a response', () => {
  const calls = files['main.ts'].match(/\w\(/g)!.length;
  expect(questionsOf(files['main.ts'])).toBeLessThanOrEqual(calls);
});
