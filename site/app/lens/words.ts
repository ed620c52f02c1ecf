// What the strips say, in words.
import type { Sight, TracedResponse } from '../../../src/analysis/trace/trace.js';

export const nameOf = ({ name }: TracedResponse): string => name ?? 'a response without a name';

/** `res of line 2`. */
export const titleOf = (response: TracedResponse): string => `${nameOf(response)} (line ${response.line})`;

const anyStatus = (text: string): string => (text === 'any' ? 'any status' : text);

/** What is known of a response on one line, in a sentence or two. */
export function sentenceOf({ statuses, always, unchecked }: Sight): string {
  if (statuses === 'none') return 'No status can be here.';
  const ways =
    always === statuses
      ? 'on every way here'
      : always === 'none'
        ? 'each on some ways here'
        : `on every way here: ${anyStatus(always)}`;
  const open =
    unchecked === 'none'
      ? 'Its status was looked at.'
      : unchecked === statuses
        ? 'Nothing looked at its status yet.'
        : `Nothing looked yet at ${unchecked}.`;
  return `${anyStatus(statuses)}, ${ways}. ${open}`;
}
