import { describe, expect, it } from 'vitest';
import { expected, files, main, placesOf } from './program.js';
import { lint, project } from './project.js';

describe('with types the rules find', () => {
  const folder = project(files, 'typescript7');

  it.each(['services', 'process'] as const)('what is to be found, by way of %s', (way) => {
    expect(placesOf(lint(folder, 'main.ts', way, 'strictTypeChecked'))).toEqual(expected);
  });

  it('other things without the preset that asks for types', () => {
    const untyped = placesOf(lint(folder, 'main.ts', 'services', 'strict'));
    const lineOf = (text: string) => main.split('\n').findIndex((line) => line.includes(text)) + 1;
    // A name is all there is of another function that is called so.
    const fetched = lineOf('export async function anotherFetch') + 1;
    expect(untyped).toEqual([`no-unchecked-response ${fetched}`]);
  });
});

describe('a compiler of the project', () => {
  it('that is another than is known is said to be one', () => {
    const folder = project({ ...files, 'node_modules/typescript/package.json': '{ "version": "7.4.0" }' });
    expect(lint(folder, 'main.ts', 'process', 'recommendedTypeChecked')[0]).toMatch(
      /^This rule needs type information, and has none: TypeScript 7\.4\.0 has another API than 7\.0/,
    );
  });
});
