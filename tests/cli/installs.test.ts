import { afterAll, expect, it } from 'vitest';
import { lookAtProject } from '../../src/cli/advice/project.js';
import { addDevelopment } from '../../src/cli/runner.js';
import { makeFolder, removeFolder } from '../support/sandbox.js';

const folders: string[] = [];
afterAll(() => folders.forEach(removeFolder));

it.each([
  [{ 'pnpm-lock.yaml': '' }, 'pnpm add --save-dev x'],
  [{ 'pnpm-workspace.yaml': '' }, 'pnpm add --save-dev --workspace-root x'],
  [{ 'yarn.lock': '' }, 'yarn add --dev x'],
  [{ 'bun.lock': '' }, 'bun add --dev x'],
  [{ 'bun.lockb': '' }, 'bun add --dev x'],
  [{ 'package-lock.json': '' }, 'npm install --save-dev x'],
  [{ 'package.json': '{ "packageManager": "yarn@4.0.0" }', 'package-lock.json': '' }, 'yarn add --dev x'],
  [{ 'package.json': '{ "packageManager": 7 }', 'bun.lock': '' }, 'bun add --dev x'],
  [{ 'package.json': 'null' }, 'npm install --save-dev x'],
])('a package is added as %o says', (files: Record<string, string>, command) => {
  const folder = makeFolder({ '.git/HEAD': '', ...files });
  folders.push(folder);
  expect(addDevelopment(lookAtProject(folder), ['x'])).toBe(command);
});
