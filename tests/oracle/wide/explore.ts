import { Choices, Exploration } from '../choices.js';
import type { Instrumented } from './instrument.js';
import { Probes } from './probes.js';
import { Run } from './run.js';

/** What is left of a run when it is over. */
export interface Outcome {
  readonly run: Run;
  /** It came to its end, and not by an exception. */
  readonly isOrdinary: boolean;
  /** How it ended: a return and an exception are two ways. */
  readonly end: 'returned' | 'threw' | 'given up';
  /** It went wrong by itself: nobody writes such a program. */
  readonly isBroken: boolean;
  readonly taken: readonly number[];
}

const deepest = 14;

export type Start = (choices: Choices, isPermissive: boolean) => Promise<Outcome>;

export function compile({ text }: Instrumented, statuses: readonly number[]): Start {
  const call = /class Job /.test(text) ? 'new Job().main()' : /const job = /.test(text) ? 'job.main()' : 'main()';
  const program = new Function('$', '$world', `'use strict';\n${text}\nreturn ${call};`) as (
    ...given: unknown[]
  ) => Promise<unknown>;
  return async (choices, isPermissive) => {
    const run = new Run(choices, statuses, isPermissive);
    let end: Outcome['end'] = 'threw';
    let isBroken = false;
    try {
      const value = await program(new Probes(run), run);
      run.hand(value);
      end = 'returned';
    } catch (error) {
      isBroken = error instanceof TypeError || error instanceof ReferenceError;
    }
    // What nobody waits for comes to its end.
    for (let tick = 0; tick < 5; tick++) await null;
    if (run.isGivenUp || isBroken) end = 'given up';
    return { run, isOrdinary: end === 'returned', end, isBroken, taken: choices.taken };
  };
}

/** Runs in which each question gets each answer. */
export const exploration = (start: Start, isPermissive: boolean, take: (outcome: Outcome) => void): Exploration =>
  new Exploration(async (choices) => take(await start(choices, isPermissive)), deepest);

/** One run with these answers, and the first answer to whatever else is asked. */
export const replay = (start: Start, isPermissive: boolean, answers: readonly number[]): Promise<Outcome> =>
  start(new Choices(answers, deepest), isPermissive);
