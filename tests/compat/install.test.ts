import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeFolder, removeFolder, root } from '../support/sandbox.js';
import { tried } from './tried.js';
import { archive } from './workbench.js';

const page = readFileSync(join(root, 'docs/compatibility.md'), 'utf8');
const projects: string[] = [];
afterAll(() => projects.forEach(removeFolder));

/** What npm puts into a new project: megabytes and packages. */
function install(...packages: string[]) {
  const made = makeFolder({ 'package.json': '{ "private": true }' });
  projects.push(made);
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...packages];
  const { status, stderr } = spawnSync('npm', args, { cwd: made, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm install failed: ${stderr}`);
  const files = readdirSync(join(made, 'node_modules'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  const lock = JSON.parse(readFileSync(join(made, 'package-lock.json'), 'utf8')) as { packages: object };
  return { megabytes: bytes / 1e6, packages: Object.keys(lock.packages).length - 1 };
}

it('adds what docs/compatibility.md says', () => {
  const said = /adds (\d+) packages? and ([\d.]+) MB/.exec(page);
  const before = install('eslint@10.15.0');
  const after = install('eslint@10.15.0', archive);
  expect(after.packages - before.packages).toBe(Number(said?.[1]));
  expect(Math.abs(after.megabytes - before.megabytes - Number(said?.[2]))).toBeLessThan(0.5);
  tried('`npm install`', '', 'adds the packages and megabytes that this page says');
});
