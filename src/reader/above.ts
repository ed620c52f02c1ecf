import { dirname } from 'node:path';
import type { Stamp } from '../sources/imports/reader.js';

/** A folder and those it is in, from the inside to the outside. */
export function* above(folder: string): Iterable<string> {
  for (let at = folder; ; at = dirname(at)) {
    yield at;
    if (dirname(at) === at) return;
  }
}

export const sameStamp = (a: Stamp | undefined, b: Stamp | undefined): boolean =>
  a === b || (!!a && !!b && a.changed === b.changed && a.size === b.size);
