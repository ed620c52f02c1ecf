import { describe, expect, it } from 'vitest';
import { lint, project } from './project.js';

const http = 'export const get = (u) => fetch(u);';
const json = (value: unknown) => JSON.stringify(value);

/** A project in which `app/src/user.ts` imports `get` by a specifier. */
function follows(specifier: string, files: Record<string, string>): boolean {
  const user = `import { get } from '${specifier}';\nexport const load = async (u) => (await get(u)).json();`;
  const folder = project({ 'app/package.json': '{}', 'app/src/user.ts': user, ...files });
  const found = lint(folder, 'app/src/user.ts');
  expect(['', 'no-unchecked-response 2: get']).toContain(found.join());
  return found.length > 0;
}

describe('an import is followed', () => {
  it.each<[string, string, Record<string, string>]>([
    ['to a folder with an index', './http', { 'app/src/http/index.ts': http }],
    ['to JSX', './http', { 'app/src/http.jsx': http }],
    ['with .mjs that means .mts', './http.mjs', { 'app/src/http.mts': http }],
    [
      'to the script of a Vue component',
      './http.vue',
      { 'app/src/http.vue': `<script lang="ts">\n${http}\n</script>` },
    ],
    [
      'by paths of a tsconfig',
      '#lib/http',
      {
        'app/tsconfig.json': json({ compilerOptions: { paths: { '#lib/*': ['./code/*'] } } }),
        'app/code/http.ts': http,
      },
    ],
    [
      'by a tsconfig with comments that another one extends',
      'lib/http',
      {
        'app/tsconfig.json': '{ "extends": "../base.json", /* more */ }',
        'base.json': json({ compilerOptions: { baseUrl: 'app', paths: { 'lib/*': ['code/*'] } } }),
        'app/code/http.ts': http,
      },
    ],
    [
      'by a project that a tsconfig refers to',
      '@x/http',
      {
        'app/tsconfig.json': json({ files: [], references: [{ path: './tsconfig.app.json' }] }),
        'app/tsconfig.app.json': json({ compilerOptions: { paths: { '@x/*': ['./src/x/*'] } }, include: ['src'] }),
        'app/src/x/http.ts': http,
      },
    ],
    [
      'by imports of a package',
      '#http',
      { 'app/package.json': json({ imports: { '#http': './lib/http.js' } }), 'app/lib/http.js': http },
    ],
    [
      'to a package of the workspaces, whose code is not built',
      '@acme/http',
      {
        'package.json': json({ workspaces: ['packages/*', 'app'] }),
        'packages/http/package.json': json({ name: '@acme/http', exports: { '.': { import: './dist/index.js' } } }),
        'packages/http/src/index.ts': http,
      },
    ],
    [
      "to a part of a package of pnpm's workspaces",
      '@acme/http/get',
      {
        'package.json': '{}',
        'pnpm-workspace.yaml': "packages:\n  # ours\n  - 'app'\n  - packages/**\n",
        'packages/web/http/package.json': json({ name: '@acme/http' }),
        'packages/web/http/src/get.ts': http,
      },
    ],
    ['by the alias of a template', '@/http', { 'app/src/http.ts': http }],
    ['by the alias of SvelteKit', '$lib/http', { 'app/src/lib/http.ts': http }],
  ])('%s', (_, specifier, files) => expect(follows(specifier, files)).toBe(true));
});

describe('an import is not followed', () => {
  it.each<[string, string, Record<string, string>]>([
    [
      'below node_modules',
      'http',
      { 'app/node_modules/http/package.json': '{}', 'app/node_modules/http/index.js': http },
    ],
    ['to a declaration', './http', { 'app/src/http.d.ts': 'export declare const get: typeof fetch;' }],
    ['to something that is no code', './http.json', { 'app/src/http.json': '{}' }],
    ['with a query', './http.ts?raw', { 'app/src/http.ts': http }],
    [
      'by a tsconfig that is broken',
      '#lib/http',
      { 'app/tsconfig.json': '{ "compilerOptions": { "paths": ', 'app/code/http.ts': http },
    ],
    [
      'by a tsconfig that extends one that is not there',
      '#lib/http',
      { 'app/tsconfig.json': '{ "extends": "./gone.json" }', 'app/code/http.ts': http },
    ],
  ])('%s', (_, specifier, files) => expect(follows(specifier, files)).toBe(false));
});
