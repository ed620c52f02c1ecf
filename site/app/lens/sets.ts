// The sets of a trace come as text, the form in which messages write them.
import { parseStatuses, registered, StatusSet } from '../../../src/status/index.js';

const read = new Map<string, StatusSet>();

/** A set by its text; the same few come again with every key that is pressed. */
export function setOf(text: string): StatusSet {
  let set = read.get(text);
  if (!set) read.set(text, (set = parseStatuses(text)));
  return set;
}

/** The five classes of statuses (RFC 9110, section 15), by their first digit. */
export const classes = [1, 2, 3, 4, 5].map((digit) => StatusSet.range(digit * 100, digit * 100 + 99));

/** What somebody wrote into the filter; undefined where it is empty, a sentence where it is no status. */
export function readFilter(text: string): StatusSet | undefined | string {
  if (text.trim() === '') return undefined;
  try {
    return parseStatuses(text.toLowerCase().replace(/\s+/g, ' '));
  } catch {
    return `"${text.trim()}" is not a status: write a code (404), a range (400-403) or a class (4xx), or some of them (404, 5xx).`;
  }
}

/** `404 Not Found` where the text is one registered code, else the text as it is. */
export function withPhrase(text: string): string {
  const phrase = registered(Number(text))?.phrase;
  return phrase === undefined ? text : `${text} ${phrase}`;
}

/** `4xx except 404, 410, 5xx` in the pieces that can be asked for one by one: `4xx except 404, 410` and `5xx`. */
export function piecesOf(text: string): readonly string[] {
  if (text.startsWith('any')) return [text];
  const pieces: string[] = [];
  let group = '';
  for (const part of text.split(', ')) {
    // Codes of the group before them are its exceptions.
    if (group !== '' && part.startsWith(group)) pieces.push(`${pieces.pop()}, ${part}`);
    else pieces.push(part);
    if (part.includes(' except ')) group = part[0]!;
    else if (!part.startsWith(group)) group = '';
  }
  return pieces;
}
