import type { TSESTree } from '@typescript-eslint/utils';
import { methodOfResponse } from '../models/call-model.js';
import type { ResponseMembers } from '../models/index.js';
import { File } from '../syntax/file.js';
import { callOf, isFunction, isWrapper, keyName, memberName, type Node } from '../syntax/nodes.js';

/**
 * Whether the result of a call is used as a response: one of a response's own members is read from it, directly, through
 * `await` and `then`, or through the variable it is put in. A method that is merely called `fetch` is told from the
 * Fetch API by this.
 */
export function usedAsResponse(file: File, members: ResponseMembers, call: Node, depth = 0): boolean {
  const parent = call.parent;
  if (!parent || depth > 12) return false;
  const again = (node: Node) => usedAsResponse(file, members, node, depth + 1);
  if (isWrapper(parent)) return again(parent);
  switch (parent.type) {
    case 'AwaitExpression':
    case 'YieldExpression':
    case 'LogicalExpression':
      return again(parent);
    case 'ConditionalExpression':
      return parent.test !== call && again(parent);
    case 'MemberExpression':
      return parent.object === call && memberIsTelling(file, members, parent, depth);
    case 'VariableDeclarator':
      return parent.init === call && patternIsTelling(file, members, parent.id, depth);
    case 'AssignmentExpression':
      return parent.right === call && patternIsTelling(file, members, parent.left, depth);
    case 'ArrayExpression':
      return elementIsTelling(file, members, parent, parent.elements.indexOf(call as TSESTree.Expression), depth);
    default:
      return false;
  }
}

function memberIsTelling(
  file: File,
  members: ResponseMembers,
  node: TSESTree.MemberExpression,
  depth: number,
): boolean {
  const name = memberName(node);
  if (name === undefined) return false;
  const call = callOf(node);
  if (call && (name === 'catch' || name === 'finally')) return usedAsResponse(file, members, call, depth + 1);
  if (call && name === 'then') {
    const [handler] = call.arguments;
    const parameter = isFunction(handler) ? handler.params[0] : undefined;
    if (!handler) return usedAsResponse(file, members, call, depth + 1);
    return !!parameter && patternIsTelling(file, members, parameter, depth);
  }
  if (call) return methodOfResponse(members, name) !== 'unknown';
  return isTelling(members, name) || (name === members.status && isCompared(node));
}

/** `res.ok()`: another client's response, whose status is a method. */
function isCalledMember(object: Node, names: readonly string[]): boolean {
  const member = object.parent;
  if (member?.type !== 'MemberExpression' || member.object !== object) return false;
  return names.includes(memberName(member) ?? '') && !!callOf(member);
}

/** Members that little else has: `status` and `body` alone say nothing, jobs and parsed data have them too. */
const isTelling = (members: ResponseMembers, name: string): boolean => name === members.ok || members.telling.has(name);

/** `x.status === 404`: a number where a job would have a word. */
function isCompared(node: TSESTree.MemberExpression): boolean {
  const parent = node.parent;
  if (parent.type === 'SwitchStatement') return parent.cases.some((c) => isStatusLiteral(c.test));
  if (parent.type !== 'BinaryExpression') return false;
  return isStatusLiteral(parent.left) || isStatusLiteral(parent.right);
}

const isStatusLiteral = (node: Node | null): boolean =>
  node?.type === 'Literal' && typeof node.value === 'number' && node.value >= 100 && node.value <= 999;

function patternIsTelling(file: File, members: ResponseMembers, pattern: Node, depth: number): boolean {
  if (pattern.type === 'AssignmentPattern') return patternIsTelling(file, members, pattern.left, depth);
  if (pattern.type === 'Identifier') {
    const reads = file.variable(pattern)?.references.filter((reference) => reference.isRead()) ?? [];
    if (reads.some(({ identifier }) => isCalledMember(identifier, [members.ok, members.status]))) return false;
    return reads.some(({ identifier }) => usedAsResponse(file, members, identifier, depth + 1));
  }
  if (pattern.type !== 'ObjectPattern') return false;
  return pattern.properties.some((property) => {
    const name = property.type === 'Property' ? keyName(property) : undefined;
    return name !== undefined && (isTelling(members, name) || members.readers.has(name));
  });
}

/** `const [a, b] = await Promise.all([fetch(x), fetch(y)])`. */
function elementIsTelling(
  file: File,
  members: ResponseMembers,
  array: TSESTree.ArrayExpression,
  index: number,
  depth: number,
): boolean {
  let at: Node | undefined = array.parent;
  if (at?.type === 'CallExpression') at = at.parent;
  if (at?.type === 'AwaitExpression') at = at.parent;
  if (at?.type !== 'VariableDeclarator' || at.id.type !== 'ArrayPattern') return false;
  const element = at.id.elements[index];
  return !!element && patternIsTelling(file, members, element, depth + 1);
}
