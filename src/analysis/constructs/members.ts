import type { ResponseMembers } from '../../models/index.js';
import { isEquality, isInTest, memberName, type Node } from '../../syntax/nodes.js';
import {
  responseOf,
  unknownValue,
  type ListValue,
  type RecordValue,
  type ResponseValue,
  type Value,
} from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { joinedValue } from '../flow/join.js';
import { mapValue } from '../flow/substitute.js';
import { isPartOfAnswer, readAnswer } from './answers.js';
import { partOfAnswer } from './errors.js';
import { memberOfStatus, okOf, statusItself } from './status-values.js';

/**
 * The value of a member: `res.status`, `record.field`, `list[0]`. Reading the body of a response (`res.body`) is a use.
 */
export function readMember(flow: Flow, object: Value, name: string | undefined, node: Node): Value {
  switch (object.kind) {
    case 'response':
      if (object.isAnswer) return readAnswer(flow, object, name, node);
      if (name !== undefined) return readResponseMember(flow, object, name, node);
      flow.handOn(object, node); // a computed name: it may be anything
      return unknownValue;
    case 'record':
      return name === undefined ? unknownValue : readField(object, name);
    case 'list':
      return readItem(flow, object, name, node);
    case 'test':
      return isPartOfAnswer(object) ? partOfAnswer(object.tests[0]!.of, node) : unknownValue;
    case 'status':
      return node.type === 'MemberExpression' ? memberOfStatus(node, object) : unknownValue;
    case 'body':
      return object;
    default:
      return unknownValue;
  }
}

function readField({ fields }: RecordValue, name: string): Value {
  const value = fields.get(name);
  return value?.kind === 'status' ? { ...value, of: { ...value.of, isCopied: true } } : (value ?? unknownValue);
}

function readResponseMember(flow: Flow, response: ResponseValue, name: string, node: Node): Value {
  const { members } = flow.origins(response)[0]!.client;
  if (name === members.within) return response;
  if (name === members.failure) {
    flow.see(response, 'failureAsked');
    return unknownValue;
  }
  if (members.called?.has(name)) return unknownValue;
  if (name === members.status) return statusItself(response, node);
  if (name === members.ok) return okOf(response, node, members.okStatuses);
  if (members.stream?.flags.has(name)) flow.unspend(response);
  if (name === members.phrase) flow.notePhrase(response, node);
  if (name !== members.body && !members.alsoBody?.has(name)) {
    // `res.headers`, `res.url`: the code wanted something else than the body, so a missing check is no report.
    if (!members.hints.has(name)) flow.see(response, 'passive');
    if (members.mistaken?.has(name) && isTested(flow, node)) flow.noteMistake(response, node, name);
    return unknownValue;
  }
  if (isLookedAt(node)) {
    // `res.data === 'success'`: what is parsed answers for itself.
    if (members.isParsed) flow.see(response, 'passive');
    return unknownValue;
  }
  if (isDiscarded(node, members)) {
    flow.see(response, 'passive');
    flow.spend(response, node, name);
    return unknownValue;
  }
  if (members.areOnBody) return { kind: 'body', of: response, isUnread: true };
  flow.use(response, node);
  return { kind: 'body', of: response, stream: members.isParsed ? undefined : 'itself' };
}

/** `if (res.statusCode >= 400)`, also by a name: `const { statusCode } = res`. */
function isTested({ facts: { file } }: Flow, node: Node): boolean {
  if (isInTest(node)) return true;
  const { parent } = node;
  const declared = parent?.type === 'VariableDeclarator' && parent.init === node ? parent.id : undefined;
  const name = node.type === 'Property' ? node.value : declared;
  const variable = name?.type === 'Identifier' ? file.variable(name) : undefined;
  return !!variable?.references.some((reference) => reference.isRead() && isInTest(reference.identifier));
}

/** `if (!res.body)`: whether there is a body at all, not what is in it. */
function isLookedAt(node: Node): boolean {
  let at: Node | undefined = node;
  let parent = at.parent;
  while (
    parent?.type === 'ChainExpression' ||
    parent?.type === 'LogicalExpression' ||
    parent?.type === 'TSNonNullExpression'
  ) {
    at = parent;
    parent = at.parent;
  }
  switch (parent?.type) {
    case 'UnaryExpression':
      return parent.operator === '!' || parent.operator === 'typeof';
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
      return parent.test === at;
    case 'BinaryExpression':
      return isEquality(parent.operator);
    default:
      return false;
  }
}

/** `res.body.cancel()`: the body is thrown away. */
function isDiscarded(node: Node, { discards }: ResponseMembers): boolean {
  const parent = node.parent;
  return parent?.type === 'MemberExpression' && discards.has(memberName(parent) ?? '');
}

function readItem(flow: Flow, list: ListValue, name: string | undefined, node: Node): Value {
  if (node.type === 'Property' && /^\d+$/.test(name ?? '')) return itemAt(list, Number(name));
  if (node.type !== 'MemberExpression' || !node.computed) return unknownValue;
  const index = node.property.type === 'Literal' ? node.property.value : undefined;
  return typeof index === 'number' ? itemAt(list, index) : oneOf(elementOf(flow, list, node));
}

export const itemAt = (list: ListValue, index: number): Value => list.items?.[index] ?? oneOf(list.each);

/** One of several responses, unknown which: a condition on it must not narrow the others (a weak update). */
export const oneOf = (value: Value): Value => mapValue(value, ({ origins }) => responseOf(origins, true));

/** One value for every element of a list, or of a body that is a list. */
export function elementOf(flow: Flow, value: Value, node: Node): Value {
  if (value.kind !== 'list') return value.kind === 'body' ? value : unknownValue;
  return value.items?.length ? joinedValue(flow, value.items, node) : value.each;
}

/** Whether a list may be empty: an unknown one may; one that holds responses, or is a literal with items, is not. */
export const mayBeEmpty = (list: Value, element: Value): boolean =>
  list.kind !== 'list' || !!list.isRest || (element === unknownValue && !list.items?.length);
