import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The rooms in their order: each may import what stands before it. `index` is `src/index.ts` and what lies beside it. */
const rooms = [
  'status',
  'syntax',
  'models',
  'typed',
  'sources',
  'reader',
  'compiler',
  'analysis',
  'suggest',
  'rules',
  'index',
  'cli',
];

/** The same inside the analysis. */
const analysisRooms = [
  'domain',
  'observations',
  'facts',
  'consequence',
  'impossible',
  'flow',
  'constructs',
  'calls',
  'interpreter',
  'trace',
  'index',
];

/** Files of the analysis that lie in no folder, and the room they belong to. */
const beside: Readonly<Record<string, string>> = {
  branches: 'facts',
  catching: 'facts',
  imported: 'facts',
  inlining: 'facts',
  report: 'consequence',
  swallowed: 'consequence',
  roots: 'index',
};

/** Arrows that the order allows and that are none. */
const forbidden: Readonly<Record<string, readonly string[]>> = {
  // The text of a file is read without a word of responses, and the codes without any text.
  syntax: ['status'],
  // It is loaded by itself, and the rules do without it where nothing is to be read.
  reader: ['status', 'syntax', 'models'],
  compiler: ['status', 'syntax', 'models', 'sources', 'reader'],
  analysis: ['reader', 'compiler'],
  rules: ['reader', 'compiler'],
  suggest: ['reader', 'compiler'],
  index: ['status', 'syntax', 'models', 'typed', 'sources', 'suggest'],
  cli: ['status', 'syntax', 'models', 'typed', 'sources', 'analysis', 'suggest', 'rules'],
};

/** Rooms that are entered by their index alone, and the ones that may go past it. */
const doors: Readonly<Record<string, readonly string[]>> = {
  analysis: ['analysis'],
  typed: ['typed'],
  status: ['status', 'types'],
  suggest: ['suggest'],
};

/** Files behind a door that others use all the same, each with its reason. */
const sideDoors = new Set([
  // How messages write statuses and code: the rules and the suggestions say it alike.
  'src/suggest/write/text.ts',
  // Plain data, whose declarations are shipped: those of the analysis are not.
  'src/analysis/trace/trace.ts',
]);

/** `src/analysis/flow/flow.ts` stands in "analysis", `rules/x.ts` in "rules", `src/presets.ts` in "index". */
function roomOf(path: string): string {
  const [top, folder, ...rest] = path.split('/');
  if (top === 'rules') return 'rules';
  return rest.length > 0 ? (folder ?? '') : 'index';
}

function analysisRoomOf(path: string): string {
  const [name = ''] = path.split('/').slice(2);
  const plain = name.replace(/\.ts$/, '');
  return beside[plain] ?? plain;
}

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.c?ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));

/** The files that a file imports, types included. */
const importsOf = (path: string, text: string): string[] =>
  ts
    .preProcessFile(text)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(path), specifier).replace(/\.(c?)js$/, '.$1ts'));

/** What is wrong with the imports of a file, each as a sentence. */
function wrongArrows(path: string, text: string): string[] {
  return importsOf(path, text).flatMap((target) => {
    const [from, to] = [roomOf(path), roomOf(target)];
    if (from === 'types' || to === 'types') {
      return (from === to || to === 'status') && from === 'types' ? [] : [`${path} imports ${target}`];
    }
    if (rooms.indexOf(to) > rooms.indexOf(from) || forbidden[from]?.includes(to)) return [`${path} imports ${target}`];
    if (from === 'analysis' && to === 'analysis') {
      const [inner, outer] = [analysisRoomOf(target), analysisRoomOf(path)].map((room) => analysisRooms.indexOf(room));
      return inner! > outer! ? [`${path} imports ${target}, which stands further up`] : [];
    }
    const isPastDoor =
      doors[to] && !doors[to].includes(from) && !target.endsWith('/index.ts') && !sideDoors.has(target);
    return isPastDoor ? [`${path} goes past the index of ${to}: ${target}`] : [];
  });
}

