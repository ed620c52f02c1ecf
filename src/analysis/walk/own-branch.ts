import { errors, nullBody, success, type StatusSet } from '../../status/index.js';

const successWithBody = success.difference(nullBody);

/**
 * Whether one side of a condition is for failures: no success goes there, or the other side is for successes only
 * (`status !== 201` sends a 200 the way of the failures, and its author means failures all the same). A test for 204 or
 * 304 asks for a body, and does not set failures apart.
 */
export function failuresAlone(side: StatusSet, opposite: StatusSet): boolean {
  if (side.isDisjointWith(errors)) return false;
  if (side.isDisjointWith(success)) return true;
  return opposite.isDisjointWith(errors) && !opposite.isDisjointWith(successWithBody);
}
