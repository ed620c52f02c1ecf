import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What a package gives to `import`; the conditions in the order that matters here. */

function entryOf(exported: unknown): string | undefined {
  if (typeof exported === 'string') return exported;
  const { '.': main, import: forImport, default: fallback } = (exported ?? {}) as Record<string, unknown>;
  const inner = main ?? forImport ?? fallback;
  return inner === undefined ? undefined : entryOf(inner);
}

/** A package that has nothing for `require()`: Node 20 resolves no `import` from another place. */
function resolveModule(place: string, name: string): string | undefined {
  for (let folder = dirname(place); ; folder = dirname(folder)) {
    const own = join(folder, 'node_modules', name);
    if (existsSync(join(own, 'package.json'))) {
      const { exports } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')) as { exports?: unknown };
      const entry = entryOf(exports);
      return entry === undefined ? undefined : join(own, entry);
    }
    if (dirname(folder) === folder) return undefined;
  }
}

function withAncestors(folder: string): string[] {
  return dirname(folder) === folder ? [folder] : [folder, ...withAncestors(dirname(folder))];
}

/** pnpm runs a command with a NODE_PATH, by which `require` finds packages in every project that are in none. */
function isInstalled(place: string, specifier: string): boolean {
  if (process.versions.pnp || !process.env.NODE_PATH) return true;
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)![0];
  return withAncestors(dirname(place)).some((folder) => existsSync(join(folder, 'node_modules', name)));
}

/** What a specifier means in a place of a project; undefined where it has none of that. */
export function resolveFrom(place: string, specifier: string): string | undefined {
  if (!isInstalled(place, specifier)) return undefined;
  try {
    return createRequire(place).resolve(specifier);
  } catch (error) {
    const isModule = (error as NodeJS.ErrnoException).code === 'ERR_PACKAGE_PATH_NOT_EXPORTED';
    return isModule ? resolveModule(place, specifier) : undefined;
  }
}