/** The circles of a graph of imports, each as the list of its files (Tarjan, 1972). */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    stack.push(file);
    for (const target of graph.get(file) ?? []) {
      if (!order.has(target)) visit(target);
      if (stack.includes(target)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(target)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1 || graph.get(file)?.includes(file)) circles.push(circle);
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles;
}

/** What the site may import: the plugin as others have it, its parser, its codes, and the data that is drawn. */
const siteDoors = new Set([
  'src/index.ts',
  'src/tracing.ts',
  'src/reader/parser.ts',
  'src/status/index.ts',
  'src/analysis/trace/trace.ts',
]);

describe('imports between rooms', () => {
  const files = [...sources('src'), ...sources('rules')];
  const read = (path: string) => readFileSync(join(root, path), 'utf8');

  it('point in one direction only, and through the doors', () => {
    expect(files.flatMap((path) => wrongArrows(path, read(path)))).toEqual([]);
  });

  it('have no circle, types included', () => {
    const graph = new Map(files.map((path) => [path, importsOf(path, read(path))]));
    expect(circlesOf(graph)).toEqual([]);
  });

  it('are known for every room', () => {
    const known = [...rooms, 'types'];
    expect([...new Set(files.map(roomOf))].filter((room) => !known.includes(room))).toEqual([]);
    const inner = files.filter((path) => path.startsWith('src/analysis/')).map(analysisRoomOf);
    expect([...new Set(inner)].filter((room) => !analysisRooms.includes(room))).toEqual([]);
  });

  it('lead from the site to the plugin by few doors, and never back', () => {
    const isPlugin = (path: string) => path.startsWith('src/') || path.startsWith('rules/');
    const used = sources('site').flatMap((path) => importsOf(path, read(path)).filter(isPlugin));
    expect([...new Set(used)].filter((path) => !siteDoors.has(path))).toEqual([]);
    expect(files.filter((path) => importsOf(path, read(path)).some((target) => target.startsWith('site/')))).toEqual(
      [],
    );
  });

  it('have no circle in the site', () => {
    const graph = new Map(sources('site').map((path) => [path, importsOf(path, read(path))]));
    expect(circlesOf(graph)).toEqual([]);
  });

  it('have no arrow to packages from the status algebra, which the types share', () => {
    const imported = sources('src/status').flatMap((path) =>
      ts.preProcessFile(read(path)).importedFiles.map(({ fileName }) => fileName),
    );
    expect(imported.filter((specifier) => !specifier.startsWith('./'))).toEqual([]);
  });

  it.each([
    ['src/status/set.ts', "import { fetchClient } from '../models/index.js';"],
    ['src/syntax/file.ts', "import { StatusSet } from '../status/index.js';"],
    ['src/syntax/file.ts', "import { File } from '../analysis/facts.js';"],
    ['src/models/index.ts', "const analysis = await import('../analysis/index.js');"],
    ['src/analysis/flow/flow.ts', "import type { RuleDocs } from '../../../rules/create-rule.js';"],
    ['src/analysis/flow/flow.ts', "import { branch } from '../constructs/branch.js';"],
    ['src/analysis/constructs/loops.ts', "import { evaluate } from '../interpreter/evaluate.js';"],
    ['src/analysis/domain/value.ts', "import type { Flow } from '../flow/flow.js';"],
    ['src/types/index.ts', "import type plugin from '../index.js';"],
    ['src/suggest/write/place.ts', "import rule from '../../../rules/no-200-only.js';"],
    ['rules/no-200-only.ts', "import { Flow } from '../src/analysis/flow/flow.js';"],
    ['rules/no-200-only.ts', "import { exitFor } from '../src/suggest/exit/exit.js';"],
    ['rules/no-200-only.ts', "import plugin from '../src/index.js';"],
    ['src/cli/run.ts', "import rule from '../../rules/no-200-only.js';"],
  ])('are found where they are wrong: %s', (path, text) => {
    expect(wrongArrows(path, text)).toHaveLength(1);
  });

  it('are found where they close a circle', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b', 'd']],
      ['d', []],
      ['e', ['e']],
    ]);
    expect(circlesOf(graph).map((circle) => circle.toSorted())).toEqual([['b', 'c'], ['e']]);
  });
});
