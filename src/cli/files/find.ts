import { existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { isUnshipped } from '../../index.js';
import { CannotRun } from '../cannot-run.js';
import { extensions, languageOf, type Language } from './languages.js';
import { walk, type Unreadable, type Walked } from './walk.js';

/** A file to look at. */
export interface SourceFile {
  readonly path: string;
  readonly language: Language;
  /** The folder that ESLint takes for the project. */
  readonly base: string;
  /** It is an example, a script or the like, and nobody named it or its folder. */
  readonly isUnshipped: boolean;
}

export interface Found {
  readonly files: readonly SourceFile[];
  readonly unreadable: readonly Unreadable[];
}

const isGlob = (path: string): boolean => /[*?{}[\]!()]/.test(path);

/** Where we are, except for a path outside of it or in node_modules, which ESLint would refuse although it was named. */
function baseOf(path: string): string {
  const here = process.cwd();
  const parts = relative(here, path).split(sep);
  if (parts[0] !== '..' && !parts.includes('node_modules')) return here;
  return statSync(path).isDirectory() ? path : dirname(path);
}

/** The folders that somebody named, and those above, are what is looked at: only what lies below can be beside it. */
function isBeside(base: string, named: string, path: string): boolean {
  const foldersTo = (to: string): string[] => relative(base, to).split(sep);
  return isUnshipped(foldersTo(path), named === base ? 0 : foldersTo(named).length);
}

function walkGlob(pattern: string): Walked {
  const { base, glob } = picomatch.scan(pattern);
  const start = resolve(base);
  if (!glob || !existsSync(start)) return { files: [], unreadable: [] };
  const matches = picomatch(glob, { dot: true });
  const { files, unreadable } = walk(start);
  return { files: files.filter((file) => matches(relative(start, file).split(sep).join('/'))), unreadable };
}

function named(path: string): Walked {
  // Of a pipe, nothing comes to an end.
  if (languageOf(path) && statSync(path).isFile()) return { files: [resolve(path)], unreadable: [] };
  throw new CannotRun(
    `"${path}" is no file that can be looked at; name a folder, or files that end in ${extensions.map((one) => `.${one}`).join(', ')}.`,
  );
}

function findOne(path: string): Found {
  const exists = existsSync(path);
  if (!exists && !isGlob(path)) throw new CannotRun(`There is no file or folder "${path}".`);
  const isFile = exists && !statSync(path).isDirectory();
  const { files, unreadable } = !exists ? walkGlob(path) : isFile ? named(path) : walk(resolve(path));
  if (files.length === 0 && unreadable.length === 0) {
    throw new CannotRun(
      `Nothing to look at in "${path}": it has no JavaScript or TypeScript file, or git ignores them.`,
    );
  }
  const start = resolve(exists ? path : picomatch.scan(path).base);
  const base = baseOf(start);
  const toSource = (file: string): SourceFile => ({
    path: file,
    language: languageOf(file)!,
    base,
    isUnshipped: isBeside(base, start, file),
  });
  return { files: files.map(toSource), unreadable };
}

/** The files of all paths of the command line, each once. */
export function find(paths: readonly string[]): Found {
  const found = paths.map(findOne);
  const files = new Map(found.flatMap((one) => one.files.map((file) => [file.path, file] as const)));
  return { files: [...files.values()], unreadable: found.flatMap(({ unreadable }) => unreadable) };
}
