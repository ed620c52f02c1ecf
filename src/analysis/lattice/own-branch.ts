import { errors, nullBody, success, type StatusSet } from '../../status/index.js';
import type { Node } from '../syntax.js';
import * as intMap from './int-map.js';
import type { IntMap } from './int-map.js';

/** One side of a condition that is there for failures, and the one around it. */
export interface OwnBranch {
  readonly condition: Node;
  readonly side: boolean;
  readonly outer: OwnBranch | undefined;
}

const successWithBody = success.difference(nullBody);

/**
 * Whether one side of a condition is for failures: no success goes there, or the other side is for successes only
 * (`status !== 201` sends a 200 the way of the failures, `!res.ok || !id` a success without an id, and their authors mean
 * failures all the same). A test for 204 or 304 asks for a body, and does not set failures apart.
 */
export function isForFailures(side: StatusSet, opposite: StatusSet): boolean {
  if (side.isDisjointWith(errors)) return false;
  if (side.isDisjointWith(success)) return true;
  return opposite.isDisjointWith(errors) && !opposite.isDisjointWith(successWithBody);
}

/** Where sides meet, only the branches around both of them go on. */
export function joinOwn(a: IntMap<OwnBranch>, b: IntMap<OwnBranch>): IntMap<OwnBranch> {
  if (a === b) return a;
  let joined: IntMap<OwnBranch>;
  for (const [origin, branch] of intMap.entries(a)) {
    const common = commonBranch(branch, intMap.get(b, origin));
    if (common) joined = intMap.set(joined, origin, common);
  }
  return joined;
}

function commonBranch(a: OwnBranch | undefined, b: OwnBranch | undefined): OwnBranch | undefined {
  for (let x = a; x; x = x.outer) {
    for (let y = b; y; y = y.outer) if (sameBranch(x, y)) return x;
  }
  return undefined;
}

export function sameBranch(a: OwnBranch | undefined, b: OwnBranch | undefined): boolean {
  let [x, y] = [a, b];
  while (x && y && x !== y) {
    if (x.condition !== y.condition || x.side !== y.side) return false;
    [x, y] = [x.outer, y.outer];
  }
  return x === y;
}
