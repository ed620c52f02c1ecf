// One lint in a process of its own, as a command line or an editor starts it: nothing is warm, and everything counts.
//
//   node --expose-gc once.js CONFIG FILES      prints CPU time and memory as JSON
//
// CONFIG: none | idle | ours | inside (ours, the time inside its rules) | floating (type-aware no-floating-promises).
// FILES: mix | fetch | typescript.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../corpus/packages.js';
import { configOf } from './configs.js';
import { cpuTime } from './cpu.js';
import { benchFiles, isTypeScript } from './files.js';
import { timedLinterOf } from './inside.js';
import { linterOf } from './linter.js';

const [, , name, which] = process.argv;
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Type information for the files, from a project that lists them. */
function typed(files) {
  const project = join(dirname(cacheFolder()), 'tsconfig.bench.json');
  const compilerOptions = { target: 'esnext', module: 'nodenext', jsx: 'preserve', strict: true, skipLibCheck: true };
  writeFileSync(project, JSON.stringify({ compilerOptions, files: files.map(({ path }) => path) }));
  return { project, tsconfigRootDir: dirname(project) };
}

const untimed = (lint) => async (file) => ({ messages: await lint(file) });

const { mix, fetch } = await benchFiles(root);
const files = { mix, fetch, typescript: [...mix, ...fetch].filter(isTypeScript) }[which];
// What reading the files left behind goes first.
await setImmediate();
globalThis.gc();
const heap = process.memoryUsage().heapUsed;
const before = cpuTime();
const config = await configOf(name);
const parserOptions = name === 'floating' ? typed(files) : {};
const options = { folder: cacheFolder(), parserOptions };
const lint = name === 'inside' ? timedLinterOf(config, options) : untimed(linterOf(config, options));
let reports = 0;
const clock = { inside: 0, total: 0 };
for (const file of files) {
  const { messages, inside = 0, total = 0 } = await lint(file);
  clock.inside += inside;
  clock.total += total;
  const refusal = messages.find((message) => message.ruleId === null);
  if (refusal) throw new Error(`${file.path}: ${refusal.message}`);
  reports += messages.length;
}
const milliseconds = cpuTime() - before;
globalThis.gc();
console.log(
  JSON.stringify({
    milliseconds,
    heap: process.memoryUsage().heapUsed - heap,
    peak: process.resourceUsage().maxRSS * 1024,
    share: name === 'inside' ? 1 + clock.inside / (clock.total - clock.inside) : undefined,
    reports,
    files: files.length,
  }),
);
