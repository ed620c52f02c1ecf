/** A test runner, by what only tests say: a module that they import, or globals that they call. */
interface TestRunner {
  readonly modules: readonly string[];
  /** Functions that are given the code of a test, a group of tests or a hook, where nothing has to be imported. */
  readonly globals?: readonly string[];
}

const bdd = ['describe', 'it', 'beforeEach', 'afterEach'];
const tdd = ['suite', 'test', 'suiteSetup', 'suiteTeardown'];

const testRunners: readonly TestRunner[] = [
  { modules: ['vitest'], globals: [...bdd, 'test', 'suite', 'bench', 'beforeAll', 'afterAll'] },
  {
    modules: ['jest', '@jest/globals'],
    globals: [...bdd, 'test', 'beforeAll', 'afterAll', 'fit', 'fdescribe', 'xit', 'xtest', 'xdescribe'],
  },
  { modules: ['mocha'], globals: [...bdd, ...tdd, 'before', 'after', 'context', 'specify', 'xit', 'xdescribe'] },
  { modules: ['jasmine'], globals: [...bdd, 'beforeAll', 'afterAll', 'fit', 'fdescribe', 'xit', 'xdescribe'] },
  { modules: ['node:test'] },
  { modules: ['bun:test'] },
  { modules: ['@std/testing/bdd'], globals: ['Deno.test', 'Deno.bench'] },
  { modules: ['@playwright/test', '@playwright/experimental-ct-react', '@playwright/experimental-ct-vue'] },
  { modules: ['cypress'], globals: [...bdd, 'before', 'after', 'context', 'specify'] },
  { modules: ['ava'] },
  { modules: ['tap', '@tapjs/core'] },
  { modules: ['tape'] },
  { modules: ['uvu'] },
  { modules: ['zora'] },
  { modules: ['qunit'], globals: ['QUnit.test', 'QUnit.module', 'QUnit.only', 'QUnit.skip'] },
  { modules: ['@japa/runner'] },
  { modules: ['@hapi/lab'] },
  { modules: ['testcafe'] },
  { modules: ['@wdio/globals'], globals: bdd },
  { modules: ['@open-wc/testing'] },
];

const modules: ReadonlySet<string> = new Set(testRunners.flatMap((runner) => runner.modules));

/** Whether a module is a test runner: `vitest`, `npm:vitest@4`, `jsr:@std/testing@1/bdd`. */
export const isTestRunner = (specifier: string): boolean =>
  modules.has(specifier) || modules.has(specifier.replace(/^(?:npm|jsr):\/?/, '').replace(/(.)@[\w.^~*-]+/, '$1'));

/** Functions of test runners that are there without an import. */
export const testGlobals: ReadonlySet<string> = new Set(testRunners.flatMap(({ globals = [] }) => globals));

/** Of these, the ones that are given a title first, as the test's own: other functions of such a name are not. */
export const titledTests: ReadonlySet<string> = new Set([
  ...['describe', 'fdescribe', 'xdescribe', 'context', 'suite'],
  ...['it', 'fit', 'xit', 'test', 'xtest', 'specify', 'bench'],
]);

/** Members of those that are given the code of a test, too: `it.only`, `test.each(table)`, `test.describe`. */
export const testModifiers: ReadonlySet<string> = new Set([
  ...['only', 'skip', 'todo', 'each', 'for', 'concurrent', 'sequential', 'serial', 'parallel', 'shuffle'],
  ...['fails', 'failing', 'fail', 'fixme', 'slow', 'skipIf', 'runIf', 'if', 'describe', 'step'],
  ...['before', 'after', 'beforeAll', 'afterAll', 'beforeEach', 'afterEach', 'always'],
]);

/** What the text of a file has that calls a function of a test runner without importing it from there. */
export const mayCallTests = new RegExp(String.raw`\b(?:${[...testGlobals].join('|')})\b[\w.]*\s*[(<\x60]`);

/** `tests`, `e2e`, and what only serves tests: `test-helpers`, `test_utils`, `test-app`. */
const testFolder =
  /^(?:__tests__|__mocks__|e2e|cypress|tests?|tests?[-_](?:apps?|fixtures?|helpers?|server|setup|support|utils?))$/;

/** Whether the path of a file, below the folder of the project, is one of a test: `src/a.test.ts`, `e2e/login.ts`. */
export function isTestPath(path: string): boolean {
  const folders = path.split(/[\\/]/);
  const name = folders.pop()!;
  return /\.(?:test|spec)\./.test(name) || folders.some((folder) => testFolder.test(folder));
}
