// What rules add to the CPU time of a lint. All configurations lint the same files in turns, over and over, so that
// whatever else the machine does befalls all of them alike.
import { timedLinterOf } from './inside.js';
import { idle, linterOf } from './linter.js';

const milliseconds = ({ user, system }) => (user + system) / 1000;

async function cpu(run) {
  const before = process.cpuUsage();
  await run();
  return milliseconds(process.cpuUsage(before));
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** The times of each round, from lists by piece (a file, or some in a row) and round. */
const byRound = (times) => times[0].map((_, round) => sum(times.map((ofPiece) => ofPiece[round])));

/** @typedef {{ ratio: number, error: number }} Ratio */

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

/**
 * How many files a configuration lints before the next one has its turn. With every file in turn a lint would pay for what
 * the one before it left alive: a rule's context alone keeps a syntax tree for some time, to be copied by the collector.
 */
const stretch = 60;

const stretchesOf = (files) =>
  Array.from({ length: Math.ceil(files.length / stretch) }, (_, i) => files.slice(i * stretch, (i + 1) * stretch));

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
 * @returns {Promise<{ name: string, milliseconds: number, over: Record<'none' | 'idle', Ratio> }[]>} the CPU time of a
 *   round, and all of it over that of lint with no rules and with a rule that does nothing
 */
export async function compareLint(files, configs, rounds) {
  const named = Object.entries({ 'no rules': {}, 'no rules, again': {}, 'a rule that does nothing': idle, ...configs });
  const stretches = stretchesOf(files);
  const all = named.map(([name, config]) => {
    const lint = linterOf(config);
    const lintAll = async (some) => {
      for (const file of some) await lint(file);
    };
    return { name, times: stretches.map(() => []), measure: (some) => cpu(() => lintAll(some)) };
  });
  await inTurns(stretches, all, rounds);
  const [none, , nothing] = all;
  return all.map(({ name, times }) => ({
    name,
    milliseconds: sum(byRound(times)) / rounds,
    over: { none: ratioOf(times, none.times), idle: ratioOf(times, nothing.times) },
  }));
}

/**
 * The same for the time inside the rules of one configuration, over the rest of the same lints.
 * @returns {Promise<{ name: string, milliseconds: number, over: Record<'rest', Ratio> }>}
 */
export async function shareInside(files, name, config, rounds) {
  const timed = { times: files.map(() => []), measure: timedLinterOf(config) };
  await inTurns(files, [timed], rounds);
  const each = (part) => timed.times.map((ofFile) => ofFile.map(part));
  const own = each(({ inside }) => inside);
  const { ratio, error } = ratioOf(
    own,
    each((it) => it.total - it.inside),
  );
  const milliseconds = sum(byRound(each(({ total }) => total))) / rounds;
  return { name, milliseconds, over: { rest: { ratio: 1 + ratio, error } } };
}

/** The first rounds warm up, and are not counted: the compiler is busy with all configurations alike. */
async function inTurns(pieces, all, rounds) {
  for (let round = -warmUp; round < rounds; round++) {
    for (const [p, piece] of pieces.entries()) {
      for (const { measure, times } of shuffled(all)) {
        const result = await measure(piece);
        if (round >= 0) times[p].push(result);
      }
    }
  }
}
