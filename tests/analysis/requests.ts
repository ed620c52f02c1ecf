import { analyse } from '../../src/analysis/index.js';
import { parse } from '../oracle/parse.js';
import { byTheLetter } from '../../scripts/letter.js';

/** The calls of a program that give a response, by the text of their callee and in the order of the text. */
export function requests(text: string): readonly string[] {
  const source = parse(text);
  return analyse(source, byTheLetter).responses.map(({ callee }) => source.getText(callee as never));
}

/** The same of statements in a function `load(api, u, flag, x)`. */
export const requestsIn = (statements: string): readonly string[] =>
  requests(`export async function load(api, u, flag, x) {\n${statements}\n}`);
