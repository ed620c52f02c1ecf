import * as intMap from '../domain/int-map.js';
import { withoutVainUse } from '../domain/table.js';
import { originsBehind } from '../domain/state.js';
import type { Value } from '../domain/value.js';
import { isInside, type Node } from '../../syntax/nodes.js';
import { Memory } from './memory.js';

/** Stands in the journal for a use that must not be taken back, so that the positions after it do not change. */
const nobody = -1;

/**
 * Events in the order of the walk. A construct keeps the length of a list before it runs something, and afterwards reads
 * what was added: a `catch` takes back the uses of its `try` block. A tentative run adds nothing.
 */
export abstract class Journal extends Memory {
  /** The responses whose body was read, in the order of the walk. */
  readonly used: number[] = [];
  /** For each node that reads a body, the length of that list when it first did. */
  private readonly firstUses = new Map<Node, number>();
  /** The responses that the code waited for, in the order of the walk. */
  readonly waited: number[] = [];
  /** The responses whose status a condition tested, in the order of the walk. */
  readonly tested: number[] = [];
  /** For each condition that is being decided, the innermost last: the tests of statuses found in it, by origin. */
  readonly openDecisions: Map<number, Set<Node>>[] = [];

  /** Whether what is being evaluated goes into a log: the arguments of `console.log(…)`. */
  protected isLogged = false;

  /** Evaluates the arguments of a logger. */
  logging(run: () => void): void {
    const outer = this.isLogged;
    this.isLogged = true;
    run();
    this.isLogged = outer;
  }

  /** Adds the use of a body; `node` may stand in a function that was called. */
  noteUse(origin: number, node: Node | undefined): void {
    if (this.isSilent) return;
    if (node && !this.firstUses.has(node)) this.firstUses.set(node, this.used.length);
    this.used.push(origin);
  }

  /** Adds the responses that the code waits for. */
  noteWaited(value: Value): void {
    if (!this.isSilent) this.waited.push(...originsBehind(value));
  }

  /** The uses since `from` are never taken back: a promise that nobody waits for goes on after an exception. */
  keepUses(from: number): void {
    this.used.fill(nobody, from);
  }

  /** Adds a test of the status of a response. */
  noteTest(origin: number, test: Node): void {
    if (this.isSilent) return;
    this.noteAsked(origin);
    const tests = this.openDecisions.at(-1);
    if (!tests) return;
    const ofOrigin = tests.get(origin);
    if (ofOrigin) ofOrigin.add(test);
    else tests.set(origin, new Set([test]));
  }

  /** A condition asks about a response, if not for its status: whether an answer came at all. */
  noteAsked(origin: number): void {
    if (!this.isSilent) this.tested.push(origin);
  }

  /**
   * After a caught exception: takes the uses since `from` back, but for bodies that a variable from outside the block
   * holds.
   */
  forgetVainUses(from: number, block: Node): void {
    const used = new Set(this.used.slice(from));
    used.delete(nobody);
    const kept = used.size > 0 ? this.keptBodies(block) : used;
    // The use may stand in a helper: it belongs to this block if no earlier code called that helper.
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
