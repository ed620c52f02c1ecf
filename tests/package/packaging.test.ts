import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { dependencies, install, makeFolder, node, pack, removeFolder, root } from '../support/sandbox.js';

const unchecked = 'export const load = async (url) => (await fetch(url)).json();\n';

const folder = makeFolder();
const packed = join(folder, 'node_modules/eslint-plugin-http-status');
let archive: string;
beforeAll(() => {
  archive = pack(folder);
  install(folder, archive, {});
});
afterAll(() => removeFolder(folder));

/** A project with the packed package and the packages that it says it has. */
function project(files: Record<string, string>, packages: Record<string, string>): string {
  const made = makeFolder(files);
  install(made, archive, packages);
  return made;
}

describe('the archive', () => {
  it('is right for publint', async () => {
    const buffer = readFileSync(archive);
    const tarball = buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength) as ArrayBuffer;
    const { messages } = await publint({ pack: { tarball } });
    expect(messages.map((message) => formatMessage(message, packageJson as never, { color: false }))).toEqual([]);
  });

  it('has types that resolve everywhere', () => {
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    // The plugin is an ES module, which require() loads on every Node that this package allows.
    const { code, out } = node(root, attw, archive, '--profile', 'node16', '--ignore-rules', 'cjs-resolves-to-esm');
    expect(code, out).toBe(0);
  });

  it('has a README whose links work on any page, to pages that are in the archive', () => {
    const readme = readFileSync(join(packed, 'README.md'), 'utf8');
    const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    expect(links.filter((link) => !/^(https:|#)/.test(link))).toEqual([]);
    const base = new URL('./', packageJson.homepage).href;
    const own = links.filter((link) => link.startsWith(base)).map((link) => link.slice(base.length).replace(/#.*/, ''));
    expect(own.length).toBeGreaterThan(5);
    expect(own.filter((page) => !existsSync(join(packed, page)))).toEqual([]);
  });

  it('has the page to which each rule leads in an editor', async () => {
    const { default: plugin } = await import('../../dist/src/index.js');
    const rules = Object.entries(plugin.rules ?? {});
    expect(rules.length).toBeGreaterThan(0);
    for (const [name, rule] of rules) {
      const page = `docs/rules/${name}.md`;
      expect('meta' in rule && rule.meta?.docs?.url).toBe(new URL(page, packageJson.homepage).href);
      expect(existsSync(join(packed, page)), page).toBe(true);
    }
  });

  it('pins no version for its users and lets those of oxlint and of the types do without ESLint', () => {
    const ranges = Object.values({ ...packageJson.dependencies, ...packageJson.peerDependencies });
    expect(ranges.filter((range) => !/^(\^|>=)/.test(range))).toEqual([]);
    expect(packageJson.peerDependenciesMeta).toEqual({ eslint: { optional: true } });
  });

  it('runs on the versions of Node that the README names', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const named = /on Node ([\d.]+), ([\d.]+), or ([\d.]+) and later/.exec(readme)?.slice(1);
    const [first, second, third] = named ?? [];
    expect(packageJson.engines.node).toBe(`^${first}.0 || ^${second}.0 || >=${third}`);
  });

  it('brings no package along that needs ESLint', () => {
    const demanding = Object.keys(packageJson.dependencies).filter((name) => {
      const path = join(root, 'node_modules', name, 'package.json');
      const { peerDependencies = {}, peerDependenciesMeta = {} } = JSON.parse(readFileSync(path, 'utf8'));
      return Object.keys(peerDependencies).some((peer) => !peerDependenciesMeta[peer]?.optional);
    });
    expect(demanding).toEqual([]);
  });

  it('needs what package.json says, which is what the other tests give it', () => {
    expect(Object.keys(packageJson.dependencies).sort()).toEqual(Object.keys(dependencies).sort());
  });
});

describe('the installed package', () => {
  const esm = "import httpStatus from 'eslint-plugin-http-status';\nexport default [httpStatus.configs.recommended];\n";
  const extended = `import { defineConfig } from 'eslint/config';
import httpStatus from 'eslint-plugin-http-status';
export default defineConfig([{ plugins: { 'http-status': httpStatus }, extends: ['http-status/strict'] }]);
`;
  const cjs = "module.exports = [require('eslint-plugin-http-status').configs.recommended];\n";

  const configs = [
    { name: 'eslint.config.js', text: esm, type: 'module' },
    { name: 'eslint.config.js', text: cjs, type: 'commonjs' },
    { name: 'eslint.config.mjs', text: extended, type: 'commonjs' },
    { name: 'eslint.config.cjs', text: cjs, type: 'module' },
  ];

  describe.each(['eslint', 'eslint9'])('with %s', (eslint) => {
    it.each(configs)('works from $name in a $type package', ({ name, text, type }) => {
      const files = { 'package.json': JSON.stringify({ type }), [name]: text, 'load.mjs': unchecked };
      const made = project(files, { eslint });
      const { code, out, err } = node(made, 'node_modules/eslint/bin/eslint.js', 'load.mjs');
      removeFolder(made);
      expect(err).toBe('');
      expect(out).toContain('http-status/no-unchecked-response');
      expect(code).toBe(1);
    });

    it('has types that fit a configuration in TypeScript', () => {
      const config = `import { defineConfig } from 'eslint/config';
import type { ESLint } from 'eslint';
import httpStatus from 'eslint-plugin-http-status';
export const plugin: ESLint.Plugin = httpStatus;
export default defineConfig([httpStatus.configs.recommended, { extends: [httpStatus.configs.strictTypeChecked] }]);
// @ts-expect-error -- there is no such preset
void httpStatus.configs.stricter;
`;
      const options = { module: 'nodenext', strict: true, skipLibCheck: true, noEmit: true, types: [] };
      const tsconfig = JSON.stringify({ compilerOptions: options, files: ['eslint.config.mts'] });
      const made = project({ 'eslint.config.mts': config, 'tsconfig.json': tsconfig }, { eslint });
      const { code, out } = node(made, join(root, 'node_modules/typescript/bin/tsc'));
      removeFolder(made);
      expect(out).toBe('');
      expect(code).toBe(0);
    });
  });

  it('loads its dependencies and what they need: no TypeScript, no ESLint, no parser', () => {
    // ES modules are told by a hook, CommonJS modules by the cache of require().
    const hook = `import { writeSync } from 'node:fs';
export const load = (url, context, next) => (writeSync(1, url + '\\n'), next(url, context));`;
    const script = `import { createRequire, register } from 'node:module';
register('./hook.mjs', import.meta.url);
const { default: plugin } = await import('eslint-plugin-http-status');
if (!plugin.rules) throw new Error('nothing was loaded');
for (const path of Object.keys(createRequire(import.meta.url).cache)) console.log(path);`;
    const made = project({ 'load.mjs': script, 'hook.mjs': hook }, { eslint: 'eslint' });
    const { code, out, err } = node(made, 'load.mjs');
    removeFolder(made);
    expect(err).toBe('');
    const names = out.split('\n').map((path) => /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1]);
    const loaded = [...new Set(names.filter((name) => name !== undefined))].sort();
    expect(loaded).toContain('eslint-plugin-http-status');
    const allowed = [...Object.keys(packageJson.dependencies), 'eslint-plugin-http-status'];
    expect(loaded.filter((name) => !allowed.includes(name.replaceAll('\\', '/')))).toEqual([]);
    expect(code).toBe(0);
  });
});
