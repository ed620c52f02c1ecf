import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import plugin from '../../src/index.js';

const rules = Object.keys(plugin.rules ?? {});

/** The files of a folder with a certain end, without it. */
const named = (folder: string, end: string): string[] =>
  readdirSync(new URL(`../../${folder}/`, import.meta.url))
    .filter((name) => name.endsWith(end))
    .map((name) => name.slice(0, -end.length));

// What the rules have in common, shapes of code that the analysis has to see through, is in tests/rules/shapes.
it('has a file of tests for every rule, and none for anything else', () => {
  expect(named('tests/rules', '.test.ts').sort()).toEqual([...rules].sort());
});

it('has a module for every rule', () => {
  expect(named('rules', '.ts')).toEqual(expect.arrayContaining(rules));
});
