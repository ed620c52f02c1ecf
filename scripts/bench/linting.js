// A process that lints with one configuration, as a command line does, but part by part when it is told to: its heap and
// what the compiler has made of its code are its own, and it still takes turns with the others.
//
//   fork(linting.js, [CONFIG, OPTIONS])   takes { files }, then { from, to } over and over; answers { milliseconds } of CPU
//   time, { elapsed } by the clock, the { questions } to types, the most { memory } of the processes that it has started, and
//   the { heap } in bytes where the collector can be asked (--expose-gc)
import { questionsAbout } from 'eslint-plugin-http-status';
import { childrenPeak, childrenTime, cpuTime } from './cpu.js';
import { configOf } from './configs.js';
import { linterOf } from './linter.js';

const [, , name, options = '{}'] = process.argv;
let questions = 0;
/** Counts what the rules ask. They have given the types up by the end of the file, so these are taken at its start. */
const count = (context) => {
  const asked = questionsAbout(context);
  return { 'Program:exit': () => void (questions += asked()) };
};
const counting = { plugins: { own: { rules: { count: { create: count } } } }, rules: { 'own/count': 'error' } };

const config = await configOf(name);
const lint = linterOf(name === 'typed' ? [config, counting] : config, JSON.parse(options));
let all = [];

process.on('message', async ({ files = all, from = 0, to = 0 }) => {
  all = files;
  questions = 0;
  const started = performance.now();
  const before = cpuTime() + childrenTime();
  for (const file of all.slice(from, to)) await lint(file);
  const milliseconds = cpuTime() + childrenTime() - before;
  const elapsed = performance.now() - started;
  globalThis.gc?.();
  const { heapUsed: heap } = process.memoryUsage();
  process.send({ milliseconds, elapsed, questions, memory: childrenPeak(), heap });
});
process.on('disconnect', () => process.exit(0));
