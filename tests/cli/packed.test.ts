import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { install, makeFolder, node, pack, removeFolder, type Ran } from '../support/sandbox.js';

// What a new user gets: the packed package, and beside it only what the project has.

const folders: string[] = [];
let archive: string;
beforeAll(() => {
  const folder = makeFolder();
  folders.push(folder);
  archive = pack(folder);
});
afterAll(() => folders.forEach(removeFolder));

function project(files: Record<string, string>, packages: Record<string, string> = { eslint: 'eslint' }): string {
  const folder = makeFolder({ 'package.json': '{ "type": "module" }', ...files });
  folders.push(folder);
  install(folder, archive, packages);
  return folder;
}

const run = (folder: string, ...args: string[]): Ran =>
  node(folder, 'node_modules/eslint-plugin-http-status/dist/src/cli/bin.js', ...args);

const javascript = 'export const load = async (url) => (await fetch(url)).json();\n';
const typescript = 'export const load = async (url: string): Promise<unknown> => (await fetch(url)).json();\n';

const kinds: Record<string, string> = {
  'a.js': javascript,
  'b.mjs': javascript,
  'c.cjs': 'exports.load = (url) => fetch(url).then((r) => r.json());\n',
  'd.jsx': `${javascript}export const view = <p>hello</p>;\n`,
  'e.ts': typescript,
  'f.tsx': `${typescript}export const view = <T,>(x: T) => <p>{String(x)}</p>;\n`,
  'g.mts': typescript,
  'h.cts': typescript,
  'i.vue': `<template>\n  <p>{{ x }}</p>\n</template>\n\n<script setup lang="ts">\n${typescript}</script>\n`,
  'j.svelte': `<script>\n${javascript}</script>\n\n<p>{x}</p>\n`,
  'k.astro': `---\nconst url: string = Astro.url.href;\nconst data = await (await fetch(url)).json();\n---\n<p>{data}</p>\n`,
  'l.js': 'if (!url) return;\nvar mode = 0644;\nfetch(url).then((r) => r.json()).then(show);\n',
};

interface Result {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string; readonly line: number }[];
}

const places = (folder: string, { out, err }: Ran): string[] => {
  if (!out.startsWith('[')) throw new Error(`No results: ${out}${err}`);
  return (JSON.parse(out) as Result[]).flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line }) => `${filePath.slice(folder.length + 1)}:${line} ${ruleId}`),
  );
};

it('looks at every kind of file with nothing but ESLint beside it', () => {
  const folder = project(kinds);
  const ran = run(folder, '--format', 'json');
  const rule = 'http-status/no-unchecked-response';
  const lines: Record<string, number> = { 'i.vue': 6, 'j.svelte': 2, 'k.astro': 3, 'l.js': 3 };
  expect(places(folder, ran)).toEqual(Object.keys(kinds).map((name) => `${name}:${lines[name] ?? 1} ${rule}`));
  expect(ran.err).toContain('Looked at 12 files with the preset "recommended": 12 findings in 12 files.');
  expect(ran.err).toContain('Of 1 Vue file the scripts were looked at, not the templates.');
  expect(ran.code).toBe(1);
});

/** What the bin prints below its findings, as the file that it says to write. */
function advised(out: string): { install: string; name: string; text: string } {
  const [, install, name, text] = /To keep these rules .*\n {2}(.*)\n {2}\/\/ (.*)\n([\s\S]*)$/.exec(out) ?? [];
  if (!install || !name || !text) throw new Error(`No advice in ${out}`);
  return { install, name, text: text.replace(/^ {2}/gm, '') };
}

