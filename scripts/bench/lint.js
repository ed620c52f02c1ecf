// What rules add to the CPU time of a lint. Each configuration has a process of its own; they lint the same files in turns,
// over and over, so that whatever else the machine does befalls all of them alike.
import { fileURLToPath } from 'node:url';
import { timedLinterOf } from './inside.js';
import { lintingProcess } from './process.js';

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

/** How many files a process lints before the next one has its turn: a second or less, in which the machine stays the same. */
const stretch = 60;

const linting = fileURLToPath(new URL('linting.js', import.meta.url));

/** Any order: none shall always be the next after a certain other one. */
const shuffled = (list) =>
  list
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

async function start(name, files, options) {
  const { ask, stop } = lintingProcess(linting, [name, JSON.stringify(options)]);
  await ask({ files });
  return { name, times: [], questions: 0, memory: 0, ask, stop };
}

/** Has one of them lint some files; what it takes in a round that counts is kept. */
async function turn(one, from, counts) {
  const { milliseconds, questions, memory } = await one.ask({ from, to: from + stretch });
  if (!counts) return;
  (one.times[from / stretch] ??= []).push(milliseconds);
  one.questions += questions;
  one.memory = Math.max(one.memory, memory);
}

/**
 * @param {import('./files.js').BenchFile[]} files
 * @param {string[]} names of configurations, those to compare with among them
 * @param {number} rounds
 * @param {{ options?: object, bases?: string[] }} [how] what the linter is told, and the configurations to compare with
 * @returns {Promise<{ name: string, milliseconds: number, over: Record<string, Ratio>, questions: number, memory: number }[]>}
 *   the CPU time of a round, all of it over that of lint with no rules and with a rule that does nothing, how often types
 *   were asked for in a round, and the most memory of processes that were started, in bytes
 */
export async function compareLint(files, names, rounds, { options = {}, bases = ['none', 'idle'] } = {}) {
  const all = await Promise.all(names.map((name) => start(name, files, options)));
  for (let round = -warmUp; round < rounds; round++) {
    for (let from = 0; from < files.length; from += stretch) {
      for (const one of shuffled(all)) await turn(one, from, round >= 0);
    }
  }
  for (const { stop } of all) stop();
  const timesOf = (base) => all.find(({ name }) => name === base).times;
  return all.map(({ name, times, questions, memory }) => ({
    name,
    milliseconds: sum(byRound(times)) / rounds,
    over: Object.fromEntries(bases.map((base) => [base, ratioOf(times, timesOf(base))])),
    questions: questions / rounds,
    memory,
  }));
}

/**
 * The time inside the rules of some configurations, over the rest of the same lints, by the clock and not by CPU time. They
 * take turns, file by file.
 * @param {[name: string, config: object][]} configs
 * @returns {Promise<{ name: string, milliseconds: number, over: Record<'rest', Ratio> }[]>}
 */
export async function shareInside(files, configs, rounds) {
  const all = configs.map(([name, config]) => ({ name, lint: timedLinterOf(config), times: files.map(() => []) }));
  for (let round = -warmUp; round < rounds; round++) {
    for (const [f, file] of files.entries()) {
      for (const { lint, times } of all) {
        const measured = await lint(file);
        if (round >= 0) times[f].push(measured);
      }
    }
  }
  return all.map(({ name, times }) => {
    const each = (part) => times.map((ofFile) => ofFile.map(part));
    const { ratio, error } = ratioOf(
      each(({ inside }) => inside),
      each(({ total, inside }) => total - inside),
    );
    const milliseconds = sum(byRound(each(({ total }) => total))) / rounds;
    return { name, milliseconds, over: { rest: { ratio: 1 + ratio, error } } };
  });
}
