// Hands packages to a few processes until none is left.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Two leave the machine usable, and one process's memory is its own. */
const processes = 2;
const script = fileURLToPath(new URL('worker.js', import.meta.url));

async function runWorker(pluginUrl, queue, take) {
  // Some files in packages are larger than what Node reserves by itself.
  const worker = fork(script, [pluginUrl], { execArgv: ['--max-old-space-size=4096'] });
  worker.on('message', ({ repo, results, megabytes }) => {
    if (repo) take(repo, results, megabytes);
    const next = queue.shift();
    if (next) worker.send(next);
    else worker.disconnect();
  });
  const [code, signal] = await once(worker, 'exit');
  if (code !== 0) throw new Error(`A process that lints ended with ${signal ?? code}.`);
}

/** Calls `take(package, results, peak memory in MB)` for each package. */
export async function lintPackages(pluginUrl, repos, take) {
  const queue = [...repos];
  await Promise.all(Array.from({ length: processes }, () => runWorker(pluginUrl, queue, take)));
}
