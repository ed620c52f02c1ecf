import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { examplesOf } from '../../scripts/docs/examples.js';
import { root } from '../support/sandbox.js';
import { strictly } from '../support/strictly.js';
import { casesFile } from '../types/cases-file.js';
import { readGuide } from '../types/guide.js';

// What a reader takes from a page into TypeScript passes the strictest preset of typescript-eslint.

interface Example {
  readonly language: string;
  readonly kind: string;
  readonly code: string;
  readonly line: number;
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The examples of a page in TypeScript, but for those that show what is wrong. */
function examples(page: string): [name: string, code: string][] {
  const all = (examplesOf(read(page)) as Example[]).filter(
    ({ language, kind }) => /^tsx?$/.test(language) && kind !== 'incorrect',
  );
  return all.map(({ code, line, language }) => [`${page.replaceAll(/\W/g, '-')}-${line}.${language}`, code]);
}

/** An example shows a function, and not who calls it. */
const rules = { '@typescript-eslint/no-unused-vars': 'off' } as const;

/** A line that must not compile has no type. */
const isExpected = (code: string, line: number): boolean =>
  /^\s*\/\/ @ts-expect-error/.test(code.split('\n')[line - 2] ?? '');

it('the examples in TypeScript break no rule of strictTypeChecked', () => {
  const pages = ['README.md', ...readdirSync(join(root, 'docs/rules')).map((name) => `docs/rules/${name}`)];
  const shown: Record<string, string> = { ...readGuide().files, ...Object.fromEntries(pages.flatMap(examples)) };
  const beside = {
    '$types.d.ts': read('tests/types/guide/$types.d.ts'),
    'ambient.d.ts': read('tests/types/guide/ambient.d.ts'),
    'expect.ts': casesFile('expect.ts'),
  };
  const lint = strictly({ ...shown, ...beside }, { folder: join(root, 'docs'), rules });
  const said = Object.entries(shown).flatMap(([name, code]) =>
    lint(name)
      .filter(({ line }) => !isExpected(code, line))
      .map(({ ruleId, line, message }) => `${name}:${line} ${ruleId}: ${message}`),
  );
  expect(said).toEqual([]);
  expect(Object.keys(shown).length).toBeGreaterThan(20);
}, 120_000);
