import { expect, it } from 'vitest';
import { wilson } from '../../scripts/docs/readings.js';

const rounded = (hits: number, all: number) => wilson(hits, all).map((share: number) => Math.round(share * 1000) / 10);

// Where all or none of n are hits, the open end of Wilson's interval is n / (n + z²), or z² / (n + z²).
it('knows how little a small sample proves', () => {
  const open = 10 / (10 + 1.96 ** 2);
  expect(rounded(10, 10)).toEqual([Math.round(open * 1000) / 10, 100]);
  expect(rounded(0, 10)).toEqual([0, Math.round((1 - open) * 1000) / 10]);
  const [low = 0, high = 0] = wilson(5, 10);
  expect(low + high).toBeCloseTo(1);
});
