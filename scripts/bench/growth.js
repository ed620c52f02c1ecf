// How the cost of a function grows when it has four times as much of one thing: 4 is linear.
//
// Run by itself (`node growth.js`) so that the garbage collector can be kept away: what a lint allocates is then counted
// to the byte, and its time does not depend on when memory was cleared.
import { Linter } from 'eslint';
import { shapes } from './shapes.js';

const rounds = 7;

/** @returns the least CPU time in milliseconds, and the bytes allocated */
function cost(linter, code, config) {
  let time = Infinity;
  let bytes = Infinity;
  for (let round = 0; round < rounds; round++) {
    globalThis.gc();
    const heap = process.memoryUsage().heapUsed;
    const before = process.cpuUsage();
    const messages = linter.verify(`${code}\n// ${round}`, config);
    const { user, system } = process.cpuUsage(before);
    if (messages.some(({ fatal }) => fatal)) throw new Error(`The shape does not parse: ${messages[0].message}`);
    time = Math.min(time, (user + system) / 1000);
    bytes = Math.min(bytes, process.memoryUsage().heapUsed - heap);
  }
  return { time, bytes };
}

/** What the rules add for a shape of a size. */
function added(linter, config, code) {
  const none = cost(linter, code, [{ rules: {} }]);
  const ours = cost(linter, code, config);
  return { time: ours.time - none.time, bytes: ours.bytes - none.bytes };
}

function growth(linter, config, { size, code }) {
  const [small, large] = [size, 4 * size].map((n) => added(linter, config, code(n)));
  return {
    size,
    small: small.time,
    large: large.time,
    time: large.time / small.time,
    memory: large.bytes / small.bytes,
  };
}

const { default: plugin } = await import('eslint-plugin-http-status');
const linter = new Linter();
const config = [plugin.configs.recommended];
// Warmed up on everything first: compiled code is not to be compared with code that is not.
for (const { size, code } of Object.values(shapes)) added(linter, config, code(size));
const results = Object.entries(shapes).map(([name, shape]) => ({ name, ...growth(linter, config, shape) }));
console.log(JSON.stringify(results));
