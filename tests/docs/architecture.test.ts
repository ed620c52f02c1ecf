import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/sandbox.js';

const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
const inCode = [...page.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);
const paths = inCode.filter((text) => /^(src|rules|tests|scripts|docs)(\/[\w.-]+)+$/.test(text));

describe('docs/architecture.md', () => {
  it('names files and folders that exist', () => {
    expect(paths.length).toBeGreaterThan(60);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('has a line for every room', () => {
    const folders = (folder: string) =>
      readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${folder}/${name}`);
    const rooms = [...folders('src').filter((room) => room !== 'src/analysis'), ...folders('src/analysis'), 'rules'];
    expect(rooms.filter((room) => !page.includes(`| \`${room}\``))).toEqual([]);
  });
});
