import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { eslintVersion } from '../lint/host.js';
import { resolveFrom } from '../lint/resolve.js';
import type { Installed } from '../runner.js';

/** A file of the project that configures a linter. */
export interface ConfigFile {
  readonly name: string;
  readonly text: string;
}

/** What can be seen of a project without running anything of it. */
export interface Project extends Installed {
  readonly folder: string;
  readonly isModule: boolean;
  readonly eslintConfig: ConfigFile | undefined;
  readonly oxlintConfig: ConfigFile | undefined;
  readonly eslint: string | undefined;
  readonly hasOxlint: boolean;
  /** It has a .gitignore of its own. */
  readonly ignores: boolean;
  /** The major version of TypeScript. */
  readonly typescript: number | undefined;
}

const eslintConfigs = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `eslint.config.${extension}`);
const oxlintConfigs = ['.oxlintrc.json', '.oxlintrc.jsonc', 'oxlint.config.ts'];

/** The folder and those above it, up to the top of the repository. */
function withAncestors(folder: string): string[] {
  if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return [folder];
  return [folder, ...withAncestors(dirname(folder))];
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function firstConfig(folders: readonly string[], names: readonly string[]): ConfigFile | undefined {
  for (const path of folders.flatMap((folder) => names.map((name) => join(folder, name)))) {
    const text = read(path);
    if (text !== undefined) return { name: basename(path), text };
  }
  return undefined;
}

interface Manifest {
  readonly type?: string;
  readonly packageManager?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function manifestOf(folder: string): Manifest {
  try {
    return (JSON.parse(read(join(folder, 'package.json')) ?? '{}') as Manifest | null) ?? {};
  } catch {
    return {};
  }
}

function majorOf(folder: string, manifests: readonly Manifest[]): number | undefined {
  const path = resolveFrom(join(folder, 'package.json'), 'typescript/package.json');
  const { version } = JSON.parse((path && read(path)) ?? '{}') as { version?: string };
  const range = manifests.map(
    ({ devDependencies, dependencies }) => ({ ...dependencies, ...devDependencies }).typescript,
  );
  const major = /\d+/.exec(version ?? range.find((one) => one !== undefined) ?? '')?.[0];
  return major === undefined ? undefined : Number(major);
}

/** What a package manager leaves behind. */
const traces = [
  ['pnpm', ['pnpm-lock.yaml', 'pnpm-workspace.yaml']],
  ['yarn', ['yarn.lock']],
  ['bun', ['bun.lock', 'bun.lockb']],
  ['npm', ['package-lock.json']],
] as const;

function managerOf(folders: readonly string[], manifests: readonly Manifest[]): string | undefined {
  for (const [place, folder] of folders.entries()) {
    const named = manifests[place]?.packageManager;
    if (typeof named === 'string') return /^\w+/.exec(named)?.[0];
    const found = traces.find(([, files]) => files.some((file) => existsSync(join(folder, file))));
    if (found) return found[0];
  }
  return undefined;
}

export function lookAtProject(folder: string): Project {
  const folders = withAncestors(folder);
  const manifests = folders.map(manifestOf);
  return {
    folder,
    isModule: manifests[0]?.type === 'module',
    eslintConfig: firstConfig(folders, eslintConfigs),
    oxlintConfig: firstConfig(folders, oxlintConfigs),
    eslint: eslintVersion(folder),
    hasOxlint: manifests.some(
      ({ dependencies, devDependencies }) => 'oxlint' in { ...dependencies, ...devDependencies },
    ),
    typescript: majorOf(folder, manifests),
    ignores: existsSync(join(folder, '.gitignore')),
    manager: managerOf(folders, manifests),
    isPnpmRoot: existsSync(join(folder, 'pnpm-workspace.yaml')),
  };
}
