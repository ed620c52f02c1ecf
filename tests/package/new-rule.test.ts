import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint, type Linter, type Rule } from 'eslint';
import { check, resolveConfig } from 'prettier';
import { rolldown } from 'rolldown';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addToChangelog, addToIndex, descriptionOf } from '../../scripts/new-rule/edits.js';
import { makeFolder, node, removeFolder, root, type Ran } from '../support/sandbox.js';

const name = 'no-late-look';
const own = [`rules/${name}.ts`, `tests/rules/${name}.test.ts`, `docs/rules/${name}.md`];
const written = [...own, 'src/rules.ts', 'CHANGELOG.md'];

/** A copy of the project, as far as a rule needs it. */
const copy = makeFolder();
const read = (path: string): string => readFileSync(join(copy, path), 'utf8');
const newRule = (...args: string[]): Ran => node(copy, 'scripts/new-rule.js', ...args);
let first: Ran;

/** Lets ESLint say what the compiler says: it has the types at hand, and they take seconds to work out. */
const compiling: Linter.Config = {
  files: ['**/*.ts'],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: copy } },
  plugins: { own: { rules: { compiles: { create: reportErrors } } } },
  rules: { 'own/compiles': 'error' },
};

function reportErrors(context: Rule.RuleContext): Rule.RuleListener {
  const { program } = context.sourceCode.parserServices as { program: ts.Program };
  return {
    Program(node) {
      for (const { messageText } of ts.getPreEmitDiagnostics(program, program.getSourceFile(context.filename))) {
        context.report({ node, message: ts.flattenDiagnosticMessageText(messageText, '\n') });
      }
    },
  };
}

