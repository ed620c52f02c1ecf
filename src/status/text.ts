import { StatusSet } from './set.js';

/**
 * The one text form of a StatusSet, used by messages, options and fixtures: a list of codes (`404`), ranges (`400-403`),
 * groups (`4xx`), ranges of groups (`6xx-9xx`) and groups with exceptions (`4xx except 404, 410`), separated by commas;
 * `any` for every status, `any except 2xx` where that is shorter, and `none` for no status.
 */
export function formatStatuses(set: StatusSet): string {
  if (set.isEmpty) return 'none';
  if (set.equals(StatusSet.all)) return 'any';
  const list = formatList(set);
  const rest = `${anyExcept}${formatList(StatusSet.all.difference(set))}`;
  // Where the exceptions have exceptions, nobody could say whose they are.
  return rest.length < list.length && !rest.includes('xx except') ? rest : list;
}

function formatList(set: StatusSet): string {
  const parts = set.has(0) ? ['0'] : [];
  for (let digit = 1; digit <= 9; digit++) {
    const last = lastWholeGroup(set, digit);
    if (last >= digit + 2) {
      parts.push(`${digit}xx-${last}xx`);
      digit = last;
    } else parts.push(...formatGroup(set, digit));
  }
  return parts.join(', ');
}

function group(digit: number): StatusSet {
  return StatusSet.range(digit * 100, digit * 100 + 99);
}

/** The last of the groups from `digit` on that the set holds whole, without a gap; `digit - 1` for none. */
function lastWholeGroup(set: StatusSet, digit: number): number {
  let last = digit - 1;
  while (last < 9 && group(last + 1).isSubsetOf(set)) last++;
  return last;
}

function formatGroup(set: StatusSet, digit: number): string[] {
  const whole = group(digit);
  const members = set.intersect(whole);
  const missing = whole.difference(members);
  if (missing.isEmpty) return [`${digit}xx`];
  if (members.size <= missing.size) return formatRanges(members);
  return [`${digit}xx except ${formatRanges(missing).join(', ')}`];
}

function formatRanges(set: StatusSet): string[] {
  return set.ranges.flatMap(([first, last]) => {
    if (first === last) return [`${first}`];
    return last === first + 1 ? [`${first}`, `${last}`] : [`${first}-${last}`];
  });
}

const anyExcept = 'any except ';

/**
 * Reads the text form back. Codes after `except` are exceptions as long as they belong to the group before it.
 * @throws {RangeError} where the text is not of that form; the message says which part is not.
 */
export function parseStatuses(text: string): StatusSet {
  const trimmed = text.trim();
  if (trimmed === 'none') return StatusSet.empty;
  if (trimmed === 'any') return StatusSet.all;
  if (trimmed.startsWith(anyExcept)) return StatusSet.all.difference(parseStatuses(trimmed.slice(anyExcept.length)));
  let result = StatusSet.empty;
  let exceptIn = StatusSet.empty;
  for (const part of trimmed.split(',')) {
    const [item = '', exception] = part.split(' except ').map((side) => side.trim());
    const set = parseItem(item, text);
    if (exception !== undefined) {
      exceptIn = set;
      result = result.union(set).difference(parseItem(exception, text));
    } else if (set.isSubsetOf(exceptIn)) result = result.difference(set);
    else {
      exceptIn = StatusSet.empty;
      result = result.union(set);
    }
  }
  return result;
}

function parseItem(item: string, text: string): StatusSet {
  const groups = /^([1-9])xx(?:-([1-9])xx)?$/.exec(item);
  if (groups) return StatusSet.range(Number(groups[1]) * 100, Number(groups[2] ?? groups[1]) * 100 + 99);
  const codes = /^(0|[1-9]\d\d)(?:-([1-9]\d\d))?$/.exec(item);
  if (codes) return StatusSet.range(Number(codes[1]), Number(codes[2] ?? codes[1]));
  throw new RangeError(
    `"${item}" in "${text}" is not a status: write a code (404), a range (400-403) or a group (4xx, 4xx except 404).`,
  );
}
