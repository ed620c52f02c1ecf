// A process that lints with one configuration, as a command line does, but part by part when it is told to: its heap and
// what the compiler has made of its code are its own, and it still takes turns with the others.
//
//   fork(linting.js, [CONFIG])     takes { files }, then { from, to } over and over; answers { milliseconds } of CPU time
import { configOf } from './configs.js';
import { linterOf } from './linter.js';

const lint = linterOf(await configOf(process.argv[2]));
let files = [];

process.on('message', async (message) => {
  if (message.files) files = message.files;
  const before = process.cpuUsage();
  for (const file of files.slice(message.from ?? 0, message.to ?? 0)) await lint(file);
  const { user, system } = process.cpuUsage(before);
  process.send({ milliseconds: (user + system) / 1000 });
});
process.on('disconnect', () => process.exit(0));
