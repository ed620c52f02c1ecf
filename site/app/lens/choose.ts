// Which response the lens shows.
import type { Sight, Trace, TracedResponse } from '../../../src/analysis/trace/trace.js';

/** Where the cursor stands. */
export interface Cursor {
  readonly line: number;
  /** The name under it, or an empty text. */
  readonly word: string;
}

export const sightOn = ({ sights }: TracedResponse, line: number): Sight | undefined =>
  sights.find((sight) => sight.line === line);

const holds = ({ first, last }: TracedResponse, line: number): boolean => first <= line && line <= last;

/** How far a line is from the function around a response. */
const distance = ({ first, last }: TracedResponse, line: number): number => Math.max(first - line, line - last, 0);

/** Whether somebody points at the response: its name, or the line of its request. */
function isPointedAt(response: TracedResponse, { line, word }: Cursor): boolean {
  if (response.line === line) return true;
  return word !== '' && (sightOn(response, line)?.names ?? [response.name]).includes(word);
}

/**
 * The response that the cursor is about: the one it points at, else one that the line has, the newest of them, else one of
 * the function around it, else the nearest in the text. Undefined where there is none.
 */
export function responseAt({ responses }: Trace, cursor: Cursor): TracedResponse | undefined {
  const around = responses.filter((one) => holds(one, cursor.line));
  const innermost = around.toSorted((a, b) => b.first - a.first || b.line - a.line);
  return (
    innermost.find((one) => isPointedAt(one, cursor)) ??
    innermost.find((one) => sightOn(one, cursor.line)) ??
    innermost[0] ??
    responses.toSorted((a, b) => distance(a, cursor.line) - distance(b, cursor.line))[0]
  );
}
