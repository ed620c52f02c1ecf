// A process that lints with one configuration, as a command line does, but part by part when it is told to: its heap and
// what the compiler has made of its code are its own, and it still takes turns with the others.
//
//   fork(linting.js, [CONFIG, FOLDER])   takes { files }, then { from, to } over and over; answers { milliseconds } of CPU
//                                        time, and { heap } in bytes where the collector can be asked (--expose-gc)
//
// FOLDER: where the files are, if they are to be found there: without it, their names alone are given.
import { configOf } from './configs.js';
import { cpuTime } from './cpu.js';
import { linterOf } from './linter.js';

const [, , name, folder] = process.argv;
const lint = linterOf(await configOf(name), { folder });
let all = [];

process.on('message', async ({ files = all, from = 0, to = 0 }) => {
  all = files;
  const before = cpuTime();
  for (const file of all.slice(from, to)) await lint(file);
  const milliseconds = cpuTime() - before;
  globalThis.gc?.();
  process.send({ milliseconds, heap: process.memoryUsage().heapUsed });
});
process.on('disconnect', () => process.exit(0));
