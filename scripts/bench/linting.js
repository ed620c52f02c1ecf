// A process that lints with one configuration, as a command line does, but part by part when it is told to: its heap and
// what the compiler has made of its code are its own, and it still takes turns with the others.
//
//   fork(linting.js, [CONFIG])     takes { files }, then { from, to } over and over; answers { milliseconds } of CPU time
import { configOf } from './configs.js';
import { cpuTime } from './cpu.js';
import { linterOf } from './linter.js';

const lint = linterOf(await configOf(process.argv[2]));
let all = [];

process.on('message', async ({ files = all, from = 0, to = 0 }) => {
  all = files;
  const before = cpuTime();
  for (const file of all.slice(from, to)) await lint(file);
  process.send({ milliseconds: cpuTime() - before });
});
process.on('disconnect', () => process.exit(0));
