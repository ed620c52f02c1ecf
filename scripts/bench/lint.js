// What rules add to the CPU time of a lint. Every file is linted with every configuration in turn, over and over, so that
// whatever else the machine does befalls all of them alike.
import { timedLinterOf } from './inside.js';
import { idle, linterOf } from './linter.js';

const milliseconds = ({ user, system }) => (user + system) / 1000;

async function cpu(run) {
  const before = process.cpuUsage();
  await run();
  return milliseconds(process.cpuUsage(before));
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const minimum = (numbers) => Math.min(...numbers);
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** The standard error of the mean of many numbers. */
function errorOf(numbers) {
  const mean = sum(numbers) / numbers.length;
  const variance = sum(numbers.map((number) => (number - mean) ** 2)) / (numbers.length - 1);
  return Math.sqrt(variance / numbers.length);
}

/** How two lists of times, by file and round, compare in each round. */
function ratiosByRound(times, others) {
  const total = (list, round) => sum(list.map((ofFile) => ofFile[round]));
  return times[0].map((_, round) => total(times, round) / total(others, round));
}

/** Rounds until most of the code, ESLint's, the parsers' and the rules', is compiled for good. */
const warmUp = 3;

/** Any order: a lint leaves caches full of its own, and none shall always be the next. */
const shuffled = (list) =>
  list
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

/**
 * @param {import('./files.js').BenchFile[]} files
 * @param {Record<string, object>} configs by name
 * @param {number} rounds
 * @returns {Promise<{ name: string, milliseconds: number, median: number, minimum: number, error: number }[]>} ratios
 *   over lint with no rules, and the standard error of those of the rounds
 */
export async function compareLint(files, configs, rounds) {
  const named = Object.entries({ 'no rules': {}, 'no rules, again': {}, 'a rule that does nothing': idle, ...configs });
  const all = named.map(([name, config]) => {
    const lint = linterOf(config);
    return { name, times: files.map(() => []), measure: (file) => cpu(() => lint(file)) };
  });
  await inTurns(files, all, rounds);
  const total = (choose, { times }) => sum(times.map(choose));
  return all.map((one) => ({
    name: one.name,
    milliseconds: total(median, one),
    median: total(median, one) / total(median, all[0]),
    minimum: total(minimum, one) / total(minimum, all[0]),
    error: errorOf(ratiosByRound(one.times, all[0].times)),
  }));
}

/** The same for the time inside the rules of one configuration, over the rest of the same lints. */
export async function shareInside(files, name, config, rounds) {
  const timed = { times: files.map(() => []), measure: timedLinterOf(config) };
  await inTurns(files, [timed], rounds);
  const each = (part) => timed.times.map((ofFile) => ofFile.map(part));
  const [all, own, rest] = [
    each(({ total }) => total),
    each(({ inside }) => inside),
    each((it) => it.total - it.inside),
  ];
  const ratio = (choose) => 1 + sum(own.map(choose)) / sum(rest.map(choose));
  const error = errorOf(ratiosByRound(own, rest));
  return { name, milliseconds: sum(all.map(median)), median: ratio(median), minimum: ratio(minimum), error };
}

/** The first rounds warm up, and are not counted: the compiler is busy with all configurations alike. */
async function inTurns(files, all, rounds) {
  for (let round = -warmUp; round < rounds; round++) {
    for (const [f, file] of files.entries()) {
      for (const { measure, times } of shuffled(all)) {
        const result = await measure(file);
        if (round >= 0) times[f].push(result);
      }
    }
  }
}
