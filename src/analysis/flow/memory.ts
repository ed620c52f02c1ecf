import { isInside, type Node } from '../../syntax/nodes.js';
import type { Variable } from '../../syntax/variables.js';
import * as intMap from '../domain/int-map.js';
import { joinAll, originsBehind, originsIn, withVar } from '../domain/state.js';
import { bury, letGo } from '../domain/table.js';
import {
  holds,
  isCertain,
  other,
  remembered,
  responsesBehind,
  settledValue,
  type Outcome,
  type State,
  type Value,
} from '../domain/value.js';
import type { FunctionFrame } from './frames.js';
import { Paths } from './paths.js';

/** What the variables hold on the way, and which responses something still holds. */
export abstract class Memory extends Paths {
  /** Values on their way to where they go. */
  private readonly pending: Value[] = [];
  /** The names of the variables of which anything was ever known here: of all others nothing is. */
  private readonly names = new Set<string>();

  /** What others can reach has another owner. */
  abstract handOn(value: Value, node: Node): void;

  /** Whether anything may be known of what a name stands for. Spares most identifiers the search for their variable. */
  mayKnow(name: string): boolean {
    return this.names.has(name);
  }

  /** Runs code while a value is on its way: whatever is assigned meanwhile, what is in it is held. */
  holding<T>(value: Value, run: () => T): T {
    this.pending.push(value);
    const result = run();
    this.pending.pop();
    return result;
  }

  read(variable: Variable): Value {
    return intMap.get(this.state?.vars, this.facts.file.number(variable)) ?? other;
  }

  assign(variable: Variable, given: Value, node: Node): void {
    if (!this.state) return;
    const value = remembered(given);
    const number = this.facts.file.number(variable);
    this.forgetTruths(variable);
    const old = intMap.get(this.state.vars, number);
    // A variable of which nothing is known is not in the map.
    if (value === other && old === undefined) return;
    this.state = withVar(this.state, number, value);
    if (value !== other) this.noteAssigned(variable, number);
    if (old) for (const origin of originsBehind(old)) if (!holds(value, origin)) this.buryUnheld(origin, node);
    if (value === other || !this.facts.isShared(variable, this.root)) return;
    this.handOn(value, node);
    // Whoever else writes it may do so at any time: what it holds later is not known.
    if (this.facts.isWrittenElsewhere(variable, this.root)) this.state = withVar(this.state, number, other);
  }

  /** Something is about to be known of the truth of conditions on a variable. */
  noteTruth(variable: Variable): void {
    this.names.add(variable.name);
  }

  private forgetTruths(variable: Variable): void {
    const state = this.state!;
    let { truths } = state;
    if (!truths) return;
    for (const condition of this.facts.steady.on(variable)) truths = intMap.remove(truths, condition);
    if (truths !== state.truths) this.state = { ...state, truths };
  }

  private noteAssigned(variable: Variable, number: number): void {
    this.names.add(variable.name);
    const { fn, assigned } = this.functionFrame;
    if (fn && isDeclaredIn(variable, fn)) assigned.add(number);
  }

  /** Whether a variable, by its number, is declared in a node. */
  protected isOwn(number: number, node: Node): boolean {
    return isDeclaredIn(this.facts.file.variableAt(number), node);
  }

  /** What no variable holds that is read after a node is out of reach, but for those who know its status. */
  protected buryUnheld(origin: number, node?: Node): void {
    if (this.table(origin).length === 0 || this.pending.some((value) => holds(value, origin))) return;
    const { file } = this.facts;
    const holders = this.holders(origin);
    if (holders.some((variable) => !node || file.isReadAfter(file.variableAt(variable), node))) return;
    this.change(origin, holders.length > 0 || this.isKnown(origin) ? letGo : bury);
  }

  /** The variables that hold a response. */
  protected holders(origin: number): readonly number[] {
    const holders: number[] = [];
    intMap.each(this.state?.vars, (value, variable) => {
      if (originsIn(value).includes(origin)) holders.push(variable);
    });
    return holders;
  }

  /** Whether a variable holds a response, or one on its way somewhere. */
  isHeld(origin: number): boolean {
    return this.holders(origin).length > 0 || this.pending.some((value) => holds(value, origin));
  }

  /** Whether a variable knows the status of a response. */
  private isKnown(origin: number): boolean {
    let isKnown = false;
    intMap.each(this.state?.vars, (value) => {
      isKnown ||= responsesBehind(value).some(({ isPast, origins }) => isPast && origins.includes(origin));
    });
    return isKnown;
  }

  /** The responses that variables hold themselves, not just promises of them; and whether that is certain. */
  protected held(): ReadonlyMap<number, boolean> {
    const held = new Map<number, boolean>();
    intMap.each(this.state?.vars, (value) => {
      if (value.kind !== 'response') return;
      const certain = isCertain(value);
      for (const origin of value.origins) held.set(origin, certain || !!held.get(origin));
    });
    return held;
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

  /** The same of the ways out of a node, for all variables that are declared in it. */
  leaveAll(ways: readonly Outcome[], node: Node): State | undefined {
    const own = new Set<number>();
    for (const { state } of ways) {
      intMap.each(state.vars, (_, number) => {
        if (this.isOwn(number, node)) own.add(number);
      });
    }
    return this.leaveScopes(ways, own);
  }

  /** A response that some of the ways give is out of reach on the others. */
  leaveScopes(ways: readonly Outcome[], own: ReadonlySet<number>): State | undefined {
    // Beside a response, a body is what is left of one.
    const givenBy = ({ value }: Outcome) => (settledValue(value).kind === 'body' ? [] : originsBehind(value));
    const given = new Set(ways.flatMap(givenBy));
    if (given.size === 0) return this.leaveScope(joinAll(ways.map(({ state }) => state)), own);
    const saved = this.state;
    const states = ways.map((way) => {
      this.state = this.leaveScope(way.state, own);
      for (const origin of given) if (!givenBy(way).includes(origin)) this.buryUnheld(origin);
      return this.state;
    });
    this.state = saved;
    return joinAll(states);
  }
}

function isDeclaredIn({ identifiers: [identifier] }: Variable, node: Node): boolean {
  return !!identifier && isInside(identifier, node);
}
