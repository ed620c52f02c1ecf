import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tryTo, type Files } from '../sources/imports/reader.js';

/** How deep `**` of a workspace's pattern is looked through. */
const deepest = 3;

/** The folders of the packages that a root package has for members, by its manifest or by pnpm's file. */
export function membersOf(root: string, workspaces: unknown, files: Files): string[] {
  const patterns = [...patternsIn(workspaces), ...pnpmPatterns(root, files)].filter((one) => !one.startsWith('!'));
  const folders = patterns.flatMap((pattern) => expand(root, pattern.replace(/^\.\/|\/$/g, '').split('/')));
  return [...new Set(folders)].filter((folder) => files.stampOf(join(folder, 'package.json')));
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function patternsIn(workspaces: unknown): readonly string[] {
  if (isTexts(workspaces)) return workspaces;
  const { packages } = (workspaces ?? {}) as { packages?: unknown };
  return isTexts(packages) ? packages : [];
}

/** The list under `packages:`; of YAML no more is asked. */
function pnpmPatterns(root: string, files: Files): readonly string[] {
  const path = join(root, 'pnpm-workspace.yaml');
  const text = files.stampOf(path) ? (files.textOf(path) ?? '') : '';
  const list = /^packages:[ \t]*\r?\n((?:[ \t]*(?:-.*|#.*)?\r?\n?)*)/m.exec(text)?.[1] ?? '';
  return Array.from(
    list.matchAll(/^[ \t]*-[ \t]*['"]?([^'"#\r\n]+?)['"]?[ \t]*(?:#.*)?$/gm),
    ([, pattern]) => pattern!,
  );
}

function expand(folder: string, segments: readonly string[], depth = 0): string[] {
  const [first, ...rest] = segments;
  if (first === undefined) return [folder];
  if (!first.includes('*')) return expand(join(folder, first), rest, depth);
  const inner = foldersIn(folder);
  if (first !== '**') {
    const matches = new RegExp(`^${first.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
    return inner.filter((name) => matches.test(name)).flatMap((name) => expand(join(folder, name), rest, depth));
  }
  const below = depth < deepest ? inner.flatMap((name) => expand(join(folder, name), segments, depth + 1)) : [];
  return [...expand(folder, rest, depth), ...below];
}

const foldersIn = (folder: string): string[] =>
  (tryTo(() => readdirSync(folder, { withFileTypes: true })) ?? [])
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .map(({ name }) => name);
