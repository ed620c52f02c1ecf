import type { Handler } from '../../sources/handlers.js';
import { noAnswer, unseenClient } from '../../models/rejections.js';
import type { Client } from '../../models/index.js';
import { StatusSet } from '../../status/index.js';
import { isInside, type Node } from '../../syntax/nodes.js';
import { Fact } from '../domain/table.js';
import { answeredStatus } from '../domain/status-expression.js';
import { responseOf, unknownValue, type RecordValue, type ResponseValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { statusValue } from './status-values.js';

// The error of a request: a record that holds the answer, where one came. Its statuses are those with which the request
// rejects, and 0 for no answer at all.

/** What a handler is given, where it looks for an answer in it. */
export function errorFor(flow: Flow, node: Node | undefined): Value {
  const handler = node && flow.facts.handlers.get(node);
  if (!handler || !flow.state) return unknownValue;
  const { client, statuses } = rejectingBefore(flow, handler);
  const origin = flow.facts.origins.ofHandler(flow.root, handler.node, client, statuses.union(noAnswer));
  flow.birth(origin);
  // Whatever comes here is a failure: what stands in the handler is what is done about it.
  flow.state = flow.enterFailureRegion(flow.state, origin.id, handler.node, true);
  // `let items = []; try { items = await load(); } catch (error) { … }`: failures keep the default.
  const { within } = handler;
  if (within && flow.facts.branches.overwritesDefaultsOnly(within)) flow.markHandled(Fact.logged);
  const of: ResponseValue = { ...responseOf([origin.id]), isAnswer: true };
  const { response = [], shortcuts = [] } = client.rejection ?? {};
  const fields = new Map<string, Value>(shortcuts.map((name) => [name, statusOfAnswer(of, handler.node)]));
  if (response[0] !== undefined) fields.set(response[0], of);
  return { kind: 'record', fields };
}

/** `error.response.status`, which is undefined where no answer came. */
export const statusOfAnswer = (of: ResponseValue, node: Node) => statusValue(of, node, answeredStatus);

interface Rejecting {
  readonly client: Client;
  readonly statuses: StatusSet;
}

const unseen: Rejecting = { client: unseenClient, statuses: StatusSet.all };

/** The requests that may reject before a handler: their client, and with which statuses they do. */
function rejectingBefore({ facts, root }: Flow, { within }: Handler): Rejecting {
  if (!within) return unseen;
  const requests = facts.origins
    .in(root)
    .filter(({ call, client }) => call && client.rejection && facts.sources.has(call) && isInside(call, within));
  const [first] = requests;
  if (!first || requests.some(({ client }) => client !== first.client)) return unseen;
  const isVague = requests.some(({ call }) => facts.sources.get(call!)!.resolving.kind === 'vague');
  const statuses = requests.reduce((all, one) => all.union(one.statuses.complement()), StatusSet.empty);
  return { client: first.client, statuses: isVague || statuses.isEmpty ? StatusSet.all : statuses };
}

/** The answer that an error holds; undefined for any other value. */
export function answerIn(value: Value): ResponseValue | undefined {
  if (value.kind === 'response') return value.isAnswer ? value : undefined;
  return value.kind === 'record' ? answerOf(value) : undefined;
}

function answerOf({ fields }: RecordValue): ResponseValue | undefined {
  for (const field of fields.values()) if (field.kind === 'response' && field.isAnswer) return field;
  return undefined;
}
