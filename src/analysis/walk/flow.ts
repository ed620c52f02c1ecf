import { errors } from '../../status/index.js';
import type { Variable } from '../file.js';
import * as intMap from '../lattice/int-map.js';
import { joinAll, originsBehind, originsIn, withTable, withVar, type State } from '../lattice/state.js';
import { bury, Fact, freshTable, mark, markStatuses, statusesOf, tableOf, withoutLive, withoutVainUse, type Table } from '../lattice/table.js';
import { holds, never, other, promiseOf, responseOf, responsesBehind, settledValue, type ResponseValue, type Value } from '../lattice/value.js';
import type { FileAnalysis } from '../file-analysis.js';
import { isInside, type FunctionNode, type Node } from '../syntax.js';
import { mapValue } from './substitute.js';
import type { Frame, FunctionFrame, Jump, LoopFrame } from './frames.js';
import type { LoopOutcome } from './loops.js';
import type { Origin } from './origin.js';

/**
 * The walk through one root function: the current state, the frames that jumps go to, and everything that can happen to
 * a response. The modules beside this one drive it, one for each kind of construct.
 */
export class Flow {
  /** What is known here; undefined where the point cannot be reached. */
  state: State | undefined;
  readonly frames: Frame[] = [];
  /** How each loop was left the last time. */
  readonly loops: Map<Node, LoopOutcome> = new Map();
  /** Functions being walked, so that recursion ends. */
  readonly active = new Set<FunctionNode>();
  /** The responses whose body was read, in the order of the walk: what happened since a point is its rest. */
  readonly usedLog: number[] = [];
  /** The responses that were waited for, likewise. */
  readonly waitLog: number[] = [];
  /** The responses whose status was asked for, likewise. */
  readonly askLog: number[] = [];
  /** For each condition being decided, the tests in it that asked for a status, by origin. */
  readonly asked: Map<number, Set<Node>>[] = [];
  /** Values on their way into several variables. */
  readonly pending: Value[] = [];
  /** While above 0, conditions are only looked through, and nothing is recorded. */
  private silent = 0;

  constructor(
    readonly analysis: FileAnalysis,
    readonly root: Node,
    state: State,
  ) {
    this.state = state;
  }

  // ---- jumps -------------------------------------------------------------------------------------------------------

  /** Runs a part of the program under a frame. */
  within<F extends Frame>(frame: F, run: () => void): F {
    this.frames.push(frame);
    run();
    this.frames.pop();
    return frame;
  }

