// What `import 'eslint-plugin-http-status'` costs after `import 'eslint'`, and what it loads.
//
//   node import.js timed     the time of both, as JSON
//   node import.js loaded    what the plugin loads by itself, without ESLint; watching takes time of its own
import { createRequire, register } from 'node:module';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { cpuTime } from './cpu.js';

const watches = process.argv[2] === 'loaded';
const { port1, port2 } = new MessageChannel();
if (watches) register('./import-hooks.js', import.meta.url, { data: { port: port2 }, transferList: [port2] });
port1.unref();

/** Every module that was loaded since the last question: ES modules by the hooks, CommonJS by its cache. */
const seen = new Set();
function loadedSince() {
  const loaded = [];
  for (let message = receiveMessageOnPort(port1); message; message = receiveMessageOnPort(port1))
    loaded.push(message.message);
  loaded.push(...Object.keys(createRequire(import.meta.url).cache));
  const fresh = [...new Set(loaded.map((url) => url.replace('file://', '').replaceAll('\\', '/')))].filter(
    (path) => !seen.has(path),
  );
  for (const path of fresh) seen.add(path);
  return fresh.filter((path) => !path.startsWith('node:') && !path.includes('/scripts/bench/'));
}

const packageOf = (path) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? 'eslint-plugin-http-status';

async function cost(specifier) {
  const started = performance.now();
  const before = cpuTime();
  await import(specifier);
  return { milliseconds: performance.now() - started, cpu: cpuTime() - before };
}

if (watches) {
  loadedSince();
  await import('eslint-plugin-http-status');
  const loaded = loadedSince();
  console.log(JSON.stringify({ modules: loaded.length, packages: [...new Set(loaded.map(packageOf))] }));
} else {
  console.log(JSON.stringify({ eslint: await cost('eslint'), plugin: await cost('eslint-plugin-http-status') }));
}
process.exit(); // the hooks' thread would wait
