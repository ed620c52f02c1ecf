import { createRequire } from 'node:module';
import * as eslint10 from 'eslint';
import { defineConfig as defineConfig10 } from 'eslint/config';
import * as eslint9 from 'eslint9';
import { defineConfig as defineConfig9 } from 'eslint9/config';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import plugin from '../../src/index.js';
import { createPresets } from '../../src/presets.js';
import { isUnshipped } from '../../src/unshipped.js';

const names = ['recommended', 'strict', 'recommendedTypeChecked', 'strictTypeChecked', 'all'] as const;
const code = 'export const load = async (url) => (await fetch(url)).json();';

describe('which rules a preset has', () => {
  const placed = {
    a: { meta: { docs: { preset: 'recommended' } } },
    b: { meta: { docs: { preset: 'strict' } } },
    c: { meta: { docs: { preset: 'recommendedTypeChecked' } } },
    d: { meta: { docs: { preset: 'strictTypeChecked' } } },
    e: { meta: {} },
  } as const;
  const presets = createPresets({}, 'x', placed);

  it.each([
    ['recommended', ['x/a']],
    ['strict', ['x/a', 'x/b']],
    ['recommendedTypeChecked', ['x/a', 'x/c']],
    ['strictTypeChecked', ['x/a', 'x/b', 'x/c', 'x/d']],
    ['all', ['x/a', 'x/b', 'x/c', 'x/d', 'x/e']],
  ] as const)('%s', (name, rules) => {
    expect(Object.keys(presets[name].rules ?? {})).toEqual(rules);
  });

  it('is at least one in every preset of the plugin, and all rules in "all"', () => {
    for (const name of names) expect(Object.keys(plugin.configs[name].rules ?? {})).not.toEqual([]);
    const all = Object.keys(plugin.rules ?? {}).map((name) => `http-status/${name}`);
    expect(Object.keys(plugin.configs.all.rules ?? {})).toEqual(all);
  });
});

describe('how presets differ', () => {
  const habit = { meta: { docs: { preset: 'recommended', severity: 'warn' } } } as const;
  const twofold = { meta: { docs: { preset: 'recommended', strict: { consequence: 'any' } } } } as const;
  const presets = createPresets({}, 'x', { habit, twofold });

  it.each(['recommended', 'recommendedTypeChecked'] as const)('%s warns of habits, and has no options', (name) => {
    expect(presets[name].rules).toEqual({ 'x/habit': 'warn', 'x/twofold': 'error' });
  });

  it.each(['strict', 'strictTypeChecked', 'all'] as const)('%s judges by the letter', (name) => {
    expect(presets[name].rules).toEqual({ 'x/habit': 'error', 'x/twofold': ['error', { consequence: 'any' }] });
  });

  it('in the plugin, as its page says', () => {
    const entries = ({ rules = {} }: eslint10.Linter.Config) => Object.entries(rules);
    const { recommended, strict } = plugin.configs;
    const added = entries(strict).filter(([name]) => !(name in recommended.rules!));
    const changed = entries(strict).filter(
      ([name, entry]) =>
        name in recommended.rules! && JSON.stringify(entry) !== JSON.stringify(recommended.rules![name]),
    );
    expect(recommended.rules).toMatchObject({ 'http-status/no-200-only': 'warn' });
    expect(Object.values(recommended.rules!).filter((entry) => entry === 'warn')).toHaveLength(1);
    expect(entries(strict).map(([, entry]) => [entry].flat()[0])).not.toContain('warn');
    expect(Object.fromEntries(changed)).toEqual({
      'http-status/no-200-only': 'error',
      'http-status/no-impossible-status': ['error', { consequence: 'any' }],
      'http-status/no-null-body': ['error', { mayBeEmpty: true }],
      'http-status/no-unchecked-response': ['error', { consequence: 'any' }],
      'http-status/require-error-branch': ['error', { consequence: 'any' }],
    });
    expect(added).toEqual(
      ['distinguish-error-groups', 'no-blind-retry', 'no-unread-body', 'require-status-in-error'].map((name) => [
        `http-status/${name}`,
        'error',
      ]),
    );
  });
});

describe('the config for code that is not shipped', () => {
  const { unshipped } = plugin.configs;

  it('turns every rule off', () => {
    const rules = Object.keys(plugin.rules ?? {}).map((name) => [`http-status/${name}`, 'off']);
    expect(unshipped.rules).toEqual(Object.fromEntries(rules));
  });

  const paths: readonly (readonly [path: string, isUnshipped: boolean])[] = [
    ...['example', 'examples', 'demo', 'demos', 'playground', 'playgrounds', 'templates', 'fixtures', 'mocks'].flatMap(
      (folder) => [
        [`${folder}/a.js`, true] as const,
        [`packages/x/src/${folder}/deep/a.js`, true] as const,
        [`${folder}.js`, false] as const,
        [`src/${folder}s-of-it/a.js`, false] as const,
      ],
    ),
    ...['scripts', 'tasks'].flatMap((folder) => [
      [`${folder}/a.js`, true] as const,
      [`packages/x/${folder}/src/a.js`, true] as const,
      [`src/${folder}/a.js`, false] as const,
      [`packages/x/app/lib/${folder}/a.js`, false] as const,
    ]),
    ...['a.js', 'src/a.js', 'script/a.js', 'tools/a.js', 'bin/a.js', 'template/a.js'].map(
      (path) => [path, false] as const,
    ),
  ];
  const linter = new eslint10.Linter();

  it.each(paths)('%s: %s', (path, expected) => {
    const messages = linter.verify(code, [plugin.configs.all, unshipped], { filename: path });
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(expected ? [] : ['http-status/no-unchecked-response']);
    expect(isUnshipped(path.split('/'))).toBe(expected);
  });

  it('has no other file linted', async () => {
    const eslint = new eslint10.ESLint({ overrideConfigFile: true, overrideConfig: [plugin.configs.all, unshipped] });
    for (const path of ['examples/a.json', 'scripts/a.sh']) {
      expect(await eslint.calculateConfigForFile(path)).toBeUndefined();
    }
  });
});

