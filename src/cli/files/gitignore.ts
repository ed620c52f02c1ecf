import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** The patterns of one file, which hold below a folder. */
interface Patterns {
  readonly folder: string;
  readonly patterns: Ignore;
}

function read(file: string, folder: string): readonly Patterns[] {
  try {
    return [{ folder, patterns: ignore().add(readFileSync(file, 'utf8')) }];
  } catch {
    // Most folders have none.
    return [];
  }
}

/** The folder itself and those above it up to the top of its repository, the top first. */
function withAncestors(folder: string): readonly string[] {
  const folders: string[] = [folder];
  for (let top = folder; !existsSync(join(top, '.git')); folders.unshift(top)) {
    if (dirname(top) === top) return [folder];
    top = dirname(top);
  }
  return folders;
}

/** What git ignores in one folder, by its own .gitignore and by those of the folders above. */
export class GitIgnore {
  private constructor(private readonly layers: readonly Patterns[]) {}

  /** For a folder to start in. What the user has named is looked at, even where git ignores all of it. */
  static at(folder: string): GitIgnore {
    const folders = withAncestors(folder);
    const [top] = folders as readonly [string];
    let found = new GitIgnore(read(join(top, '.git/info/exclude'), top));
    for (const one of folders) {
      if (found.ignores(one, true)) found = new GitIgnore([]);
      found = found.enter(one);
    }
    return found;
  }

  enter(folder: string): GitIgnore {
    const own = read(join(folder, '.gitignore'), folder);
    return own.length > 0 ? new GitIgnore([...this.layers, ...own]) : this;
  }

  /** The innermost file that says anything of a path decides. */
  ignores(path: string, isFolder: boolean): boolean {
    for (const { folder, patterns } of this.layers.toReversed()) {
      const inside = relative(folder, path).split(sep).join('/');
      if (inside === '') continue;
      const { ignored, unignored } = patterns.test(isFolder ? `${inside}/` : inside);
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}
