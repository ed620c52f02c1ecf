import type { TSESTree } from '@typescript-eslint/utils';
import type { ListenerWords, ResponseMembers } from '../models/index.js';
import type { File } from '../syntax/file.js';
import {
  callOf,
  enclosingFunction,
  isFunction,
  isInside,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from '../syntax/nodes.js';
import type { Variable } from '../syntax/variables.js';

/** A function that an object calls on an event. */
export interface Listener {
  readonly fn: FunctionNode;
  /** Whether a response is there then: for certain, perhaps (the event comes for failures, too), or never. */
  readonly brings: 'surely' | 'maybe' | 'never';
}

/** How a program gets at the response that an object has after a request: `xhr.onload = () => show(xhr.response)`. */
export interface Listening {
  readonly variable: Variable;
  readonly listeners: readonly Listener[];
  /** The call waits for the response: `xhr.open('GET', url, false)`. */
  readonly isSynchronous: boolean;
  /** The call that says what is requested: `xhr.open('GET', url)`. */
  readonly opening: TSESTree.CallExpression | undefined;
  /** Whether other code gets the object: it may look at the status. */
  readonly isGiven: boolean;
}

/** Undefined where some of it is out of sight, or nobody is told of the response. */
export function listeningTo(
  file: File,
  object: Node,
  { listeners: words, ...members }: Members,
): Listening | undefined {
  const node = unwrap(object);
  const variable = node.type === 'Identifier' ? file.variable(node) : undefined;
  if (!variable || !words || variable.references.filter((one) => one.isWrite()).length > 1) return undefined;
  const around = enclosingFunction(node);
  const uses = variable.references.filter((one) => !one.init).map(({ identifier }) => identifier as Node);
  const own = uses.filter((one) => enclosingFunction(one) === around);
  const given = own.flatMap((use) => eventGiven(use, words));
  const listeners = given.flatMap(({ event, fn }) => (isFunction(fn) ? [{ fn, brings: bringing(event, words) }] : []));
  const isUnseen = given.some(({ event, fn }) => !isFunction(fn) && bringing(event, words) !== 'never');
  // `xhr.upload.onload = () => { if (xhr.status === 200) … }`.
  const isReadElsewhere = uses.some(
    (use) => !own.includes(use) && readsResponse(use, members) && !listeners.some(({ fn }) => isInside(use, fn)),
  );
  if (isUnseen || isReadElsewhere) return undefined;
  const openings = own.flatMap((use) => callOfMember(use, words.opened.by));
  const opening = openings.length === 1 ? openings[0] : undefined;
  const waits = opening?.arguments[words.opened.waits];
  const isSynchronous = waits?.type === 'Literal' && waits.value === false;
  if (!isSynchronous && listeners.every(({ brings }) => brings === 'never')) return undefined;
  const isGiven = uses.some((use) => !memberOf(use));
  return { variable, listeners, isSynchronous, opening, isGiven };
}

type Members = Pick<ResponseMembers, 'listeners' | 'status' | 'body' | 'alsoBody'>;

const bringing = (event: string, { done, maybe }: ListenerWords): Listener['brings'] =>
  done.has(event) ? 'surely' : maybe.has(event) ? 'maybe' : 'never';

/** The member that is read of a name. */
function memberOf(use: Node): TSESTree.MemberExpression | undefined {
  const { parent } = use;
  return parent?.type === 'MemberExpression' && parent.object === use ? parent : undefined;
}

function readsResponse(use: Node, { status, body, alsoBody }: Members): boolean {
  const member = memberOf(use);
  const name = member && (memberName(member) ?? '');
  return name !== undefined && (name === status || name === body || !!alsoBody?.has(name));
}

function callOfMember(use: Node, name: string): readonly TSESTree.CallExpression[] {
  const member = memberOf(use);
  const call = member && memberName(member) === name ? callOf(member) : undefined;
  return call ? [call] : [];
}

/** `xhr.onload = fn`, `xhr.addEventListener('load', fn)`. */
function eventGiven(use: Node, { methods }: ListenerWords): readonly { event: string; fn: Node }[] {
  const member = memberOf(use);
  if (!member) return [];
  const name = memberName(member) ?? '';
  const { parent } = member;
  if (parent.type === 'AssignmentExpression' && parent.left === member && name.startsWith('on'))
    return [{ event: name.slice(2), fn: unwrap(parent.right) }];
  const [event, fn] = methods.has(name) ? (callOf(member)?.arguments ?? []) : [];
  return event?.type === 'Literal' && fn ? [{ event: String(event.value), fn: unwrap(fn) }] : [];
}
