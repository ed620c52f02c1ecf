import { causeOf } from './causes.js';
import { smallest, Tally } from './find.js';
import { kindOf } from './judge.js';
import { shapeOf } from './shrink.js';

/** What the rules are wrong about in the programs of the tests, by cause. */
export interface Known {
  readonly cause: string;
  /** What the rules do, as in `no-unchecked-response: missed dropped`. */
  readonly kind: string;
  /** The smallest program that differs so. */
  readonly smallest: readonly string[];
  /** The seeds of all that do. */
  readonly seeds: readonly number[];
}

/** Each difference of a program, as a text. */
export const keyOf = (seed: number, kind: string): string => `${seed}: ${kind}`;

/** Finds the causes of what was found: the most frequent first. */
export async function byCause(
  { found }: Tally,
  progress: (done: number) => void = () => undefined,
): Promise<readonly Known[]> {
  const all = new Map<string, { cause: string; kind: string; smallest: string; seeds: number[] }>();
  for (const [done, { seed, differences }] of found.entries()) {
    for (const kind of new Set(differences.map(kindOf))) {
      const text = shapeOf(await smallest(seed, kind));
      const cause = causeOf(kind, text);
      const key = `${cause} ${kind}`;
      const known = all.get(key);
      if (!known) all.set(key, { cause, kind, smallest: text, seeds: [seed] });
      else {
        known.seeds.push(seed);
        if (text.length < known.smallest.length) known.smallest = text;
      }
    }
    progress(done + 1);
  }
  return [...all.values()]
    .sort((a, b) => b.seeds.length - a.seeds.length)
    .map((one) => ({ ...one, smallest: one.smallest.split('\n') }));
}