describe('the configuration that is printed', () => {
  const readable = Object.fromEntries(Object.entries(kinds).filter(([name]) => !/vue|svelte|astro/.test(name)));
  const parser = { '@typescript-eslint/parser': '@typescript-eslint/parser' };

  it.each([
    ['strict', 'eslint', parser],
    ['recommended', 'eslint9', { 'typescript-eslint': 'typescript-eslint' }],
  ])('finds what was printed, with the preset %s and %s', (preset, eslint, packages) => {
    const folder = project(readable, { eslint, ...packages });
    const found = places(folder, run(folder, '--preset', preset, '--format', 'json'));
    const { install: command, name, text } = advised(run(folder, '--preset', preset).out);
    expect(text).toContain(`httpStatus.configs.${preset}`);
    expect(command).toBe('npm install --save-dev eslint-plugin-http-status');
    writeFileSync(join(folder, name), text);
    const again = places(
      folder,
      node(folder, 'node_modules/eslint/bin/eslint.js', '--format', 'json', ...Object.keys(readable)),
    );
    expect(found).toHaveLength(9);
    expect(again).toEqual(found);
    expect(run(folder).out).not.toContain('To keep these rules');
  });

  it('has types where the preset needs them', () => {
    const files = { 'a.js': javascript, 'e.ts': typescript, 'tsconfig.json': '{}' };
    const folder = project(files, { eslint: 'eslint', ...parser, typescript: 'typescript' });
    const { name, text } = advised(run(folder, '--preset', 'recommendedTypeChecked').out);
    expect(text).toContain('projectService');
    writeFileSync(join(folder, name), text);
    const again = node(folder, 'node_modules/eslint/bin/eslint.js', '--format', 'json', 'a.js', 'e.ts');
    expect(places(folder, again)).toHaveLength(2);
  });

  it('names what has to be installed first, and the file that there is', () => {
    const { out } = run(
      project({ 'e.ts': typescript, 'i.vue': kinds['i.vue']!, 'eslint.config.mjs': 'export default [];' }),
    );
    expect(out).toContain('add to eslint.config.mjs:');
    expect(out).toContain('eslint-plugin-http-status @typescript-eslint/parser vue-eslint-parser\n');
  });

  it.each(['typescript-eslint', 'eslint-config-next/typescript'])('leaves out what %s brings along', (name) => {
    const { out } = run(
      project({ 'e.ts': typescript, 'eslint.config.js': `import x from '${name}';\nexport default [x];` }),
    );
    expect(out).toContain('httpStatus.configs.recommended,');
    expect(out).not.toContain('parser');
  });

  it.each([
    ['has oxlint', { 'package.json': '{ "devDependencies": { "oxlint": "*" } }' }, false],
    ['configures oxlint', { '.oxlintrc.json': '{}' }, true],
    ['has TypeScript 7', { 'package.json': '{ "devDependencies": { "typescript": "~7.0.2" } }' }, true],
  ])("is oxlint's where the project %s", (_, files: Record<string, string>, isNew) => {
    const folder = project({ 'e.ts': typescript, ...files });
    const { install: command, name, text } = advised(run(folder, '--preset', 'strict').out);
    expect(command).toBe(`npm install --save-dev ${isNew ? 'oxlint ' : ''}eslint-plugin-http-status`);
    expect(name).toBe('.oxlintrc.json');
    const { jsPlugins, rules } = JSON.parse(text) as { jsPlugins: string[]; rules: Record<string, string> };
    expect(jsPlugins).toEqual(['eslint-plugin-http-status']);
    expect(Object.keys(rules)).toContain('http-status/no-unchecked-response');
  });
});

describe('the configuration for oxlint', () => {
  it('leaves out what was left out, with the rules off there', () => {
    const folder = project({ 'e.ts': typescript, 'examples/e.ts': typescript, '.oxlintrc.json': '{}' });
    const { overrides } = JSON.parse(advised(run(folder).out).text) as {
      overrides: { files: string[]; excludeFiles: string[]; rules: Record<string, string> }[];
    };
    const [{ files, rules }, ...more] = overrides as [(typeof overrides)[number]];
    expect(more).toEqual([]);
    expect(picomatch(files)('examples/e.ts')).toBe(true);
    expect(rules['http-status/no-unchecked-response']).toBe('off');
  });
});

describe('a new configuration', () => {
  it('leaves out what git does', () => {
    const folder = project({ 'a.js': javascript, '.gitignore': 'out\n', 'out/b.js': javascript });
    const { name, text } = advised(run(folder).out);
    writeFileSync(join(folder, name), text);
    const again = places(folder, node(folder, 'node_modules/eslint/bin/eslint.js', '--format', 'json'));
    expect(again).toEqual(['a.js:1 http-status/no-unchecked-response']);
  });

  it('does without that where ESLint cannot read it', () => {
    const folder = project({ 'a.js': javascript, '.gitignore': 'out\n' }, { eslint: 'eslint9' });
    expect(advised(run(folder).out).text).not.toContain('gitignore');
  });

  it('is added by the package manager of the project, whoever started the command', () => {
    const folder = project({ 'a.js': javascript, 'pnpm-workspace.yaml': 'packages: []' });
    expect(advised(run(folder).out).install).toBe('pnpm add --save-dev --workspace-root eslint-plugin-http-status');
  });
});

it.each(['null', '[]', '{ "name": 1, "workspaces": 5, "exports": 7, "dependencies": null, "type": {} }', '{'])(
  'takes a package.json of %s for none',
  (text) => {
    const { out, code } = run(project({ 'a/b.js': javascript, 'a/package.json': text }), 'a');
    expect(out).toContain('1 finding in 1 file');
    expect(code).toBe(1);
  },
);

