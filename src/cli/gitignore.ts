import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of a .gitignore as ESLint's `ignores` would say it; undefined for comments and blanks. */
export function toGlob(line: string): string | undefined {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return undefined;
  const negated = text.startsWith('!');
  const pattern = (negated ? text.slice(1) : text)
    // In a .gitignore these are plain characters.
    .replaceAll(/[{}()]/g, String.raw`\$&`);
  const slash = pattern.indexOf('/');
  // Only a slash before the end ties a pattern to the folder of the .gitignore.
  const anywhere = slash === -1 || slash === pattern.length - 1;
  const path = anywhere ? `**/${pattern}` : pattern.replace(/^\//, '');
  return negated ? `!${path}` : path;
}

/** What git ignores in a folder, as far as its own .gitignore says so. */
export function ignoredByGit(folder: string): string[] {
  const path = join(folder, '.gitignore');
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .map(toGlob)
    .filter((glob) => glob !== undefined);
}
