import type { Client } from '../../models/index.js';
import { StatusSet } from '../../status/index.js';
import { tellsErrors } from '../domain/failure-region.js';
import type { Node } from '../../syntax/nodes.js';

/** A condition that looked at a response: the statuses before it, and on its two sides. */
export interface Condition {
  readonly node: Node;
  readonly before: StatusSet;
  readonly whenTrue: StatusSet;
  readonly whenFalse: StatusSet;
}

/** The statuses on the two sides of a whole condition. */
export interface Decision {
  readonly whenTrue: StatusSet;
  readonly whenFalse: StatusSet;
}

/** Where responses come from: a call of this file, or a parameter that one was passed for. Facts that no path owns. */
export class Origin {
  /** Awaited, or chained with a handler: the code waits for it. */
  awaited = false;
  /** Used, inspected or handed on somewhere. */
  touched = false;
  /** Its headers or its URL were read. */
  passive = false;
  /** Its failure is swallowed on purpose, by an empty handler. */
  tolerated = false;
  /** Where its promise was rejected, `Promise.allSettled` gives nothing in its place. */
  optional = false;
  /** Somewhere a response of this origin was passed for this parameter. */
  applied = false;
  /** A helper that it was passed to, or a wrapper that gave it, told errors from successes, or from each other. */
  helperTellsErrors = false;
  /** The conditions that looked at it in the function that gave it. */
  readonly earlierLooks: Set<Node> = new Set();
  /** For each test, what the whole condition around it came to. */
  readonly decisions: Map<Node, Decision> = new Map();
  readonly conditions: Map<Node, Condition> = new Map();
  /** Where its body is read after its status was looked at, and the statuses that arrive there. */
  readonly uses: Map<Node, StatusSet> = new Map();
  /** Where it is handed on, and the statuses that arrive there. */
  readonly hands: Map<Node, StatusSet> = new Map();
  /** Where its status is handed on, likewise. */
  readonly told: Map<Node, StatusSet> = new Map();

  /** The statuses with which a loop around its call goes round again. */
  repeats: StatusSet = StatusSet.empty;
  /** The same for loops that make the request again until something comes: `while`, `do`, `for (;;)`. */
  polled: StatusSet = StatusSet.empty;

  constructor(
    readonly id: number,
    readonly client: Client,
    /** The call that gives the response; undefined for a parameter. */
    readonly call: Node | undefined,
    /** Where a report stands. */
    readonly callee: Node | undefined,
    readonly method: string | undefined,
  ) {}

  addCondition(node: Node, before: StatusSet, whenTrue: StatusSet, whenFalse: StatusSet): void {
    const old = this.conditions.get(node);
    this.conditions.set(node, {
      node,
      before: before.union(old?.before ?? StatusSet.empty),
      whenTrue: whenTrue.union(old?.whenTrue ?? StatusSet.empty),
      whenFalse: whenFalse.union(old?.whenFalse ?? StatusSet.empty),
    });
  }

  /** The statuses on the two sides of the whole condition that a test belongs to. */
  addDecision(test: Node, whenTrue: StatusSet, whenFalse: StatusSet): void {
    const old = this.decisions.get(test);
    this.decisions.set(test, {
      whenTrue: whenTrue.union(old?.whenTrue ?? StatusSet.empty),
      whenFalse: whenFalse.union(old?.whenFalse ?? StatusSet.empty),
    });
  }

  /** Whether some condition told errors from successes, or from each other. */
  get tellsErrors(): boolean {
    if (this.helperTellsErrors) return true;
    for (const { node, whenTrue, whenFalse } of this.conditions.values()) {
      const whole = this.decisions.get(node);
      if (whole ? tellsErrors(whole.whenTrue, whole.whenFalse) : tellsErrors(whenTrue, whenFalse)) return true;
    }
    return false;
  }

  addUse(node: Node, statuses: StatusSet): void {
    arrive(this.uses, node, statuses);
  }

  addRepeat(statuses: StatusSet, polls: boolean): void {
    if (polls) this.polled = this.polled.union(statuses);
    else this.repeats = this.repeats.union(statuses);
  }

  addHand(node: Node, statuses: StatusSet): void {
    arrive(this.hands, node, statuses);
  }

  addTold(node: Node, statuses: StatusSet): void {
    arrive(this.told, node, statuses);
  }
}

/** These statuses come to a place, too. */
const arrive = (places: Map<Node, StatusSet>, node: Node, statuses: StatusSet): void =>
  void places.set(node, statuses.union(places.get(node) ?? StatusSet.empty));
