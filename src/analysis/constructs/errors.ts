import type { Handler } from '../../sources/handlers.js';
import type { Source } from '../../sources/source.js';
import { recovering } from '../../models/observables.js';
import { anyAnswer, answerSigns, noAnswer, unseenClient } from '../../models/rejections.js';
import type { Client } from '../../models/index.js';
import { StatusSet } from '../../status/index.js';
import { isInside, type Node } from '../../syntax/nodes.js';
import { visit } from '../../syntax/visit.js';
import { Fact } from '../domain/table.js';
import { answeredStatus } from '../domain/status-expression.js';
import {
  responseOf,
  unknownValue,
  type RecordValue,
  type ResponseValue,
  type TestValue,
  type Value,
} from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { statusItself, statusValue } from './status-values.js';

// The error of a request: a record that holds the answer, where one came. Its statuses are those with which the request
// rejects, and 0 for no answer at all.

/** What a handler is given, where it looks for an answer in it. */
export function errorFor(flow: Flow, node: Node | undefined): Value {
  const handler = node && flow.facts.handlers.get(node);
  if (!handler || !flow.state) return unknownValue;
  const rejecting = rejectingBefore(flow, handler);
  if (!rejecting) return unknownValue;
  const { client, statuses } = rejecting;
  const origin = flow.facts.origins.ofHandler(flow.root, handler.node, client, statuses.union(noAnswer));
  flow.birth(origin);
  // Whatever comes here is a failure: what stands in the handler is what is done about it.
  flow.state = flow.enterFailureRegion(flow.state, origin.id, handler.node, true);
  // `let items = []; try { items = await load(); } catch (error) { … }`: failures keep the default.
  const { within } = handler;
  if (within?.every((one) => flow.facts.branches.overwritesDefaultsOnly(one))) flow.markHandled(Fact.logged);
  const of: ResponseValue = { ...responseOf([origin.id]), isAnswer: true };
  const { response = [], shortcuts = [], mayBeMissing } = client.rejection ?? {};
  const status = mayBeMissing ? statusOfAnswer(of, handler.node) : statusItself(of, handler.node);
  // One that always has a status has these members always, too.
  const signs = response.length > 0 ? answerSigns : [];
  const fields = new Map<string, Value>(signs.map((name) => [name, partOfAnswer(of, handler.node)]));
  for (const name of shortcuts) fields.set(name, status);
  if (response[0] !== undefined) fields.set(response[0], of);
  return { kind: 'record', fields };
}

/** `error.response.status`, which is undefined where no answer came. */
export const statusOfAnswer = (of: ResponseValue, node: Node) => statusValue(of, node, answeredStatus);

/**
 * `error.response?.data`: if it is true an answer came, whatever its status; if not, one may have come all the same.
 * `whenTrue`: the statuses that its truth tells of, where it may be a default.
 */
export const partOfAnswer = (of: ResponseValue, node: Node, whenTrue = anyAnswer): TestValue => ({
  kind: 'test',
  tests: [{ of, whenTrue, whenFalse: StatusSet.all }],
  node,
});

interface Rejecting {
  readonly client: Client;
  readonly statuses: StatusSet;
}

const unseen: Rejecting = { client: unseenClient, statuses: StatusSet.all };

/** Whose error a handler gets, and with which statuses the requests before it reject; undefined where that may be anybody's. */
function rejectingBefore(flow: Flow, handler: Handler): Rejecting | undefined {
  const { typed, isObserver, within = [] } = handler;
  const isMade = recovering.some((name) => flow.facts.file.calls.named(name).some((call) => isInOneOf(call, within)));
  const requests = isMade ? [] : isObserver ? writtenIn(flow, handler) : madeIn(flow, handler);
  const [first] = requests;
  if (!first || requests.some(({ client }) => client !== first.client)) {
    if (typed) return { client: typed, statuses: StatusSet.all };
    return isObserver || isMade ? undefined : unseen;
  }
  const statuses = requests.reduce((all, one) => all.union(one.statuses), StatusSet.empty);
  const isAny = statuses.isEmpty || first.client.rejection?.unparsed;
  return { client: first.client, statuses: isAny ? StatusSet.all : statuses };
}

/** The requests that the walk came across before a handler. */
function madeIn({ facts, root }: Flow, { within = [] }: Handler): readonly Rejecting[] {
  return facts.origins.in(root).flatMap(({ call, client, statuses }) => {
    const source = call && client.rejection && isInOneOf(call, within) ? facts.sources.get(call) : undefined;
    if (!source) return [];
    return [{ client, statuses: source.resolving.kind === 'vague' ? StatusSet.all : statuses.complement() }];
  });
}

/** Those that are written before it: what makes them may be run out of sight, as the function of `switchMap` is. */
function writtenIn({ facts }: Flow, { within = [] }: Handler): readonly Rejecting[] {
  const found: Rejecting[] = [];
  for (const place of within)
    visit(place, facts.file.source.visitorKeys, (node) => {
      const source = facts.sources.get(node);
      if (source?.client.rejection) found.push({ client: source.client, statuses: rejectedBy(source) });
    });
  return found;
}

const rejectedBy = ({ resolving }: Source): StatusSet =>
  resolving.kind === 'known' ? resolving.statuses.complement() : StatusSet.all;

const isInOneOf = (node: Node, places: readonly Node[]): boolean => places.some((place) => isInside(node, place));

/** The answer that an error holds, or that it has the status of; undefined for any other value. */
export function answerIn(value: Value): ResponseValue | undefined {
  if (value.kind === 'response') return value.isAnswer ? value : undefined;
  return value.kind === 'record' ? answerOf(value) : undefined;
}

function answerOf({ fields }: RecordValue): ResponseValue | undefined {
  for (const field of fields.values()) {
    const of = field.kind === 'status' ? field.of : field;
    if (of.kind === 'response' && of.isAnswer) return of;
  }
  return undefined;
}
