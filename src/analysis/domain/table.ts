import type { TSESTree } from '@typescript-eslint/utils';
import { errors, StatusSet } from '../../status/index.js';
import { isInside } from '../../syntax/nodes.js';
import { commonRelations, sameRelations, type Relations } from './relation.js';

/**
 * What happened to one response on the paths that lead to a program point: one StatusSet for each combination of the
 * facts below. Facts of one path stay together: "used on a path that inspected" and "used on one, inspected on another"
 * are different tables. Finite, joined entry by entry, so every fixpoint over it ends.
 */
export const Fact = {
  /** Its status was looked at (`ok` or `status` in a condition, or handed on to code that can act on it). */
  inspected: 1,
  /** Its body was read. */
  used: 2,
  /** The response itself went to another owner, who decides. */
  handed: 4,
  /**
   * These statuses went through code of their own (`if (!res.ok) retry();`), or the status was handed on
   * (`show(res.status)`).
   */
  branched: 8,
  /** It is the newest response of its call, and a variable or a value on its way still holds it. */
  live: 16,
  /** All that these statuses alone went through is a log: `if (!res.ok) console.warn(res.status);`. */
  logged: 32,
  /** No variable that is still read holds it, but one may know its status: `good` of `good = res.ok`. */
  statusKnown: 64,
  /** Its body, which was read before a condition looked, was taken for the answer after it. */
  usedAgain: 128,
  /** Its body was read to its end, locked by a reader or thrown away: reading it again throws. */
  spent: 256,
  /** Its body was read where the guard had looked already, on this path and not only in the text. */
  usedBehind: 512,
} as const;

export interface Entry {
  /** A sum of Facts. */
  readonly facts: number;
  readonly statuses: StatusSet;
  /** What other responses are on these paths, where that is less than their own tables have: see `related.ts`. */
  readonly others?: Relations;
  /** Witness: where the body was read. */
  readonly use?: TSESTree.Node;
  /** Witness: the condition that looked, the last one that set successes apart, or else the first. */
  readonly guard?: TSESTree.Node;
  /** Witness: what spent the body, for whatever purpose. */
  readonly spender?: TSESTree.Node;
}

/** Sorted by facts, no entry empty. */
export type Table = readonly Entry[];

export const freshTable = (statuses: StatusSet): Table => [{ facts: Fact.live, statuses }];

export const has = (entry: Entry, fact: number): boolean => (entry.facts & fact) === fact;

/** All statuses that the response can still have; `live` narrows that to the paths that still hold it. */
export function statusesOf(table: Table, fact = 0): StatusSet {
  return table.reduce((set, entry) => (has(entry, fact) ? set.union(entry.statuses) : set), StatusSet.empty);
}

/** The live statuses at which nothing looked yet. */
export const uncheckedOf = (table: Table): StatusSet =>
  statusesOf(
    table.filter((entry) => !has(entry, Fact.inspected)),
    Fact.live,
  );

/** The facts that correlations keep apart: `if (raw) body = await res.text()` makes `used` a matter of `raw`. */
const correlatedFacts = Fact.inspected | Fact.used | Fact.handed;

/** The live statuses of a response for each combination of `correlatedFacts`, which is the index. */
export type StatusesByFacts = readonly StatusSet[];

export const noStatuses: StatusesByFacts = Array.from({ length: correlatedFacts + 1 }, () => StatusSet.empty);

export function statusesByFacts(table: Table): StatusesByFacts {
  const byFacts = [...noStatuses];
  for (const { facts, statuses } of table) {
    if (facts & Fact.live) byFacts[facts & correlatedFacts] = byFacts[facts & correlatedFacts]!.union(statuses);
  }
  return byFacts;
}

