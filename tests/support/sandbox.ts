import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs Node and gives what it printed, without colours, and as if no package manager had started these tests. */
export function node(cwd: string, ...args: string[]): Ran {
  return nodeWith({}, cwd, ...args);
}

export function nodeWith(more: Readonly<Record<string, string>>, cwd: string, ...args: string[]): Ran {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, npm_command: undefined, ...more };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

/** A folder outside of the repository, where none of its packages can be found by accident. */
export function makeFolder(files: Record<string, string> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'http-status-')));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

function run(command: string, cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
  return stdout;
}

/** What `npm publish` would upload; gives the path of the archive. */
export function pack(folder: string): string {
  run('npm', root, 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error('npm pack wrote no archive.');
  return join(folder, archive);
}

/**
 * Puts the packed package into a project's node_modules, and beside it links to those packages of
 * ours that the project has. Linked instead of installed, so that the tests need no network.
 */
export function install(project: string, archive: string, packages: Record<string, string>): void {
  const modules = join(project, 'node_modules');
  const own = join(modules, 'eslint-plugin-http-status');
  mkdirSync(own, { recursive: true });
  run('tar', own, '-xzf', archive, '--strip-components=1');
  for (const [name, source] of Object.entries({ ...dependencies, ...packages })) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', source), join(modules, name), 'dir');
  }
}

/** What npm installs with the package. A test compares this with package.json. */
export const dependencies: Readonly<Record<string, string>> = {
  '@eslint/core': '@eslint/core',
};
