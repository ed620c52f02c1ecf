import { anyAnswer, noAnswer } from '../models/rejections.js';
import { errors, StatusSet } from '../status/index.js';
import { conditionAround, type Node } from '../syntax/nodes.js';
import type { Condition } from './observations/observation.js';
import type { End, ErrorReport } from './report.js';

/** What a handler lets go by: the failures that it does nothing about, although it looks at the status of the answer. */
export interface Swallowed {
  /** With 0 for no answer at all. */
  readonly statuses: StatusSet;
  /** The whole condition that looks at the status; the first of several. */
  readonly condition: Node;
}

/**
 * The failures that a handler swallows: it tests the status for some value, and on the other ways nothing is thrown,
 * returned, set, shown or told. A handler that does nothing at all about any failure, or the same about all, is another
 * matter; and so are statuses that are asked for by name to let them go by.
 */
export function swallowedBy({ statuses: all, ends, conditions, answerReads }: ErrorReport): Swallowed | undefined {
  const tests = conditions.filter(asksForStatus);
  const [first] = tests.toSorted((a, b) => a.node.range[0] - b.node.range[0]);
  if (!first || all.isSubsetOf(arriving(ends.filter((end) => !isDealtWith(end))))) return undefined;
  const failing = failures.difference(thrownAt(answerReads));
  const named = tests.reduce((known, test) => known.union(test.named), StatusSet.empty);
  const swallowed = arriving(ends.filter(isIgnored)).intersect(failing);
  if (swallowed.intersect(errors).difference(named).isEmpty) return undefined;
  return { statuses: swallowed, condition: conditionAround(first.node) };
}

/** The statuses that end in one of these ways. */
const arriving = (ends: readonly End[]): StatusSet =>
  ends.reduce((all, end) => all.union(end.statuses), StatusSet.empty);

const failures = errors.union(noAnswer);

/** A read of the answer throws where there is none, so no code goes on from there. */
const thrownAt = (reads: ErrorReport['answerReads']): StatusSet => {
  const isThrown = [...reads.values()].some((statuses) => !statuses.isDisjointWith(noAnswer));
  return isThrown ? noAnswer : StatusSet.empty;
};

/** Whether a condition tells some answers from others, not only whether one came. */
const asksForStatus = ({ whenTrue, whenFalse }: Condition): boolean =>
  !whenTrue.intersect(anyAnswer).isEmpty &&
  !whenFalse.intersect(anyAnswer).isEmpty &&
  !whenTrue.intersect(anyAnswer).equals(whenFalse.intersect(anyAnswer));

const isDealtWith = ({ branched, handed }: End): boolean => branched || handed;

const isIgnored = (end: End): boolean => !isDealtWith(end) && !end.logged;
