// Which files of a package are code that somebody might lint.
import { readdir, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

const extensions = new Set(['.js', '.jsx', '.cjs', '.mjs', '.ts', '.tsx', '.cts', '.mts']);
const megabyte = 1024 * 1024;

/** Declarations hold no code, dependencies are other packages, and nobody lints what is larger than any source. */
const isLinted = (path, size) =>
  extensions.has(extname(path)) &&
  !/\.d\.[cm]?ts$/.test(path) &&
  !path.includes('node_modules') &&
  size <= (/\.min\.[cm]?js$/.test(path) ? 1 : 6) * megabyte;

/** The paths below `folder`, sorted, with `/` on every system. */
export async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (isLinted(path, (await stat(path)).size)) files.push(relative(folder, path).split(sep).join('/'));
  }
  return files.sort();
}
