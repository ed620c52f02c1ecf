import type { FunctionNode, Node } from '../../syntax/nodes.js';
import type { Outcome, State, Value } from '../domain/value.js';

/** A part of the program at which jumps arrive: `break` at a loop, `throw` at a `try`. */
export type Frame = FunctionFrame | LoopFrame | TryFrame | FinallyFrame;

export interface Returned extends Outcome {
  /** What is returned, or the function where it just ends. */
  readonly node: Node;
  /** Whether it says that it is a failure: `return { ok: false }`, `return err(text)`. */
  readonly fails?: boolean;
}

export interface FunctionFrame {
  readonly kind: 'function';
  readonly fn: FunctionNode | undefined;
  readonly returns: Returned[];
  readonly thrown: State[];
  /** Where a function that is not async returns a promise that rejects. */
  readonly rejected: State[];
  /** Where a call ends the root function for good, as a success: `redirect('/done')`. */
  readonly exits: State[];
  /** Its own variables that were assigned, by number. */
  readonly assigned: Set<number>;
}

/** A loop, a switch or a labelled statement. */
export interface LoopFrame {
  readonly kind: 'loop';
  /** What it is: each turn of a loop has a frame of its own. */
  readonly node: Node;
  readonly labels: readonly string[];
  /** Whether a `break` without a label can mean it. */
  readonly plain: boolean;
  /** Whether `continue` can mean it. */
  readonly isLoop: boolean;
  breaks: State[];
  continues: State[];
}

export interface TryFrame {
  readonly kind: 'try';
  readonly thrown: State[];
  /** What its handler says of the requests in the block. */
  readonly tolerance: Tolerance | undefined;
}

/** A handler that says of a request that its failure does not matter. */
export type Tolerance =
  /** `try { … } catch {}`, for the last thing in the block. */
  | { readonly kind: 'empty handler'; readonly block: Node }
  /** One constant where there is a response and another where there is none; `shown` where a call is told so. */
  | { readonly kind: 'probe' | 'shown probe' };

/** Jumps that leave through a `finally` wait here until it has run. */
export interface FinallyFrame {
  readonly kind: 'finally';
  readonly pending: { readonly jump: Jump; readonly state: State }[];
}

export type Jump =
  | { readonly kind: 'break' | 'continue'; readonly target: LoopFrame }
  | { readonly kind: 'return'; readonly value: Value; readonly node: Node; readonly fails?: boolean }
  | { readonly kind: 'exit' }
  | { readonly kind: 'throw'; /** As a promise: no `try` around it catches that. */ readonly rejects?: boolean };

export const functionFrame = (fn: FunctionNode | undefined): FunctionFrame => ({
  kind: 'function',
  fn,
  returns: [],
  thrown: [],
  rejected: [],
  exits: [],
  assigned: new Set(),
});
export interface Way {
  readonly jump: Jump;
  readonly state: State | undefined;
}

/**
 * The result of walking a loop, kept so that an inner loop is not walked again for a state that it has already seen.
 */
export interface LoopOutcome {
  readonly entry: State | undefined;
  readonly head: State | undefined;
  readonly exit: State | undefined;
  readonly ways: readonly Way[];
  /** The number of turns, over all walks of it. */
  readonly turns: number;
}
