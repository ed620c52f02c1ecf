import type { ResponseReport } from '../../analysis/index.js';
import { isInside, type Node } from '../../syntax/nodes.js';
import { errors, StatusSet } from '../../status/index.js';
import type { SuggestionId } from '../write/messages.js';

/** Error statuses that go on like successes. */
export interface Slip {
  readonly statuses: StatusSet;
  readonly response: ResponseReport;
}

/** The statuses with which a whole condition is true, and false. */
export interface Sides {
  readonly whenTrue: StatusSet;
  readonly whenFalse: StatusSet;
}

/** What the analysis knows of a condition; of a switch, the successes that its cases take, and all that none takes. */
export function sidesOf({ response }: Slip, condition: Node): Sides | undefined {
  for (const [test, decision] of response.decisions) if (isInside(test, condition)) return decision;
  return undefined;
}

/** Whether some of what slips is among these statuses. */
export const holdsSome = ({ statuses }: Slip, side: StatusSet): boolean => !side.isDisjointWith(statuses);

/** Whether a check for failures is right where these statuses come by: all that slips, and no other error. */
export const isExactly = ({ statuses }: Slip, arriving: StatusSet): boolean =>
  arriving.intersect(errors).equals(statuses);

/** "Any other status" is said where some error has a branch of its own. */
export const labelOf = ({ statuses }: Slip): SuggestionId => (statuses.equals(errors) ? 'check' : 'checkRest');

/** Where the body is read with a status that slips. */
export const usesOf = (slip: Slip): Node[] =>
  [...slip.response.uses].filter(([, arriving]) => holdsSome(slip, arriving)).map(([use]) => use);
