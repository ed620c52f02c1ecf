import { readFileSync } from 'node:fs';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';

const page = readFileSync(new URL('../../docs/how-it-works.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/```js silent\n([\s\S]*?)```/g)].map((match) => match[1]!);

describe('docs/how-it-works.md', () => {
  it('has the silences it speaks of', () => expect(blocks.length).toBeGreaterThan(10));

  it.each(blocks)('is silent on what it says it is silent on: %s', (code) => {
    const messages = new Linter().verify(code, [plugin.configs!.all as Linter.Config]);
    expect(messages.map((message) => message.message)).toEqual([]);
  });
});
