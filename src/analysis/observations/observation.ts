import { eitherDeclared, type Declared } from '../../sources/declared.js';
import { StatusSet } from '../../status/index.js';
import type { Node } from '../../syntax/nodes.js';
import { tellsErrors } from '../domain/failure-region.js';
import type { Step } from './step.js';

/** A condition that looked at a response: the statuses before it, and on its two sides. */
export interface Condition {
  readonly node: Node;
  /** The statuses for which it is true by itself, wherever it stands. */
  readonly accepts: StatusSet;
  readonly before: StatusSet;
  readonly whenTrue: StatusSet;
  readonly whenFalse: StatusSet;
  /** Of those before it, the statuses that it asks for one by one: 404 of `res.status === 404`. */
  readonly named: StatusSet;
  /** The status stands alone: in a plain object (`{ status: res.status }`), or in a parameter; there is no `ok` to ask. */
  readonly isCopied: boolean;
  /** What is asked may be something else with a status: `(await axios.get(url).catch((e) => e.response)).status`. */
  readonly isMixed: boolean;
}

/** The statuses on the two sides of a whole condition. */
export interface Decision {
  readonly whenTrue: StatusSet;
  readonly whenFalse: StatusSet;
}

/** A place that reads a body, or copies what has not been read yet. */
export interface Read {
  /** The method: `json`. */
  readonly name: string;
  /** The statuses that arrive there. */
  readonly statuses: StatusSet;
  /** Of these, those with which the body is spent already on every path: it throws. */
  readonly spent: StatusSet;
  /** What spent the body, on some path at least. */
  readonly spender?: Node;
}

/** What was seen of the responses of one origin, on whatever path. */
export interface Observation {
  /** Awaited, or chained with a handler: the code waits for it. */
  readonly awaited: boolean;
  /** Used, inspected or handed on somewhere. */
  readonly touched: boolean;
  /** Its headers or its URL were read. */
  readonly passive: boolean;
  /** Its failure is swallowed on purpose, by an empty handler. */
  readonly tolerated: boolean;
  /** It is swallowed by an empty handler, but what follows the request relies on it. */
  readonly excused: boolean;
  /** Where its promise was rejected, `Promise.allSettled` gives nothing in its place. */
  readonly optional: boolean;
  /** The code looks at what its client says of a failure. */
  readonly failureAsked: boolean;
  /** It has a copy, of which a read leaves it as it is; or it is one of some of which it is not known which. */
  readonly copied: boolean;
  /** It stands for each element of a list. */
  readonly listed: boolean;
  /** Somewhere a response was passed for this parameter. */
  readonly applied: boolean;
  /**
   * Some condition told errors from successes, or from each other: here, in a helper or in the wrapper that gave it.
   */
  readonly tellsErrors: boolean;
  /** The statuses that a type declares for it: a cast, an annotation, what a function takes or gives. */
  readonly declared: Declared | undefined;
  /** The guards of the function that gave it: conditions that looked at it there. */
  readonly calleeGuards: ReadonlySet<Node>;
  /** Whether one condition did, by its test. */
  tellsErrorsAt(test: Node): boolean;
  /** The places that it comes to, in the order of the walk. */
  readonly steps: ReadonlyMap<Node, Step>;
  readonly conditions: ReadonlyMap<Node, Condition>;
  /** Conditions that looked at its body: `if (data.error)`. */
  readonly bodyTests: ReadonlySet<Node>;
  /** Members that a condition reads in the place of its status: `res.statusCode`. */
  readonly mistakes: ReadonlyMap<Node, string>;
  /** For each test, what the whole condition around it came to. */
  readonly decisions: ReadonlyMap<Node, Decision>;
  /** Where its body is read after its status was looked at, and the statuses that arrive there. */
  readonly uses: ReadonlyMap<Node, StatusSet>;
  /** Where its body, which was read before, is taken for the answer after a condition looked, likewise. */
  readonly reuses: ReadonlyMap<Node, StatusSet>;
  /** The statuses that arrive where its body is read, and at which nothing looked. */
  readonly unchecked: ReadonlyMap<Node, StatusSet>;
  /** Where it is handed on, and the statuses that arrive there. */
  readonly hands: ReadonlyMap<Node, StatusSet>;
  /** Where it is handed on, and the statuses of it that no code of their own looked at. */
  readonly unlookedHands: ReadonlyMap<Node, StatusSet>;
  /** Where its status is handed on, likewise. */
  readonly statusEscapes: ReadonlyMap<Node, StatusSet>;
  /** Of the answer of an error: where a member of it is read without asking whether it is there. */
  readonly answerReads: ReadonlyMap<Node, StatusSet>;
  /** Where its reason phrase is read. */
  readonly phrases: ReadonlyMap<Node, StatusSet>;
  /** Where an exception is thrown that its failures alone come to. */
  readonly throws: ReadonlyMap<Node, StatusSet>;
  /** The same, where its body was neither spent nor handed on. */
  readonly leftUnread: ReadonlyMap<Node, StatusSet>;
  /** Where the function around its call calls itself. */
  readonly recursions: ReadonlyMap<Node, StatusSet>;
  /** The places that read its body, whatever for. */
  readonly reads: ReadonlyMap<Node, Read>;
  /** The loops that go round again with it, each with the statuses. */
  readonly rounds: ReadonlyMap<Node, StatusSet>;
  /** The statuses with which a loop around its call goes round again. */
  readonly repeats: StatusSet;
  /** The same for loops that make the request again until something comes: `while`, `do`, `for (;;)`. */
  readonly polled: StatusSet;
}

