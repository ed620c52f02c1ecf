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

const minimum = (numbers) => Math.min(...numbers);
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** The least times of all files, from lists by file and round. */
const least = (times) => sum(times.map(minimum));

/** The times of all files in each round, from lists by file and round. */
const byRound = (times) => times[0].map((_, round) => sum(times.map((ofFile) => ofFile[round])));

/** How much more one list of times is than another, and the standard error of that by what it varies from round to round. */
function ratioOf(times, others) {
  const [own, base] = [byRound(times), byRound(others)];
  const all = sum(base);
  const ratio = sum(own) / all;
  const squares = sum(own.map((time, round) => (time - ratio * base[round]) ** 2));
  return { ratio, error: Math.sqrt((squares * own.length) / (own.length - 1)) / all };
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
 * @returns {Promise<{ name: string, milliseconds: number, ratio: number, error: number, minimum: number }[]>} the CPU
 *   time of a round, all of it over that of lint with no rules, the standard error of that, and the same ratio for the
 *   least time of each file
 */
export async function compareLint(files, configs, rounds) {
  const named = Object.entries({ 'no rules': {}, 'no rules, again': {}, 'a rule that does nothing': idle, ...configs });
  const all = named.map(([name, config]) => {
    const lint = linterOf(config);
    return { name, times: files.map(() => []), measure: (file) => cpu(() => lint(file)) };
  });
  await inTurns(files, all, rounds);
  return all.map((one) => ({
    name: one.name,
    milliseconds: sum(byRound(one.times)) / rounds,
    ...ratioOf(one.times, all[0].times),
    minimum: least(one.times) / least(all[0].times),
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
  const { ratio, error } = ratioOf(own, rest);
  const milliseconds = sum(byRound(all)) / rounds;
  return { name, milliseconds, ratio: 1 + ratio, error, minimum: 1 + least(own) / least(rest) };
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
