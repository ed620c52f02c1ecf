import { isInside, type FunctionNode, type Node } from '../../syntax/nodes.js';
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

/** Variables: what they hold, and which responses are still held by one. */
export abstract class Memory extends Paths {
  /**
   * Values between their evaluation and their binding: `[a, b] = [b, a]` overwrites `a` while its value is still
   * needed.
   */
  private readonly pending: Value[] = [];
  /** What `this` is in functions that are run where they stand. */
  readonly receivers: Map<FunctionNode, Value> = new Map();
  /** The names of all variables that ever had a known value in this walk. */
  private readonly names = new Set<string>();

  /** See Flow: a value that others can reach escapes. */
  abstract handOn(value: Value, node: Node): void;

  /** Whether a variable of this name may have a known value: spares most identifiers the search for their variable. */
  mayKnow(name: string): boolean {
    return this.names.has(name);
  }

  /** Runs code while a value is pending: the responses in it stay held, whatever is assigned meanwhile. */
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
    // Variables without a known value are not in the map.
    if (value === unknownValue && old === undefined) return;
    this.state = withVar(this.state, number, value);
    if (value !== unknownValue) this.noteAssigned(variable, number);
    if (old) for (const origin of originsBehind(old)) if (!holds(value, origin)) this.buryUnheld(origin, node);
    if (value === unknownValue || !this.facts.isShared(variable, this.root)) return;
    this.handOn(value, node);
    // A closure that writes the variable may run at any time: its value is unknown from here on.
    if (this.facts.isWrittenElsewhere(variable, this.root)) this.state = withVar(this.state, number, unknownValue);
  }

  /** While code runs that an object calls, the object's variable is the response that it has then. */
  standIn(variable: Variable, value: Value): void {
    if (!this.state) return;
    const number = this.facts.file.number(variable);
    this.state = withVar(this.state, number, value);
    this.noteAssigned(variable, number);
  }

  /** A correlation on a variable is about to be added: its name has to pass `mayKnow`. */
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

  /**
   * Buries a response that no variable read after the node holds; if one still knows its status, lets go of it only.
   */
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

  /** Whether a variable or a pending value holds a response. */
  isHeld(origin: number): boolean {
    return this.holders(origin).length > 0 || this.pending.some((value) => holds(value, origin));
  }

  /** Whether a variable holds a status of a response: `good = res.ok`. */
  private isStatusKnown(origin: number): boolean {
    let isStatusKnown = false;
    intMap.each(this.state?.vars, (value) => {
      isStatusKnown ||= responsesBehind(value).some(({ isPast, origins }) => isPast && origins.includes(origin));
    });
    return isStatusKnown;
  }

  /** The responses (not promises of them) that variables hold; true where a variable can hold nothing else. */
  protected held(): ReadonlyMap<number, boolean> {
    const held = new Map<number, boolean>();
    intMap.each(this.state?.vars, (value) => {
      if (value.kind !== 'response') return;
      const certain = isCertain(value);
      for (const origin of value.origins) held.set(origin, certain || !!held.get(origin));
    });
    return held;
  }

  /** Forgets the variables of a function that has ended; what closures can still read was handed on. */
  private popScope(state: State | undefined, assigned: ReadonlySet<number>): State | undefined {
    if (!state || assigned.size === 0) return state;
    let { vars } = state;
    for (const variable of assigned) vars = intMap.remove(vars, variable);
    return vars === state.vars ? state : { ...state, vars };
  }

  /** Joins the states in which a function ends, without its variables. */
  joinEnds(frame: FunctionFrame, states: readonly (State | undefined)[]): State | undefined {
    return this.popScope(joinAll(states), frame.assigned);
  }

  /** Joins the ways out of a node, without the variables that are declared in it. */
  popScopesIn(ways: readonly Outcome[], node: Node): State | undefined {
    const declared = new Set<number>();
    for (const { state } of ways) {
      intMap.each(state.vars, (_, number) => {
        if (this.isDeclaredWithin(number, node)) declared.add(number);
      });
    }
    return this.popScopes(ways, declared);
  }

  /**
   * Joins the ways out of a function; a response that some ways return is buried on the others, where nobody gets it.
   */
  popScopes(ways: readonly Outcome[], declared: ReadonlySet<number>): State | undefined {
    // `return raw ? res : res.json()`: on the way that returns the body, the response itself is gone.
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