it('says that test files are left alone', () => {
  const { out, code } = run(project({ 'tests/a.test.js': javascript, 'tests/b.test.js': javascript }), 'tests');
  expect(out).toContain('Nothing is said of 2 test files: the setting "checkTests" has the rules look at them.');
  expect(code).toBe(0);
});

describe('a parser that does not fit', () => {
  const broken =
    'export const parseForESLint = () => { throw new TypeError("scopeManager.addGlobals is not a function"); };';
  const old = (name: string): Record<string, string> => ({
    [`node_modules/${name}/package.json`]: `{ "name": "${name}", "version": "1.2.3", "type": "module", "main": "index.js" }`,
    [`node_modules/${name}/index.js`]: broken,
  });

  it('is not used for what can be read without it, and named', () => {
    const folder = project({ ...kinds, ...old('svelte-eslint-parser'), ...old('@typescript-eslint/parser') });
    const { code, out, err } = run(folder);
    expect(err).toMatch(
      /^svelte-eslint-parser 1\.2\.3 does not fit ESLint [\d.]+: of Svelte files only the scripts were looked at\.\n$/,
    );
    expect(out).toContain('12 findings in 12 files');
    expect(code).toBe(1);
  });

  it('is named where there is no other', () => {
    const folder = project({ 'e.ts': typescript, 'tsconfig.json': '{}', ...old('@typescript-eslint/parser') });
    const { code, err } = run(folder, '--preset', 'strictTypeChecked');
    expect(err).toContain('(@typescript-eslint/parser 1.2.3 does not fit ESLint ');
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  it('costs nothing where there are no such files', () => {
    const folder = project({ 'a.js': javascript, ...old('svelte-eslint-parser') });
    rmSync(join(folder, 'node_modules/svelte-eslint-parser/index.js'));
    expect(run(folder).err).toBe('');
  });
});

it('uses the ESLint of the project where it fits', () => {
  const folder = project(
    { 'a.js': javascript, 'format.mjs': 'export default (_, { rulesMeta }) => String(!!rulesMeta);' },
    { eslint: 'eslint9' },
  );
  const { out, code } = run(folder, '--format', './format.mjs', 'a.js');
  expect(out).toBe('true\n');
  expect(code).toBe(1);
});

it('finds what ESLint finds in files that neither name a client nor import one by its path', () => {
  const preset = "import x from 'eslint-plugin-http-status';\nexport default [x.configs.recommended];";
  const folder = project({
    'tsconfig.json': '{ "compilerOptions": { "paths": { "acme-http": ["./lib/http.js"] } } }',
    'lib/http.js': 'export const request = (path) => fetch(`https://example.com${path}`);\n',
    'alias.js': "import { request } from 'acme-http';\nexport const load = async () => (await request('/a')).json();\n",
    'handler.js': 'export const save = (users) => users.save().catch((e) => show(e.response.data.message));\n',
    'made.js': "export const GET = () => new Response('gone', { status: 204 });\n",
    'other.js': "import { join } from 'path';\nexport const here = join('a', 'b');\n",
    'eslint.config.js': preset,
  });
  const found = places(folder, run(folder, '--format', 'json', '.'));
  expect(found).toEqual([
    'alias.js:2 http-status/no-unchecked-response',
    'handler.js:1 http-status/no-unguarded-error-response',
    'made.js:1 http-status/no-null-body',
  ]);
  expect(places(folder, node(folder, 'node_modules/eslint/bin/eslint.js', '--format', 'json'))).toEqual(found);
});

it('passes by what is called eslint and is none', () => {
  const folder = project({
    'a.js': javascript,
    'own/b.js': javascript,
    'own/package.json': '{}',
    'own/node_modules/eslint/package.json': '{ "name": "eslint", "version": "10.99.0", "main": "index.js" }',
    'own/node_modules/eslint/index.js': 'module.exports = {};',
  });
  const bin = join(folder, 'node_modules/eslint-plugin-http-status/dist/src/cli/bin.js');
  expect(node(join(folder, 'own'), bin, 'b.js').out).toContain('1 finding in 1 file');
});

it.runIf(process.platform !== 'win32')('does not wait for a pipe', () => {
  const folder = project({});
  spawnSync('mkfifo', [join(folder, 'pipe.js')]);
  for (const args of [['pipe.js'], ['why', 'pipe.js:1']]) {
    const { err, code } = run(folder, ...args);
    expect(err).toContain('"pipe.js" is no file that can be looked at');
    expect(code).toBe(2);
  }
});
