import { isEmpty, noContext, within, type CallContext } from '../../syntax/call-context.js';
import { argumentsOf, type Arguments } from '../../syntax/constants.js';
import type { FunctionNode, Node } from '../../syntax/nodes.js';
import { joinAll, tableAt, withTable } from '../domain/state.js';
import type { Table } from '../domain/table.js';
import { never, settledValue, type State } from '../domain/value.js';
import { FileFacts } from '../facts.js';
import { Budget } from './budget.js';
import type { Frame, FunctionFrame, Jump, LoopFrame, LoopOutcome, Tolerance } from './frames.js';

/**
 * Compared by node: an inner loop replays its jumps in a later turn of the outer loop, which has another frame then.
 */
const isTarget = (frame: Frame, { target }: Jump & { target: LoopFrame }): frame is LoopFrame =>
  frame.kind === 'loop' && frame.node === target.node;

/** Paths through one root function: the state in which the walk stands, and the frames that jumps go to. */
export class Paths {
  /** What is known here; undefined where the point cannot be reached. */
  state: State | undefined;
  readonly frames: Frame[] = [];
  /** The last result of walking each loop. */
  readonly loops: Map<Node, LoopOutcome> = new Map();
  /** Functions being walked, so that recursion ends. */
  readonly active = new Set<FunctionNode>();
  /** The conditions that the calls around this point decide by constant arguments. */
  private context: CallContext;
  /** How many tentative runs the walk is in; above 0, nothing is recorded. */
  private silent = 0;
  /** How often something went into the observations: a tentative run must not change it. */
  protected notes = 0;
  readonly budget: Budget;

  constructor(
    readonly facts: FileFacts,
    readonly root: Node,
    state: State,
    context: CallContext = noContext,
  ) {
    this.state = state;
    this.context = context;
    this.budget = new Budget(root);
  }

  /**
   * A statement or an expression is about to be walked.
   * @throws {BudgetError} where the function has cost too much to be worth more.
   */
  step(): void {
    this.budget.spend();
  }

  /** The outcome of a condition that the arguments of a call around it decide; undefined for any other. */
  outcomeOf(condition: Node): boolean | undefined {
    return this.context.outcomes.get(condition);
  }

  /** What the arguments of a call are, as far as it is known here. */
  argumentsOf(given: readonly Node[]): Arguments {
    return argumentsOf(this.facts.file, given, this.context.names);
  }

  /** Runs a helper in place, in the context of its call. */
  inContext<T>(context: CallContext, run: () => T): T {
    if (isEmpty(context)) return run();
    const outer = this.context;
    this.context = within(outer, context);
    const result = run();
    this.context = outer;
    return result;
  }

  /** Runs a part of the program under a frame. */
  within<F extends Frame>(frame: F, run: () => void): F {
    this.frames.push(frame);
    run();
    this.frames.pop();
    return frame;
  }

  /** The current path ends here, and goes on at the frame that the jump leads to. */
  jump(jump: Jump): void {
    const state = this.state;
    this.state = undefined;
    if (!state) return;
    for (let i = this.frames.length - 1; i >= 0; i--) {
      const frame = this.frames[i]!;
      if (frame.kind === 'finally') return void frame.pending.push({ jump, state });
      if (this.arrives(frame, jump, state)) return;
    }
  }

  private arrives(frame: Frame, jump: Jump, state: State): boolean {
    switch (jump.kind) {
      case 'break':
        return isTarget(frame, jump) && frame.breaks.push(state) > 0;
      case 'continue':
        return isTarget(frame, jump) && frame.continues.push(state) > 0;
      case 'return':
        if (frame.kind !== 'function') return false;
        // An async function that returns a promise which always rejects does not come to an ordinary end.
        if (frame.fn?.async && settledValue(jump.value) === never) frame.thrown.push(state);
        else frame.returns.push({ value: jump.value, node: jump.node, state, fails: jump.fails });
        return true;
      case 'exit':
        return (
          frame === this.frames.find(({ kind }) => kind === 'function') &&
          frame.kind === 'function' &&
          frame.exits.push(state) > 0
        );
      case 'throw':
        if (frame.kind !== 'function' && (frame.kind !== 'try' || jump.rejects)) return false;
        if (frame.kind === 'function' && jump.rejects && !frame.fn?.async) frame.rejected.push(state);
        else if (frame.thrown.at(-1) !== state) frame.thrown.push(state);
        return true;
    }
  }

  /** Something here may throw, in the given state; the current path goes on. */
  mayThrow(state: State | undefined = this.state): void {
    const normal = this.state;
    this.state = state;
    this.jump({ kind: 'throw' });
    this.state = normal;
  }

  get functionFrame(): FunctionFrame {
    return this.frames.findLast((frame) => frame.kind === 'function')!;
  }

  loopFrame(label: string | undefined, continues: boolean): LoopFrame | undefined {
    const within = this.frames.slice(this.frames.findLastIndex((frame) => frame.kind === 'function') + 1);
    return within.findLast(
      (frame): frame is LoopFrame =>
        frame.kind === 'loop' &&
        (label === undefined ? frame.plain && (!continues || frame.isLoop) : frame.labels.includes(label)),
    );
  }

  /** How many loops are nested here. */
  get loopDepth(): number {
    return this.frames.filter((frame) => frame.kind === 'loop' && frame.isLoop).length;
  }

  /** What the handler of an exception here says of a request. */
  get tolerance(): Tolerance | undefined {
    const frame = this.frames.findLast((f) => f.kind === 'try' || f.kind === 'function');
    return frame?.kind === 'try' ? frame.tolerance : undefined;
  }

  /**
   * Runs each part from its own state and joins the states after them; gives the results of the parts that complete.
   */
  joined<T>(parts: readonly (readonly [State | undefined, () => T])[]): T[] {
    const ends: (State | undefined)[] = [];
    const results: T[] = [];
    for (const [state, run] of parts) {
      this.state = state;
      const result = run();
      ends.push(this.state);
      if (this.state) results.push(result);
    }
    this.state = joinAll(ends);
    return results;
  }

  /** Runs something to see its result: the state is restored afterwards, and nothing is recorded. */
  tentatively<T>(run: () => T): T {
    const saved = this.state;
    const { notes } = this;
    this.silent++;
    try {
      return run();
    } finally {
      this.silent--;
      this.state = saved;
      if (this.notes !== notes) this.onTrace?.();
    }
  }

  /** Called if a tentative run wrote observations all the same: the tests throw then. */
  onTrace?: () => void;

  get isSilent(): boolean {
    return this.silent > 0;
  }

  table(origin: number): Table {
    return tableAt(this.state, origin);
  }

  change(origin: number, change: (table: Table) => Table): void {
    if (this.state) this.state = withTable(this.state, origin, change);
  }
}
