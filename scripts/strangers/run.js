// Hands packages to a few processes until none is left.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Two leave the machine usable, and one process's memory is its own. */
const processes = 2;
const script = fileURLToPath(new URL('worker.js', import.meta.url));

/** A file that takes so long on any machine is never linted to the end. The slowest of all takes two seconds. */
const patience = 120_000;

/** A process that lints one package after the other; it is ended where a file keeps it busy for ever. */
async function runWorker(pluginUrl, queue, take) {
  // Some files in packages are larger than what Node reserves by itself.
  const worker = fork(script, [pluginUrl], { execArgv: ['--max-old-space-size=4096'] });
  let stuck;
  let timer;
  const start = (repo, file) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      stuck = { repo, file };
      worker.kill('SIGKILL');
    }, patience);
  };
  worker.on('message', ({ repo, file, results, megabytes }) => {
    clearTimeout(timer);
    if (file) return start(repo, file);
    if (repo) take(repo, results, megabytes);
    const next = queue.shift();
    if (next) worker.send(next);
    else worker.disconnect();
  });
  const [code, signal] = await once(worker, 'exit');
  clearTimeout(timer);
  if (stuck) return take(stuck.repo, [neverEnding(stuck.file)], 0);
  if (code !== 0) throw new Error(`A process that lints ended with ${signal ?? code}.`);
}

const neverEnding = (file) => {
  const crash = `The lint did not come to an end within ${patience / 1000} seconds. The rest of the package is left out.`;
  return { file, bytes: 0, reports: [], refusal: null, crash, parse: 0, rules: 0 };
};

/** Calls `take(package, results, peak memory in MB)` for each package. */
export async function lintPackages(pluginUrl, repos, take) {
  const queue = [...repos];
  const runAll = async () => {
    do await runWorker(pluginUrl, queue, take);
    while (queue.length > 0);
  };
  await Promise.all(Array.from({ length: processes }, runAll));
}
