import { expect, it } from 'vitest';
import { tryPrograms } from './differences.js';

/** Mutation tests ask for fewer; `scripts/oracle.js` tries more, and others. */
const count = Number(process.env['ORACLE_PROGRAMS'] ?? 4000);

it(`agrees with the runs of ${count} random programs`, { timeout: 60_000 + count * 60 }, async () => {
  expect((await tryPrograms(count, 1)).shrunken).toBe('');
});
