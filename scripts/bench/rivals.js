// The rules that the bench compares with. They are no dependencies of this repository: npm puts them into the cache.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../corpus/packages.js';

const run = promisify(execFile);
const packages = { 'oxlint-plugin-react-doctor': '0.9.23', 'eslint-plugin-promise': '7.3.0' };
const folder = join(dirname(cacheFolder()), 'bench', Object.entries(packages).flat().join('-'));

async function install() {
  if (existsSync(folder)) return;
  await mkdir(dirname(folder), { recursive: true });
  const work = await mkdtemp(join(dirname(folder), '.install-'));
  try {
    await writeFile(join(work, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
    const args = ['install', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'];
    await run('npm', args, { cwd: work });
    await rename(work, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** CommonJS or not: `require()` takes both on every Node that this package allows. */
function load(name) {
  const loaded = createRequire(join(folder, 'package.json'))(name);
  return loaded.default ?? loaded;
}

const only = (plugin, rule) => ({ plugins: { other: plugin }, rules: { [`other/${rule}`]: 'error' } });

/** Configurations by name; empty where npm cannot fetch them. Both run inside ESLint, as ours do. */
export async function loadRivals() {
  try {
    await install();
    const [doctor, promise] = Object.keys(packages).map(load);
    return {
      doctor: only(doctor, 'no-fetch-response-used-without-status-check'),
      promise: only(promise, 'catch-or-return'),
    };
  } catch (error) {
    console.error(`Without other plugins, which could not be fetched: ${error.message.split('\n')[0]}`);
    return {};
  }
}
