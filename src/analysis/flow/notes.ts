import type { Declared } from '../../sources/declared.js';
import { StatusSet } from '../../status/index.js';
import type { Node } from '../../syntax/nodes.js';
import type { Effect, Made } from '../domain/signature.js';
import { originsBehind, originsIn } from '../domain/state.js';
import { Fact, type Table } from '../domain/table.js';
import { settledValue, type ResponseValue, type Value } from '../domain/value.js';
import {
  Observed,
  type Condition,
  type Decision,
  type Mark,
  type Places,
  type Read,
} from '../observations/observation.js';
import type { Item, Step, StepKind } from '../observations/step.js';
import { Journal } from './journal.js';

/** What is seen on the way goes into the observations from here, and only from here: a tentative run notes nothing. */
export abstract class Notes extends Journal {
  /** Something was seen of the responses behind a value. */
  see(value: Value, mark: Mark): void {
    for (const origin of originsBehind(value)) this.note(origin, (observed) => (observed[mark] = true));
  }

  /** A value comes to a place: the responses that it holds, or promises, come there with it. */
  noteStep(kind: StepKind, node: Node, value: Value): void {
    if (this.isSilent || !mayHold.has(value.kind)) return;
    for (const origin of originsIn(value)) {
      const step: Step = { kind, node, item: itemOf(value, origin) };
      this.note(origin, (observed) => observed.addStep(step));
    }
  }

  /** A type declares the statuses of a response. */
  noteDeclared(origin: number, declared: Declared): void {
    this.note(origin, (observed) => observed.declare(declared));
  }

  /** A condition looked at a response. */
  noteCondition(origin: number, condition: Condition): void {
    this.note(origin, (observed) => observed.addCondition(condition));
  }

  /** A condition looked at the body of a response. */
  noteBodyTest(origin: number, test: Node): void {
    this.note(origin, (observed) => observed.bodyTests.add(test));
  }

  /** A condition read another member of a response in the place of its status. */
  noteMistake(response: ResponseValue, member: Node, name: string): void {
    for (const origin of response.origins) this.note(origin, (observed) => observed.mistakes.set(member, name));
  }

  /** What a whole condition came to, for one of its tests. */
  noteDecision(origin: number, test: Node, decision: Decision): void {
    this.note(origin, (observed) => observed.addDecision(test, decision));
  }

  /** These statuses of a response come to a place. */
  noteArrival(origin: number, at: Places, node: Node, statuses: StatusSet): void {
    this.note(origin, (observed) => observed.arrive(at, node, statuses));
  }

  /** A body is read, or copied, at a place. */
  noteRead(origin: number, node: Node, read: Read): void {
    this.note(origin, (observed) => observed.addRead(node, read));
  }

  noteRepeat(origin: number, statuses: StatusSet, polls: boolean): void {
    this.note(origin, (observed) => observed.addRepeat(statuses, polls));
  }

  /** A function was given a response: what it does with it is done here. */
  noteEffect(
    origin: number,
    { touched, passive, awaited, copied, tellsErrors, failureAsked, declared, uses }: Effect,
    nodeAt: (place: string) => Node | undefined,
  ): void {
    this.note(origin, (observed) => {
      observed.touched ||= touched;
      observed.passive ||= passive;
      observed.awaited ||= awaited;
      observed.copied ||= copied;
      observed.helperTellsErrors ||= tellsErrors;
      observed.failureAsked ||= failureAsked;
      observed.declare(declared);
    });
    for (const use of uses) this.noteUse(origin, nodeAt(use));
  }

  /** A wrapper gave a response, on which it had looked or not. */
  noteWrapper(origin: number, made: readonly Made[], table: Table): void {
    this.note(origin, (observed) => {
      observed.helperTellsErrors = made.some(({ tellsErrors }) => tellsErrors);
      observed.copied ||= made.some(({ copied }) => copied);
      observed.failureAsked ||= made.some(({ failureAsked }) => failureAsked);
      for (const { declared } of made) observed.declare(declared);
      for (const { facts, guard } of table) {
        if (facts !== Fact.live) observed.touched = true; // `await post(url)`: the wrapper checks
        if (guard) observed.calleeGuards.add(guard);
      }
    });
  }

  protected note(origin: number, write: (observed: Observed) => void): void {
    if (this.isSilent) return;
    this.notes++;
    write(this.facts.origins.observed(origin));
  }
}

/** The kinds of values that are one or more responses, or promises of them. */
const mayHold: ReadonlySet<Value['kind']> = new Set(['response', 'promise', 'list']);

/** How a value holds the response of an origin. */
function itemOf(value: Value, origin: number): Item | undefined {
  const settled = settledValue(value);
  if (settled.kind === 'response') return 'whole';
  if (settled.kind !== 'list') return undefined;
  const holdsIt = (item: Value): boolean => {
    const inner = settledValue(item);
    return inner.kind === 'response' && inner.origins.includes(origin);
  };
  const index = settled.items?.findIndex(holdsIt) ?? -1;
  if (index >= 0) return index;
  return holdsIt(settled.each) ? 'each' : undefined;
}
