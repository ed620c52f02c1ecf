import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { walk } from '../../src/cli/files/walk.js';
import { makeFolder, removeFolder } from '../support/sandbox.js';

const folders: string[] = [];
afterAll(() => folders.forEach(removeFolder));

function project(files: readonly string[], ignores: Record<string, string> = {}): string {
  const folder = makeFolder({ ...Object.fromEntries(files.map((name) => [name, ''])), ...ignores });
  folders.push(folder);
  return folder;
}

const below = (folder: string, start = folder): string[] => walk(start).files.map((file) => relative(folder, file));

describe('a .gitignore', () => {
  it.each([
    ['build', ['build/a.js', 'src/build/b.js'], []],
    ['/build', ['build/a.js', 'src/build/b.js'], ['src/build/b.js']],
    ['build/', ['build/a.js', 'src/build.js'], ['src/build.js']],
    ['a/b', ['a/b/c.js', 'x/a/b/c.js'], ['x/a/b/c.js']],
    ['foo/**\n!foo/keep.js', ['foo/a.js', 'foo/keep.js'], ['foo/keep.js']],
    ['foo/\n!foo/keep.js', ['foo/a.js', 'foo/keep.js'], []],
    ['*.gen.js\n!keep.gen.js', ['a.gen.js', 'x/keep.gen.js', 'b.js'], ['b.js', 'x/keep.gen.js']],
    ['# a comment\n\n\\#a.js', ['#a.js', 'b.js'], ['b.js']],
    ['[ab].js', ['a.js', 'b.js', 'c.js'], ['c.js']],
    ['(a){b}.js', ['(a){b}.js', 'ab.js'], ['ab.js']],
    ['**/logs/*.js', ['logs/a.js', 'x/logs/b.js', 'logs/c/d.js'], ['logs/c/d.js']],
  ])('%j is read as git reads it', (text, files, left) => {
    expect(below(project(files, { '.gitignore': text })).sort()).toEqual(left);
  });

  it('further inside has the last word', () => {
    const ignores = { '.gitignore': '*.gen.js', 'src/.gitignore': '!*.gen.js\n/b.js' };
    expect(below(project(['a.gen.js', 'src/a.gen.js', 'src/b.js', 'src/c/b.js'], ignores))).toEqual([
      'src/a.gen.js',
      'src/c/b.js',
    ]);
  });

  it('above counts, up to the top of the repository, and so does .git/info/exclude', () => {
    const ignores = { '.git/info/exclude': 'c.js', '.gitignore': '*.gen.js', '.git/HEAD': '' };
    const folder = project(['src/a.gen.js', 'src/b.js', 'src/c.js'], ignores);
    expect(below(folder, `${folder}/src`)).toEqual(['src/b.js']);
  });

  it('does not hide a folder that was named', () => {
    const folder = project(['dist/a.js', 'dist/deep/b.js'], { '.gitignore': 'dist', '.git/HEAD': '' });
    expect(below(folder, `${folder}/dist/deep`)).toEqual(['dist/deep/b.js']);
    expect(below(folder)).toEqual([]);
  });
});

it('leaves out what nobody has written or nothing runs', () => {
  const names = [
    'a.js',
    'a.min.js',
    'b.d.ts',
    'b.d.mts',
    'node_modules/p/c.js',
    '.git/d.js',
    'e.json',
    '.storybook/f.tsx',
  ];
  expect(below(project(names))).toEqual(['.storybook/f.tsx', 'a.js']);
});

it('says which folder cannot be read, and goes on', () => {
  const folder = project(['a/b.js', 'locked/c.js', 'z.js']);
  const { files, unreadable } = walk(folder, (path) => {
    if (path.endsWith('locked')) throw Object.assign(new Error('EACCES: …'), { code: 'EACCES' });
    return readdirSync(path, { withFileTypes: true });
  });
  expect(files.map((file) => relative(folder, file))).toEqual(['a/b.js', 'z.js']);
  expect(unreadable).toEqual([{ path: `${folder}/locked`, reason: 'permission denied' }]);
});
