import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { judgeMany } from './wide/find.js';
import { kindOf } from './wide/judge.js';
import { keyOf, type Known } from './wide/known.js';

/** Written by `node scripts/oracle.js --write-known`. */
const file = new URL('../fixtures/known-differences.json', import.meta.url);

export const known = JSON.parse(readFileSync(file, 'utf8')) as readonly Known[];

/** A part of the 20,000 whose differences are known; `scripts/oracle.js` tries all of them, and others. */
export const wideCount = Number(process.env['ORACLE_PROGRAMS'] ?? 4_000);

/** Judges the programs of some seeds: they differ where it is known, and nowhere else. */
export async function expectKnown(from: number, count: number): Promise<void> {
  const tally = await judgeMany(from, count);
  const found = tally.found.flatMap(({ seed, differences }) => differences.map((one) => keyOf(seed, kindOf(one))));
  const isTried = (seed: number) => seed >= from && seed < from + count;
  const expected = known.flatMap(({ kind, seeds }) => seeds.filter(isTried).map((seed) => keyOf(seed, kind)));
  // What is not here any more was mended: `node scripts/oracle.js --write-known` takes it from the list.
  expect([...new Set(found)].sort()).toEqual([...new Set(expected)].sort());
  // A generator whose programs all fail would prove nothing.
  expect(tally.unjudged / tally.programs).toBeLessThan(0.08);
  expect((tally.skips.get('too many runs') ?? 0) / tally.programs).toBeLessThan(0.12);
}
