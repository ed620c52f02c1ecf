import { errors } from '../../status/index.js';
import type { Answers } from '../../syntax/call-answers.js';
import { isInside, type FunctionNode, type Loop, type Node } from '../../syntax/nodes.js';
import { withoutOrigin } from '../domain/correlation.js';
import * as intMap from '../domain/int-map.js';
import type { Signature } from '../domain/signature.js';
import { originsBehind, originsIn, seenBy, withTable, withVar } from '../domain/state.js';
import {
  bury,
  Fact,
  freshTable,
  mark,
  markStatuses,
  statusesOf,
  tableOf,
  withoutLive,
  withoutVainUse,
  type Table,
} from '../domain/table.js';
import {
  holds,
  isCertain,
  isInert,
  itemsOf,
  responseOf,
  responsesBehind,
  type BodyValue,
  type PromiseValue,
  type ResponseValue,
  type State,
  type Value,
} from '../domain/value.js';
import { FileFacts } from '../facts.js';
import type { Origin } from '../observations/origin.js';
import type { Interpreter } from './interpreter.js';
import { Notes } from './notes.js';
import type { Shape } from './shape.js';
import { mapValue } from './substitute.js';

/**
 * The walk through one root function: on top of paths and variables, everything that can happen to a response. The modules
 * beside this one drive it, one for each kind of construct.
 */
export class Flow extends Notes {
  constructor(
    facts: FileFacts,
    root: Node,
    state: State,
    private readonly interpreter: Interpreter<Flow>,
    answers?: Answers,
  ) {
    super(facts, root, state, answers);
  }

  /** Runs an expression: what it does to the state, and the value it has. */
  evaluate(node: Node): Value {
    return this.interpreter.evaluate(this, node);
  }

  /** Runs a statement. */
  execute(node: Node, labels?: readonly string[]): void {
    this.interpreter.execute(this, node, labels);
  }

  /** A node is about to be run. */
  observed(node: Node): void {
    this.interpreter.observe?.(node, this);
  }

  /** What a function does for a call; undefined for one of which that is not known. */
  signatureOf(fn: FunctionNode, shapes: readonly Shape[], answers: Answers): Signature | undefined {
    return this.interpreter.signatureOf(fn, shapes, answers);
  }

  /** A new response comes to be; an older one of the same call is out of reach, lists aside. */
  birth(origin: Origin, table: Table = freshTable(origin.client.statuses)): void {
    if (!this.state) return;
    const old = intMap.get(this.state.tables, origin.id);
    if (old) {
      intMap.each(this.state.vars, (value, variable) => {
        if (value.kind === 'list' || !holds(value, origin.id)) return;
        // A variable that may hold a response of another call instead still may: it alone is known.
        const rest = mapValue(value, (response) =>
          responseOf(
            response.origins.filter((id) => id !== origin.id),
            true,
          ),
        );
        this.state = withVar(this.state!, variable, rest);
      });
    }
    this.state = {
      ...this.state,
      correlations: old
        ? intMap.map(this.state.correlations, (t) => withoutOrigin(t, origin.id))
        : this.state.correlations,
      tables: intMap.set(this.state.tables, origin.id, tableOf([...bury(old ?? []), ...table])),
      failureRegions: intMap.remove(this.state.failureRegions, origin.id),
    };
  }

  /** The same state on the path where these responses never came to be, because their promise rejected. */
  rejected(value: Value): State | undefined {
    const origins = originsIn(value);
    if (origins.length === 0) return this.state;
    const held = this.held();
    // One that a variable holds has come to be: it was another promise that would have given it once more.
    return origins.reduce(
      (state, origin) => (state && !held.has(origin) ? withTable(state, origin, withoutLive) : state),
      this.state,
    );
  }

  /** The state in which a promise rejects; none if it is a request's own and its response is here already. */
  failureOf({ failed, of, isRequest }: PromiseValue): State | undefined {
    if (failed) return failed;
    const isHere = isRequest && of.kind === 'response' && of.origins.every((origin) => this.held().get(origin));
    const state = isHere ? undefined : this.rejected(of);
    return of.kind === 'body' ? this.unread(state, of) : state;
  }

  /** A body that could not be read is not used. */
  private unread(state: State | undefined, { of }: BodyValue): State | undefined {
    const forget = (table: Table) => withoutVainUse(table, () => true);
    return of.origins.reduce((rest, origin) => rest && withTable(rest, origin, forget), state);
  }

