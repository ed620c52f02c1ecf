// What the process of TypeScript 7 is asked about may be anything: it goes on, and so do the rules without types.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tsconfig } from './program.js';
import { lint, project } from './project.js';

const code = `import type { Body } from './types';
type Answer = { status: 200; body: Body } | { status: 404; body: null };
export const f = (answer: Answer) => { switch (answer.status) { case 200: return 1; } };
export const load = async (url: string) => (await fetch(url)).json();
`;
const types = 'export type Body = string;\n';
const untyped = 'no-unchecked-response 4: fetch';
const all = ['exhaustive-status 3: answer.status', untyped];

const made = (files: Record<string, string>) => project(files, 'typescript7');
const found = (folder: string, name: string) => lint(folder, name, 'process', 'recommendedTypeChecked');
const changed = (change: object) => JSON.stringify({ ...(JSON.parse(tsconfig) as object), ...change });

describe('in a project', () => {
  it('a component of another language is left alone, and the files after it are not', () => {
    const component = `<script setup lang="ts">\n${code}</script>\n`;
    const folder = made({ 'a.vue': component, 'a.svelte': component, 'a.ts': code, 'types.ts': types });
    for (const name of ['a.vue', 'a.svelte']) expect(found(folder, name)).toEqual(['no-unchecked-response 5: fetch']);
    expect(found(folder, 'a.ts')).toEqual(all);
  });

  it('a file that was made or saved meanwhile is read', () => {
    const folder = made({ 'a.ts': code, 'types.ts': types });
    expect(found(folder, 'a.ts')).toEqual(all);
    writeFileSync(join(folder, 'b.ts'), code);
    expect(found(folder, 'b.ts')).toEqual(all);
    writeFileSync(join(folder, 'a.ts'), `${code}// more\n`);
    expect(found(folder, 'a.ts')).toEqual(all);
  });

  it('with references, each file has the types of its own part', () => {
    const part = (include: string) => changed({ include: [include] });
    const folder = made({
      'tsconfig.json':
        '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }, { "path": "./tsconfig.node.json" }] }',
      'tsconfig.app.json': part('src'),
      'tsconfig.node.json': part('*.ts'),
      ...{ 'src/a.ts': code, 'src/types.ts': types, 'a.ts': code, 'types.ts': types },
    });
    expect(found(folder, 'src/a.ts')).toEqual(all);
    expect(found(folder, 'a.ts')).toEqual(all);
  });

  it('of several packages, each file has the settings of its own', () => {
    const paths = (to: string) => changed({ extends: '../tsconfig.json', compilerOptions: { paths: { own: [to] } } });
    const own = code
      .replace('./types', 'own')
      .replace('body: Body } | { status: 404; body: null }', 'body: null } | Body');
    const folder = made({
      ...{ 'a/tsconfig.json': paths('./one.ts'), 'a/a.ts': own, 'a/one.ts': 'export type Body = { status: 500 };\n' },
      ...{ 'b/tsconfig.json': paths('./two.ts'), 'b/a.ts': own, 'b/two.ts': 'export type Body = { status: 200 };\n' },
      ...{ 'a.ts': code, 'types.ts': types },
    });
    expect(found(folder, 'a.ts')).toEqual(all);
    expect(found(folder, 'a/a.ts')).toEqual(all);
    expect(found(folder, 'b/a.ts')).toEqual([untyped]);
  });

  it('a file that the project leaves out has no types, and neither has one that is not saved', () => {
    const folder = made({
      'tsconfig.json': changed({ include: ['src'] }),
      ...{ 'src/a.ts': code, 'src/types.ts': types, 'a.ts': code },
    });
    expect(found(folder, 'a.ts')).toEqual([untyped]);
    expect(found(folder, 'src/a.ts')).toEqual(all);
    expect(found(folder, 'a.ts')).toEqual([untyped]);
    const unsaved = lint(folder, 'src/a.ts', 'process', 'recommendedTypeChecked', {}, `${code}// more\n`);
    expect(unsaved).toEqual([untyped]);
    expect(found(folder, 'src/a.ts')).toEqual(all);
  });

  it.each([
    ['that is no JSON', '{ "compilerOptions": '],
    ['that builds on one that is not there', '{ "extends": "./nowhere.json", "compilerOptions": { "strict": true } }'],
    ['whose parts are not there', '{ "files": [], "references": [{ "path": "./nowhere.json" }] }'],
  ])('with a configuration %s, the rules run on', (_, config) => {
    const folder = made({ 'tsconfig.json': config, 'a.ts': code, 'types.ts': types });
    expect(found(folder, 'a.ts')).toContain(untyped);
  });
});

it('without a configuration a file has no types, which is said once', () => {
  const folder = made({ 'a.ts': code, 'types.ts': types });
  rmSync(join(folder, 'tsconfig.json'));
  const sentence = expect.stringMatching(/has none: no `tsconfig\.json` stands beside this file or above it\.$/);
  expect(found(folder, 'a.ts')).toEqual([sentence, untyped]);
});
