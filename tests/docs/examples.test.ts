import { describe, expect, it } from 'vitest';
import { readBlock, writeBlock } from '../../scripts/docs/blocks.js';
import { examplesOf, lintExample } from '../../scripts/docs/examples.js';

describe('the examples of a page', () => {
  it('are its fenced blocks, each with its kind and its line', () => {
    const page = ['# a', '', '```js incorrect', 'one();', 'two();', '```', '', '```sh', 'npm ci', '```', ''].join('\n');
    expect(examplesOf(page)).toEqual([
      { language: 'js', kind: 'incorrect', code: 'one();\ntwo();\n', line: 4 },
      { language: 'sh', kind: '', code: 'npm ci\n', line: 9 },
    ]);
  });

  it('complain where they do not parse, so that none is silent for that reason', () => {
    const said = lintExample({ language: 'js', kind: 'correct', code: 'const = 1;', line: 1 }, []);
    expect(said).toMatchObject([{ fatal: true }]);
  });

  it('may be TypeScript', () => {
    expect(lintExample({ language: 'ts', kind: 'correct', code: 'let a: number;', line: 1 }, [])).toEqual([]);
  });
});

describe('a block between markers', () => {
  const page = 'a\n<!-- begin x -->\nold\n<!-- end x -->\nb\n';

  it('is read and replaced, and the rest of the page stays', () => {
    expect(readBlock(page, 'x')).toBe('old');
    expect(writeBlock(page, 'x', 'new')).toBe('a\n<!-- begin x -->\n\nnew\n\n<!-- end x -->\nb\n');
  });

  it('must be there', () => {
    expect(readBlock(page, 'y')).toBeNull();
    expect(() => writeBlock(page, 'y', 'new')).toThrow('begin y');
  });
});