beforeAll(async () => {
  const parts = [
    'src',
    'rules',
    'docs',
    'scripts',
    'tests/rules',
    'tests/support',
    'README.md',
    'CHANGELOG.md',
    'package.json',
  ];
  const settings = ['tsconfig.json', 'eslint.config.js', 'vitest.config.ts', '.prettierrc.json'];
  for (const part of [...parts, ...settings, '.eslint-doc-generatorrc.js']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  first = newRule(name);
  const bundle = await rolldown({ input: join(copy, 'src/index.ts'), platform: 'node', external: /^[^./]/ });
  await bundle.write({ file: join(copy, 'dist/src/index.js'), format: 'esm' });
  await bundle.close();
}, 60_000);

afterAll(() => removeFolder(copy));

describe('npm run new-rule', () => {
  it('says what it wrote and what to do next', () => {
    expect(first.err).toBe('');
    expect(first.code).toBe(0);
    for (const path of written) expect(first.out).toContain(path);
  });

  it('writes what the formatter would', async () => {
    for (const path of written) {
      const options = await resolveConfig(join(copy, path));
      expect([path, await check(read(path), { ...options, filepath: path })]).toEqual([path, true]);
    }
  });

  it('writes code of which neither the linter nor the compiler has anything to say', async () => {
    const eslint = new ESLint({ cwd: copy, overrideConfig: compiling });
    const results = await eslint.lintFiles([...own.filter((path) => path.endsWith('.ts')), 'src/rules.ts']);
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    expect(results).toHaveLength(3);
  }, 90_000);

  it('is looked at by a compiler that says what is wrong', async () => {
    const eslint = new ESLint({ cwd: copy, overrideConfig: compiling });
    const [result] = await eslint.lintText('export const status: string = 404;\n', { filePath: own[0] });
    expect(result?.messages.map(({ message }) => message)).toContainEqual(expect.stringMatching(/not assignable/));
  });

  it('writes a test that passes', () => {
    const { code, out } = node(copy, 'node_modules/vitest/vitest.mjs', 'run', `tests/rules/${name}.test.ts`);
    expect(out).toMatch(/Tests +4 passed/);
    expect(code).toBe(0);
  }, 90_000);

  it('writes a rule that the plugin has, and that reports', () => {
    const program = `
      import { Linter } from 'eslint';
      import plugin from './dist/src/index.js';
      const code = 'export const load = async (url) => (await fetch(url)).json();';
      const config = { plugins: { own: plugin }, rules: { 'own/${name}': 'error' } };
      console.log(Object.keys(plugin.rules).join(), Object.keys(plugin.configs.strict.rules).join());
      for (const { ruleId, message } of new Linter().verify(code, config)) console.log(ruleId, message);
    `;
    const { out, err } = node(copy, '--input-type=module', '--eval', program);
    expect(err).toBe('');
    const [rules = '', ...reports] = out.trim().split('\n');
    const [all = '', strict = ''] = rules.split(' ').map((list) => list.split(','));
    expect(all).toEqual([...all].sort());
    expect(all).toContain(name);
    expect(strict).toContain(`http-status/${name}`);
    expect(reports).toEqual([expect.stringMatching(`^own/${name} A 4xx or 5xx reaches`)]);
  });

  it("writes the page's header as the generator of the documentation does, which adds the rule to the README", () => {
    const page = read(own[2]!);
    const { code, err } = node(copy, 'node_modules/eslint-doc-generator/dist/bin/eslint-doc-generator.js');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(read(own[2]!)).toBe(page);
    expect(read('README.md')).toContain(`docs/rules/${name}.md`);
  }, 90_000);

  it('writes examples that are what they say', () => {
    const program = `
      import { examplesOf, lintExample } from './scripts/docs/examples.js';
      import { readFileSync } from 'node:fs';
      for (const one of examplesOf(readFileSync('docs/rules/${name}.md', 'utf8')))
        console.log(one.kind, lintExample(one, ['http-status/${name}']).map(({ ruleId }) => ruleId).join());
    `;
    const { out } = node(copy, '--input-type=module', '--eval', program);
    expect(out.trim().split(/ *\n/)).toEqual([`incorrect http-status/${name}`, 'correct']);
  });

  it('adds a line to the changelog', () => {
    expect(read('CHANGELOG.md')).toContain(`\n- The rule \`${name}\`: disallow late look.\n`);
  });
});

describe('npm run new-rule refuses', () => {
  it.each<[string, string[], RegExp]>([
    ['no name', [], /^Give the rule a name: npm run new-rule no-status-text$/],
    ['two names', ['no', 'late'], /^One rule at a time, .*: npm run new-rule no-late$/],
    ['a name in camel case', ['noLateLook'], /^"noLateLook" is no name for a rule: write .* as in no-status-text\.$/],
    ['a single word', ['delete'], /^"delete" is no name for a rule/],
    ['a path', ['../no-late'], /^"\.\.\/no-late" is no name for a rule/],
    ['an option', ['--help'], /^"--help" is no name for a rule/],
    ['a rule that there is', ['no-200-only'], /^There is a rules\/no-200-only\.ts already: /],
    ['what it has just written', [name], /^There is a rules\/no-late-look\.ts already: /],
    ['a name that reads like another in the code', ['no200-only'], /^src\/rules\.ts has a no200Only of its own, /],
  ])('%s', (_, args, sentence) => {
    const before = written.map(read);
    const { code, out, err } = newRule(...args);
    expect(err.trimEnd()).toMatch(sentence);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(out).toBe('');
    expect(code).toBe(2);
    expect(written.map(read)).toEqual(before);
  });
});

describe('what a new rule is added to', () => {
  const index = (...names: string[]): string =>
    `${names.map((n) => `import ${n} from '../rules/${n}.js';\n`).join('')}export const rules = {\n${names.map((n) => `  '${n}': ${n},\n`).join('')}};\n`;

  it.each([
    ['before all others', 'aa', ['aa', 'b', 'd']],
    ['between two', 'c', ['b', 'c', 'd']],
    ['behind all others', 'e', ['b', 'd', 'e']],
  ])('is kept in order: %s', (_, added, names) => {
    expect(addToIndex(index('b', 'd'), added)).toBe(index(...names));
  });

  it('must have a list of rules', () => {
    expect(() => addToIndex('const plugin = {};\n', 'a')).toThrow('src/rules.ts has no line');
  });

  const line = '- The rule `require-x`: require x.';

  it.each([
    ['its newest section', '# C\n\n## 2\n\nUnreleased.\n\n- a\n\n## 1\n\n- b\n', '- a\n' + line + '\n\n## 1\n\n- b\n'],
    ['its only section', '# C\n\n## 2\n\nUnreleased.\n\n- a\n', '- a\n' + line + '\n'],
    ['a section of its own after a release', '# C\n\n## 1\n\n- b\n', '## Unreleased\n\n' + line + '\n\n## 1\n\n- b\n'],
    ['a section of its own', '# C\n', '# C\n\n## Unreleased\n\n' + line + '\n'],
  ])('is a changelog, in %s', (_, changelog, end) => {
    const changed = addToChangelog(changelog, 'require-x');
    expect(changed.endsWith(end)).toBe(true);
    expect(changed.startsWith('# C\n\n## ')).toBe(true);
    expect(changed.replace(`${line}\n`, '').length).toBeLessThanOrEqual(
      changelog.length + '\n## Unreleased\n\n'.length,
    );
  });

  it.each([
    ['no-late-look', 'disallow late look'],
    ['require-retry-after', 'require retry after'],
    ['prefer-ok', 'require ok'],
    ['exhaustive-status', 'enforce exhaustive status'],
  ])('is described by its name: %s', (rule, description) => expect(descriptionOf(rule)).toBe(description));
});
