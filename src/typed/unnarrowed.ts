import type { TSESTree } from '@typescript-eslint/utils';
import { fetchClient } from '../models/clients/fetch.js';
import { clientError, errors, mostNamed, serverError, StatusSet, success } from '../status/index.js';
import { isInTest, isWrapper, memberName, unwrapTypes, type Node } from '../syntax/nodes.js';
import { acceptedBy, askedFirst } from './handling/condition.js';
import type { TypedFile, TypedStatus } from './status-expression.js';
import { awaited, declaredStatuses, isPlatformResponse } from './statuses.js';

const { body, ok, parsers, telling } = fetchClient.members;

/** A body that may be a success's and an error's. */
export interface UnnarrowedRead {
  /** What is read, and from what. */
  readonly node: Node;
  readonly owner: Node;
  readonly statuses: StatusSet;
}

/**
 * A read of a body by whose type it may be a success's or an error's: `res.json()`, or `res.body` of a client that has
 * parsed it. Undefined where the response was narrowed before.
 */
export function unnarrowedRead(file: TypedFile, member: TSESTree.MemberExpression): UnnarrowedRead | undefined {
  const name = memberName(member) ?? '';
  const call = member.parent.type === 'CallExpression' && member.parent.callee === member ? member.parent : undefined;
  const mayBeOne = call ? parsers?.has(name) : name === body;
  const type = mayBeOne ? file.types.typeOf(member.object) : undefined;
  const statuses = declaredStatuses(type);
  if (!statuses || statuses.isDisjointWith(success) || statuses.isDisjointWith(errors)) return undefined;
  // A stream says nothing of what is in it.
  if (!call && [...telling].every((one) => type!.property(one))) return undefined;
  const node = call ?? member;
  return isAskedForCommon(file, node) ? undefined : { node, owner: member.object, statuses };
}

/** `answer.body.message`, which the compiler accepts where each of the bodies has it: that much is the same for all. */
function isAskedForCommon({ types }: TypedFile, body: Node): boolean {
  const { parent } = body;
  if (parent?.type !== 'MemberExpression' || parent.object !== body) return false;
  const type = types.typeOf(parent);
  return type !== undefined && type.word !== 'any' && type.word !== 'error';
}

/** A condition on ranges of a status, by which TypeScript does not narrow. */
export interface RangeTest {
  readonly node: Node;
  readonly status: TypedStatus;
  /** The declared statuses for which it is true. */
  readonly accepted: StatusSet;
}

const isRange = (node: Node): boolean => node.type === 'BinaryExpression' && /^[<>]=?$/.test(node.operator);

/** The range that a comparison belongs to, told once: at the first comparison in it. */
export function rangeTest(file: TypedFile, comparison: TSESTree.BinaryExpression): RangeTest | undefined {
  if (!isRange(comparison)) return undefined;
  const status = askedFirst(file, comparison);
  const first = status?.isNarrowed && acceptedBy(file, status, comparison);
  if (!first || !isInTest(comparison)) return undefined;
  let node: Node = comparison;
  let accepted = first;
  for (let parent: Node | undefined = node.parent; parent && isJoint(parent); parent = node.parent) {
    const whole = acceptedBy(file, status, parent);
    if (!whole) break;
    if (parent.type === 'LogicalExpression' && parent.left !== node && hasRange(parent.left)) return undefined;
    node = parent;
    accepted = whole;
  }
  accepted = accepted.intersect(status.statuses);
  return accepted.isEmpty || accepted.equals(status.statuses) ? undefined : { node, status, accepted };
}

const isJoint = (node: Node): boolean => node.type === 'LogicalExpression' || isWrapper(node);

function hasRange(node: Node): boolean {
  const inner = unwrapTypes(node);
  return isRange(inner) || (inner.type === 'LogicalExpression' && (hasRange(inner.left) || hasRange(inner.right)));
}

/** What to ask instead of a range, so that TypeScript narrows; and whether that can be written in its place. */
export function narrowingTest({ status, accepted }: RangeTest): { readonly text: string; readonly fits: boolean } {
  const { owner, text, statuses } = status;
  if (owner !== undefined && accepted.equals(statuses.intersect(success)))
    return { text: `${owner}.${ok}`, fits: true };
  if (owner !== undefined && accepted.equals(statuses.difference(success)))
    return { text: `!${owner}.${ok}`, fits: true };
  const group = [clientError, serverError].find((one) => accepted.equals(statuses.intersect(one)));
  if (group && owner !== undefined && accepted.size > 3) {
    return { text: `isStatusIn(${owner}, '${group === clientError ? '4xx' : '5xx'}')`, fits: false };
  }
  const codes = [...accepted].map((code) => `${text} === ${code}`).join(' || ');
  return accepted.size <= mostNamed
    ? { text: codes, fits: true }
    : { text: `${text} === ${[...accepted][0]}`, fits: false };
}

/** A cast of a plain response, or of the promise of one, to a type that leaves out every 5xx; the statuses that it has. */
export function castWithoutServerErrors(file: TypedFile, node: Node & { expression: Node }): StatusSet | undefined {
  const statuses = declaredStatuses(awaited(file.types.typeOf(node)));
  if (!statuses?.isDisjointWith(serverError)) return undefined;
  const from = awaited(file.types.typeOf(castFrom(file, node.expression)));
  return from && isPlatformResponse(from) && !declaredStatuses(from) ? statuses : undefined;
}

/** What is cast, also by way of something that says nothing: `response as unknown as Found`. */
function castFrom({ types }: TypedFile, expression: Node): Node {
  const inner = unwrapTypes(expression);
  if (inner === expression) return inner;
  const word = types.typeOf(expression)?.word;
  return word === 'unknown' || word === 'any' ? inner : expression;
}