  /** The current path leaves; it goes on where the jump leads. */
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
        return frame === jump.target && frame.breaks.push(state) > 0;
      case 'continue':
        return frame === jump.target && frame.continues.push(state) > 0;
      case 'return':
        if (frame.kind !== 'function') return false;
        // An async function that returns a promise which always rejects does not come to an ordinary end.
        if (frame.fn?.async && settledValue(jump.value) === never) frame.thrown.push(state);
        else frame.returns.push({ value: jump.value, node: jump.node, state });
        return true;
      case 'throw':
        if (frame.kind !== 'function' && (frame.kind !== 'try' || jump.rejects)) return false;
        if (frame.kind === 'function' && jump.rejects && !frame.fn?.async) frame.rejected.push(state);
        else if (frame.thrown.at(-1) !== state) frame.thrown.push(state);
        return true;
    }
  }

  /** Something here may throw; `state` is how things stand then. */
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

  /** Whether an exception here is swallowed by an empty `catch`. */
  get isTolerant(): boolean {
    const frame = this.frames.findLast((f) => f.kind === 'try' || f.kind === 'function');
    return frame?.kind === 'try' && frame.tolerant;
  }

  // ---- states ------------------------------------------------------------------------------------------------------

  /** Runs each part from its own state and joins what is left. */
  joined<T>(parts: readonly (readonly [State | undefined, () => T])[]): T[] {
    const ends: (State | undefined)[] = [];
    const results = parts.map(([state, run]) => {
      this.state = state;
      const result = run();
      ends.push(this.state);
      return result;
    });
    this.state = joinAll(ends);
    return results;
  }

  /** Looks ahead without a trace: whatever happens inside is forgotten. */
  tentatively<T>(run: () => T): T {
    const saved = this.state;
    this.silent++;
    try {
      return run();
    } finally {
      this.silent--;
      this.state = saved;
    }
  }

  get isSilent(): boolean {
    return this.silent > 0;
  }

  table(origin: number): Table {
    return intMap.get(this.state?.tables, origin) ?? [];
  }

  change(origin: number, change: (table: Table) => Table): void {
    if (this.state) this.state = withTable(this.state, origin, change);
  }

  // ---- variables ---------------------------------------------------------------------------------------------------

  read(variable: Variable): Value {
    return intMap.get(this.state?.vars, this.analysis.file.number(variable)) ?? other;
  }

  assign(variable: Variable, given: Value, node: Node): void {
    if (!this.state) return;
    // How a promise fails is known where it is made; later its rejection comes from wherever it is waited for.
    const value = given.kind === 'promise' && given.failed ? promiseOf(given.of) : given;
    const number = this.analysis.file.number(variable);
    const old = intMap.get(this.state.vars, number);
    if (value === other && old === undefined && !this.analysis.isLocal(variable, this.root)) return;
    this.state = withVar(this.state, number, value);
    this.noteAssigned(variable, number);
    if (old) for (const origin of originsBehind(old)) if (!holds(value, origin)) this.buryUnheld(origin);
    if (originsBehind(value).length > 0 && this.analysis.isShared(variable, this.root)) this.handOn(value, node);
  }

  private noteAssigned(variable: Variable, number: number): void {
    const { fn, assigned } = this.functionFrame;
    const [identifier] = variable.identifiers;
    if (fn && identifier && isInside(identifier, fn)) assigned.add(number);
  }

  private buryUnheld(origin: number): void {
    if (this.holders(origin) > 0 || this.pending.some((value) => holds(value, origin))) return;
    this.change(origin, bury);
  }

  private holders(origin: number): number {
    let count = 0;
    for (const [, value] of intMap.entries(this.state?.vars)) {
      if (value.kind !== 'body' && holds(value, origin)) count++;
    }
    return count;
  }

  /** Forgets the variables of a function that has ended; what closures still hold of them was handed on. */
  private leaveScope(state: State | undefined, assigned: ReadonlySet<number>): State | undefined {
    if (!state || assigned.size === 0) return state;
    let { vars } = state;
    for (const variable of assigned) vars = intMap.remove(vars, variable);
    return vars === state.vars ? state : { ...state, vars };
  }

  /** The ends of a function, without its variables. */
  left(frame: FunctionFrame, states: readonly (State | undefined)[]): State | undefined {
    return this.leaveScope(joinAll(states), frame.assigned);
  }

  /** The returns of a function, without its variables: a response that some of them give is out of reach on the others. */
  returned(frame: FunctionFrame): State | undefined {
    const given = new Set(frame.returns.flatMap(({ value }) => originsBehind(value)));
    const states = frame.returns.map(({ value, state }) => {
      this.state = this.leaveScope(state, frame.assigned);
      for (const origin of given) if (!originsBehind(value).includes(origin)) this.buryUnheld(origin);
      return this.state;
    });
    return joinAll(states);
  }

  // ---- responses ---------------------------------------------------------------------------------------------------

  /** A new response comes to be; an older one of the same call is out of reach, lists aside. */
  birth(origin: Origin, table: Table = freshTable(origin.client.statuses)): void {
    if (!this.state) return;
    const old = intMap.get(this.state.tables, origin.id);
    if (old) {
      for (const [variable, value] of intMap.entries(this.state.vars)) {
        if (value.kind === 'list' || !holds(value, origin.id)) continue;
        // A variable that may hold a response of another call instead still may: it alone is known.
        const rest = mapValue(value, (response) => responseOf(response.origins.filter((id) => id !== origin.id), true));
        this.state = withVar(this.state, variable, rest);
      }
    }
    this.state = {
      ...this.state,
      tables: intMap.set(this.state.tables, origin.id, tableOf([...bury(old ?? []), ...table])),
      own: intMap.remove(this.state.own, origin.id),
    };
  }

  /** The same state on the path where these responses never came to be, because their promise rejected. */
  rejected(value: Value): State | undefined {
    let state = this.state;
    for (const origin of originsIn(value)) state = state && withTable(state, origin, withoutLive);
    return state;
  }

  origins(value: Value): Origin[] {
    return originsBehind(value).map((origin) => this.analysis.origin(origin));
  }

  /** The body of a response is read. */
  use(response: ResponseValue, node: Node): void {
    if (this.isSilent) return;
    for (const origin of this.origins(response)) {
      origin.touched = true;
      this.usedLog.push(origin.id);
      origin.addUse(node, statusesOf(this.table(origin.id), Fact.live | Fact.inspected));
      this.change(origin.id, (table) => mark(table, Fact.used, { use: node }));
    }
  }

  /** The response goes to another owner, or what is known of its status to code that can act on it. */
  handOn(value: Value, node: Node): void {
    if (this.isSilent) return;
    for (const origin of originsIn(value)) {
      this.analysis.origin(origin).touched = true;
      this.analysis.origin(origin).addHand(node, statusesOf(this.table(origin), Fact.live));
      this.change(origin, (table) => mark(table, Fact.handed));
    }
    this.handOnStatus(value);
  }

  private handOnStatus(value: Value): void {
    switch (value.kind) {
      case 'image':
      case 'test':
        return this.inspect(value);
      case 'promise':
        return this.handOnStatus(value.of);
      case 'list':
        return void [...(value.items ?? []), value.each].forEach((item) => this.handOnStatus(item));
      case 'record':
        return void value.fields.forEach((field) => this.handOnStatus(field));
      case 'settle':
        value.sink.escaped = true;
    }
  }

  /** The status of a response was looked at by code that is not here: it acts on every status as it sees fit. */
  inspect(value: Value): void {
    if (this.isSilent) return;
    for (const response of responsesBehind(value)) {
      for (const origin of this.origins(response)) {
        origin.touched = true;
        this.change(origin.id, (table) => mark(table, Fact.inspected | Fact.branched));
      }
    }
  }

  /** A function that shares the variables of this walk runs out of sight: what it can reach has another owner. */
  handOnCaptured(fn: FunctionNode, node: Node): void {
    for (const { resolved } of this.analysis.file.source.scopeManager?.acquire(fn)?.through ?? []) {
      if (resolved) this.handOn(this.read(resolved), node);
    }
  }

  /** A test asked for the status of a response. */
  noteAsked(origin: number, test: Node): void {
    this.askLog.push(origin);
    const asked = this.asked.at(-1);
    if (!asked) return;
    const tests = asked.get(origin);
    if (tests) tests.add(test);
    else asked.set(origin, new Set([test]));
  }

  /** Whether what is learned of a response value is learned of this origin, and of no other. */
  pinsDown(response: ResponseValue, origin: number): boolean {
    if (response.origins.length === 1 && !response.maybeOther) return true;
    return this.holders(origin) <= 1;
  }

  /** After a caught exception: bodies read since `from` count only where an outer variable keeps them. */
  forgetVainUses(from: number, block: Node): void {
    for (const origin of new Set(this.usedLog.slice(from))) {
      if (this.keepsBody(origin, block)) continue;
      this.change(origin, (table) => withoutVainUse(table, (use) => isInside(use, block)));
    }
  }

  private keepsBody(origin: number, block: Node): boolean {
    for (const [number, value] of intMap.entries(this.state?.vars)) {
      if (value.kind !== 'body' || !value.of.origins.includes(origin)) continue;
      const [identifier] = this.analysis.file.variableAt(number).identifiers;
      if (!identifier || !isInside(identifier, block)) return true;
    }
    return false;
  }

  // ---- branches of their own ---------------------------------------------------------------------------------------

  /** From here to where sides meet again, the code is there for failures. */
  enterOwn(state: State | undefined, origin: number, condition: Node, side: boolean): State | undefined {
    if (!state) return undefined;
    const outer = intMap.get(state.own, origin);
    return { ...state, own: intMap.set(state.own, origin, { condition, side, outer }) };
  }

  /** Code runs here, or only a log is written: what a branch for failures does is their own. */
  touch(fact: number = Fact.branched): void {
    if (!this.state?.own || this.isSilent) return;
    for (const [origin] of intMap.entries(this.state.own)) this.change(origin, (table) => mark(table, fact));
  }

  /**
   * The path goes round a loop again. A failure that does so alone, or in a loop that repeats its request, has its
   * branch: that is what a retry is.
   */
  goRound(loop: Node, polls: boolean): void {
    this.touch();
    if (!this.state) return;
    for (const [id, table] of intMap.entries(this.state.tables)) {
      const origin = this.analysis.origin(id);
      const statuses = statusesOf(table, Fact.live);
      if (statuses.isEmpty || !origin.call || !isInside(origin.call, loop)) continue;
      origin.addRepeat(statuses, polls);
      if (polls) this.change(id, (t) => markStatuses(t, Fact.branched, errors));
    }
  }

}
