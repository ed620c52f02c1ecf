import type { Node } from '../../syntax/nodes.js';

/** The walk of a function took more steps than its budget: the function is left alone. */
export class BudgetError extends RangeError {}

/** Steps that even the shortest function may take: a loop in a loop in a loop of a line each. */
const fewest = 20_000;

/** Steps for each character of a function. Of real code none was found that takes a twentieth of it. */
const perCharacter = 40;

/**
 * Counts the steps of the walk of one function: statements and expressions, each as often as it is walked. Steps and not
 * milliseconds, so that a file has the same reports on every machine. Most walks take about one step for each node. The
 * height of the lattice bounds the turns of one loop; the budget bounds what loops in loops and helpers in helpers make
 * of that, where each level multiplies the one inside it.
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
