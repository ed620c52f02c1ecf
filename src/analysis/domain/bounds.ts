import { itemsOf, mapItems, top, type ListValue, type RecordValue, type Value } from './value.js';

/** Lists and records in one another: what stands further in is not followed. */
export const deepestValue = 4;

/** Values in one value, itself included, counted as often as they are reached. */
export const largestValue = 256;

type Container = ListValue | RecordValue;

export const isContainer = (value: Value): value is Container => value.kind === 'list' || value.kind === 'record';

interface Extent {
  /** Levels of lists and records. */
  readonly depth: number;
  /** Values in it, itself included. */
  readonly size: number;
}

const leaf: Extent = { depth: 0, size: 1 };

/** Measured once: a value is made of others that were measured before. */
const measured = new WeakMap<Container, Extent>();

function extentOf(value: Value): Extent {
  if (value.kind === 'promise') return extentOf(value.of);
  if (!isContainer(value)) return leaf;
  let extent = measured.get(value);
  if (!extent) measured.set(value, (extent = measure(partsOf(value))));
  return extent;
}

function measure(parts: readonly Value[]): Extent {
  let [depth, size] = [1, 1];
  for (const part of parts) {
    const extent = extentOf(part);
    depth = Math.max(depth, extent.depth + 1);
    size += extent.size;
  }
  return { depth, size };
}

const partsOf = (value: Container): readonly Value[] =>
  value.kind === 'list' ? itemsOf(value) : [...value.fields.values()];

const mapParts = <T extends Container>(value: T, change: (part: Value) => Value): T =>
  (value.kind === 'list'
    ? mapItems(value, change)
    : { ...value, fields: new Map([...value.fields].map(([name, field]) => [name, change(field)])) }) as T;

/**
 * The value itself, or less where it is deeper or larger than a value may be: `page = { items, page }` once more with every
 * turn of a loop. First what stands too deep is unknown, then every list and record in it, then all of it. `lost` is told
 * what the result no longer holds.
 */
export function bounded(value: Value, lost: (value: Value) => void): Value {
  if (value.kind === 'promise') {
    const of = bounded(value.of, lost);
    return of === value.of ? value : { ...value, of };
  }
  if (!isContainer(value)) return value;
  const { depth, size } = extentOf(value);
  if (depth <= deepestValue && size <= largestValue) return value;
  const shallow = depth > deepestValue ? cut(value, deepestValue, lost) : value;
  if (extentOf(shallow).size <= largestValue) return shallow;
  const flat = withoutInside(shallow, lost);
  return extentOf(flat).size <= largestValue ? flat : forget(flat, lost);
}

/** Lists and records below so many levels are unknown. */
function cut(value: Value, levels: number, lost: (value: Value) => void): Value {
  if (value.kind === 'promise') return { ...value, of: cut(value.of, levels, lost) };
  if (!isContainer(value)) return value;
  return levels === 0 ? forget(value, lost) : mapParts(value, (part) => cut(part, levels - 1, lost));
}

/** The same list or record, of which the lists and records in it are unknown. */
export const withoutInside = <T extends Value>(value: T, lost: (value: Value) => void): Value =>
  isContainer(value) ? mapParts(value, (part) => cut(part, 0, lost)) : value;

/** Nothing is known of a value any more. */
export function forget(value: Value, lost: (value: Value) => void): Value {
  lost(value);
  return top;
}
