import { expect, it } from 'vitest';
import { tryGrowing } from './growing.js';

/** Mutation tests ask for fewer; `scripts/oracle.js` tries more, and others. */
const count = Number(process.env['ORACLE_PROGRAMS'] ?? 10_000);

it(`comes to an end with ${count} random programs whose values grow`, { timeout: 60_000 + count * 20 }, () => {
  expect(tryGrowing(count, 1).shrunken).toBe('');
});
