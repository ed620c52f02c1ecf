import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { GitIgnore } from './gitignore.js';
import { languageOf } from './languages.js';

/** A file or folder that could not be read. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export interface Walked {
  readonly files: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

type ReadFolder = (folder: string) => readonly Dirent[];

const readFolder: ReadFolder = (folder) => readdirSync(folder, { withFileTypes: true });

const skippedFolders = new Set(['node_modules', '.git']);

/** Minified code is nobody's to mend, and a declaration runs nothing. */
const isWritten = (name: string): boolean => !/\.min\.[cm]?jsx?$|\.d\.[cm]?ts$/.test(name);

export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  return code === 'ENOENT' ? 'it is gone' : message;
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

/** The files below a folder that can be looked at. What cannot be read costs a line, not the run. */
export function walk(start: string, read: ReadFolder = readFolder): Walked {
  const files: string[] = [];
  const unreadable: Unreadable[] = [];
  const visit = (folder: string, ignored: GitIgnore): void => {
    for (const entry of entriesOf(folder, read, unreadable)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name) && !ignored.ignores(path, true)) visit(path, ignored.enter(path));
      } else if (entry.isFile() && languageOf(entry.name) && isWritten(entry.name)) {
        if (!ignored.ignores(path, false)) files.push(path);
      }
    }
  };
  visit(start, GitIgnore.at(start));
  return { files, unreadable };
}

function entriesOf(folder: string, read: ReadFolder, unreadable: Unreadable[]): readonly Dirent[] {
  try {
    return read(folder).toSorted(byName);
  } catch (error) {
    unreadable.push({ path: folder, reason: reasonOf(error) });
    return [];
  }
}
