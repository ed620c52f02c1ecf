// Fetches packages from the npm registry into a cache outside the repository and unpacks them there.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How many packages are fetched at the same time. */
const parallel = 4;

export class FetchError extends Error {}

export function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'eslint-plugin-http-status', 'corpus');
}

/** Where a package lies once it is unpacked; a scope's slash would be a folder of its own. */
export const folderOf = (name) => join(cacheFolder(), name.replace('/', '+'));

// Within `npm run`, npm says where it lies; that also works where `npm` is a script of the shell's.
const npm = (args, options) =>
  process.env.npm_execpath
    ? run(process.execPath, [process.env.npm_execpath, ...args], options)
    : run('npm', args, options);

/** npm wraps its reason in codes and the place of a log. */
function reasonOf({ stderr, message }) {
  const lines = (stderr || message).split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, ''));
  return lines.find((line) => line !== '' && !/^(npm warn|code |errno|syscall|A complete log)/i.test(line)) ?? message;
}

async function fetchPackage(name) {
  const work = await mkdtemp(join(cacheFolder(), '.fetch-'));
  try {
    await npm(['pack', name, '--ignore-scripts', '--loglevel=error'], { cwd: work });
    const [archive] = await readdir(work);
    const unpacked = join(work, 'unpacked');
    await mkdir(unpacked);
    await run('tar', ['-xzf', join(work, archive), '-C', unpacked, '--strip-components=1']);
    // A folder with the package's name is complete: it appears in one step.
    await rename(unpacked, folderOf(name));
  } catch (error) {
    throw new FetchError(`Could not fetch ${name} from the npm registry: ${reasonOf(error)}`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Fetches what the cache lacks, and tells `progress` after each package. */
export async function fetchPackages(names, progress) {
  await mkdir(cacheFolder(), { recursive: true });
  const missing = names.filter((name) => !existsSync(folderOf(name)));
  let done = 0;
  const queue = missing.slice();
  const worker = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      await fetchPackage(name);
      progress(++done, missing.length, name);
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
}
