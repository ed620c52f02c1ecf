import { itemsOf, mapItems, top, type ListValue, type RecordValue, type Value } from './value.js';

/**
 * How many lists and records may be nested: of `{ a: { b: { c: { d: { res } } } } }`, `d` is the last that is followed.
 */
export const deepestValue = 4;

/** How many values may be in one, itself included; `[x, x]` counts `x` twice. */
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

/** Values are immutable, so each is measured once, and its parts are measured before it. */
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
 * Cuts a value down to the bounds: `page = { items, page }` in a loop would become deeper with every turn. What is too deep
 * is forgotten first; where the value is still too large, every list and record in it; at last all of it. `lost` is called
 * with each value that is forgotten, so that the responses in it can be handed on.
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

/** Forgets the lists and records that are nested deeper than so many levels. */
function cut(value: Value, levels: number, lost: (value: Value) => void): Value {
  if (value.kind === 'promise') return { ...value, of: cut(value.of, levels, lost) };
  if (!isContainer(value)) return value;
  return levels === 0 ? forget(value, lost) : mapParts(value, (part) => cut(part, levels - 1, lost));
}

/** Keeps a list or record, and forgets the lists and records in it: `{ res, page: [...] }` keeps `res`. */
export const withoutInside = <T extends Value>(value: T, lost: (value: Value) => void): Value =>
  isContainer(value) ? mapParts(value, (part) => cut(part, 0, lost)) : value;

/** Replaces a value by the top: nothing is known of it any more. */
export function forget(value: Value, lost: (value: Value) => void): Value {
  lost(value);
  return top;
}