/** Things that are true once they were seen on any path. */
export type Mark =
  | 'awaited'
  | 'touched'
  | 'passive'
  | 'tolerated'
  | 'excused'
  | 'optional'
  | 'applied'
  | 'failureAsked'
  | 'copied'
  | 'listed';

/** Places of a response, each with the statuses that arrive there. */
export type Places =
  | 'uses'
  | 'unchecked'
  | 'reuses'
  | 'hands'
  | 'unlookedHands'
  | 'statusEscapes'
  | 'answerReads'
  | 'phrases'
  | 'throws'
  | 'leftUnread'
  | 'recursions'
  | 'rounds';

/** The statuses of a place to which the walk may have come before. */
const both = (now: StatusSet, before: StatusSet | undefined): StatusSet => (before ? now.union(before) : now);

const bothSides = (now: Decision, before: Decision | undefined): Decision => ({
  whenTrue: both(now.whenTrue, before?.whenTrue),
  whenFalse: both(now.whenFalse, before?.whenFalse),
});

/** An observation that grows while functions are walked. Only the flow writes into it. */
export class Observed implements Observation {
  awaited = false;
  touched = false;
  passive = false;
  tolerated = false;
  excused = false;
  optional = false;
  applied = false;
  failureAsked = false;
  copied = false;
  listed = false;
  helperTellsErrors = false;
  declared: Declared | undefined;
  readonly calleeGuards: Set<Node> = new Set();
  readonly steps: Map<Node, Step> = new Map();
  readonly conditions: Map<Node, Condition> = new Map();
  readonly bodyTests: Set<Node> = new Set();
  readonly mistakes: Map<Node, string> = new Map();
  readonly decisions: Map<Node, Decision> = new Map();
  readonly uses: Map<Node, StatusSet> = new Map();
  readonly reuses: Map<Node, StatusSet> = new Map();
  readonly unchecked: Map<Node, StatusSet> = new Map();
  readonly hands: Map<Node, StatusSet> = new Map();
  readonly unlookedHands: Map<Node, StatusSet> = new Map();
  readonly statusEscapes: Map<Node, StatusSet> = new Map();
  readonly answerReads: Map<Node, StatusSet> = new Map();
  readonly phrases: Map<Node, StatusSet> = new Map();
  readonly throws: Map<Node, StatusSet> = new Map();
  readonly leftUnread: Map<Node, StatusSet> = new Map();
  readonly recursions: Map<Node, StatusSet> = new Map();
  readonly rounds: Map<Node, StatusSet> = new Map();
  readonly reads: Map<Node, Read> = new Map();
  repeats = StatusSet.empty;
  polled = StatusSet.empty;

  get tellsErrors(): boolean {
    if (this.helperTellsErrors) return true;
    for (const node of this.conditions.keys()) if (this.tellsErrorsAt(node)) return true;
    return false;
  }

  tellsErrorsAt(test: Node): boolean {
    const sides = this.decisions.get(test) ?? this.conditions.get(test);
    return !!sides && tellsErrors(sides.whenTrue, sides.whenFalse);
  }

  /** A type says what it can be. */
  declare(declared: Declared | undefined): void {
    this.declared = eitherDeclared(this.declared, declared);
  }

  /** It comes to a place, perhaps for the second time. */
  addStep(step: Step): void {
    if (!this.steps.has(step.node)) this.steps.set(step.node, step);
  }

  addCondition({ node, accepts, before, named, isCopied, isMixed, ...sides }: Condition): void {
    const old = this.conditions.get(node);
    this.conditions.set(node, {
      node,
      accepts: both(accepts, old?.accepts),
      before: both(before, old?.before),
      ...bothSides(sides, old),
      named: both(named, old?.named),
      isCopied: isCopied || !!old?.isCopied,
      isMixed: isMixed || !!old?.isMixed,
    });
  }

  addDecision(test: Node, sides: Decision): void {
    this.decisions.set(test, bothSides(sides, this.decisions.get(test)));
  }

  /** These statuses come to a place, too. */
  arrive(at: Places, node: Node, statuses: StatusSet): void {
    this[at].set(node, both(statuses, this[at].get(node)));
  }

  addRead(node: Node, { name, statuses, spent, spender }: Read): void {
    const old = this.reads.get(node);
    this.reads.set(node, {
      name,
      statuses: both(statuses, old?.statuses),
      spent: both(spent, old?.spent),
      spender: old?.spender ?? spender,
    });
  }

  addRepeat(statuses: StatusSet, polls: boolean): void {
    if (polls) this.polled = this.polled.union(statuses);
    else this.repeats = this.repeats.union(statuses);
  }
}
