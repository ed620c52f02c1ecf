import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lint, lintUser, parses, project } from './project.js';

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** How many files are read while all of these are linted. */
function parsesFor(files: Record<string, string>): number {
  const folder = project({ 'package.json': '{}', ...files });
  const before = parses;
  for (const name of Object.keys(files)) lint(folder, name);
  return parses - before;
}

/** Files of which each calls the next one, the last one the first. */
const circle = (count: number): Record<string, string> =>
  Object.fromEntries(
    range(count).map((i) => [
      `f${i}.ts`,
      `import { get as next } from './f${(i + 1) % count}';
export async function get(u) { return u ? next(u) : fetch(u); }
export async function load(u) { return (await next(u)).json(); }`,
    ]),
  );

/** Files of which each imports all that come before, through a barrel. */
const barrel = (count: number): Record<string, string> => ({
  'index.ts': range(count)
    .map((i) => `export { get${i} } from './f${i}';`)
    .join('\n'),
  ...Object.fromEntries(range(count).map((i) => [`f${i}.ts`, `export const get${i} = (u) => fetch(u);`])),
  'user.ts': `import { ${range(count)
    .map((i) => `get${i}`)
    .join(', ')} } from './index';\nexport async function load(u) { ${range(count)
    .map((i) => `await get${i}(u);`)
    .join(' ')} }`,
});

describe('the cost of other files', () => {
  it('grows with the number of files that import one another in a circle', () => {
    const [small, large] = [parsesFor(circle(30)), parsesFor(circle(240))];
    expect(small).toBeLessThanOrEqual(30 * 7);
    expect(large / small).toBeLessThan(10);
  });

  it('ends at fifty files for one that asks, however many a barrel leads to', () => {
    expect(parsesFor(barrel(20))).toBe(21);
    expect(parsesFor(barrel(500))).toBeLessThanOrEqual(50);
  });

  it('ends after six files in a row', () => {
    const chain = (length: number) => ({
      ...Object.fromEntries(
        range(length).map((i) => [
          `f${i}.ts`,
          `import { get as next } from './f${i + 1}';\nexport const get = (u) => next(u);`,
        ]),
      ),
      [`f${length}.ts`]: 'export const get = (u) => fetch(u);',
    });
    const user = "import { get } from './f0';\nexport const load = async (u) => (await get(u)).json();";
    expect(lintUser(user, chain(5))).toEqual(['no-unchecked-response 2: get']);
    expect(lintUser(user, chain(9))).toEqual([]);
  });

  it('is nothing where no other file leads to a client', () => {
    const before = parses;
    const user = "import { save } from './db';\nexport const load = async (u) => { await save(u); done(); };";
    expect(
      lintUser(user, {
        'db.ts': "import { db } from './connection';\nexport const save = (u) => db.save(u);",
        'connection.ts': 'export const db = connect();',
      }),
    ).toEqual([]);
    expect(parses - before).toBe(0);
  });
});

describe('the search of the texts', () => {
  const user = (name: string) =>
    `import { ${name} } from './index';\nexport const load = async (u) => { const r = await ${name}(u); return r.json(); };`;
  const others = {
    'http.ts': 'export const get = (u) => fetch(u);',
    'items.ts': 'export const make = (u) => ({ ...u });',
    'both.ts': "import { get } from './http';\nexport const ask = (u) => get(u);",
  };

  /** What is reported of a user of a name, and how many files are parsed for it. */
  function asking(name: string, index: string): [reports: number, parses: number] {
    const before = parses;
    const reports = lintUser(user(name), { ...others, 'index.ts': index });
    return [reports.length, parses - before];
  }

  it.each([
    ["export * from './items';\nexport * from './http';\nexport * from './both';"],
    ["export { make } from './items';\nexport { get } from './http';\nexport { ask } from './both';"],
    ["import { get } from './http';\nimport { ask } from './both';\nexport { get, ask };\nexport * from './items';"],
  ])('goes through a barrel by the name that is asked for: %s', (index) => {
    expect(asking('get', index)).toEqual([1, 2]);
    expect(asking('ask', index)).toEqual([1, 3]);
    expect(asking('make', index)).toEqual([0, 0]);
  });

  it('looks everywhere where the text does not tell who exports a name', () => {
    const index = "module.exports = { get: require('./http').get, make: require('./items').make };";
    expect(asking('get', index)[0]).toBe(1);
    const named = "const { get } = require('./http');\nmodule.exports = { get };";
    expect(asking('get', named)[0]).toBe(1);
  });
});

describe('what is kept of other files', () => {
  const user = "import { get } from './a';\nexport const load = async (u) => (await get(u)).json();";
  const raw = 'export const get = (u) => fetch(u);';
  const checked = 'export const get = async (u) => { const r = await fetch(u); if (!r.ok) throw r; return r; };';
  const found = ['no-unchecked-response 2: get'];

  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  /** Writes a file as if some time had passed. */
  function change(path: string, text: string, seconds: number, passed = 2000): void {
    writeFileSync(path, text);
    utimesSync(path, seconds, seconds);
    vi.advanceTimersByTime(passed);
  }

  it('is read once for all files that ask', () => {
    const names = range(20).map((i) => `user${i}.ts`);
    const before = parses;
    const folder = project({ 'a.ts': raw, ...Object.fromEntries(names.map((name) => [name, user])) });
    for (const name of names) expect(lint(folder, name)).toEqual(found);
    expect(parses - before).toBe(1);
  });

  it('is read again where the file was changed, also far behind it', () => {
    const folder = project({ 'user.ts': user, 'a.ts': "export { get } from './b';", 'b.ts': raw });
    expect(lint(folder, 'user.ts')).toEqual(found);
    change(join(folder, 'b.ts'), checked, 1_000_000);
    expect(lint(folder, 'user.ts')).toEqual([]);
    change(join(folder, 'b.ts'), raw, 2_000_000);
    expect(lint(folder, 'user.ts')).toEqual(found);
  });

  it('is read again at once where the linter saw the changed file itself', () => {
    const folder = project({ 'user.ts': user, 'a.ts': raw });
    expect(lint(folder, 'user.ts')).toEqual(found);
    change(join(folder, 'a.ts'), checked, 1_000_000, 0);
    expect(lint(folder, 'user.ts')).toEqual(found);
    lint(folder, 'a.ts');
    expect(lint(folder, 'user.ts')).toEqual([]);
  });

  it('is seen anew after ten seconds, however busy the linter is', () => {
    const folder = project({ 'user.ts': user, 'a.ts': raw });
    expect(lint(folder, 'user.ts')).toEqual(found);
    change(join(folder, 'a.ts'), checked, 1_000_000, 0);
    const after = Array.from({ length: 12 }, () => {
      vi.advanceTimersByTime(900);
      return lint(folder, 'user.ts').length;
    });
    expect(after.slice(0, 9)).toEqual(Array(9).fill(1));
    expect(after.at(-1)).toBe(0);
  });

  it('does not outlive a wrapper in between', () => {
    const folder = project({
      'user.ts': user,
      'a.ts': "import { inner } from './b';\nexport const get = (u) => inner(u);",
      'b.ts': raw.replace('get', 'inner'),
    });
    expect(lint(folder, 'user.ts')).toEqual(found);
    change(join(folder, 'b.ts'), checked.replace('get', 'inner'), 1_000_000);
    expect(lint(folder, 'user.ts')).toEqual([]);
  });
});
