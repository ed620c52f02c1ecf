import type { StatusSet } from '../../status/index.js';

/** What another response can be on some paths, by its origin, if it is still there. */
export interface Relation {
  readonly origin: number;
  readonly statuses: StatusSet;
}

/** Sorted by origin. */
export type Relations = readonly Relation[];

/** How many other responses an entry is related to, the newest ones: nobody keeps more of them apart. */
const mostRelated = 4;

/** The join: paths together restrict only what each of them does. */
export function commonRelations(a: Relations | undefined, b: Relations | undefined): Relations | undefined {
  if (!a || !b || a === b) return a && b;
  const common = a.flatMap(({ origin, statuses }): Relation[] => {
    const other = b.find((one) => one.origin === origin);
    return other ? [{ origin, statuses: statuses.union(other.statuses) }] : [];
  });
  return relationsOf(common);
}

export function sameRelations(a: Relations | undefined, b: Relations | undefined): boolean {
  if (a === b || !a || !b) return a === b;
  return (
    a.length === b.length && a.every((one, i) => one.origin === b[i]!.origin && one.statuses.equals(b[i]!.statuses))
  );
}

/** What paths say of a response; undefined where it may be whatever its own table has. */
export const relationTo = (relations: Relations | undefined, origin: number): StatusSet | undefined =>
  relations?.find((one) => one.origin === origin)?.statuses;

/** The relations of an entry; undefined for none. */
export function relationsOf(relations: readonly Relation[]): Relations | undefined {
  if (relations.length === 0) return undefined;
  return relations.toSorted((x, y) => x.origin - y.origin).slice(-mostRelated);
}

/** The same without the one to a response. */
export const withoutRelation = (relations: Relations | undefined, origin: number): Relations | undefined =>
  relations && relationsOf(relations.filter((one) => one.origin !== origin));