/** Puts entries in order and joins those with the same facts. */
export function tableOf(list: readonly Entry[]): Table {
  const byFacts = new Map<number, Entry>();
  for (const entry of list) {
    if (entry.statuses.isEmpty) continue;
    const existing = byFacts.get(entry.facts);
    byFacts.set(entry.facts, existing ? joinEntry(existing, entry) : entry);
  }
  return [...byFacts.values()].sort((a, b) => a.facts - b.facts);
}

function joinEntry(a: Entry, b: Entry): Entry {
  const statuses = a.statuses.union(b.statuses);
  const use = a.use ?? b.use;
  const guard = guardOf(a, b);
  const spender = a.spender ?? b.spender;
  const others = commonRelations(a.others, b.others);
  const isSame = use === a.use && guard === a.guard && spender === a.spender && sameRelations(others, a.others);
  if (statuses === a.statuses && isSame) return a;
  return { facts: a.facts, statuses, others, use, guard, spender };
}

/** Of two guards, reports name the one that let failures through. */
function guardOf(a: Entry, b: Entry): TSESTree.Node | undefined {
  if (a.guard === b.guard || !a.guard || !b.guard) return a.guard ?? b.guard;
  return a.statuses.isDisjointWith(errors) ? b.guard : a.guard;
}

/** The join: the union of statuses for each combination of facts. Gives `a` itself back where `b` adds nothing. */
export function joinTables(a: Table, b: Table): Table {
  if (a === b) return a;
  const joined = tableOf([...a, ...b]);
  return joined.length === a.length && joined.every((entry, i) => entry === a[i]) ? a : joined;
}

/**
 * Whether two tables have the same statuses for the same facts. Witnesses do not count, so that a fixpoint ignores
 * them.
 */
export function sameTable(a: Table, b: Table): boolean {
  return a === b || (a.length === b.length && a.every((entry, i) => sameEntry(entry, b[i]!)));
}

const sameEntry = (a: Entry, b: Entry): boolean =>
  a.facts === b.facts && a.statuses.equals(b.statuses) && sameRelations(a.others, b.others);

/** Whether an entry has one of these facts. */
const hasAny = (entry: Entry, facts: number): boolean => (entry.facts & facts) !== 0;

/** Changes the entries with one of the facts in `concerns`; the others stay. */
export function changeTable(table: Table, concerns: number, change: (entry: Entry) => Entry | readonly Entry[]): Table {
  return tableOf(table.flatMap((entry) => (hasAny(entry, concerns) ? change(entry) : entry)));
}

/** Adds facts to all entries with one of the facts in `to`. */
export function mark(
  table: Table,
  facts: number,
  witness: Pick<Entry, 'guard' | 'spender'> = {},
  to: number = Fact.live,
): Table {
  if (table.every((entry) => !hasAny(entry, to) || has(entry, facts))) return table;
  return changeTable(table, to, (entry) => {
    const known = guarded(entry, witness.guard);
    return { ...known, facts: known.facts | facts, spender: entry.spender ?? witness.spender };
  });
}

/** The body is read at `use`. */
export const usedAt = (table: Table, use: TSESTree.Node): Table =>
  changeTable(table, Fact.live, (entry) => usedBy(entry, use));

export const usedBy = (entry: Entry, use: TSESTree.Node): Entry =>
  has(entry, Fact.used) && entry.use
    ? entry
    : { ...entry, facts: entry.facts | Fact.used | (entry.guard ? Fact.usedBehind : 0), use };

/** With another guard: what was read before is in front of it. */
export const guarded = (entry: Entry, guard: TSESTree.Node | undefined): Entry =>
  !guard || guard === entry.guard ? entry : { ...entry, facts: entry.facts & ~Fact.usedBehind, guard };

/**
 * Makes `guard` the guard of the entries with one of the facts in `of`; with `others`, only of those guarded by one of
 * them.
 */
