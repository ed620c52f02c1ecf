import { errors, nullBody, StatusSet, success } from '../../status/index.js';
import type { Node } from '../../syntax/nodes.js';
import type { IntMap } from './int-map.js';
import * as intMap from './int-map.js';

/**
 * The code from the side of a condition that only failures reach, as in `if (!res.ok) { … }`, to where its sides join.
 */
export interface FailureRegion {
  readonly condition: Node;
  readonly side: boolean;
  readonly outer: FailureRegion | undefined;
}

const successWithBody = success.difference(nullBody);

/**
 * Whether one side of a condition is for failures: no success goes there, or the other side is for successes only
 * (`status !== 201` sends a 200 the way of the failures, `!res.ok || !id` a success without an id, and their authors mean
 * failures all the same). A test for 204 or 304 may only say whether there is a body: see `isForBodies`.
 */
export function isForFailures(side: StatusSet, opposite: StatusSet): boolean {
  if (side.isDisjointWith(errors)) return false;
  return side.isDisjointWith(success) || isForSuccesses(opposite);
}

/**
 * Whether the other side is for successes without a body alone: `if (status === 204) return null; return res.json();` says
 * how to read, while `if (status !== 204) { fail(); }` has a branch for failures. What stands there decides.
 */
export const isForBodies = (side: StatusSet, opposite: StatusSet): boolean =>
  !side.isDisjointWith(errors) &&
  opposite.isDisjointWith(errors) &&
  !opposite.isDisjointWith(success) &&
  opposite.isDisjointWith(successWithBody);

/** Whether one side of a condition is for successes, and for no failure. */
export const isForSuccesses = (side: StatusSet): boolean =>
  side.isDisjointWith(errors) && !side.isDisjointWith(successWithBody);

/** Whether a condition with these two sides tells errors from successes, or from each other. */
export function tellsErrors(a: StatusSet, b: StatusSet): boolean {
  if (!a.isDisjointWith(errors) && !b.isDisjointWith(errors)) return true;
  return isForFailures(a, b) || isForFailures(b, a);
}

/** The join: a path is still in a region if both paths are. */
export function joinFailureRegions(a: IntMap<FailureRegion>, b: IntMap<FailureRegion>): IntMap<FailureRegion> {
  return intMap.merge(a, b, { both: commonRegion, one: () => undefined });
}

/** The innermost region such that both are in it and in the same ones around it. */
function commonRegion(a: FailureRegion, b: FailureRegion): FailureRegion | undefined {
  let [x, y]: (FailureRegion | undefined)[] = [a, b];
  const further = depthOf(a) - depthOf(b);
  for (let i = 0; i < further; i++) x = x!.outer;
  for (let i = 0; i < -further; i++) y = y!.outer;
  let common: FailureRegion | undefined;
  for (; x && y; [x, y] = [x.outer, y.outer]) {
    if (x === y) return common ?? x;
    if (x.condition !== y.condition || x.side !== y.side) common = undefined;
    else common ??= x;
  }
  return common;
}

function depthOf(region: FailureRegion): number {
  let depth = 0;
  for (let at: FailureRegion | undefined = region; at; at = at.outer) depth++;
  return depth;
}

export function sameRegion(a: FailureRegion | undefined, b: FailureRegion | undefined): boolean {
  let [x, y] = [a, b];
  while (x && y && x !== y) {
    if (x.condition !== y.condition || x.side !== y.side) return false;
    [x, y] = [x.outer, y.outer];
  }
  return x === y;
}
