// What the strips say, in words.
import type { Sight, TracedResponse } from '../../../src/analysis/trace/trace.js';

export const nameOf = ({ name }: TracedResponse): string => name ?? 'a response without a name';

/** `res of line 2`. */
export const titleOf = (response: TracedResponse): string => `${nameOf(response)} (line ${response.line})`;

const anyStatus = (text: string): string => (text === 'any' ? 'any status' : text);

/** Beside the statuses of a line: on which ways they can be there, and whether anything looked at them. */
export function sentenceOf({ statuses, always, unchecked }: Sight): string {
  const ways =
    always === statuses
      ? 'On every way.'
      : always === 'none'
        ? 'Each on some ways.'
        : `On every way: ${anyStatus(always)}; the others on some.`;
  const open =
    unchecked === 'none'
      ? 'Its status was looked at.'
      : unchecked === statuses
        ? 'Nothing looked at its status yet.'
        : `Nothing looked yet at ${unchecked}.`;
  return `${ways} ${open}`;
}
