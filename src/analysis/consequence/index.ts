import type { Client } from '../../models/index.js';
import { isInside, memberName, type Node } from '../../syntax/nodes.js';
import { FileFacts } from '../facts.js';
import type { BodyForm } from './hypothesis.js';
import { bodyOf, type Consequence } from './kinds.js';
import { resourceOf } from './resource.js';
import { turnOf } from './turns.js';

export type { Consequence } from './kinds.js';

/** What the consequence of an error depends on, beside the file. */
export interface Use {
  /** The call that gives the response. */
  readonly call: Node | undefined;
  readonly client: Client;
  /** Where its body is read; none for a response that is dropped. */
  readonly use: Node | undefined;
  /** The conditions that look at its status. */
  readonly guards: Iterable<Node>;
}

/** What an error costs where nothing looks at the status of a response. */
export function consequenceOf(facts: FileFacts, { call, client, use, guards }: Use): Consequence {
  if (!call) return { kind: 'harm' };
  const resource = resourceOf(facts, call);
  if (resource) return { kind: 'resource', address: resource };
  if (!use) {
    const turn = turnOf(facts, call);
    return turn ? { kind: 'turn', timer: turn } : { kind: 'harm' };
  }
  const root = facts.rootOf(use);
  for (const guard of guards) {
    if (guard.range[0] > use.range[0] && isInside(guard, root)) return { kind: 'later', guard };
  }
  return bodyOf(facts, call, use, formOf(use, client));
}

/** How the body is read: as JSON, as a text, or as bytes. */
function formOf(use: Node, { members }: Client): BodyForm {
  if (members.isParsed) return members.failure ? 'none' : 'json';
  const name = use.type === 'CallExpression' && use.callee.type === 'MemberExpression' ? memberName(use.callee) : '';
  return name === 'json' ? 'json' : name === 'text' ? 'text' : 'bytes';
}
