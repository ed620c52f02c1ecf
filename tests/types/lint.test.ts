import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { readGuide } from './guide.js';
import { lint, type Message, type Preset, typedPrograms } from './typed-programs.js';

// The rules and the types speak of the same responses: what the types are made for is not reported.

/** A line that must not compile may be reported as well. */
const isExpected = (code: string, { line }: Message): boolean =>
  /^\s*\/\/ @ts-expect-error/.test(code.split('\n')[line - 2] ?? '');

describe('docs/types.md', () => {
  const files = Object.entries(readGuide().files);

  it.each(Object.keys(plugin.configs))('is silent under %s', (preset) => {
    for (const [file, code] of files) {
      const messages = lint(preset as Preset, code).filter((message) => !isExpected(code, message));
      expect({ file, messages }).toEqual({ file, messages: [] });
    }
  });

  it('would not be without the types', () => {
    const untyped = files.map(([, code]) => code.replaceAll(/ as (UserResponse|Promise<Api\[Path\]>)/g, ''));
    const plain = untyped.map((code) => code.replaceAll(/Promise<UserResponse>/g, 'Promise<Response>'));
    expect(plain.flatMap((code) => lint('recommended', code)).length).toBeGreaterThan(1);
  });
});

// tests/types/cases.test.ts compiles them.
describe('suggestions for typed responses', () => {
  it.each(typedPrograms)('are as expected: $text', ({ expected, suggested }) => {
    expect(suggested.map(({ desc }) => desc)).toEqual(expected);
  });
});
