import { dirname, isAbsolute, join } from 'node:path';
import type { Files } from '../sources/imports/reader.js';
import { candidatesFor, conventionalPaths } from './candidates.js';
import { Packages } from './packages.js';
import { TsConfigs } from './ts-configs.js';

/** How many answers are kept: an entry is two paths. */
const mostKept = 20_000;

/**
 * Finds the file that an import means, as the project does: relative paths, `paths` of a tsconfig, `imports` and `exports`
 * of its own packages and of those of its workspaces, and the aliases by which frameworks are known. What is below
 * `node_modules` is not looked for.
 */
export class Resolver {
  private readonly configs = new TsConfigs();
  private readonly packages = new Packages();
  private readonly known = new Map<string, string>();

  resolve(specifier: string, from: string, files: Files): string | undefined {
    // `./query.graphql?raw`, `node:fs`, `https://…` is no code of the project's.
    if (/[?:\0]/.test(specifier) || specifier === '') return undefined;
    const folder = dirname(from);
    const key = `${folder}\0${specifier}`;
    const known = this.known.get(key);
    if (known !== undefined && files.stampOf(known)) return known;
    const found = this.find(specifier, folder, files);
    if (found === undefined) return undefined;
    if (this.known.size >= mostKept) this.known.clear();
    this.known.set(key, found);
    return found;
  }

  private find(specifier: string, folder: string, files: Files): string | undefined {
    const probe = (paths: Iterable<string>): string | undefined => {
      for (const path of paths) {
        if (isBelowModules(path)) continue;
        const found = candidatesFor(path).find((candidate) => files.stampOf(candidate));
        if (found !== undefined) return found;
      }
      return undefined;
    };
    if (isRelative(specifier)) return probe([join(folder, specifier)]);
    if (isAbsolute(specifier)) return undefined;
    return (
      probe(this.configs.paths(specifier, folder, files)) ??
      probe(this.packages.paths(specifier, folder, files)) ??
      probe(conventionalPaths(specifier, this.packages.rootsAbove(folder, files)))
    );
  }
}

const isRelative = (specifier: string): boolean => /^\.\.?(?:\/|$)/.test(specifier);

const isBelowModules = (path: string): boolean => /[\\/]node_modules[\\/]/.test(path);
