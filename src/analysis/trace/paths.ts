import { errors, formatStatuses, type StatusSet } from '../../status/index.js';
import type { Node } from '../../syntax/nodes.js';
import type { Condition } from '../observations/observation.js';
import type { End, ResponseReport } from '../report.js';
import type { Path, PathStep, Place } from './trace.js';

/** The text of a node. */
export type TextOf = (node: Node) => string;

/** How a response comes to each place where a rule can report it. */
export function pathsOf(report: ResponseReport, given: string, textOf: TextOf): readonly Path[] {
  const writer = new StepWriter(report, given, textOf);
  const paths = new Map<Node, readonly PathStep[]>();
  const add = (at: Node | undefined, end: End | undefined, condition?: Condition) => {
    if (at && !paths.has(at)) paths.set(at, writer.stepsTo(end, condition));
  };
  const { ends, conditions } = report;
  const failing = ends.filter(({ statuses }) => !statuses.isDisjointWith(errors));
  add(report.callee, failing.find((end) => end.use && !end.inspected) ?? failing.find(({ use }) => use) ?? failing[0]);
  for (const condition of conditions) {
    const behind = failing.filter(({ guard }) => guard === condition.node);
    add(condition.node, behind.find(({ use }) => use) ?? behind[0], condition);
  }
  // Of a helper, or of the function that gave it.
  for (const end of failing) add(end.guard, end);
  for (const use of new Set([...report.unchecked.keys(), ...report.uses.keys()])) {
    add(
      use,
      failing.find((end) => end.use === use),
    );
  }
  return Array.from(paths, ([node, steps]) => ({ ...placeOf(node), steps }));
}

class StepWriter {
  constructor(
    private readonly report: ResponseReport,
    private readonly given: string,
    private readonly textOf: TextOf,
  ) {}

  stepsTo(end: End | undefined, asked?: Condition): readonly PathStep[] {
    const { call, callee, conditions } = this.report;
    const first = call ?? callee;
    const steps: PathStep[] = first ? [{ ...this.at('given', first), statuses: this.given }] : [];
    const condition = asked ?? conditions.find(({ node }) => node === end?.guard);
    const later = [condition ? this.asked(condition, end) : this.guarded(end), end && this.lastOf(end)];
    return [...steps, ...later.filter((step) => step !== undefined).sort(inOrder)];
  }

  private asked(condition: Condition, end: End | undefined): PathStep {
    const going = end?.statuses.intersect(condition.before) ?? condition.before;
    const holds = outcomeOf(condition, going);
    const step = { ...this.at('asked', condition.node), statuses: formatStatuses(going) };
    return holds === undefined ? step : { ...step, holds };
  }

  /** By a condition of which no more is known here than what it let through. */
  private guarded(end: End | undefined): PathStep | undefined {
    return end?.guard && { ...this.at('asked', end.guard), statuses: formatStatuses(end.statuses) };
  }

  private lastOf({ use, handed, statuses }: End): PathStep | undefined {
    const [taken] = [...this.report.hands].find(([, some]) => handed && !some.isDisjointWith(statuses)) ?? [];
    const last = use ? this.at('read', use) : taken && this.at('handed', taken);
    return last && { ...last, statuses: formatStatuses(statuses) };
  }

  private at(kind: PathStep['kind'], node: Node): Omit<PathStep, 'statuses'> {
    return { kind, ...placeOf(node), code: this.textOf(node).replace(/\s+/g, ' ') };
  }
}

/** `const data = await res.json(); if (res.ok) …`: the body was read before the condition looked. */
const inOrder = (a: Place, b: Place): number => a.line - b.line || a.column - b.column;

/** How a condition comes out for some statuses, where it is the same for all of them. */
function outcomeOf({ whenTrue, whenFalse }: Condition, statuses: StatusSet): boolean | undefined {
  if (statuses.isDisjointWith(whenFalse)) return true;
  return statuses.isDisjointWith(whenTrue) ? false : undefined;
}

export const placeOf = ({ loc: { start } }: Node): Place => ({ line: start.line, column: start.column + 1 });
