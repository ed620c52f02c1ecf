import fc from 'fast-check';
import { expect, it } from 'vitest';
import { check } from './check.js';
import { programs } from './program/model.js';
import type { Tree } from './program/tree.js';
import { writeProgram } from './program/write.js';

/** `scripts/oracle.js` asks for more, and for others. */
const count = Number(process.env['ORACLE_PROGRAMS'] ?? 10_000);
const seed = Number(process.env['ORACLE_SEED'] ?? 1);

const budget = { runs: 150, search: 5000 };

async function differencesOf(tree: Tree): Promise<string> {
  const program = writeProgram(tree);
  const differences = await check(program, budget);
  if (differences.length === 0) return '';
  return [...differences.map(({ kind, message }) => `${kind}: ${message}`), program.text].join('\n');
}

it(`agrees with the runs of ${count} random programs`, { timeout: 60_000 + count * 60 }, async () => {
  await fc.assert(
    fc.asyncProperty(programs, async (tree) => {
      expect(await differencesOf(tree)).toBe('');
    }),
    { numRuns: count, seed },
  );
});
