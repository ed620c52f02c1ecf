import { formatStatuses, StatusSet } from '../../status/index.js';
import type { Node } from '../../syntax/nodes.js';
import * as intMap from '../domain/int-map.js';
import { Fact, has, type Table } from '../domain/table.js';
import type { Flow } from '../flow/flow.js';
import type { Sight } from './trace.js';

/** The same as a sight, before it is written down. */
interface Seen {
  /** Where the statement starts. */
  readonly start: number;
  readonly names: ReadonlySet<string>;
  readonly statuses: StatusSet;
  readonly always: StatusSet;
  readonly unchecked: StatusSet;
}

/** Notes, before each statement, which statuses every response can have there. */
export class Recorder {
  private readonly byOrigin = new Map<number, Map<number, Seen>>();

  readonly observe = (node: Node, flow: Flow): void => {
    const names = namesIn(flow);
    intMap.each(flow.state?.tables, (table, origin) => {
      const seen = seenIn(node, table, names.get(origin) ?? new Set());
      if (seen) this.note(origin, node.loc.start.line, seen);
    });
  };

  /** What was noted of one response, by line. */
  sightsOf(origin: number): readonly Sight[] {
    return [...(this.byOrigin.get(origin) ?? [])]
      .sort(([a], [b]) => a - b)
      .map(([line, { names, statuses, always, unchecked }]) => ({
        line,
        names: [...names],
        statuses: formatStatuses(statuses),
        always: formatStatuses(always),
        unchecked: formatStatuses(unchecked),
      }));
  }

  private note(origin: number, line: number, seen: Seen): void {
    let lines = this.byOrigin.get(origin);
    if (!lines) this.byOrigin.set(origin, (lines = new Map<number, Seen>()));
    const known = lines.get(line);
    // Of `if (!res.ok) return;` it is the `if` to which the line belongs.
    if (!known || seen.start < known.start) lines.set(line, seen);
    else if (seen.start === known.start) lines.set(line, joined(known, seen));
  }
}

/** The variables that hold each response here: after `[a, b] = [b, a]` they are others than before. */
function namesIn({ state, facts }: Flow): ReadonlyMap<number, ReadonlySet<string>> {
  const names = new Map<number, Set<string>>();
  intMap.each(state?.vars, (value, variable) => {
    if (value.kind !== 'response') return;
    const { name } = facts.file.variableAt(variable);
    for (const origin of value.origins) {
      names.set(origin, (names.get(origin) ?? new Set<string>()).add(name));
    }
  });
  return names;
}

/** Undefined where no path holds the response any more. */
function seenIn({ range }: Node, table: Table, names: ReadonlySet<string>): Seen | undefined {
  const live = table.filter((entry) => has(entry, Fact.live));
  const union = (entries: Table) => entries.reduce((all, { statuses }) => all.union(statuses), StatusSet.empty);
  if (live.length === 0) return undefined;
  return {
    start: range[0],
    names,
    statuses: union(live),
    always: live.reduce((common, { statuses }) => common.intersect(statuses), StatusSet.all),
    unchecked: union(live.filter((entry) => !has(entry, Fact.inspected))),
  };
}

/** A statement is come to again in each round of a loop, and from each call of its function. */
const joined = (a: Seen, b: Seen): Seen => ({
  start: a.start,
  names: new Set([...a.names, ...b.names]),
  statuses: a.statuses.union(b.statuses),
  always: a.always.intersect(b.always),
  unchecked: a.unchecked.union(b.unchecked),
});
