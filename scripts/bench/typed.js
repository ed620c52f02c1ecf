// What types add to a lint, with either of those that have them: typescript-eslint's parser, and TypeScript's own process.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareLint } from './lint.js';
import { lintingProcess } from './process.js';

const linting = fileURLToPath(new URL('linting.js', import.meta.url));
const bin = (name) => fileURLToPath(new URL(`../../node_modules/${name}/bin/tsc`, import.meta.url));

/** The version of TypeScript that a project has. */
function versionIn(folder) {
  try {
    return createRequire(join(folder, 'package.json'))('typescript/package.json').version;
  } catch {
    return undefined;
  }
}

const hosts = {
  services: {
    options: (folder) => ({ folder, parserOptions: { projectService: true, tsconfigRootDir: folder } }),
    names: ['untyped', 'untypedAgain', 'typed', 'floating'],
    compiler: 'typescript',
  },
  process: {
    options: (folder) => ({ folder }),
    names: ['untyped', 'untypedAgain', 'typed'],
    compiler: 'typescript7',
  },
};

async function threeTimes(run) {
  const times = [];
  for (let i = 0; i < 3; i++) times.push(await run());
  return times;
}

/** How long the first file takes in a process of its own, by the clock. */
async function firstFile(name, files, options) {
  const { ask, stop } = lintingProcess(linting, [name, JSON.stringify(options)]);
  await ask({ files });
  const { elapsed } = await ask({ from: 0, to: 1 });
  stop();
  return elapsed;
}

/** How long the compiler takes to check the same project, by the clock. */
function checking(compiler, folder) {
  const started = performance.now();
  spawnSync(process.execPath, [bin(compiler), '--noEmit', '-p', folder]);
  return performance.now() - started;
}

const asks = ({ code }) => /fetch\(|\.status\b/.test(code);

/**
 * What types cost beside the same rules without: in a warm process, for the first file of a run, and for the compiler alone.
 * @param {{ folder: string, files: import('./files.js').BenchFile[] }} project
 * @param {number} rounds
 */
export async function compareTyped({ folder, files }, rounds) {
  // Nothing is opened before somebody asks.
  const sorted = [...files.filter(asks), ...files.filter((file) => !asks(file))];
  const result = {};
  for (const [host, { options, names, compiler }] of Object.entries(hosts)) {
    // An application that has another TypeScript than 7.0 has no such process.
    if (host === 'process' && !versionIn(folder)?.startsWith('7.0.')) continue;
    const rows = await compareLint(files, names, rounds, { options: options(folder), bases: ['untyped'] });
    const openings = await threeTimes(async () => {
      return (await firstFile('typed', sorted, options(folder))) - (await firstFile('untyped', sorted, { folder }));
    });
    const checks = await threeTimes(async () => checking(compiler, folder));
    result[host] = { rows, opening: Math.min(...openings), checking: Math.min(...checks) };
  }
  return result;
}
