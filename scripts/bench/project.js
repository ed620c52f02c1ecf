// The project that is linted with types: an application of one's own, or one that is written here.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../corpus/packages.js';
import { isTypeScript } from './files.js';

/** TypeScript 7, as applications have it: under the name `typescript`. */
const compiler = fileURLToPath(new URL('../../node_modules/typescript7', import.meta.url));

const client = `import type { Answer, Item } from './types.js';

export interface Deps {
  readonly client: Client;
}

export class Client {
  constructor(private readonly base: string) {}

  /** Gives the answer as it is. */
  raw(path: string, init?: RequestInit) {
    return fetch(this.base + path, init);
  }

  async checked(path: string): Promise<Response> {
    const response = await this.raw(path);
    if (!response.ok) throw new Error('HTTP ' + String(response.status));
    return response;
  }

  async find(id: string): Promise<Answer> {
    const response = await this.raw('/items/' + id);
    if (response.status === 404) return { status: 404, body: null };
    return { status: 200, body: (await response.json()) as Item };
  }

  async save(item: Item): Promise<void> {
    const response = await this.raw('/items', { method: 'PUT', body: JSON.stringify(item) });
    if (!response.ok) throw new Error('HTTP ' + String(response.status));
  }
}
`;

const types = `export interface Item { id: string; name: string; count: number }
export type Answer = { status: 200; body: Item } | { status: 404; body: null } | { status: 503; body: null };
`;

const plain = (n) => `
export function format${n}(items: readonly Item[], separator = ', '): string {
  const seen = new Map<string, number>();
  for (const item of items) seen.set(item.name, (seen.get(item.name) ?? 0) + item.count * ${n + 1});
  return [...seen].map(([key, count]) => key + ': ' + String(count)).join(separator);
}

export async function store${n}(deps: Deps, items: readonly Item[]): Promise<string> {
  for (const item of items) await deps.client.save({ ...item, count: item.count + ${n} });
  await Promise.all(items.map((item) => deps.client.save(item)));
  return format${n}(items);
}
`;

const asking = (n) => `
export async function load${n}(deps: Deps, id: string): Promise<Item[]> {
  const response = await deps.client.raw('/lists/' + id);
  if (!response.ok) throw new Error('HTTP ' + String(response.status));
  return (await response.json()) as Item[];
}

export async function nameOf${n}(deps: Deps, id: string): Promise<string> {
  const answer = await deps.client.find(id);
  switch (answer.status) {
    case 200:
      return answer.body.name;
    case 404:
      return 'none ${n}';
    case 503:
      throw new Error('later');
  }
}

export const first${n} = async (deps: Deps) => (await deps.client.checked('/first')).json() as Promise<Item>;
`;

const moduleOf = (n) => `import type { Deps } from './client.js';
import type { Item } from './types.js';
${Array.from({ length: 6 }, (_, i) => plain(6 * n + i)).join('')}${n % 3 === 0 ? asking(3 * n) + asking(3 * n + 1) : ''}`;

const compilerOptions = {
  ...{ target: 'es2022', module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'], types: [] },
  ...{ strict: true, skipLibCheck: true, noEmit: true },
};

/** A project of modules of an ordinary shape, a third of which ask for something. */
function writeProject() {
  const folder = join(dirname(cacheFolder()), 'bench', 'typed');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync(compiler, join(folder, 'node_modules', 'typescript'), 'junction');
  const modules = Array.from({ length: 45 }, (_, n) => [`module-${n}.ts`, moduleOf(n)]);
  const files = {
    ...{ 'package.json': '{ "type": "module" }', 'tsconfig.json': JSON.stringify({ compilerOptions }) },
    ...{ 'types.ts': types, 'client.ts': client, ...Object.fromEntries(modules) },
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const skipped = /(?:^|[\\/])(?:node_modules|dist|build|\.[^\\/]+)[\\/]|\.d\.[cm]?ts$/;

/**
 * @param {string} [application] the folder of an application with its dependencies; without it a project is written
 * @returns {{ origin: string, folder: string, files: import('./files.js').BenchFile[] }}
 */
export function typedProject(application) {
  const folder = application ? resolve(application) : writeProject();
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}. Give --project one that is there.`);
  const paths = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
  const files = paths
    .filter((path) => isTypeScript({ path }) && !skipped.test(relative(folder, path)))
    .map((path) => ({ path, code: readFileSync(path, 'utf8') }));
  return { origin: application ? 'an application' : 'a generated project', folder, files };
}
