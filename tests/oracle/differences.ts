import fc from 'fast-check';
import { check } from './check.js';
import { programs } from './program/model.js';
import type { Tree } from './program/tree.js';
import { writeProgram } from './program/write.js';

const budget = { runs: 150, search: 5000 };

/** What the analysis gets wrong about a program, and its text; empty where it is right. */
export async function differencesOf(tree: Tree): Promise<string> {
  const program = writeProgram(tree);
  const differences = await check(program, budget);
  if (differences.length === 0) return '';
  return [...differences.map(({ kind, message }) => `${kind}: ${message}`), program.text].join('\n');
}

/** Tries random programs up to the first that differs. */
export async function tryPrograms(
  numRuns: number,
  seed: number,
): Promise<{ readonly tried: number; readonly shrunken: string }> {
  const property = fc.asyncProperty(programs, async (tree) => (await differencesOf(tree)) === '');
  const { numRuns: tried, counterexample } = await fc.check(property, { numRuns, seed });
  return { tried, shrunken: counterexample ? await differencesOf(counterexample[0]) : '' };
}
