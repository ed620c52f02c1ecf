import { Choices, Exploration } from './choices.js';
import type { Program } from './program/write.js';
import { StubResponse } from './stub-response.js';
import { World } from './world.js';

/** What all runs of a program showed together. */
export class Evidence {
  /** The statuses of variables at the statements reached: line, variable and status in one number. */
  readonly seen: Set<number> = new Set();
  readonly reached: Set<number> = new Set();
  /** Sites of which a completed run used a body that nobody inspected. */
  readonly unchecked: Set<number> = new Set();
  /** The same, perhaps in vain: may be reported, and may be not. */
  readonly doubtful: Set<number> = new Set();
  /** Sites that a completed run waited for. */
  readonly awaited: Set<number> = new Set();
  /** Sites that any run waited for, and sites of which a completed run has a response: the two need not be one. */
  readonly waited: Set<number> = new Set();
  readonly ended: Set<number> = new Set();
  /** A run was given up while code went on that nobody waits for: what that would have done is not known. */
  isUnfinished = false;
  /** Sites with which anything was done at all. */
  readonly touched: Set<number> = new Set();
  /** The same, or with one of those that are in a list with it. */
  readonly grazed: Set<number> = new Set();

  visit(line: number, values: readonly unknown[]): void {
    this.reached.add(line);
    values.forEach((value, i) => {
      if (value instanceof StubResponse) this.seen.add((line * 100 + i) * 1000 + value.answered);
    });
  }

  finish(world: World, isOrdinary: boolean): void {
    this.isUnfinished ||= world.isGivenUp && world.isLeftAlone;
    for (const response of world.responses) {
      const { site, used, isDoubtful, isGrazed, inspected, handed, awaited } = response;
      if (used || inspected || handed) this.touched.add(site);
      if (used || inspected || handed || isGrazed) this.grazed.add(site);
      if (awaited) this.waited.add(site);
      if (!isOrdinary) continue;
      this.ended.add(site);
      if ((used || isGrazed) && !inspected && !handed) {
        (isDoubtful || isGrazed ? this.doubtful : this.unchecked).add(site);
      }
      if (awaited) this.awaited.add(site);
    }
  }

  isJustified(site: number): boolean {
    if (this.unchecked.has(site) || this.doubtful.has(site)) return true;
    // What is dropped belongs to the request, not to a path.
    return this.waited.has(site) && this.ended.has(site) && !this.touched.has(site);
  }
}

const names = [
  'fetch',
  'c',
  'options',
  'Promise',
  'act',
  'items',
  'm',
  't',
  'x',
  'n',
  'i',
  'q',
  'g',
  'p',
  'h',
  'a',
  'o',
  's',
  'l',
  'k',
  'u',
  'y',
  'v',
  'e_',
  'pair',
  'd',
  'w',
] as const;
const surroundings = `
  const nothing = () => undefined;
  const [send, store, messages, console, logger, looksGood] = [act, {}, {}, { log: nothing }, { info: nothing }, c];`;

export type Start = (...surroundings: unknown[]) => () => Promise<unknown>;

export const compile = (program: Program): Start =>
  new Function(...names, `'use strict';${surroundings}\n${program.instrumented}\nreturn ${program.start};`) as Start;

export function exploration(program: Program, start: Start, evidence: Evidence, steady?: number): Exploration {
  return new Exploration(async (choices: Choices) => {
    const world = new World(
      choices,
      program.statuses,
      program.catches,
      (line, values) => evidence.visit(line, values),
      steady,
    );
    let isOrdinary = false;
    try {
      const value = await start(...names.map((name) => world[name]))();
      world.h(value);
      isOrdinary = !world.isGivenUp;
    } catch {
      // A run that ends so proves nothing of what it left undone.
    }
    await world.rest();
    isOrdinary &&= !world.isGivenUp;
    evidence.finish(world, isOrdinary);
  });
}
