import type { Client } from '../models/index.js';
import { isRepeated, isServerCode } from '../sources/server-code.js';
import { errors, opaque, StatusSet, success } from '../status/index.js';
import { enclosingFunction, isInside, type Node } from '../syntax/nodes.js';
import type { Catchers } from './catching/catchers.js';
import type { ErrorChannels } from './catching/channels.js';
import { consequenceOf, type Consequence } from './consequence/index.js';
import { Fact, has, type Entry, type Table } from './domain/table.js';
import type { FileFacts } from './facts.js';
import type { Condition, Decision, Observation, Places } from './observations/observation.js';
import type { Origin } from './observations/origin.js';
import type { Step } from './observations/step.js';

/** How a response ends on some of the paths that come to an ordinary end. */
export interface End {
  readonly inspected: boolean;
  /** An option of its client, whose value cannot be read, lets these statuses through or not: whoever set it knows of them. */
  readonly chosen: boolean;
  readonly used: boolean;
  /** Where that was, the condition that looked had looked already. */
  readonly usedBehind: boolean;
  /** The response went to another owner. */
  readonly handed: boolean;
  /** Its failures went through code of their own, or its status was handed on. */
  readonly branched: boolean;
  /** Its body was read to its end, locked or thrown away. */
  readonly spent: boolean;
  /** They went through a branch of their own that writes a log and no more. */
  readonly logged: boolean;
  /** The statuses that end this way. */
  readonly statuses: StatusSet;
  /** Where the body was read. */
  readonly use: Node | undefined;
  /** Where the body, read before the condition looked, is taken for the answer after it. */
  readonly reuse: Node | undefined;
  /** The condition that looked. */
  readonly guard: Node | undefined;
}

/** What was seen of it that the rules get as it is. */
type Shared =
  | Exclude<Places, 'reuses' | 'answerReads'>
  | ('declared' | 'calleeGuards' | 'mistakes' | 'decisions' | 'reads' | 'repeats' | 'polled')
  | ('passive' | 'copied' | 'listed');

/** Everything a rule may ask about one response. */
export interface ResponseReport extends Pick<Observation, Shared> {
  /** The number of its origin. */
  readonly id: number;
  readonly client: Client;
  /** The call that gives the response; undefined for a parameter. */
  readonly call: Node | undefined;
  /** The expression that names the function called: where a report stands. */
  readonly callee: Node | undefined;
  readonly method: string | undefined;
  /** The statuses that it has where the call gives it: of a client that rejects on errors, only those of successes. */
  readonly statuses: StatusSet;
  /** The request asks for an answer of which 200 is told from other successes on purpose: an event stream, a part. */
  readonly isExact: boolean;
  /** The methods that callers in this file give to the function around the call, as `{ method: 'DELETE' }`. */
  readonly methods: ReadonlySet<string>;
  /** The places that it comes to on its way: where it is waited for, bound, or dropped; in the order of the walk. */
  readonly steps: readonly Step[];
  readonly ends: readonly End[];
  readonly conditions: readonly Condition[];
  /** Its status can never be seen: the answer to a `no-cors` request is opaque. */
  readonly opaque: boolean;
  /** An empty handler says that its failure does not matter. */
  readonly tolerated: boolean;
  /** The code waits for it, and on no path looks at it, reads it or hands it on. */
  readonly dropped: boolean;
  /** Nothing waits for it, and nothing looks at it, reads it or hands it on. */
  readonly forgotten: boolean;
  /** Who gets an error that is thrown at some place of the file. */
  readonly catchers: Catchers;
  /** Who is told of a failure where nobody gets what is thrown. */
  readonly channels: ErrorChannels;
  /** One process of a server makes the request many times: a body left unread keeps a connection each time. */
  holdsConnections(): boolean;
  /** What an error costs where the body is read, or where the response is dropped, if nobody looks at its status. */
  consequenceOf(use: Node | undefined): Consequence;
}

/** What becomes of the answer that an error holds, in the handler that gets it; of no answer at all the status is 0. */
export interface ErrorReport extends Pick<ResponseReport, 'client' | 'statuses' | 'ends' | 'conditions' | 'decisions'> {
  /** The `catch` clause, or the function that is called with the error. */
  readonly handler: Node;
  /** Where a member of the answer is read without asking whether it is there, and the statuses that arrive there. */
  readonly answerReads: ReadonlyMap<Node, StatusSet>;
}

/** Whether the request was made for the connection or for the headers alone: `fetch(url, { method: 'HEAD' })`. */
export const isProbe = ({ client, method }: ResponseReport): boolean => client.request.probes.has(method ?? '');

/**
 * The guards in and behind a statement that tell failures apart, or part them from successes: whatever they do about a
 * failure is not reached any more behind a check that takes them all.
 */
export function guardsFrom({ conditions }: ResponseReport, statement: Node): Condition[] {
  const fn = enclosingFunction(statement);
  return conditions.filter(
    (condition) =>
      condition.node.range[0] >= statement.range[0] &&
      (!fn || isInside(condition.node, fn)) &&
      asksForFailures(condition),
  );
}

