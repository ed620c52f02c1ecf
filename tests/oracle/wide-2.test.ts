import { expect, it } from 'vitest';
import { kindsOf } from './wide/find.js';
import { expectKnown, known, wideCount } from './wide.js';

const from = Math.ceil(wideCount / 2);
const count = wideCount - from;

it(`is right about ${count} other wide programs, as far as is known`, { timeout: 60_000 + count * 60 }, () =>
  expectKnown(from, count),
);

it.each(known)('is still wrong where it is known: $kind, $cause', async ({ kind, smallest }) => {
  expect(await kindsOf(smallest.join('\n'))).toContain(kind);
});
