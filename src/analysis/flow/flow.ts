import { errors } from '../../status/index.js';
import type { CallContext } from '../../syntax/call-context.js';
import { isInside, isInTest, type FunctionNode, type Loop, type Node } from '../../syntax/nodes.js';
import { withoutOrigin } from '../domain/correlation.js';
import * as intMap from '../domain/int-map.js';
import { withoutRelationsTo } from '../domain/related.js';
import type { Signature } from '../domain/signature.js';
import { originsBehind, originsIn, seenBy, withTable, withVar } from '../domain/state.js';
import {
  bury,
  Fact,
  freshTable,
  mark,
  markStatuses,
  statusesOf,
  uncheckedOf,
  tableOf,
  usedAgain,
  usedAt,
  withoutLive,
  withoutVainUse,
  type Entry,
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
import { Bodies } from './bodies.js';
import type { Interpreter } from './interpreter.js';
import type { Shape } from '../domain/shape.js';
import { mapValue } from './substitute.js';

/** Live, and no code of its own looked at its status, here or elsewhere. */
const isUnlooked = ({ facts }: Entry): boolean => (facts & (Fact.live | Fact.branched | Fact.handed)) === Fact.live;

/**
 * The walk through one root function: paths, variables, and everything that can happen to a response. The files of the
 * constructs and of the calls drive it: `await` calls `see`, `res.json()` calls `use`, `return res` ends in `handOn`.
 */
export class Flow extends Bodies {
  /** What takes the values of the generators that are run in place, one by one. */
  readonly takers: Map<FunctionNode, (value: Value) => void> = new Map();

  constructor(
    facts: FileFacts,
    root: Node,
    state: State,
    private readonly interpreter: Interpreter<Flow>,
    context?: CallContext,
  ) {
    super(facts, root, state, context);
  }

  /** Runs an expression: what it does to the state, and the value it has. */
  evaluate(node: Node): Value {
    return this.interpreter.evaluate(this, node);
  }

  /** Runs a statement. */
  execute(node: Node, labels?: readonly string[]): void {
    this.interpreter.execute(this, node, labels);
  }

  /** Tells an observer, in the tests, that a node is about to be run. */
  observed(node: Node): void {
    this.interpreter.observe?.(node, this);
  }

  /** The signature of a function for a call; undefined where it is not known. */
  signatureOf(fn: FunctionNode, shapes: readonly Shape[], context: CallContext): Signature | undefined {
    return this.interpreter.signatureOf(fn, shapes, context);
  }

  /**
   * A call gives a new response. Variables lose an older one of the same call, as in the next turn of a loop; lists
   * keep it.
   */
  birth(origin: Origin, table: Table = freshTable(origin.statuses)): void {
    if (!this.state) return;
    const old = intMap.get(this.state.tables, origin.id);
    if (old) {
      intMap.each(this.state.vars, (value, variable) => {
        if (value.kind === 'list' || !holds(value, origin.id)) return;
        // `res = again ? await fetch(a) : res`: what else the variable may hold stays.
        const rest = mapValue(value, (response) =>
          responseOf(
            response.origins.filter((id) => id !== origin.id),
            true,
          ),
        );
        this.state = withVar(this.state!, variable, rest);
      });
    }
    const state = withoutRelationsTo(this.state, origin.id);
    this.state = {
      ...state,
      correlations: old ? intMap.map(state.correlations, (t) => withoutOrigin(t, origin.id)) : state.correlations,
      tables: intMap.set(state.tables, origin.id, tableOf([...bury(old ?? []), ...table])),
      failureRegions: intMap.remove(state.failureRegions, origin.id),
    };
  }

  /** The current state, but on the path where the promise of these responses rejected, so that there are none. */
  rejected(value: Value): State | undefined {
    const origins = originsIn(value);
    if (origins.length === 0) return this.state;
    const held = this.held();
    // A response that a variable holds is there: it was another promise of it that rejected.
    return origins.reduce(
      (state, origin) => (state && !held.has(origin) ? withTable(state, origin, withoutLive) : state),
      this.state,
    );
  }

  /**
   * The state in which a promise rejects; none for a request's own promise if its response is already here (`await p`
   * twice).
   */
  failureOf({ failed, of, isRequest }: PromiseValue): State | undefined {
    if (failed) return failed;
    const isHere = isRequest && of.kind === 'response' && of.origins.every((origin) => this.held().get(origin));
    const state = isHere ? undefined : this.rejected(of);
    return of.kind === 'body' ? this.unread(state, of) : state;
  }

  /** Where `res.json()` rejects, the body was not used. */
  private unread(state: State | undefined, { of }: BodyValue): State | undefined {
    const forget = (table: Table) => withoutVainUse(table, () => true);
    return of.origins.reduce((rest, origin) => rest && withTable(rest, origin, forget), state);
  }

  /** The origins of the responses behind a value. */
  origins(value: Value): Origin[] {
    return originsBehind(value).map((origin) => this.facts.origins.at(origin));
  }

  /** Whether one of these responses may be missing: `Promise.allSettled` gives none where its promise was rejected. */
  isOptional(response: ResponseValue): boolean {
    return response.origins.some((origin) => this.facts.origins.seen(origin).optional);
  }

  /** The body of a response is read. */
  use(response: ResponseValue, node: Node): void {
    if (this.isSilent) return;
    this.see(response, 'touched');
    for (const origin of response.origins) {
      // `if (!res.ok) console.warn(await res.text())`: a logged error body is not taken for the answer.
      if (this.isLogged && intMap.get(this.state?.failureRegions, origin)) continue;
      // `if (!res.ok) { if (isTemporary(await res.json())) … }`: nor is one that only failures come to.
      this.markRead(origin);
      this.noteUse(origin, node);
      this.noteArrival(origin, 'unchecked', node, uncheckedOf(this.table(origin)));
      this.noteArrival(origin, 'uses', node, statusesOf(this.table(origin), Fact.live | Fact.inspected));
      this.change(origin, (table) => usedAt(table, node));
    }
  }

  /**
   * A variable with a body is read. Where a condition has told errors apart since the response was read, and no test of the
   * body stands between, the body is taken for the answer here.
   */
  useAgain({ of }: BodyValue, node: Node): void {
    if (this.isSilent || this.isLogged) return;
    if (isInTest(node)) return of.origins.forEach((origin) => this.noteBodyTest(origin, node));
    for (const origin of of.origins) {
      const seen = this.facts.origins.seen(origin);
      const tells = (guard: Node) => seen.tellsErrorsAt(guard) && !isAnyBetween(seen.bodyTests, guard, node);
      this.change(origin, (table) => usedAgain(table, node, tells));
      this.noteArrival(origin, 'reuses', node, statusesOf(this.table(origin), Fact.usedAgain));
    }
  }

  /**
   * The value escapes: another owner gets the response (`keep(res)`), or code that can act on it its status
   * (`show(res.status)`).
   */
  handOn(value: Value, node: Node): void {
    if (this.isSilent || isInert(value)) return;
    for (const origin of originsIn(value)) {
      this.note(origin, (observed) => (observed.touched = true));
      const table = this.table(origin);
      this.noteArrival(origin, 'hands', node, statusesOf(table, Fact.live));
      this.noteArrival(origin, 'unlookedHands', node, statusesOf(table.filter(isUnlooked)));
      this.change(origin, (table) => mark(table, Fact.handed));
    }
    // Whoever gets a body that is not read yet reads it.
    if (value.kind === 'body' && value.isUnread) this.use(value.of, node);
    this.handOnStatus(value, node);
  }

  /** The body goes into something that nobody takes for an answer: `new HttpError(await res.text())`. */
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
      case 'giver':
        return this.handOn(value.of, node);
      case 'settle':
        value.sink.escaped = true;
    }
  }

  /** Code that is not followed got the status, and may act on each one: all of them are inspected and branched. */
  inspect(value: Value): void {
    if (this.isSilent) return;
    this.see(value, 'touched');
    for (const response of responsesBehind(value)) {
      for (const origin of response.origins) {
        this.change(origin, (table) => mark(table, Fact.inspected | Fact.branched, {}, seenBy(response)));
      }
    }
  }

  /** A function that shares variables with this walk is not followed: the responses that it can reach escape. */
  handOnCaptured(fn: FunctionNode, node: Node): void {
    for (const { resolved } of this.facts.file.source.scopeManager?.acquire(fn)?.through ?? []) {
      if (resolved) this.handOn(this.read(resolved), node);
    }
  }

  /**
   * Whether a condition on a value narrows this origin (a strong update): no variable may hold it beside another
   * response.
   */
  pinsDown(response: ResponseValue, origin: number): boolean {
    return isCertain(response) || this.holders(origin).length <= 1;
  }

  /** Only failures of this response reach the given side of a condition: the state enters its failure region. */
  enterFailureRegion(state: State | undefined, origin: number, condition: Node, side: boolean): State | undefined {
    if (!state) return undefined;
    const outer = intMap.get(state.failureRegions, origin);
    return { ...state, failureRegions: intMap.set(state.failureRegions, origin, { condition, side, outer }) };
  }

  /**
   * Code runs here, or with `Fact.logged` only a log is written: responses whose failure region this is are handled by
   * it.
   */
  markHandled(fact: number = Fact.branched): void {
    if (!this.state?.failureRegions || this.isSilent) return;
    intMap.each(this.state.failureRegions, (_, origin) => this.change(origin, (table) => mark(table, fact)));
  }

  /**
   * Something is read here, with `of` the body of that response. In a handler that is nothing done about the error yet:
   * `const { status } = e.response;`.
   */
  markRead(of?: number): void {
    intMap.each(this.state?.failureRegions, (_, origin) => {
      if (!this.isSilent && (of ?? origin) === origin && !this.facts.origins.at(origin).handler)
        this.change(origin, (table) => mark(table, Fact.branched));
    });
  }

  /**
   * The path goes round a loop again. In a loop that repeats the request of a response, that handles its failures: it is a
   * retry. So it does in any loop where failures alone go round: `if (!res.ok) continue;`.
   */
  goRound(loop: Loop): void {
    this.markHandled();
    intMap.each(this.state?.tables, (table, id) => {
      const origin = this.facts.origins.at(id);
      const statuses = statusesOf(table, Fact.live);
      if (statuses.isEmpty || !origin.call || !isInside(origin.call, loop) || isBefore(loop, origin.call)) return;
      const polls = this.facts.repeats(origin.call, loop);
      this.noteRepeat(id, statuses, polls);
      if (this.facts.asksAgain(origin.call, loop)) this.noteArrival(id, 'rounds', loop, statuses);
      if (polls) this.change(id, (t) => markStatuses(t, Fact.branched, errors));
    });
  }
}

/** Whether a call in the head of a loop is made once: in `for (const r of [fetch(a)])` the list is made before the turns. */
function isBefore(loop: Loop, call: Node): boolean {
  const once = loop.type === 'ForStatement' ? loop.init : 'right' in loop ? loop.right : undefined;
  return !!once && isInside(call, once);
}

const isAnyBetween = (nodes: ReadonlySet<Node>, { range: [, start] }: Node, { range: [end] }: Node): boolean =>
  [...nodes].some(({ range }) => range[0] >= start && range[1] <= end);
