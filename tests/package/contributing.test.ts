import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { root } from '../support/sandbox.js';

const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const all = (pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map(([, found = '']) => found))];

/** What is written to be made, or stands for many files. */
const examples = /no-status-text|[<*]/;

describe('CONTRIBUTING.md', () => {
  const scripts = all(/\bnpm run ([\w-]+)/g);
  const paths = all(/[` ]((?:tests|docs|src|scripts|rules|\.ci)\/[\w./<>*-]*\w)/g).filter(
    (path) => !examples.test(path),
  );

  it('speaks of scripts and files', () => {
    expect(scripts).toEqual(expect.arrayContaining(['new-rule', 'docs', 'compat']));
    expect(paths).toEqual(expect.arrayContaining(['.ci/run', 'tests/rules/shapes', 'tests/oracle/program/tree.ts']));
  });

  it.each(scripts)('has a script for npm run %s', (name) => expect(packageJson.scripts).toHaveProperty(name));

  it.each(paths)('finds %s', (path) => expect(existsSync(join(root, path))).toBe(true));
});
