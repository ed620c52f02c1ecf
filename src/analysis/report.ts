import type { Client } from '../models/index.js';
import type { Declared } from '../sources/declared.js';
import { isRepeated, isServerCode } from '../sources/server-code.js';
import { errors, opaque, StatusSet, success } from '../status/index.js';
import { enclosingFunction, isInside, type Node } from '../syntax/nodes.js';
import type { Catchers } from './catching/catchers.js';
import type { ErrorChannels } from './catching/channels.js';
import { consequenceOf, type Consequence } from './consequence/index.js';
import { Fact, has, type Entry, type Table } from './domain/table.js';
import type { FileFacts } from './facts.js';
import type { Condition, Decision, Observation, Read } from './observations/observation.js';
import type { Origin } from './observations/origin.js';
import type { Step } from './observations/step.js';

/** How a response ends on some of the paths that come to an ordinary end. */
export interface End {
  readonly inspected: boolean;
  readonly used: boolean;
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

/** Everything a rule may ask about one response. */
export interface ResponseReport {
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
  /** The statuses that its type declares, as far as this file says so; then its tables have no other. */
  readonly declared: Declared | undefined;
  /** The methods that callers in this file give to the function around the call, as `{ method: 'DELETE' }`. */
  readonly methods: ReadonlySet<string>;
  /** The places that it comes to on its way: where it is waited for, bound, or dropped; in the order of the walk. */
  readonly steps: readonly Step[];
  readonly ends: readonly End[];
  readonly conditions: readonly Condition[];
  /** Conditions that looked at it in the function of this file that gave it: before anything that is done with it here. */
  readonly calleeGuards: ReadonlySet<Node>;
  /** Members that a condition reads in the place of its status: `res.statusCode`. */
  readonly mistakes: ReadonlySet<Node>;
  /** For each test, the statuses on the two sides of the whole condition around it. */
  readonly decisions: ReadonlyMap<Node, Decision>;
  /** Where the body is read once the status was looked at, with the statuses that arrive there. */
  readonly uses: ReadonlyMap<Node, StatusSet>;
  /** Where the body is read, with the statuses that arrive there and at which nothing looked. */
  readonly unchecked: ReadonlyMap<Node, StatusSet>;
  /** Where the response is handed on, with the statuses that arrive there. */
  readonly hands: ReadonlyMap<Node, StatusSet>;
  /** The same, with the statuses that no code of their own looked at. */
  readonly unlookedHands: ReadonlyMap<Node, StatusSet>;
  /** Where its status is handed on, likewise. */
  readonly statusEscapes: ReadonlyMap<Node, StatusSet>;
  /** Where its reason phrase is read, likewise; and so on, below. */
  readonly phrases: ReadonlyMap<Node, StatusSet>;
  /** Where an exception is thrown, or a promise rejected, that its failures alone come to. */
  readonly throws: ReadonlyMap<Node, StatusSet>;
  /** The same, where its body was neither read nor handed on. */
  readonly leftUnread: ReadonlyMap<Node, StatusSet>;
  /** Where the function around its call calls itself. */
  readonly recursions: ReadonlyMap<Node, StatusSet>;
  /** The loops around its call that go round again. */
  readonly rounds: ReadonlyMap<Node, StatusSet>;
  /** Every place that reads the body, with the statuses that arrive there, and those with which it throws. */
  readonly reads: ReadonlyMap<Node, Read>;
  /** It has a copy, of which a read leaves it as it is. */
  readonly copied: boolean;
  /** It stands for each element of a list, so that what is learned of one is taken to be learned of all. */
  readonly listed: boolean;
  /** Its status can never be seen: the answer to a `no-cors` request is opaque. */
  readonly opaque: boolean;
  /** The statuses with which a loop around the call goes round again. */
  readonly repeats: StatusSet;
  /** The same for loops that make the request again until something comes. */
  readonly polled: StatusSet;
  /** Its headers or its URL were read. */
  readonly passive: boolean;
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
  const mayFail = ends.some(({ statuses }) => !statuses.isDisjointWith(errors));
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

const endOf = (seen: Observation, entry: Entry): End => ({
  inspected: has(entry, Fact.inspected),
  used: has(entry, Fact.used),
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
