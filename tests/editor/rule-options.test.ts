import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { root } from '../support/sandbox.js';

const options = (moduleResolution: ts.ModuleResolutionKind): ts.CompilerOptions => ({
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2023,
  module: moduleResolution === ts.ModuleResolutionKind.Bundler ? ts.ModuleKind.ESNext : ts.ModuleKind.NodeNext,
  moduleResolution,
  types: ['node'],
});

const good = [
  "{ 'http-status/no-200-only': ['error', { allowFor: ['/legacy'] }] }",
  "{ 'http-status/no-200-only': ['error', {}], 'http-status/require-error-branch': 'warn' }",
  "{ 'http-status/require-error-branch': ['error', { consequence: 'any' }] }",
  "{ 'http-status/no-unchecked-response': 2, 'another/rule': ['error', 'never', 3] }",
];

const bad: [string, RegExp][] = [
  ["{ 'http-status/no-200-only': ['error', { allowFor: 3 }] }", /not assignable to type 'string\[\]'/],
  ["{ 'http-status/no-unchecked-response': ['error', { chekFireAndForget: true }] }", /checkFireAndForget/],
  ["{ 'http-status/require-error-branch': ['error', { consequence: 'all' }] }", /not assignable/],
];

const all = [...good, ...bad.map(([rules]) => rules)];

/** What TypeScript says of a config with each of these rules, checked together as the lines of one file. */
function check(moduleResolution: ts.ModuleResolutionKind): Map<string, string[]> {
  const code = [
    "import { defineConfig } from 'eslint/config'; import httpStatus from '../../dist/src/index.js';",
    ...all.map(
      (rules, i) => `export const config${i} = defineConfig([httpStatus.configs.recommended, { rules: ${rules} }]);`,
    ),
  ].join('\n');
  const name = join(root, 'tests/editor/virtual.config.ts');
  const compilerOptions = options(moduleResolution);
  const host = ts.createCompilerHost(compilerOptions);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (file) => file === name || fileExists.call(host, file);
  host.readFile = (file) => (file === name ? code : readFile.call(host, file));
  host.getSourceFile = (file, version) =>
    file === name ? ts.createSourceFile(file, code, version) : getSourceFile.call(host, file, version);
  const program = ts.createProgram([name], compilerOptions, host);
  const errors = new Map(all.map((rules): [string, string[]] => [rules, []]));
  for (const { start, messageText } of program.getSemanticDiagnostics(program.getSourceFile(name))) {
    const line = code.slice(0, start).split('\n').length;
    errors.get(all[line - 2] ?? '')?.push(ts.flattenDiagnosticMessageText(messageText, ' '));
  }
  return errors;
}

describe.each([
  ['Node', ts.ModuleResolutionKind.NodeNext],
  ['a bundler', ts.ModuleResolutionKind.Bundler],
])('defineConfig with the resolution of %s', (_, resolution) => {
  const errors = check(resolution);

  it.each(good)('takes %s', (rules) => {
    expect(errors.get(rules)).toEqual([]);
  });

  it.each(bad)('refuses %s', (rules, message) => {
    expect(errors.get(rules)).toEqual([expect.stringMatching(message)]);
  });
});

describe('the config inspector', () => {
  it('finds a name for each preset and plugin', () => {
    for (const [name, preset] of Object.entries(plugin.configs)) expect(preset.name).toBe(`http-status/${name}`);
    expect(plugin.meta).toMatchObject({ name: 'eslint-plugin-http-status', namespace: 'http-status' });
  });

  it.each(Object.entries(plugin.rules ?? {}))('finds what %s is about, and where to read more', (name, rule) => {
    const { docs, schema } = 'meta' in rule ? (rule.meta ?? {}) : {};
    expect(docs?.description).toMatch(/^(disallow|require|enforce) /);
    expect(docs?.url).toMatch(new RegExp(`/docs/rules/${name}\\.md$`));
    const [object] = Array.isArray(schema) ? schema : [];
    for (const option of Object.values((object?.properties ?? {}) as Record<string, { description?: string }>)) {
      expect(option.description).toMatch(/\.$/);
    }
  });
});
