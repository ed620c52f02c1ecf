/**
 * A persistent map from small non-negative integers, as a big-endian Patricia trie (Okasaki and Gill, "Fast Mergeable
 * Integer Maps", 1998). Two maps that come from a common ancestor share what neither changed, and `merge` and `equal`
 * skip what is shared: joining the two sides of a branch costs what the sides did, not what the function holds.
 */
interface Leaf<V> {
  readonly key: number;
  readonly value: V;
}

interface Fork<V> {
  readonly prefix: number;
  /** The highest bit in which the keys below differ; keys without it stand on the left. */
  readonly bit: number;
  readonly left: Trie<V>;
  readonly right: Trie<V>;
}

type Trie<V> = Leaf<V> | Fork<V>;

export type IntMap<V> = Trie<V> | undefined;

const isLeaf = <V>(trie: Trie<V>): trie is Leaf<V> => 'key' in trie;

/** The bits of `key` above `bit`. */
const prefixOf = (key: number, bit: number): number => key & ~((bit << 1) - 1);

const belongs = <V>(key: number, fork: Fork<V>): boolean => prefixOf(key, fork.bit) === fork.prefix;

const anchor = <V>(trie: Trie<V>): number => (isLeaf(trie) ? trie.key : trie.prefix);

function link<V>(a: Trie<V>, b: Trie<V>): Fork<V> {
  const bit = 1 << (31 - Math.clz32(anchor(a) ^ anchor(b)));
  const prefix = prefixOf(anchor(a), bit);
  return anchor(a) & bit ? { prefix, bit, left: b, right: a } : { prefix, bit, left: a, right: b };
}

function fork<V>(old: Fork<V>, left: IntMap<V>, right: IntMap<V>): IntMap<V> {
  if (left === old.left && right === old.right) return old;
  if (!left || !right) return left ?? right;
  return { prefix: old.prefix, bit: old.bit, left, right };
}

export function get<V>(map: IntMap<V>, key: number): V | undefined {
  let trie = map;
  while (trie && !isLeaf(trie)) trie = key & trie.bit ? trie.right : trie.left;
  return trie?.key === key ? trie.value : undefined;
}

export function set<V>(map: IntMap<V>, key: number, value: V): IntMap<V> {
  if (!map) return { key, value };
  if (isLeaf(map)) {
    if (map.key !== key) return link(map, { key, value });
    return map.value === value ? map : { key, value };
  }
  if (!belongs(key, map)) return link(map, { key, value });
  return key & map.bit
    ? fork(map, map.left, set(map.right, key, value))
    : fork(map, set(map.left, key, value), map.right);
}

export function remove<V>(map: IntMap<V>, key: number): IntMap<V> {
  if (!map || isLeaf(map)) return map?.key === key ? undefined : map;
  if (!belongs(key, map)) return map;
  return key & map.bit ? fork(map, map.left, remove(map.right, key)) : fork(map, remove(map.left, key), map.right);
}

/** Calls `visit` for each value, in the order of the keys. */
export function each<V>(map: IntMap<V>, visit: (value: V, key: number) => void): void {
  if (!map) return;
  if (isLeaf(map)) return visit(map.value, map.key);
  each(map.left, visit);
  each(map.right, visit);
}

/**
 * Calls `visit` for each key that both maps have with different values, until it answers true; what the maps share is
 * skipped.
 */
export function differing<V>(a: IntMap<V>, b: IntMap<V>, visit: (key: number, a: V, b: V) => boolean): boolean {
  if (!a || !b || a === b) return false;
  if (isLeaf(a) || isLeaf(b)) {
    const key = isLeaf(a) ? a.key : (b as Leaf<V>).key;
    const [x, y] = [get(a, key), get(b, key)];
    return x !== undefined && y !== undefined && x !== y && visit(key, x, y);
  }
  if (a.bit === b.bit && a.prefix === b.prefix) {
    return differing(a.left, b.left, visit) || differing(a.right, b.right, visit);
  }
  if (a.bit > b.bit && belongs(b.prefix, a)) return differing(b.prefix & a.bit ? a.right : a.left, b, visit);
  if (b.bit > a.bit && belongs(a.prefix, b)) return differing(a, a.prefix & b.bit ? b.right : b.left, visit);
  return false;
}

/**
 * How two maps are put together: `both` joins values of one key, `one` says what becomes of a value that stands alone;
 * where they say undefined, the key goes.
 */
export interface Merge<V> {
  both(a: V, b: V, key: number): V | undefined;
  /** `fromSecond`: it is the second map that has it. */
  one(value: V, fromSecond: boolean, key: number): V | undefined;
}

export function merge<V>(a: IntMap<V>, b: IntMap<V>, how: Merge<V>): IntMap<V> {
  if (a === b) return a;
  if (!a) return alone(b, how, true);
  if (!b) return alone(a, how, false);
  if (isLeaf(a)) return mergeLeaf(a, b, how, false);
  if (isLeaf(b)) return mergeLeaf(b, a, how, true);
  if (a.bit === b.bit && a.prefix === b.prefix) {
    return fork(a, merge(a.left, b.left, how), merge(a.right, b.right, how));
  }
  if (a.bit > b.bit && belongs(b.prefix, a)) {
    return b.prefix & a.bit
      ? fork(a, alone(a.left, how, false), merge(a.right, b, how))
      : fork(a, merge(a.left, b, how), alone(a.right, how, false));
  }
  if (b.bit > a.bit && belongs(a.prefix, b)) {
    return a.prefix & b.bit
      ? fork(b, alone(b.left, how, true), merge(a, b.right, how))
      : fork(b, merge(a, b.left, how), alone(b.right, how, true));
  }
  const [left, right] = [alone(a, how, false), alone(b, how, true)];
  return left && right ? link(left, right) : (left ?? right);
}

function mergeLeaf<V>(leaf: Leaf<V>, other: Trie<V>, how: Merge<V>, swapped: boolean): IntMap<V> {
  const found = get(other, leaf.key);
  const rest = alone(remove(other, leaf.key), how, !swapped);
  const value =
    found === undefined
      ? how.one(leaf.value, swapped, leaf.key)
      : swapped
        ? how.both(found, leaf.value, leaf.key)
        : how.both(leaf.value, found, leaf.key);
  return value === undefined ? rest : set(rest, leaf.key, value);
}

function alone<V>(map: IntMap<V>, how: Pick<Merge<V>, 'one'>, fromSecond: boolean): IntMap<V> {
  if (!map) return map;
  if (isLeaf(map)) {
    const value = how.one(map.value, fromSecond, map.key);
    if (value === undefined) return undefined;
    return value === map.value ? map : { key: map.key, value };
  }
  return fork(map, alone(map.left, how, fromSecond), alone(map.right, how, fromSecond));
}

/** The same map with every value changed; where `change` says undefined, the key goes. */
export const map = <V>(values: IntMap<V>, change: (value: V) => V | undefined): IntMap<V> =>
  alone(values, { one: change }, false);

/** Whether two maps hold the same keys with the same values, up to `same`. */
export function equal<V>(a: IntMap<V>, b: IntMap<V>, same: (a: V, b: V) => boolean): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  if (isLeaf(a) || isLeaf(b)) return isLeaf(a) && isLeaf(b) && a.key === b.key && same(a.value, b.value);
  return a.bit === b.bit && a.prefix === b.prefix && equal(a.left, b.left, same) && equal(a.right, b.right, same);
}
