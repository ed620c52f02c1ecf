import type { Variable } from '../file.js';
import * as intMap from '../lattice/int-map.js';
import { joinAll, originsBehind, withVar, type State } from '../lattice/state.js';
import { bury } from '../lattice/table.js';
import { holds, other, promiseOf, type Value } from '../lattice/value.js';
import { isInside, type Node } from '../syntax.js';
import type { FunctionFrame } from './frames.js';
import { Paths } from './paths.js';

/** What the variables hold on the way, and which responses something still holds. */
export abstract class Memory extends Paths {
  /** Values on their way into several variables. */
  readonly pending: Value[] = [];

  /** What others can reach has another owner. */
  abstract handOn(value: Value, node: Node): void;

  read(variable: Variable): Value {
    return intMap.get(this.state?.vars, this.analysis.file.number(variable)) ?? other;
  }

  assign(variable: Variable, given: Value, node: Node): void {
    if (!this.state) return;
    // How a promise fails is known where it is made; later its rejection comes from wherever it is waited for.
    const value = given.kind === 'promise' && given.failed ? promiseOf(given.of) : given;
    const number = this.analysis.file.number(variable);
    const old = intMap.get(this.state.vars, number);
    // A variable of which nothing is known is not in the map.
    if (value === other && old === undefined) return;
    this.state = withVar(this.state, number, value);
    if (value !== other) this.noteAssigned(variable, number);
    if (old) for (const origin of originsBehind(old)) if (!holds(value, origin)) this.buryUnheld(origin);
    if (value === other || !this.analysis.isShared(variable, this.root)) return;
    this.handOn(value, node);
    // Whoever else writes it may do so at any time: what it holds later is not known.
    if (this.analysis.isWrittenElsewhere(variable, this.root)) this.state = withVar(this.state, number, other);
  }

  private noteAssigned(variable: Variable, number: number): void {
    const { fn, assigned } = this.functionFrame;
    const [identifier] = variable.identifiers;
    if (fn && identifier && isInside(identifier, fn)) assigned.add(number);
  }

  protected buryUnheld(origin: number): void {
    if (this.table(origin).length === 0 || this.pending.some((value) => holds(value, origin))) return;
    if (this.holders(origin) === 0) this.change(origin, bury);
  }

  protected holders(origin: number): number {
    let count = 0;
    intMap.each(this.state?.vars, (value) => {
      if (value.kind !== 'body' && holds(value, origin)) count++;
    });
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
    if (given.size === 0) {
      return this.left(
        frame,
        frame.returns.map(({ state }) => state),
      );
    }
    const states = frame.returns.map(({ value, state }) => {
      this.state = this.leaveScope(state, frame.assigned);
      for (const origin of given) if (!originsBehind(value).includes(origin)) this.buryUnheld(origin);
      return this.state;
    });
    return joinAll(states);
  }
}