export function guardedBy(
  table: Table,
  guard: TSESTree.Node,
  of: number,
  others?: ReadonlySet<TSESTree.Node | undefined>,
): Table {
  const isOther = (entry: Entry) => entry.guard !== guard && (!others || others.has(entry.guard));
  if (!table.some((entry) => hasAny(entry, of) && isOther(entry))) return table;
  return changeTable(table, of, (entry) => (isOther(entry) ? guarded(entry, guard) : entry));
}

/** Adds facts to these statuses of the live entries alone. */
export const markStatuses = (table: Table, facts: number, statuses: StatusSet): Table =>
  changeTable(table, Fact.live, (entry) => [
    { ...entry, facts: entry.facts | facts, statuses: entry.statuses.intersect(statuses) },
    { ...entry, statuses: entry.statuses.difference(statuses) },
  ]);

/** Keeps, of the entries with one of the facts in `of`, the statuses in `kept`. */
export const restrict = (table: Table, kept: StatusSet, of: number = Fact.live): Table =>
  changeTable(table, of, (entry) => ({ ...entry, statuses: entry.statuses.intersect(kept) }));

/** Narrows the live entries to the statuses that `byFacts` has for their facts. */
export const restrictByFacts = (table: Table, byFacts: StatusesByFacts): Table =>
  changeTable(table, Fact.live, (entry) => ({
    ...entry,
    statuses: entry.statuses.intersect(byFacts[entry.facts & correlatedFacts]!),
  }));

/** No code can reach the response any more: its facts stay as they are from here on. */
export const bury = (table: Table): Table =>
  changeTable(table, Fact.live | Fact.statusKnown, (entry) => ({
    ...entry,
    facts: entry.facts & ~Fact.live & ~Fact.statusKnown,
  }));

/** No variable that is still read holds the response, but its status is known: `good = res.ok; res = undefined`. */
export const letGo = (table: Table): Table =>
  changeTable(table, Fact.live, (entry) => ({ ...entry, facts: (entry.facts & ~Fact.live) | Fact.statusKnown }));

/**
 * Takes uses back that came to nothing: in `try { b = await res.json(); throw … } catch {}` nothing is done with the
 * body.
 */
export const withoutVainUse = (table: Table, isVain: (use: TSESTree.Node) => boolean): Table =>
  changeTable(table, Fact.used, (entry) => {
    if (!entry.use || !isVain(entry.use)) return entry;
    return { ...entry, facts: entry.facts & ~Fact.used & ~Fact.usedBehind, use: undefined };
  });

/**
 * A body that was read before a guard is taken for the answer behind it, at `use`: `if (!res.ok) console.error(data);
 * return data;`. `tells` says of a guard whether that is news.
 */
export const usedAgain = (table: Table, use: TSESTree.Node, tells: (guard: TSESTree.Node) => boolean): Table =>
  changeTable(table, Fact.used, (entry) => {
    const { guard } = entry;
    if (!guard || !entry.use || has(entry, Fact.usedBehind) || isInside(use, guard)) return entry;
    return tells(guard) ? { ...entry, facts: entry.facts | Fact.usedAgain } : entry;
  });

/** Forgets that the body was spent: a reader gave it free, or there is none. */
export const withoutSpent = (table: Table): Table =>
  changeTable(table, Fact.spent, (entry) => ({ ...entry, facts: entry.facts & ~Fact.spent, spender: undefined }));

/** The statuses with which the body is spent on every path that has them here, and what spent it. */
export function spentIn(table: Table): { readonly statuses: StatusSet; readonly spender?: TSESTree.Node } {
  const live = table.filter((entry) => has(entry, Fact.live));
  const free = live.filter((entry) => !has(entry, Fact.spent));
  return {
    statuses: statusesOf(live, Fact.spent).difference(statusesOf(free)),
    spender: live.find((entry) => has(entry, Fact.spent))?.spender,
  };
}

/** Drops the live entries: on this path the request failed, and there is no response. */
export const withoutLive = (table: Table): Table => table.filter((entry) => !has(entry, Fact.live));
