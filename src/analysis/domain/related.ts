import { StatusSet } from '../../status/index.js';
import type { IntMap } from './int-map.js';
import * as intMap from './int-map.js';
import { relationsOf, relationTo, sameRelations, withoutRelation, type Relation } from './relation.js';
import { Fact, type Entry, type Table } from './table.js';

// What becomes of one response is a matter of what another one is: after `if (!res.ok) other = await fetch(spare);`, the
// paths on which there is `other` are those on which `res` is an error. Behind a check of `res` there are none of them.

/** The tables of a state, and for each response those whose entries are related to it. */
export interface Related {
  readonly tables: IntMap<Table>;
  readonly related: IntMap<readonly number[]>;
}

/** Of how many responses a join keeps apart what they are on its two sides, the newest ones. */
const mostApart = 4;

/** The statuses of the newest response of an origin, if anything still knows it. */
const known = (table: Table): StatusSet =>
  table.reduce(
    (all, { facts, statuses }) => (facts & (Fact.live | Fact.statusKnown) ? all.union(statuses) : all),
    StatusSet.empty,
  );

/**
 * A response that is there on both sides of a join, with different statuses. To one that is made on one side alone nothing
 * is related: loops in loops, each with a request of its own, would need more turns for it.
 */
interface Apart {
  readonly origin: number;
  readonly sides: readonly [StatusSet, StatusSet];
}

/** Relates the responses in `differing`, whose tables are not the same on the two sides of a join, to each other. */
export function relate(a: IntMap<Table>, b: IntMap<Table>, joined: Related, differing: readonly number[]): Related {
  if (differing.length < 2) return joined;
  const apart = differing.flatMap((origin) => apartAt(a, b, origin)).slice(-mostApart);
  let { tables, related } = joined;
  for (const origin of differing) {
    const table = intMap.get(tables, origin)!;
    const others = apart.filter((one) => one.origin !== origin);
    if (others.length === 0 && !table.some((entry) => entry.others)) continue;
    const sides = [intMap.get(a, origin), intMap.get(b, origin)];
    const changed = table.map((entry) => withOthers(entry, relationsAt(entry, sides, others), tables));
    if (changed.every((entry, i) => entry === table[i])) continue;
    tables = intMap.set(tables, origin, changed);
    for (const other of others)
      related = intMap.set(related, other.origin, added(intMap.get(related, other.origin), origin));
  }
  return { tables, related };
}

function apartAt(a: IntMap<Table>, b: IntMap<Table>, origin: number): Apart[] {
  const [x, y] = [known(intMap.get(a, origin) ?? []), known(intMap.get(b, origin) ?? [])];
  return x.isEmpty || y.isEmpty || x.equals(y) ? [] : [{ origin, sides: [x, y] }];
}

/** What others are on the paths of an entry, which come from one side of a join or from both. */
function relationsAt(
  { facts, others }: Entry,
  tables: readonly (Table | undefined)[],
  apart: readonly Apart[],
): readonly Relation[] {
  const onSides = tables.map((table) => table?.find((entry) => entry.facts === facts));
  const relations = apart.map(({ origin, sides }): Relation => {
    const statuses = sides.map((side, i) => {
      const before = onSides[i];
      return before ? (relationTo(before.others, origin)?.intersect(side) ?? side) : StatusSet.empty;
    });
    return { origin, statuses: statuses.reduce((all, some) => all.union(some)) };
  });
  const isApart = ({ origin }: Relation) => apart.some((one) => one.origin === origin);
  return [...(others ?? []).filter((relation) => !isApart(relation)), ...relations];
}

/** An entry with what restricts others to less than they can be anyway. */
function withOthers(entry: Entry, relations: readonly Relation[], tables: IntMap<Table>): Entry {
  const others = relationsOf(
    relations.filter(({ origin, statuses }) => !known(intMap.get(tables, origin) ?? []).isSubsetOf(statuses)),
  );
  return sameRelations(others, entry.others) ? entry : { ...entry, others };
}

const added = (origins: readonly number[] = [], origin: number): readonly number[] =>
  origins.includes(origin) ? origins : [...origins, origin];

/** A response is there, and was narrowed: paths on which it is something else are none any more. */
export function withoutContradictions({ tables, related }: Related, origin: number): IntMap<Table> {
  const narrowed = intMap.get(related, origin) ?? [];
  if (narrowed.length === 0) return tables;
  const possible = known(intMap.get(tables, origin) ?? []);
  if (possible.isEmpty) return tables;
  return narrowed.reduce((all, other) => {
    const table = intMap.get(all, other) ?? [];
    const kept = table.filter(({ others }) => !relationTo(others, origin)?.isDisjointWith(possible));
    return kept.length === table.length ? all : intMap.set(all, other, kept);
  }, tables);
}

/** A new response has the origin now: whatever was related to the old one is not to this one. */
export function withoutRelationsTo<S extends Related>(state: S, origin: number): S {
  const others = intMap.get(state.related, origin);
  if (!others) return state;
  const tables = others.reduce((all, other) => {
    const table = intMap.get(all, other) ?? [];
    return intMap.set(
      all,
      other,
      table.map((entry) => (entry.others ? { ...entry, others: withoutRelation(entry.others, origin) } : entry)),
    );
  }, state.tables);
  return { ...state, tables, related: intMap.remove(state.related, origin) };
}
