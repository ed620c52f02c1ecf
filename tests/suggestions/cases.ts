import { readdirSync, readFileSync } from 'node:fs';
import { rules } from '../../src/rules.js';
import { optionsByTheLetter } from '../../scripts/letter.js';

/** A program, and what becomes of it by each suggestion that its reports have. */
export interface Case {
  readonly rule: string;
  readonly name: string;
  /** The name a file with this program would have. */
  readonly file: string;
  readonly code: string;
  readonly expected: readonly Expected[];
  readonly options: readonly unknown[];
}

export interface Expected {
  readonly line: number;
  readonly messageId: string;
  /** The suggestion's text; undefined where there is no suggestion. */
  readonly desc: string | undefined;
  readonly output: string;
}

const folder = new URL('./cases/', import.meta.url);

/** `===> 3 unchecked: Throw …` and the program after it, once for each suggestion. */
function parse(text: string): { code: string; expected: Expected[] } {
  const [code = '', ...rest] = text.split(/^===> (.*?)\r?\n/m);
  const expected: Expected[] = [];
  for (let i = 0; i < rest.length; i += 2) {
    const [, line, messageId, desc] = /^(\d+) (\w+): (.*)$/.exec(rest[i]!)!;
    expected.push({
      line: Number(line),
      messageId: messageId!,
      desc: desc === 'none' ? undefined : desc,
      output: rest[i + 1]!,
    });
  }
  return { code, expected };
}

function readCase(rule: string, name: string): Case {
  const { code, expected } = parse(readFileSync(new URL(`${rule}/${name}`, folder), 'utf8'));
  const given = name.startsWith('forgotten') ? [{ checkFireAndForget: true }] : [];
  const options = optionsByTheLetter(rules[rule as keyof typeof rules], given);
  return { rule, name, file: name.replace('.case', ''), code, expected, options };
}

export const cases: readonly Case[] = readdirSync(folder).flatMap((rule) =>
  readdirSync(new URL(`${rule}/`, folder)).map((name) => readCase(rule, name)),
);
