import type { TSESTree } from '@typescript-eslint/utils';
import { fetchClient } from '../../models/clients/fetch.js';
import { operate } from '../../models/operations.js';
import { StatusSet, success } from '../../status/index.js';
import { memberName, unwrap, type Node } from '../../syntax/nodes.js';
import { numberOf, typedStatus, type TypedFile, type TypedStatus } from '../status-expression.js';
import { declaredStatuses } from '../statuses.js';

const comparisons: ReadonlySet<string> = new Set(['===', '==', '!==', '!=', '<', '<=', '>', '>=']);

/** The status that a condition asks for first. */
export function askedFirst(file: TypedFile, condition: Node): TypedStatus | undefined {
  const node = unwrap(condition);
  switch (node.type) {
    case 'LogicalExpression':
      return askedFirst(file, node.left);
    case 'UnaryExpression':
      return askedFirst(file, node.argument);
    case 'BinaryExpression':
      return typedStatus(file, node.left) ?? typedStatus(file, node.right);
    default:
      return undefined;
  }
}

/** The statuses for which a condition is true; undefined where something else than this one status has a say in it. */
export function acceptedBy(file: TypedFile, status: TypedStatus, condition: Node): StatusSet | undefined {
  const node = unwrap(condition);
  switch (node.type) {
    case 'LogicalExpression':
      return ofBoth(file, status, node);
    case 'UnaryExpression':
      return node.operator === '!' ? acceptedBy(file, status, node.argument)?.complement() : undefined;
    case 'BinaryExpression':
      return ofComparison(file, status, node);
    case 'MemberExpression':
      return isOk(file, status, node) ? success : undefined;
    case 'CallExpression':
      return ofGuard(file, status, node);
    default:
      return undefined;
  }
}

function ofBoth(file: TypedFile, status: TypedStatus, node: TSESTree.LogicalExpression): StatusSet | undefined {
  const [left, right] = [acceptedBy(file, status, node.left), acceptedBy(file, status, node.right)];
  if (!left || !right || node.operator === '??') return undefined;
  return node.operator === '&&' ? left.intersect(right) : left.union(right);
}

function ofComparison(file: TypedFile, { text }: TypedStatus, node: TSESTree.BinaryExpression): StatusSet | undefined {
  const isLeft = file.textOf(unwrap(node.left)) === text;
  if (!isLeft && file.textOf(unwrap(node.right)) !== text) return undefined;
  const code = numberOf(file, isLeft ? node.right : node.left);
  if (code === undefined || !comparisons.has(node.operator)) return undefined;
  return StatusSet.where((one) => operate(node.operator, isLeft ? [one, code] : [code, one]) === true);
}

const isOk = (file: TypedFile, { owner }: TypedStatus, node: TSESTree.MemberExpression): boolean =>
  memberName(node) === fetchClient.members.ok && file.textOf(node.object) === owner;

/** `isStatusIn(res, '4xx')`: a type guard on the response. */
function ofGuard(file: TypedFile, { owner }: TypedStatus, node: TSESTree.CallExpression): StatusSet | undefined {
  const predicate = file.types.calledBy(node)?.predicate;
  const argument = predicate && node.arguments[predicate.parameter];
  if (!argument || predicate.isAssertion || file.textOf(argument) !== owner) return undefined;
  return declaredStatuses(predicate.type);
}
