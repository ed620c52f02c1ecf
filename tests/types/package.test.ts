import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './compilers.js';
import { type Consumer, createConsumer } from './consumer.js';

const run = promisify(execFile);
let consumer: Consumer;
beforeAll(async () => {
  consumer = await createConsumer();
}, 60_000);
afterAll(() => consumer.remove());

describe('the packed tarball', () => {
  it('holds the two declaration files of the type library and no code beside them', () => {
    const folder = join(consumer.dir, 'node_modules/eslint-plugin-http-status/dist/types');
    expect(readdirSync(folder).sort()).toEqual(['index.d.cts', 'index.d.ts']);
  });

  it('offers them to `import` and to `require`, each in its own format', async () => {
    const tarball = readdirSync(consumer.dir).find((name) => name.endsWith('.tgz')) ?? '';
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const args = [attw, join(consumer.dir, tarball), '--entrypoints', './types', '--format', 'json'];
    // Problems make it exit with 1, and it reports them on stdout all the same.
    const { stdout } = await run(process.execPath, args).catch((error: { stdout: string }) => error);
    const { analysis } = JSON.parse(stdout) as Analysis;
    const { resolutions } = analysis.entrypoints['./types'] ?? { resolutions: {} };
    const kinds = Object.entries(resolutions).map(([kind, { resolution }]) => [
      kind,
      resolution?.fileName.split('/types/')[1],
    ]);
    // `node10` is `moduleResolution: node`, which knows no `exports` and which TypeScript 6 gives up.
    expect(Object.fromEntries(kinds)).toMatchObject({
      'node16-cjs': 'index.d.cts',
      'node16-esm': 'index.d.ts',
      bundler: 'index.d.ts',
    });
    const problems = analysis.problems.filter((problem) => problem.resolutionKind !== 'node10');
    expect(problems.map((problem) => problem.kind)).toEqual([]);
  });
});

interface Analysis {
  readonly analysis: {
    readonly problems: readonly { kind: string; resolutionKind?: string }[];
    readonly entrypoints: Record<string, { resolutions: Record<string, { resolution?: { fileName: string } }> }>;
  };
}
