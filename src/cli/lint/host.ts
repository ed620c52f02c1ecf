import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { broughtFolders, MissingESLint } from '../bring.js';
import { runWith } from '../runner.js';
import { resolveFrom } from './resolve.js';

/** ESLint, as much of it as is asked for here. */
export type ESLintModule = Pick<typeof import('eslint'), 'ESLint' | 'Linter'>;

/** What the peer dependency says. */
const fits = (version: string): boolean => /^(?:9|10)\./.test(version);

/** The version of ESLint that a folder's project has. */
export function eslintVersion(folder: string): string | undefined {
  const place = join(folder, 'package.json');
  const path = resolveFrom(place, 'eslint/package.json');
  return path === undefined ? undefined : (createRequire(place)(path) as { version: string }).version;
}

const own = 'eslint-plugin-http-status';

async function loadFrom(folder: string): Promise<ESLintModule | undefined> {
  const version = eslintVersion(folder);
  const path = version !== undefined && fits(version) ? resolveFrom(join(folder, 'package.json'), 'eslint') : undefined;
  if (path === undefined) return undefined;
  const found = (await import(pathToFileURL(path).href)) as Partial<ESLintModule>;
  return found.ESLint && found.Linter ? (found as ESLintModule) : undefined;
}

async function beside(): Promise<ESLintModule> {
  try {
    return await import('eslint');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new MissingESLint(
      `ESLint is not installed; "${runWith('eslint')}" brings it along and changes nothing here.`,
    );
  }
}

/** The project's own ESLint, which its parsers fit; where it has none that fits, the one beside this package. */
export async function loadESLint(folder: string): Promise<ESLintModule> {
  for (const place of [folder, ...broughtFolders()]) {
    const eslint = await loadFrom(place);
    if (eslint) return eslint;
  }
  const found = await beside();
  if (fits(found.ESLint.version)) return found;
  throw new MissingESLint(
    `${own} needs ESLint 9 or 10 and finds ${found.ESLint.version}; "${runWith('eslint')}" brings one along and changes nothing here.`,
  );
}
