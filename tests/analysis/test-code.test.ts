import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';

interface Given {
  readonly filename?: string;
  readonly cwd?: string;
  readonly settings?: Record<string, unknown>;
}

function lint(code: string, { filename, cwd, settings = {} }: Given = {}): string[] {
  const config = [plugin.configs.all, { files: ['**'], settings: { 'http-status': settings } }] as Linter.Config[];
  const messages = new Linter(cwd === undefined ? {} : { cwd }).verify(code, config, { filename: filename ?? 'a.js' });
  return messages.map(({ ruleId, message, line }) => `${ruleId?.replace('http-status/', '') ?? message} ${line}`);
}

const load = 'async function load(u) { return (await fetch(u)).json(); }';
const found = ['no-unchecked-response 1'];
const body = 'async () => { const r = await fetch(u); use(await r.json()); }';

describe('a file of tests, told by its path', () => {
  it.each([
    'a.test.js',
    'src/a.spec.mjs',
    'src/a.test.helpers.js',
    'test/a.js',
    'tests/util/a.js',
    'packages/x/__tests__/a.js',
    'e2e/login.js',
    'packages/test-helpers/src/mail.js',
    'src/test_utils/server.js',
    'cypress/support/commands.js',
    '/home/me/x/test/a.js',
  ])('%s', (filename) => {
    expect(lint(load, { filename, cwd: '/home/me/x' })).toEqual([]);
    expect(lint(load, { filename, cwd: '/home/me/x', settings: { checkTests: true } })).toEqual(found);
  });

  it.each([
    'test.js',
    'tests.js',
    'src/latest/a.js',
    'src/contest.js',
    'testing/a.js',
    'spec/a.js',
    'fixtures/a.js',
    'scripts/a.js',
    'script/a.js',
    'test-data/a.js',
  ])('not %s', (filename) => {
    expect(lint(load, { filename, cwd: '/home/tests/x' })).toEqual(found);
  });

  it('below the folder in which ESLint runs', () => {
    expect(lint(load, { filename: '/home/tests/x/src/a.js', cwd: '/home/tests/x' })).toEqual(found);
    expect(lint(load, { filename: '/home/tests/x/tests/a.js', cwd: '/home/tests/x' })).toEqual([]);
  });
});

describe('a file of tests, told by the test runner that it imports', () => {
  it.each([
    "import { vi } from 'vitest';",
    "import { jest } from '@jest/globals';",
    "import 'mocha';",
    "import test from 'node:test';",
    "import { expect } from 'bun:test';",
    "import { test as base } from '@playwright/test';",
    "import test from 'ava';",
    "import tap from 'tap';",
    "import { describe } from 'jsr:@std/testing@1/bdd';",
    "import { vi } from 'npm:vitest@4.1.12';",
    "export * from '@playwright/test';",
    "const { test } = require('node:test');",
    "const test = require('tape');",
    "const test = require('tap').test;",
    "const { test } = await import('node:test');",
    "const lab = require('@hapi/lab').script();",
  ])('%s', (line) => {
    expect(lint(`${line} ${load}`)).toEqual([]);
    expect(lint(`${line} ${load}`, { settings: { checkTests: true } })).toEqual(found);
  });

  it.each([
    "import { chromium } from 'playwright';",
    "import { defineConfig } from 'vitest/config';",
    "import { startVitest } from 'vitest/node';",
    "import test from './test';",
    "import request from 'supertest';",
    "// import { vi } from 'vitest';",
    'const text = "import { vi } from \'vitest\'";',
    "const run = () => import('vitest');",
  ])('not %s', (line) => {
    expect(lint(`${line}\n${load}`)).toEqual(['no-unchecked-response 2']);
  });
});

describe('what is given to the functions of a test runner', () => {
  it.each([
    `describe('users', () => { it('loads', ${body}); });`,
    `it('loads', ${body});`,
    `test('loads', ${body});`,
    `test.only('loads', ${body});`,
    `it.concurrent.each(table)('loads %s', ${body});`,
    `it.each\`a\${1}\`('loads $a', ${body});`,
    `test('loads', { timeout: 1000 }, ${body});`,
    `it('loads', wrap(${body}));`,
    `beforeAll(${body});`,
    `beforeEach(${body});`,
    `before(${body});`,
    `Deno.test('loads', ${body});`,
    `Deno.test({ name: 'loads', fn: ${body} });`,
    `Deno.test.only(${body});`,
    `QUnit.module('users', (hooks) => { hooks.beforeEach(${body}); });`,
    `import { test } from './fixtures.js'; test('loads', ${body});`,
    `import { test } from './fixtures.js'; test.describe('users', () => { test.beforeEach(${body}); });`,
    `const test = base.extend({}); test('loads', ${body});`,
    `if (import.meta.vitest) { const { it } = import.meta.vitest; it('loads', ${body}); }`,
    `const get = ${body}; describe('users', () => { it('loads', () => get()); });`,
    `async function login() { use(await (await fetch(u)).json()); } beforeAll(login);`,
    `const get = ${body}; const getAll = () => [get(), get()]; it('loads', () => getAll());`,
    `it('takes 200', async () => { const r = await fetch(u); if (r.status === 200) use(1); else throw new Error(''); });`,
  ])('%s', (code) => {
    expect(lint(code)).toEqual([]);
    expect(lint(code, { settings: { checkTests: true } })).not.toEqual([]);
  });

  it.each([
    `export async function get(u) { return (await fetch(u)).json(); } it('loads', () => get('/'));`,
    `const get = ${body}; it('loads', () => get()); get();`,
    `function test(name, run) { run(); } test('loads', ${body});`,
    `function run(it) { it('loads', ${body}); }`,
    `test(${body});`,
    `import { after } from 'next/server'; after(${body});`,
    `router.beforeEach(${body});`,
    `test.run('loads', ${body});`,
    `const a = () => b(), b = async () => { a(); use(await (await fetch(u)).json()); };`,
  ])('not %s', (code) => {
    expect(lint(code)).toEqual(found);
  });

  it('in a file whose other code is looked at', () => {
    const code = `${load}\nif (import.meta.vitest) {\nconst { it } = import.meta.vitest;\nit('loads', ${body});\n}`;
    expect(lint(code)).toEqual(found);
    expect(lint(code, { settings: { checkTests: true } })).toEqual([...found, 'no-unchecked-response 4']);
  });
});

it('answers for each file anew, also where the text is the same', () => {
  const linter = new Linter();
  const rules = (filename: string) =>
    linter.verify(load, [plugin.configs.recommended], { filename }).map(({ ruleId }) => ruleId);
  expect([rules('a.js'), rules('a.test.js'), rules('a.js')].map(({ length }) => length)).toEqual([1, 0, 1]);
});

it('looks at a body that goes into an assertion, and then on, with checkTests', () => {
  const settings = { checkTests: true };
  const test = (statements: string) => `test('a', async () => { const r = await fetch(u); ${statements} });`;
  expect(lint(test('expect(await r.json()).toEqual({ id: 1 });'), { settings })).toEqual([]);
  expect(lint(test('const b = await r.json(); expect(b.id).toBe(1);'), { settings })).toEqual([]);
  expect(lint(test('use(await r.json());'), { settings })).toEqual(found);
});
