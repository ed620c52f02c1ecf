// What rules add to the CPU time of a lint. Every file is linted with every configuration in turn, over and over, so that
// whatever else the machine does befalls all of them alike.
import { Linter } from 'eslint';
import { lint } from './files.js';

const milliseconds = ({ user, system }) => (user + system) / 1000;

function cpu(run) {
  const before = process.cpuUsage();
  run();
  return milliseconds(process.cpuUsage(before));
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** Rounds until most of the code, ESLint's, the parsers' and the rules', is compiled for good. */
const warmUp = 3;

/** A rule that does nothing: what ESLint itself asks for having a rule at all. */
const idle = { plugins: { idle: { rules: { idle: { create: () => ({}) } } } }, rules: { 'idle/idle': 'error' } };

/**
 * @param {import('./files.js').BenchFile[]} files
 * @param {Record<string, object>} configs by name
 * @param {number} rounds
 * @returns {{ name: string, milliseconds: number, median: number, minimum: number }[]} ratios over lint with no rules
 */
export function compareLint(files, configs, rounds) {
  const linter = new Linter();
  const all = Object.entries({ 'no rules': {}, 'no rules, again': {}, 'a rule that does nothing': idle, ...configs });
  // The first rounds warm up, and are not counted: the compiler is busy with all configurations alike.
  const times = files.map(() => all.map(() => []));
  for (let round = -warmUp; round < rounds; round++) {
    files.forEach((file, f) => {
      for (let i = 0; i < all.length; i++) {
        const which = (i + round + warmUp) % all.length;
        const time = cpu(() => lint(linter, file, all[which][1]));
        if (round >= 0) times[f][which].push(time);
      }
    });
  }
  const total = (choose, which) => sum(times.map((perConfig) => choose(perConfig[which])));
  const minimum = (numbers) => Math.min(...numbers);
  return all.map(([name], which) => ({
    name,
    milliseconds: total(median, which),
    median: total(median, which) / total(median, 0),
    minimum: total(minimum, which) / total(minimum, 0),
  }));
}
