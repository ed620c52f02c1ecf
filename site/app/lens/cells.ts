// What stands beside a line: for each class of statuses, whether a response can still have one of them.
import type { Sight } from '../../../src/analysis/trace/trace.js';
import { classes, setOf } from './sets.js';

export interface Cell {
  /** The first digit of the class. */
  readonly digit: number;
  /** Whether a status of the class is possible on no way to the line, on some or on every way. */
  readonly reach: 'never' | 'sometimes' | 'always';
  /** Whether only some statuses of the class are possible. */
  readonly isPart: boolean;
  /** Whether nothing looked at such a status yet, on some way. */
  readonly isUnchecked: boolean;
}

export const cellsOf = ({ statuses, always, unchecked }: Sight): readonly Cell[] =>
  classes.map((whole, index) => {
    const possible = setOf(statuses).intersect(whole);
    const reach = possible.isEmpty ? 'never' : possible.isSubsetOf(setOf(always)) ? 'always' : 'sometimes';
    return {
      digit: index + 1,
      reach,
      isPart: !possible.isEmpty && !possible.equals(whole),
      isUnchecked: !possible.isDisjointWith(setOf(unchecked)),
    };
  });
