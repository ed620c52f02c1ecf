import { describe, expect, it } from 'vitest';
import { shapes } from '../../scripts/bench/shapes.js';
import { analyse } from '../../src/analysis/index.js';
import { parse } from '../oracle/parse.js';

/** How many statements the analysis runs in a program, each as often as it does. */
function work(code: string): number {
  let statements = 0;
  analyse(parse(code), undefined, () => statements++);
  return statements;
}

const retries = 'nested loops that retry';

describe('the statements that are run', () => {
  it.each(Object.entries(shapes).filter(([name]) => name !== retries))(
    'are four times as many for four times as much: %s',
    (_, { size, code }) => expect(work(code(4 * size))).toBeLessThanOrEqual(4 * work(code(size))),
  );

  it('grow with the square of the depth where each loop repeats a request', () => {
    const { size, code } = shapes[retries]!;
    expect(work(code(4 * size))).toBeGreaterThan(4 * work(code(size)));
    expect(work(code(4 * size))).toBeLessThanOrEqual(16 * work(code(size)));
  });

  it('stay few where such loops are nested too deep, and the function is left alone', () => {
    const { code } = shapes[retries]!;
    const unchecked = (depth: number) => code(depth).replace('return', 'const r2 = await fetch(u); r2.json(); return');
    const responses = (depth: number) => analyse(parse(unchecked(depth))).responses.length;
    expect(responses(16)).toBe(17);
    expect(responses(17)).toBe(0);
    expect(work(code(200))).toBeLessThan(4 * work(code(50)));
    expect(work(code(200))).toBeLessThan(work(code(16)) * 8);
  });

  it('are no reason to leave deep loops alone that do not repeat a request', () => {
    const { code } = shapes['nested loops']!;
    expect(analyse(parse(code(64))).responses).toHaveLength(1);
  });
});
