import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/sandbox.js';

const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
const paths = [...page.matchAll(/`((?:src|rules|tests|scripts|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path);

describe('docs/architecture.md', () => {
  it('names files', () => expect(paths.length).toBeGreaterThan(80));

  it('names no file that is not there', () => {
    expect([...new Set(paths)].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('has a line for every room', () => {
    const folders = (folder: string) =>
      readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${folder}/${name}`);
    const rooms = [...folders('src').filter((folder) => folder !== 'src/analysis'), ...folders('src/analysis')];
    expect(rooms.filter((room) => !page.includes(`\n| \`${room}\``))).toEqual([]);
  });
});
