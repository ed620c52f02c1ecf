import type { Node } from '../../syntax/nodes.js';

/** The walk of a function took more steps than its length is worth: it is left alone. */
export class BudgetError extends RangeError {}

/** Steps that even the shortest function may take: a loop in a loop in a loop of a line each. */
const fewest = 20_000;

/** Steps for each character of a function. Of real code none was found that takes a twentieth of it. */
const perCharacter = 40;

/**
 * The steps of the walk of one function: statements and expressions, each as often as it is walked. They are counted, not
 * timed, so that a file has the same reports on every machine. A walk costs about as many steps as the function has
 * nodes; the lattice bounds how often a loop is gone round, and this what loops in loops and helpers in helpers make of it.
 */
export class Budget {
  spent = 0;
  readonly most: number;

  constructor({ range: [start, end] }: Node) {
    this.most = fewest + perCharacter * (end - start);
  }

  spend(): void {
    if (++this.spent > this.most) throw new BudgetError(`More than ${this.most} steps.`);
  }
}
