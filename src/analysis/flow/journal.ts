import * as intMap from '../domain/int-map.js';
import { withoutVainUse } from '../domain/table.js';
import { originsBehind } from '../domain/state.js';
import type { Value } from '../domain/value.js';
import { isInside, type Node } from '../../syntax/nodes.js';
import { Memory } from './memory.js';

/** No response: its place among the uses is taken all the same, so that what comes later comes later. */
const nobody = -1;

/**
 * What happened to responses in the order of the walk: whoever remembers how long a list is can ask later what came since.
 * A tentative run writes nothing in it.
 */
export abstract class Journal extends Memory {
  /** The responses whose body was read, in the order of the walk. */
  readonly used: number[] = [];
  /** How long that list was when a body was first read in a place. */
  private readonly firstUses = new Map<Node, number>();
  /** The responses that were waited for, likewise. */
  readonly waited: number[] = [];
  /** The responses whose status was asked for, likewise. */
  readonly tested: number[] = [];
  /** For each condition being decided, the tests in it that asked for a status, by origin. */
  readonly openDecisions: Map<number, Set<Node>>[] = [];

  /** What is being evaluated goes into a log: `console.log(…)`. */
  protected isLogged = false;

  /** Evaluates the arguments of a logger. */
  logging(run: () => void): void {
    const outer = this.isLogged;
    this.isLogged = true;
    run();
    this.isLogged = outer;
  }

  /** Notes when a body was read; `node` may be in a function that was called. */
  noteUse(origin: number, node: Node | undefined): void {
    if (this.isSilent) return;
    if (node && !this.firstUses.has(node)) this.firstUses.set(node, this.used.length);
    this.used.push(origin);
  }

  /** The code waits for the responses of a value. */
  noteWaited(value: Value): void {
    if (!this.isSilent) this.waited.push(...originsBehind(value));
  }

  /** What was read since `from` stays read, whatever happens to the code around. */
  keepUses(from: number): void {
    this.used.fill(nobody, from);
  }

  /** A test asked for the status of a response. */
  noteTest(origin: number, test: Node): void {
    if (this.isSilent) return;
    this.tested.push(origin);
    const tests = this.openDecisions.at(-1);
    if (!tests) return;
    const ofOrigin = tests.get(origin);
    if (ofOrigin) ofOrigin.add(test);
    else tests.set(origin, new Set([test]));
  }

  /** After a caught exception: bodies read since `from` count only where an outer variable keeps them. */
  forgetVainUses(from: number, block: Node): void {
    const used = new Set(this.used.slice(from));
    used.delete(nobody);
    const kept = used.size > 0 ? this.keptBodies(block) : used;
    // A helper's use stands elsewhere: it counts as one from here where nobody called the helper before.
    const isVain = (use: Node) => isInside(use, block) || (this.firstUses.get(use) ?? -1) >= from;
    for (const origin of used) {
      if (kept.has(origin)) continue;
      this.change(origin, (table) => withoutVainUse(table, isVain));
    }
  }

  /** The responses whose body a variable from outside a block holds. */
  private keptBodies(block: Node): ReadonlySet<number> {
    const kept = new Set<number>();
    intMap.each(this.state?.vars, (value, number) => {
      if (value.kind === 'body' && !this.isDeclaredWithin(number, block))
        for (const origin of value.of.origins) kept.add(origin);
    });
    return kept;
  }
}
