import { expect, it } from 'vitest';
import { toGlob } from '../../src/cli/gitignore.js';

it.each([
  ['build', '**/build'],
  ['build/', '**/build/'],
  ['/build', 'build'],
  ['a/b', 'a/b'],
  ['!keep.js', '!**/keep.js'],
  ['!/keep.js', '!keep.js'],
  ['*.log  ', '**/*.log'],
  ['a(b){c}', String.raw`**/a\(b\)\{c\}`],
  ['', undefined],
  ['# comment', undefined],
])('%j becomes %j', (line, glob) => {
  expect(toGlob(line)).toBe(glob);
});
