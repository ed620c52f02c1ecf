import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeLanguages, examplesOf, lintExample } from '../../scripts/docs/examples.js';
import plugin from '../../dist/src/index.js';

const folder = new URL('../../docs/rules/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
const rules = Object.keys(plugin.rules ?? {});

interface Example {
  language: string;
  kind: string;
  code: string;
  line: number;
}

const codeOf = (url: URL): Example[] =>
  examplesOf(readFileSync(url, 'utf8')).filter(({ language }: Example) => codeLanguages.includes(language));

const say = (example: Example, names: string[]): string[] =>
  lintExample(example, names).map(({ ruleId, message }) => `${ruleId}: ${message}`);

it('has a page for every rule and none for anything else', () => {
  expect(pages.sort()).toEqual(rules.map((name) => `${name}.md`).sort());
});

describe.each(rules.filter((name) => existsSync(new URL(`${name}.md`, folder))))('%s', (rule) => {
  const examples = codeOf(new URL(`${rule}.md`, folder));
  const of = (kind: string): Example[] => examples.filter((example) => example.kind === kind);

  it('says of every example what it is', () => {
    const unmarked = examples.filter(({ kind }) => !['incorrect', 'correct', 'config'].includes(kind));
    expect(
      unmarked.map(({ line }) => `line ${line}: write "incorrect", "correct" or "config" after the language`),
    ).toEqual([]);
    expect(of('incorrect').length).toBeGreaterThan(0);
    expect(of('correct').length).toBeGreaterThan(0);
  });

  it.each(of('incorrect'))('reports the example on line $line', (example) => {
    const said = say(example, [`http-status/${rule}`]);
    expect(said).not.toEqual([]);
    for (const message of said) expect(message).toMatch(`http-status/${rule}:`);
  });

  it.each(of('correct'))('is silent on the example on line $line', (example) => {
    expect(say(example, [`http-status/${rule}`])).toEqual([]);
  });
});

describe('README', () => {
  const examples = codeOf(new URL('../../README.md', import.meta.url));
  const recommended = Object.keys(plugin.configs.recommended.rules ?? {});

  it.each(examples.filter(({ kind }) => kind === 'incorrect'))('reports the example on line $line', (example) => {
    const said = say(example, recommended);
    expect(said).not.toEqual([]);
    for (const message of said) expect(message).toMatch('http-status/');
  });

  it.each(examples.filter(({ kind }) => kind === 'correct'))('is silent on the example on line $line', (example) => {
    expect(say(example, recommended)).toEqual([]);
  });
});