/** `status === 404`, `res.ok`; one that only parts some successes from the others, as `status === 204`, does not. */
function asksForFailures({ whenTrue, whenFalse }: Decision): boolean {
  const [t, f] = [whenTrue.difference(success), whenFalse.difference(success)];
  if (t.isEmpty || f.isEmpty) return (t.isEmpty ? whenFalse : whenTrue).isDisjointWith(success);
  return !t.equals(f);
}

/** Whether something looked at the response on every way to a read of its body: `if (!res.ok) throw await res.json()`. */
export function isChecked({ unchecked }: ResponseReport, read: Node): boolean {
  const arriving = [...unchecked].filter(([use]) => isInside(read, use)).map(([, statuses]) => statuses);
  return arriving.length > 0 && arriving.every(({ isEmpty }) => isEmpty);
}

export function reportOf(facts: FileFacts, origin: Origin, seen: Observation, table: Table): ResponseReport {
  const ends = table.map((entry) => endOf(seen, entry));
  const { touched, passive, tolerated, excused, awaited } = seen;
  // A join that loses a value hands it on in the table, where nothing is noted.
  const isHanded = ends.some(({ handed }) => handed);
  const mayFail = ends.some(({ chosen, statuses }) => !chosen && !statuses.isDisjointWith(errors));
  const unseen = !touched && !passive && !tolerated && !isHanded && mayFail;
  return {
    id: origin.id,
    client: origin.client,
    call: origin.call,
    callee: origin.callee,
    method: origin.method,
    statuses: origin.statuses,
    isExact: origin.isExact,
    declared: seen.declared,
    methods: origin.methods ?? new Set(),
    ...placesIn(seen),
    steps: [...seen.steps.values()],
    ends,
    conditions: [...seen.conditions.values()],
    calleeGuards: seen.calleeGuards,
    mistakes: seen.mistakes,
    decisions: seen.decisions,
    tolerated: tolerated || excused,
    passive,
    copied: seen.copied,
    listed: seen.listed,
    opaque: !!origin.statuses?.equals(opaque),
    dropped: awaited && unseen,
    forgotten: !awaited && unseen,
    catchers: facts.catchers,
    channels: facts.channels,
    holdsConnections: () => !!origin.call && isRepeated(origin.call) && isServerCode(facts.file.source),
    consequenceOf: remembered((use) =>
      seen.failureAsked
        ? { kind: 'asked' }
        : consequenceOf(facts, {
            call: origin.call,
            client: origin.client,
            use,
            guards: [...seen.conditions.keys(), ...seen.statusEscapes.keys()],
          }),
    ),
  };
}

export function errorReportOf({ client, statuses, handler }: Origin, seen: Observation, table: Table): ErrorReport {
  return {
    client,
    statuses,
    handler: handler!,
    ends: table.map((entry) => endOf(seen, entry)),
    conditions: [...seen.conditions.values()],
    decisions: seen.decisions,
    answerReads: seen.answerReads,
  };
}

const endOf = (seen: Observation, entry: Entry): End => ({
  inspected: has(entry, Fact.inspected),
  // A condition that looks leaves itself behind as the guard.
  chosen: has(entry, Fact.inspected) && !entry.guard,
  used: has(entry, Fact.used),
  usedBehind: has(entry, Fact.usedBehind),
  handed: has(entry, Fact.handed),
  branched: has(entry, Fact.branched),
  spent: has(entry, Fact.spent),
  logged: has(entry, Fact.logged),
  statuses: entry.statuses,
  use: entry.use,
  reuse: has(entry, Fact.usedAgain) ? reuseOf(seen, entry) : undefined,
  guard: entry.guard,
});

const reuseOf = ({ reuses }: Observation, { guard, statuses }: Entry): Node | undefined =>
  [...reuses].find(([use, arriving]) => use.range[0] > guard!.range[0] && !arriving.isDisjointWith(statuses))?.[0];

/** Several rules ask, to decide and to say why; the answer takes a walk through the rest of the code. */
function remembered(find: (use: Node | undefined) => Consequence): (use: Node | undefined) => Consequence {
  const known = new Map<Node | undefined, Consequence>();
  return (use) => {
    let answer = known.get(use);
    if (!answer) known.set(use, (answer = find(use)));
    return answer;
  };
}

/** The places that it came to, with the statuses that arrived there. */
const placesIn = (seen: Observation) => ({
  uses: seen.uses,
  unchecked: seen.unchecked,
  hands: seen.hands,
  unlookedHands: seen.unlookedHands,
  statusEscapes: seen.statusEscapes,
  phrases: seen.phrases,
  throws: seen.throws,
  leftUnread: seen.leftUnread,
  recursions: seen.recursions,
  rounds: seen.rounds,
  repeats: seen.repeats,
  polled: seen.polled,
  reads: seen.reads,
});
