import { readFileSync } from 'node:fs';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { byTheLetter } from '../../scripts/letter.js';

const page = readFileSync(new URL('../../docs/how-it-works.md', import.meta.url), 'utf8');
const blocksOf = (kind: string, language = 'js'): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language} ${kind}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) => match[1]!);
const blocks = blocksOf('silent');

function lint(code: string, settings = {}, languageOptions = {}): string[] {
  const config = [plugin.configs.all, { settings, languageOptions }] as Linter.Config[];
  return new Linter().verify(code, config).map(({ message }) => message);
}

describe('docs/how-it-works.md', () => {
  it('has the silences it speaks of', () => expect(blocks.length).toBeGreaterThan(10));

  it.each(blocksOf('silent', 'ts'))('is silent on TypeScript that it says it is silent on: %s', (code) => {
    expect(lint(code, {}, { parser })).toEqual([]);
  });

  it.each(blocks)('is silent on what it says it is silent on: %s', (code) => {
    expect(lint(code, byTheLetter)).toEqual([]);
  });

  it.each(blocksOf('silent as a test'))('is silent on test code alone: %s', (code) => {
    expect(lint(code)).toEqual([]);
    expect(lint(code, byTheLetter)).not.toEqual([]);
  });

  it.each(blocksOf('silent as harmless'))('reports what does no harm by the letter alone: %s', (code) => {
    const lintWith = (config: Linter.Config) => new Linter().verify(code, config).map(({ message }) => message);
    expect(lintWith(plugin.configs.recommended)).toEqual([]);
    expect(lintWith(plugin.configs.strict)).not.toEqual([]);
  });
});
