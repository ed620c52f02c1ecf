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

describe('a fetch that the compiler cannot find', () => {
  const code = `import { fetch } from 'nowhere';
export const load = async () => (await fetch('/x')).json();
`;
  const folder = project({ 'main.ts': code }, 'typescript7');

  it.each(['services', 'process'] as const)('is a request as it is without types, by way of %s', (way) => {
    const found = lint(folder, 'main.ts', way, 'recommended');
    expect(found).toEqual(['no-unchecked-response 2: fetch']);
    expect(lint(folder, 'main.ts', way, 'recommendedTypeChecked')).toEqual(found);
  });
});

describe('a type that the settings name', () => {
  const named = `export interface Answer { readonly ok: boolean; readonly status: number; json(): Promise<unknown> }
export declare function ask(path: string): Promise<Answer>;
`;
  const folder = project(
    {
      'node_modules/@acme/http/package.json': '{ "name": "@acme/http", "version": "1.0.0", "types": "index.d.ts" }',
      'node_modules/@acme/http/index.d.ts': named,
      'main.ts': `import { ask } from '@acme/http';
export async function load() {
  const res = await ask('/x');
  return res.json();
}
`,
    },
    'typescript7',
  );
  const found = (responseTypes: readonly unknown[]) =>
    lint(folder, 'main.ts', 'services', 'recommendedTypeChecked', { responseTypes });

  it.each([
    ['by its name alone', 'Answer', true],
    ['of a package', { from: 'package', name: ['Other', 'Answer'], package: '@acme/http' }, true],
    ['of another package', { from: 'package', name: 'Answer', package: 'http' }, false],
    ['of a file of the project', { from: 'file', name: 'Answer' }, false],
    ['of the platform', { from: 'lib', name: 'Answer' }, false],
  ])('is a response: %s', (_, specifier, isOne) => {
    expect(found([specifier])).toEqual(isOne ? ['no-unchecked-response 3: ask'] : []);
  });

  it('is none by itself', () => expect(found([])).toEqual([]));
});

describe('a compiler of the project', () => {
  it('that is another than is known is said to be one', () => {
    const folder = project({ ...files, 'node_modules/typescript/package.json': '{ "version": "7.4.0" }' });
    expect(lint(folder, 'main.ts', 'process', 'recommendedTypeChecked')[0]).toMatch(
      /^This rule needs type information, and has none: TypeScript 7\.4\.0 has another API than 7\.0/,
    );
  });
});
