import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder, removeFolder, root } from '../support/sandbox.js';

const unchecked = 'export const load = async (url) => (await fetch(url)).json();\n';

it.skipIf(process.platform === 'win32')(
  'a reader that has seen enough ends it quietly, with the exit code of the findings',
  () => {
    const folder = makeFolder(
      Object.fromEntries(
        Array.from({ length: 9 }, (_, i) => [
          `${i}.js`,
          unchecked.repeat(100).replaceAll('load', () => `load${Math.random().toString(36).slice(2)}`),
        ]),
      ),
    );
    const script = `{ "${process.execPath}" "${join(root, 'dist/src/cli/bin.js')}" -f json; echo "code $?" >&2; } | head -c 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });
    removeFolder(folder);
    expect(stdout).toBe('[');
    expect(stderr).toMatch(/^Looked at 9 files [\s\S]*\ncode 1\n$/);
    expect(stderr).not.toMatch(/EPIPE|\n +at /);
  },
);
