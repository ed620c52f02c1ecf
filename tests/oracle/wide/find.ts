import { writeProgram } from './generate/program.js';
import { judge, kindOf, type Budget, type Difference, type Judgement, type Skip } from './judge.js';
import { shrink } from './shrink.js';

const budget: Budget = { required: 200, permitted: 1000 };

/** A program about which the rules are wrong. */
interface Found {
  /** What it is made of. */
  readonly seed: number;
  readonly differences: readonly Difference[];
}

/** What came of many programs. */
export class Tally {
  programs = 0;
  /** Programs of which nothing was judged. */
  unjudged = 0;
  readonly judged: Map<string, number> = new Map();
  readonly skips: Map<Skip, number> = new Map();
  readonly found: Found[] = [];

  add(seed: number, { differences, judged, skips }: Judgement): void {
    this.programs++;
    if (skips.includes('no run comes to its end')) this.unjudged++;
    for (const [rule, count] of Object.entries(judged)) this.judged.set(rule, (this.judged.get(rule) ?? 0) + count);
    for (const skip of skips) this.skips.set(skip, (this.skips.get(skip) ?? 0) + 1);
    if (differences.length > 0) this.found.push({ seed, differences });
  }

  /** Requests and conditions that were judged. */
  get sites(): number {
    return [...this.judged.values()].reduce((sum, count) => sum + count, 0);
  }
}

/** Judges the programs of `count` seeds, one after the other. */
export async function judgeMany(from: number, count: number, tally: Tally = new Tally()): Promise<Tally> {
  for (let seed = from; seed < from + count; seed++) tally.add(seed, await judge(writeProgram(seed), budget));
  return tally;
}

/** In what the rules are wrong about a program. */
export const kindsOf = async (text: string): Promise<readonly string[]> =>
  (await judge(text, budget)).differences.map(kindOf);

/** The smallest program with a difference of this kind that can be made of this one. */
export async function smallest(seed: number, kind: string): Promise<string> {
  const text = writeProgram(seed);
  const { isBroken } = await judge(text, budget);
  return shrink(text, async (candidate) => {
    const judgement = await judge(candidate, budget);
    return (isBroken || !judgement.isBroken) && judgement.differences.some((one) => kindOf(one) === kind);
  });
}
