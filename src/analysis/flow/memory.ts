import { isInside, type Node } from '../../syntax/nodes.js';
import type { Variable } from '../../syntax/variables.js';
import * as intMap from '../domain/int-map.js';
import { joinAll, originsBehind, originsIn, withVar } from '../domain/state.js';
import { bury, letGo } from '../domain/table.js';
import {
  holds,
  isCertain,
  remembered,
  responsesBehind,
  settledValue,
  unknownValue,
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
    return intMap.get(this.state?.vars, this.facts.file.number(variable)) ?? unknownValue;
  }

  assign(variable: Variable, assigned: Value, node: Node): void {
    if (!this.state) return;
    const value = remembered(assigned);
    const number = this.facts.file.number(variable);
    this.forgetCorrelations(variable);
    const old = intMap.get(this.state.vars, number);
    // A variable of which nothing is known is not in the map.
    if (value === unknownValue && old === undefined) return;
    this.state = withVar(this.state, number, value);
    if (value !== unknownValue) this.noteAssigned(variable, number);
    if (old) for (const origin of originsBehind(old)) if (!holds(value, origin)) this.buryUnheld(origin, node);
    if (value === unknownValue || !this.facts.isShared(variable, this.root)) return;
    this.handOn(value, node);
    // Whoever else writes it may do so at any time: what it holds later is not known.
    if (this.facts.isWrittenElsewhere(variable, this.root)) this.state = withVar(this.state, number, unknownValue);
  }

  /** Something is about to be known of the truth of conditions on a variable. */
  noteCorrelated(variable: Variable): void {
    this.names.add(variable.name);
  }

  private forgetCorrelations(variable: Variable): void {
    const state = this.state!;
    let { correlations } = state;
    if (!correlations) return;
    for (const condition of this.facts.stableConditions.on(variable))
      correlations = intMap.remove(correlations, condition);
    if (correlations !== state.correlations) this.state = { ...state, correlations };
  }

  private noteAssigned(variable: Variable, number: number): void {
    this.names.add(variable.name);
    const { fn, assigned } = this.functionFrame;
    if (fn && isDeclaredIn(variable, fn)) assigned.add(number);
  }

  /** Whether a variable, by its number, is declared in a node. */
  protected isDeclaredWithin(number: number, node: Node): boolean {
    return isDeclaredIn(this.facts.file.variableAt(number), node);
  }

  /** What no variable holds that is read after a node is out of reach, but for those who know its status. */
  protected buryUnheld(origin: number, node?: Node): void {
    if (this.table(origin).length === 0 || this.pending.some((value) => holds(value, origin))) return;
    const { file } = this.facts;
    const holders = this.holders(origin);
    if (holders.some((variable) => !node || file.isReadAfter(file.variableAt(variable), node))) return;
    this.change(origin, holders.length > 0 || this.isStatusKnown(origin) ? letGo : bury);
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
  private isStatusKnown(origin: number): boolean {
    let isStatusKnown = false;
    intMap.each(this.state?.vars, (value) => {
      isStatusKnown ||= responsesBehind(value).some(({ isPast, origins }) => isPast && origins.includes(origin));
    });
    return isStatusKnown;
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
  private popScope(state: State | undefined, assigned: ReadonlySet<number>): State | undefined {
    if (!state || assigned.size === 0) return state;
    let { vars } = state;
    for (const variable of assigned) vars = intMap.remove(vars, variable);
    return vars === state.vars ? state : { ...state, vars };
  }

  /** The ends of a function, without its variables. */
  joinEnds(frame: FunctionFrame, states: readonly (State | undefined)[]): State | undefined {
    return this.popScope(joinAll(states), frame.assigned);
  }

  /** The same of the ways out of a node, for all variables that are declared in it. */
  popScopesIn(ways: readonly Outcome[], node: Node): State | undefined {
    const declared = new Set<number>();
    for (const { state } of ways) {
      intMap.each(state.vars, (_, number) => {
        if (this.isDeclaredWithin(number, node)) declared.add(number);
      });
    }
    return this.popScopes(ways, declared);
  }

  /** A response that some of the ways give is out of reach on the others. */
  popScopes(ways: readonly Outcome[], declared: ReadonlySet<number>): State | undefined {
    // Beside a response, a body is what is left of one.
    const givenBy = ({ value }: Outcome) => (settledValue(value).kind === 'body' ? [] : originsBehind(value));
    const assigned = new Set(ways.flatMap(givenBy));
    if (assigned.size === 0) return this.popScope(joinAll(ways.map(({ state }) => state)), declared);
    const saved = this.state;
    const states = ways.map((way) => {
      this.state = this.popScope(way.state, declared);
      for (const origin of assigned) if (!givenBy(way).includes(origin)) this.buryUnheld(origin);
      return this.state;
    });
    this.state = saved;
    return joinAll(states);
  }
}

function isDeclaredIn({ identifiers: [identifier] }: Variable, node: Node): boolean {
  return !!identifier && isInside(identifier, node);
}
