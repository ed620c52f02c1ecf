import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { resolveExports, resolveImports, type PathConditions, type PathConditionsMap } from 'resolve-pkg-maps';
import { tryTo, type Files, type Stamp } from '../sources/imports/reader.js';
import { above, sameStamp } from './above.js';
import { sourcesOf } from './candidates.js';
import { membersOf } from './workspaces.js';

/** The part of a package.json that says where its files are. */
interface Manifest {
  readonly name?: string;
  readonly exports?: PathConditions;
  readonly imports?: PathConditionsMap;
  readonly source?: string;
  readonly module?: string;
  readonly main?: string;
  readonly workspaces?: unknown;
}

const conditions = ['source', 'development', 'import', 'node', 'default', 'require', 'types'];

/** `@scope/name/sub/path`: the package, and what of it. */
const inPackage = /^((?:@[^/]+\/)?[^/@.~#$][^/]*)(?:\/(.+))?$/;

/** The packages of the project itself: where their manifests say that an import leads. */
export class Packages {
  private readonly manifests = new Map<string, { readonly stamp: Stamp; readonly manifest: Manifest }>();
  private readonly members = new Map<string, { readonly stamp: Stamp; readonly byName: ReadonlyMap<string, string> }>();

  /** What a specifier may mean that is no relative one, as paths that may have to be completed. */
  paths(specifier: string, folder: string, files: Files): readonly string[] {
    const [nearest] = this.rootsAbove(folder, files);
    if (nearest === undefined) return [];
    if (specifier.startsWith('#')) return this.imported(specifier, nearest, files);
    const [, name = '', inside = ''] = inPackage.exec(specifier) ?? [];
    const home = name && this.homeOf(name, folder, files);
    return home ? this.exported(home, inside, files) : [];
  }

  /** The folders with a package.json around a folder, from the inside to the outside. */
  rootsAbove(folder: string, files: Files): readonly string[] {
    return [...above(folder)].filter((at) => files.stampOf(join(at, 'package.json')));
  }

  private imported(specifier: string, root: string, files: Files): readonly string[] {
    const { imports } = this.manifestIn(root, files) ?? {};
    const targets = tryTo(() => imports && resolveImports(imports, specifier, conditions)) ?? [];
    return targets.flatMap((target) => sourcesOf(join(root, target)));
  }

  private exported(root: string, inside: string, files: Files): readonly string[] {
    const { exports, source, module, main } = this.manifestIn(root, files) ?? {};
    const said = exports === undefined ? undefined : tryTo(() => resolveExports(exports, inside, conditions));
    const entries = inside === '' ? [source, module, main].filter((entry) => entry !== undefined) : [inside];
    const targets = (said ?? entries).flatMap((target) => sourcesOf(join(root, target)));
    return [...targets, join(root, 'src', inside || 'index'), join(root, inside || 'index')];
  }

  /** The folder of a package of the project: linked into `node_modules`, or a member of the workspaces around. */
  private homeOf(name: string, folder: string, files: Files): string | undefined {
    for (const at of above(folder)) {
      const linked = join(at, 'node_modules', name);
      if (!existsSync(linked)) continue;
      const real = realpathSync(linked);
      return /[\\/]node_modules[\\/]/.test(real) ? undefined : real;
    }
    for (const root of this.rootsAbove(folder, files)) {
      if (this.manifestIn(root, files)?.name === name) return root;
      const member = this.membersIn(root, files).get(name);
      if (member !== undefined) return member;
    }
    return undefined;
  }

  private manifestIn(root: string, files: Files): Manifest | undefined {
    const path = join(root, 'package.json');
    const stamp = files.stampOf(path);
    if (!stamp) return undefined;
    let kept = this.manifests.get(path);
    if (!kept || !sameStamp(kept.stamp, stamp)) {
      const manifest = tryTo(() => JSON.parse(files.textOf(path) ?? '{}') as Manifest) ?? {};
      this.manifests.set(path, (kept = { stamp, manifest }));
    }
    return kept.manifest;
  }

  private membersIn(root: string, files: Files): ReadonlyMap<string, string> {
    const stamp = files.stampOf(join(root, 'package.json'))!;
    let kept = this.members.get(root);
    if (!kept || !sameStamp(kept.stamp, stamp)) {
      const homes = membersOf(root, this.manifestIn(root, files)?.workspaces, files);
      const named = homes.map((home) => [this.manifestIn(home, files)?.name ?? '', home] as const);
      this.members.set(root, (kept = { stamp, byName: new Map(named) }));
    }
    return kept.byName;
  }
}
