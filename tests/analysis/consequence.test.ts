import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/index.js';
import { parse } from '../oracle/parse.js';
import { classics, harmful, harmless } from './consequences.js';

/** What an error costs at each response of a program whose status nobody looks at. */
const consequences = (code: string): string[] =>
  analyse(parse(code)).responses.flatMap((response) =>
    response.dropped
      ? [response.consequenceOf(undefined).kind]
      : response.ends
          .filter(({ used, inspected, handed }) => used && !inspected && !handed)
          .map(({ use }) => response.consequenceOf(use).kind),
  );

describe('what an error costs', () => {
  it.each(harmless)('is nothing where %s', (_, kind, code) => {
    expect(new Set(consequences(code))).toEqual(new Set([kind]));
  });

  it.each(harmful)('is harm where %s', (_, code) => {
    expect(consequences(code)).toContain('harm');
  });

  it.each(classics)('is harm in a mistake of the tutorials: %s', (code) => {
    expect(consequences(code)).toContain('harm');
  });
});
