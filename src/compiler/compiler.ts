// TypeScript's own API over its compiler's process. It is marked unstable: all that is known of it stands in this folder.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Compiler } from '../typed/index.js';
import { configFor } from './config.js';
import { Process } from './process.js';

/** The versions whose API this is. */
const fits = /^7\.0\./;
/** Those that have one at all. */
const hasApi = /^(?:[7-9]|\d\d)\./;

/** For as long as this process lives, by the compiler's place and where the run began; a text says why there is none. */
const processes = new Map<string, Process | string>();

/** The same by the folder of the file that asks. */
const inFolder = new Map<string, Process | string | undefined>();

function processFor(path: string, cwd: string): Process | string | undefined {
  const folder = `${dirname(path)} ${cwd}`;
  if (!inFolder.has(folder)) inFolder.set(folder, findProcess(path, cwd));
  return inFolder.get(folder);
}

function findProcess(path: string, cwd: string): Process | string | undefined {
  const require = createRequire(path);
  const place = resolved(require, 'typescript/package.json');
  if (place === undefined) return undefined;
  const key = `${place} ${cwd}`;
  let known = processes.get(key);
  if (known === undefined) {
    const { version } = require(place) as { version: string };
    if (!hasApi.test(version)) return undefined;
    if (configFor(dirname(path)) === undefined) return 'no `tsconfig.json` stands beside this file or above it';
    processes.set(key, (known = begin(require, version, cwd)));
  }
  return known;
}

function begin(require: NodeJS.Require, version: string, cwd: string): Process | string {
  const stranger = `TypeScript ${version} has another API than 7.0, which this version of the plugin knows`;
  if (!fits.test(version)) return stranger;
  try {
    const module = require('typescript/unstable/sync') as typeof import('typescript7/unstable/sync');
    return new Process(module, version, cwd);
  } catch {
    return `the compiler of TypeScript ${version} cannot be started`;
  }
}

function resolved(require: NodeJS.Require, specifier: string): string | undefined {
  try {
    return require.resolve(specifier);
  } catch {
    return undefined;
  }
}

export const compiler: Compiler = {
  checkerOf(path, text, cwd) {
    const found = processFor(path, cwd);
    return typeof found === 'object' ? found.checkerOf(path, text) : found;
  },
};