  /** Where the responses behind a value come from. */
  origins(value: Value): Origin[] {
    return originsBehind(value).map((origin) => this.facts.origins.at(origin));
  }

  /** Whether nothing may stand in the place of one of these responses. */
  isOptional(response: ResponseValue): boolean {
    return response.origins.some((origin) => this.facts.origins.seen(origin).optional);
  }

  /** The body of a response is read. */
  use(response: ResponseValue, node: Node): void {
    if (this.isSilent) return;
    this.see(response, 'touched');
    for (const origin of response.origins) {
      // What a failure said of itself goes into the log, and nobody takes it for the answer.
      if (this.isLogged && intMap.get(this.state?.failureRegions, origin)) continue;
      this.noteUse(origin, node);
      this.noteArrival(origin, 'uses', node, statusesOf(this.table(origin), Fact.live | Fact.inspected));
      this.change(origin, (table) => mark(table, Fact.used, { use: node }));
    }
  }

  /** The response goes to another owner, or what is known of its status to code that can act on it. */
  handOn(value: Value, node: Node): void {
    if (this.isSilent || isInert(value)) return;
    for (const origin of originsIn(value)) {
      this.note(origin, (observed) => (observed.touched = true));
      this.noteArrival(origin, 'hands', node, statusesOf(this.table(origin), Fact.live));
      this.change(origin, (table) => mark(table, Fact.handed));
    }
    this.handOnStatus(value, node);
  }

  /** The body goes into something that nobody takes for an answer. */
  giveAway({ of }: BodyValue): void {
    for (const origin of of.origins) this.change(origin, (table) => mark(table, Fact.handed));
  }

  private handOnStatus(value: Value, node: Node): void {
    switch (value.kind) {
      case 'status':
      case 'test':
        for (const origin of originsBehind(value))
          this.noteArrival(origin, 'statusEscapes', node, statusesOf(this.table(origin), Fact.live));
        return this.inspect(value);
      case 'promise':
        return this.handOnStatus(value.of, node);
      case 'list':
        return itemsOf(value).forEach((item) => this.handOnStatus(item, node));
      case 'record':
        return void value.fields.forEach((field) => this.handOnStatus(field, node));
      case 'settle':
        value.sink.escaped = true;
    }
  }

  /** The status of a response was looked at by code that is not here: it acts on every status as it sees fit. */
  inspect(value: Value): void {
    if (this.isSilent) return;
    this.see(value, 'touched');
    for (const response of responsesBehind(value)) {
      for (const origin of response.origins) {
        this.change(origin, (table) => mark(table, Fact.inspected | Fact.branched, {}, seenBy(response)));
      }
    }
  }

  /** A function that shares the variables of this walk runs out of sight: what it can reach has another owner. */
  handOnCaptured(fn: FunctionNode, node: Node): void {
    for (const { resolved } of this.facts.file.source.scopeManager?.acquire(fn)?.through ?? []) {
      if (resolved) this.handOn(this.read(resolved), node);
    }
  }

  /** Whether what is learned of a response value is learned of this origin, and of no other. */
  pinsDown(response: ResponseValue, origin: number): boolean {
    return isCertain(response) || this.holders(origin).length <= 1;
  }

  /** From here to where sides meet again, the code is there for failures. */
  enterFailureRegion(state: State | undefined, origin: number, condition: Node, side: boolean): State | undefined {
    if (!state) return undefined;
    const outer = intMap.get(state.failureRegions, origin);
    return { ...state, failureRegions: intMap.set(state.failureRegions, origin, { condition, side, outer }) };
  }

  /** Code runs here, or only a log is written: what a branch for failures does is their own. */
  markHandled(fact: number = Fact.branched): void {
    if (!this.state?.failureRegions || this.isSilent) return;
    intMap.each(this.state.failureRegions, (_, origin) => this.change(origin, (table) => mark(table, fact)));
  }

  /**
   * The path goes round a loop again. A failure that does so alone, or in a loop that repeats its request, has its
   * branch: that is what a retry is.
   */
  goRound(loop: Loop): void {
    this.markHandled();
    intMap.each(this.state?.tables, (table, id) => {
      const origin = this.facts.origins.at(id);
      const statuses = statusesOf(table, Fact.live);
      if (statuses.isEmpty || !origin.call || !isInside(origin.call, loop)) return;
      const polls = this.facts.repeats(origin.call, loop);
      this.noteRepeat(id, statuses, polls);
      if (polls) this.change(id, (t) => markStatuses(t, Fact.branched, errors));
    });
  }
}
