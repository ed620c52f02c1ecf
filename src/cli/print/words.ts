import { relative } from 'node:path';

/** 1,209 */
export const grouped = (count: number): string => count.toLocaleString('en-US');

export const plural = (count: number, noun: string): string => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;

/** As short as it is clear: a path with a row of dots says less than a whole one. */
export function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short || '.';
}

/** The first of many, and how many more there are; a line that says "and 1 more" could have shown it. */
export function firstOf(list: readonly string[], most: number, noun: string): string[] {
  if (list.length <= most + 1) return [...list];
  return [...list.slice(0, most), `and ${plural(list.length - most, `more ${noun}`)}`];
}
