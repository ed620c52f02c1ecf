// A project that uses the type library as its users do: from the packed tarball, never from the source tree.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { packTypes } from '../../scripts/pack-types.js';
import { type Compiler, root } from './compilers.js';

const run = promisify(execFile);

export type Files = Readonly<Record<string, string>>;
export type PackageName = 'eslint-plugin-http-status' | 'typed-http-status';
export type Options = Readonly<Record<string, unknown>>;

const defaults: Options = {
  noEmit: true,
  strict: true,
  target: 'es2022',
  lib: ['es2022', 'dom'],
  types: [],
  module: 'nodenext',
  skipLibCheck: true,
  noErrorTruncation: true,
};

export interface Consumer {
  readonly dir: string;
  /** Compiles the files as one project and gives what the compiler prints: an empty text where all is well. */
  compile(compiler: Compiler, files: Files, options?: Options): Promise<string>;
  remove(): Promise<void>;
}

/**
 * @param dependencies packages of this repository's node_modules that the project has, too
 * @param name which of the two packages with the types it has
 */
export async function createConsumer(
  dependencies: readonly string[] = [],
  name: PackageName = 'eslint-plugin-http-status',
): Promise<Consumer> {
  const dir = await mkdtemp(join(tmpdir(), 'http-status-types-'));
  const archive = name === 'typed-http-status' ? packTypes(dir) : await packPlugin(dir);
  await unpack(archive, join(dir, 'node_modules', name));
  for (const dependency of dependencies) {
    const link = join(dir, 'node_modules', dependency);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(root, 'node_modules', dependency), link);
  }
  let projects = 0;
  return {
    dir,
    remove: () => rm(dir, { recursive: true, force: true }),
    async compile(compiler, files, options = {}) {
      const project = join(dir, `project-${++projects}`);
      await writeAll(project, {
        'package.json': JSON.stringify({ type: 'module' }),
        ...files,
        'tsconfig.json': JSON.stringify({ compilerOptions: { ...defaults, ...options }, include: ['**/*'] }),
      });
      return compiler.compile(project);
    },
  };
}

async function packPlugin(dir: string): Promise<string> {
  if (!existsSync(join(root, 'dist/types/index.d.ts'))) {
    throw new Error('dist/types is missing: run `npm run build` before the tests.');
  }
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', dir], { cwd: root });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  return join(dir, filename);
}

async function unpack(archive: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  await run('tar', ['-xzf', archive, '-C', target, '--strip-components=1']);
}

async function writeAll(project: string, files: Files): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(project, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}
