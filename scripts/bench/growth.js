// How the cost of a function grows when it has four times as much of one thing: 4 is linear.
//
// Run by itself, with flags that keep the garbage collector and the optimising compiler away: what a lint allocates is
// then counted to the byte, and its time does not depend on when memory is cleared or code is compiled anew.
import { Linter } from 'eslint';
import { shapes } from './shapes.js';
import { cpuTime } from './cpu.js';

const rounds = 9;

/** One lint: CPU time in milliseconds, and the bytes it allocates. */
function cost(linter, code, config) {
  globalThis.gc();
  const heap = process.memoryUsage().heapUsed;
  const before = cpuTime();
  const messages = linter.verify(code, config);
  const time = cpuTime() - before;
  if (messages.some(({ fatal }) => fatal)) throw new Error(`The shape does not parse: ${messages[0].message}`);
  return { time, bytes: process.memoryUsage().heapUsed - heap };
}

/** What the rules add for a shape of a size: the least of several lints with them over the least of several without. */
function added(linter, config, code) {
  const least = { none: { time: Infinity, bytes: Infinity }, ours: { time: Infinity, bytes: Infinity } };
  for (let round = 0; round < rounds; round++) {
    for (const [name, chosen] of [
      ['none', [{ rules: {} }]],
      ['ours', config],
    ]) {
      const { time, bytes } = cost(linter, `${code}\n// ${round}`, chosen);
      least[name] = { time: Math.min(least[name].time, time), bytes: Math.min(least[name].bytes, bytes) };
    }
  }
  return { time: least.ours.time - least.none.time, bytes: least.ours.bytes - least.none.bytes };
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
// Once without counting: what is loaded on first use is not to be compared with what is not.
for (const { size, code } of Object.values(shapes)) cost(linter, code(size), config);
const results = Object.entries(shapes).map(([name, shape]) => ({ name, ...growth(linter, config, shape) }));
console.log(JSON.stringify(results));
