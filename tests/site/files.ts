import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const walk = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

/** A built site, as files. */
export class Site {
  readonly files: readonly string[];

  constructor(readonly folder: string) {
    this.files = walk(folder);
  }

  get pages(): readonly string[] {
    return this.files.filter((file) => file.endsWith('.html'));
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  /** What a server sends of a file, in bytes. */
  zipped(file: string): number {
    return gzipSync(readFileSync(join(this.folder, file))).length;
  }

  /** A page and every script and style that a browser fetches before anybody does anything. */
  firstLoad(page: string): readonly string[] {
    const seen = new Set<string>([page]);
    const add = (specifier: string, from: string) => {
      const file = new URL(specifier, `file:///${from}`).pathname.slice(1);
      if (seen.has(file) || !this.files.includes(file)) return;
      seen.add(file);
      if (!file.endsWith('.js')) return;
      // Static imports; those that wait for somebody are calls.
      for (const [, next = ''] of this.read(file).matchAll(/(?:from|import)\s*"(\.[^"]+)"/g)) add(next, file);
    };
    for (const [, target = ''] of this.read(page).matchAll(/(?:src|href)="([^"#]+\.(?:js|css))"/g)) add(target, page);
    return [...seen];
  }

  weight(page: string): number {
    return this.firstLoad(page).reduce((sum, file) => sum + this.zipped(file), 0);
  }
}