describe('the plugin', () => {
  it('says what it is', () => {
    expect(plugin.meta).toEqual({ name: packageJson.name, version: packageJson.version, namespace: 'http-status' });
  });

  it('is what require() gives, built', () => {
    const required = createRequire(import.meta.url)('eslint-plugin-http-status');
    expect(Object.keys(required).sort()).toEqual(['configs', 'meta', 'rules']);
    expect(required.configs.strict.plugins['http-status']).toBe(required);
  });

  it.each(names)('names %s, registers itself there and leaves the files to the user', (name) => {
    const config = plugin.configs[name];
    expect(config.name).toBe(`http-status/${name}`);
    expect(config.plugins?.['http-status']).toBe(plugin);
    expect(config).not.toHaveProperty('files');
  });
});

const versions = [
  { version: '9', eslint: eslint9 as unknown as typeof eslint10, defineConfig: defineConfig9 as typeof defineConfig10 },
  { version: '10', eslint: eslint10, defineConfig: defineConfig10 },
];

describe.each(versions)('ESLint $version', ({ version, eslint, defineConfig }) => {
  const lint = async (
    overrideConfig: eslint10.Linter.Config[],
    text = code,
    filePath = 'load.js',
  ): Promise<(string | null)[]> => {
    const instance = new eslint.ESLint({ overrideConfigFile: true, overrideConfig });
    const [result] = await instance.lintText(text, { filePath });
    return result?.messages.map(({ ruleId, fatal, message }) => (fatal ? message : ruleId)) ?? [];
  };

  it('is the version that it should be', () => {
    expect(eslint.ESLint.version.split('.')[0]).toBe(version);
  });

  it('takes the config for code that is not shipped through extends', async () => {
    const named = { plugins: { 'http-status': plugin }, extends: ['http-status/all', 'http-status/unshipped'] };
    expect(await lint(defineConfig([named]))).toEqual(['http-status/no-unchecked-response']);
    expect(await lint(defineConfig([named]), code, 'scripts/load.js')).toEqual([]);
    expect(await lint(defineConfig([named]), code, 'src/scripts/load.js')).toHaveLength(1);
    expect(await lint(defineConfig([{ ...named, files: ['**/*.js'] }]), code, 'examples/load.js')).toEqual([]);
  });

  it.each(names)('takes %s as an object', async (name) => {
    expect(await lint([plugin.configs[name]])).toEqual(['http-status/no-unchecked-response']);
  });

  it.each(names)('takes %s through extends', async (name) => {
    const config = defineConfig([{ plugins: { 'http-status': plugin }, extends: [`http-status/${name}`] }]);
    expect(await lint(config)).toEqual(['http-status/no-unchecked-response']);
  });

  it('lints a file in another language without a word', async () => {
    const language = { files: ['**/*.js'], plugins: { words }, language: 'words/words' };
    expect(await lint([language, plugin.configs.all], 'two words')).toEqual([]);
    // The language works: a rule that listens to it reports.
    const rule: eslint10.Rule.RuleModule = {
      create: (context) => ({ Word: (node: eslint10.Rule.Node) => context.report({ node, message: 'seen' }) }),
    };
    const seen = { plugins: { own: { rules: { word: rule } } }, rules: { 'own/word': 'error' as const } };
    expect(await lint([language, seen], 'two words')).toEqual(['own/word']);
  });
});

/** The smallest language that ESLint accepts: a text is one node. */
const words = {
  languages: {
    words: {
      fileType: 'text',
      lineStart: 1,
      columnStart: 0,
      nodeTypeKey: 'type',
      validateLanguageOptions: () => undefined,
      parse: () => ({ ok: true, ast: { type: 'Word' } }),
      createSourceCode: ({ body }: { body: string }, { ast }: { ast: object }) => ({
        text: body,
        ast,
        lines: [body],
        getLoc: () => ({ start: { line: 1, column: 0 }, end: { line: 1, column: 1 } }),
        getRange: () => [0, 1],
        traverse: () => [{ kind: 1, phase: 1, target: ast, args: [ast] }],
      }),
    },
  },
} as unknown as eslint10.ESLint.Plugin;
