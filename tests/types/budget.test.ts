import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { addLimits, judge } from '../../scripts/types-budget.js';
import { root } from './compilers.js';

describe('budgets', () => {
  // All four versions take half a minute: those that are left out here are measured by `npm run budget`.
  it('hold on TypeScript 7.0; if not, node scripts/types-budget.js shows by how much', () => {
    const { status, stdout } = spawnSync(process.execPath, ['scripts/types-budget.js', '7.0'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^7\.0 {2}200 \| 404 \| 500 handled exhaustively +1 ≤ 1 +\d+ +\d+ ≤ 60$/m);
    expect(stdout).toMatch(/hono, .* +\d+ +\d+ +\d+$|hono.*skipped, hono is not installed$/m);
    expect(stdout).toMatch(/^7\.0 {2}openapi-fetch with StatusResult: exhaustively +\d+ +\d+ +\d+ ≤ \d+$/m);
    expect(status, stdout).toBe(0);
  }, 120_000);

  it('are exceeded by one more than allowed, and not by what has no limit', () => {
    const cost = { files: 1, types: 131, instantiations: 60 };
    expect(judge(cost, { files: 1, types: 130, instantiations: 60 })).toEqual({
      cells: ['1 ≤ 1', '131 > 130', '60 ≤ 60'],
      within: false,
    });
    expect(judge(cost, { types: 131 })).toEqual({ cells: ['1', '131 ≤ 131', '60'], within: true });
  });

  it('of what is built on another library are counted from what that costs', () => {
    expect(addLimits({ files: 5, types: 200, instantiations: 6000 }, { instantiations: 100 })).toEqual({
      instantiations: 6100,
    });
  });
});
