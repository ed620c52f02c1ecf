import { createFilesMatcher, createPathsMatcher, parseTsconfig, type TsConfigResult } from 'get-tsconfig';
import { dirname, join } from 'node:path';
import { tryTo, type Files, type Stamp } from '../sources/imports/reader.js';
import { above, sameStamp } from './above.js';

type PathsOf = (specifier: string) => readonly string[];

interface Kept {
  readonly stamp: Stamp;
  readonly pathsFor: (folder: string) => PathsOf;
}

const names = ['tsconfig.json', 'jsconfig.json'];
const nothing: PathsOf = () => [];

/** What `paths` and `baseUrl` of the nearest tsconfig say, with what it extends and the projects that it refers to. */
export class TsConfigs {
  private readonly kept = new Map<string, Kept>();

  paths(specifier: string, folder: string, files: Files): readonly string[] {
    for (const at of above(folder)) {
      for (const name of names) {
        const path = join(at, name);
        const stamp = files.stampOf(path);
        if (stamp) return this.at(path, stamp).pathsFor(folder)(specifier);
      }
    }
    return [];
  }

  private at(path: string, stamp: Stamp): Kept {
    let kept = this.kept.get(path);
    if (!kept || !sameStamp(kept.stamp, stamp)) this.kept.set(path, (kept = { stamp, pathsFor: read(path) }));
    return kept;
  }
}

/** A config that is broken, or extends one that is not there, says nothing. */
const configAt = (path: string): TsConfigResult | undefined => tryTo(() => ({ path, config: parseTsconfig(path) }));

function read(path: string): (folder: string) => PathsOf {
  const config = configAt(path);
  if (!config) return () => nothing;
  const own = createPathsMatcher(config);
  // A config of many projects has no files itself: `tsconfig.app.json` next to it has them, and the paths.
  const projects = (config.config.references ?? []).flatMap((reference) => {
    const target = join(dirname(path), reference.path);
    const project = configAt(/\.json$/.test(target) ? target : join(target, 'tsconfig.json'));
    const pathsOf = project && createPathsMatcher(project);
    return pathsOf ? [{ includes: createFilesMatcher(project), pathsOf }] : [];
  });
  return (folder) => {
    const file = join(folder, 'x.ts');
    const project = projects.find(({ includes }) => includes(file)) ?? (own ? undefined : projects[0]);
    return project?.pathsOf ?? own ?? nothing;
  };
}
