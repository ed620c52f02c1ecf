// What it costs to follow imports: projects of generated files that import one another, linted with and without it.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintingProcess } from './process.js';

const many = (count, text) => Object.fromEntries(Array.from({ length: count }, (_, n) => text(n)));

/** What stands in a file besides requests. */
const rest = (n) => `
export function format(items: readonly Item[], limit = ${n}) {
  const seen = new Map<string, number>();
  for (const item of items) if (seen.size < limit) seen.set(item.key, (seen.get(item.key) ?? 0) + item.count);
  return [...seen].map(([key, count]) => \`\${key}: \${count}\`).join(', ');
}
`;

const caller = (name, from) => `import { ${name} as ask } from '${from}';
export async function load(id: string) {
  const response = await ask(\`/items/\${id}\`);
  if (!response.ok) throw new Error(\`HTTP \${response.status}\`);
  return response.json();
}
`;

/** @type {Record<string, (count: number) => Record<string, string>>} files by name, as many as are asked for */
const shapes = {
  'files that import one another in a circle': (count) =>
    many(count, (n) => [
      `f${n}.ts`,
      `${caller('get', `./f${(n + 1) % count}`)}export const get = (path: string) => (path ? fetch(path) : ask(path));\n${rest(n)}`,
    ]),
  'users of one wrapper': (count) => ({
    'http.ts': 'export const get = (path: string) => fetch(`/api${path}`);\n',
    ...many(count - 1, (n) => [`f${n}.ts`, caller('get', './http') + rest(n)]),
  }),
  'users of a barrel, and what is in it': (count) => ({
    'api/index.ts': Array.from({ length: count / 2 }, (_, n) => `export { get${n} } from './f${n}';`).join('\n'),
    ...many(count / 2, (n) => [`api/f${n}.ts`, `export const get${n} = (path: string) => fetch(path);\n${rest(n)}`]),
    ...many(count / 2 - 1, (n) => [`f${n}.ts`, caller(`get${n}`, './api') + rest(n)]),
  }),
};

const size = 250;

async function inFolder(files, use) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-follow-'));
  try {
    const list = Object.entries({ 'package.json': '{}', ...files }).map(([name, code]) => ({
      path: join(folder, name),
      code,
    }));
    for (const { path, code } of list) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, code);
    }
    return await use(folder, list.slice(1));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const script = fileURLToPath(new URL('linting.js', import.meta.url));

/** How many files a process lints before the other one has its turn. */
const stretch = 50;

/** One lint of the whole project, each file once, as a command line does. */
async function lintOnce(folder, files) {
  const both = ['apart', 'ours'].map((name) => ({
    ...lintingProcess(script, [name, JSON.stringify({ folder })], ['--expose-gc']),
    milliseconds: 0,
    heap: 0,
  }));
  for (const { ask } of both) await ask({ files });
  for (let from = 0; from < files.length; from += stretch) {
    for (const one of both) {
      const { milliseconds, heap } = await one.ask({ from, to: from + stretch });
      Object.assign(one, { milliseconds: one.milliseconds + milliseconds, heap });
    }
  }
  for (const { stop } of both) stop();
  const [apart, ours] = both;
  return { apart: apart.milliseconds, ours: ours.milliseconds, kept: ours.heap - apart.heap };
}

/** @returns {Promise<{ name: string, count: number, apart: number, ours: number, kept: number }[]>} milliseconds, bytes */
export async function followPart() {
  const rows = [];
  for (const [name, make] of Object.entries(shapes)) {
    for (const count of [size, 4 * size]) rows.push({ name, count, ...(await inFolder(make(count), lintOnce)) });
  }
  return rows;
}
