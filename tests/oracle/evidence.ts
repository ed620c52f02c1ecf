import { Exploration, type Choices } from './choices.js';
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
  /** Sites with which anything was done at all. */
  readonly touched: Set<number> = new Set();

  visit(line: number, values: readonly unknown[]): void {
    this.reached.add(line);
    values.forEach((value, i) => {
      if (value instanceof StubResponse) this.seen.add((line * 100 + i) * 1000 + value.answered);
    });
  }

  finish(world: World, isOrdinary: boolean): void {
    for (const { site, used, isDoubtful, inspected, handed, awaited } of world.responses) {
      if (used || inspected || handed) this.touched.add(site);
      if (!isOrdinary) continue;
      if (used && !inspected && !handed) (isDoubtful ? this.doubtful : this.unchecked).add(site);
      if (awaited) this.awaited.add(site);
    }
  }

  isJustified(site: number): boolean {
    return this.unchecked.has(site) || this.doubtful.has(site) || (this.awaited.has(site) && !this.touched.has(site));
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
  'd',
] as const;
const surroundings = `
  const nothing = () => undefined;
  const [send, store, messages, console, logger, looksGood] = [nothing, {}, {}, { log: nothing }, { info: nothing }, c];`;

export type Start = (...surroundings: unknown[]) => () => Promise<unknown>;

export const compile = (program: Program): Start =>
  new Function(...names, `'use strict';${surroundings}\n${program.instrumented}\nreturn main;`) as Start;

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
