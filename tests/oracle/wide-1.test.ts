import { it } from 'vitest';
import { expectKnown, wideCount } from './wide.js';

const count = Math.ceil(wideCount / 2);

it(`is right about ${count} wide programs, as far as is known`, { timeout: 60_000 + count * 60 }, () =>
  expectKnown(0, count),
);
