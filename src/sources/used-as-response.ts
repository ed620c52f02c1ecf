import type { TSESTree } from '@typescript-eslint/utils';
import { methodOfResponse } from '../models/call-model.js';
import type { ResponseMembers } from '../models/index.js';
import { File } from '../syntax/file.js';
import { callOf, isFunction, isWrapper, keyName, memberName, type Node } from '../syntax/nodes.js';

/**
 * Whether the result of a call is used as a response: one of a response's own members is read from it, directly, through
 * `await` and `then`, or through the variable it is put in. A method that is merely called `fetch` is told from the
 * Fetch API by this: a promise has to be waited for, so what is read from the result at once is no response's.
 */
export const usedAsResponse = (file: File, members: ResponseMembers, call: Node): boolean =>
  isTellingUse({ file, members, isSettled: false, depth: 0 }, call);

/** Where a value is looked at: whether it was waited for, and how far the search has come. */
interface Look {
  readonly file: File;
  readonly members: ResponseMembers;
  readonly isSettled: boolean;
  readonly depth: number;
}

const settled = (look: Look): Look => ({ ...look, isSettled: true });

function isTellingUse(look: Look, call: Node): boolean {
  const parent = call.parent;
  if (!parent || look.depth > 12) return false;
  const further = { ...look, depth: look.depth + 1 };
  if (isWrapper(parent)) return isTellingUse(further, parent);
  switch (parent.type) {
    case 'AwaitExpression':
    case 'YieldExpression':
      return isTellingUse(settled(further), parent);
    case 'LogicalExpression':
      return isTellingUse(further, parent);
    case 'ConditionalExpression':
      return parent.test !== call && isTellingUse(further, parent);
    case 'MemberExpression':
      return parent.object === call && memberIsTelling(further, parent);
    case 'VariableDeclarator':
      return parent.init === call && patternIsTelling(further, parent.id);
    case 'AssignmentExpression':
      return parent.right === call && patternIsTelling(further, parent.left);
    case 'ArrayExpression':
      return elementIsTelling(further, parent, parent.elements.indexOf(call as TSESTree.Expression));
    default:
      return false;
  }
}

function memberIsTelling(look: Look, node: TSESTree.MemberExpression): boolean {
  const name = memberName(node);
  if (name === undefined) return false;
  const call = callOf(node);
  if (call && (name === 'catch' || name === 'finally')) return isTellingUse(look, call);
  if (call && name === 'then') {
    const [handler] = call.arguments;
    const parameter = isFunction(handler) ? handler.params[0] : undefined;
    if (!handler) return isTellingUse(look, call);
    return !!parameter && patternIsTelling(settled(look), parameter);
  }
  const { members, isSettled } = look;
  if (!isSettled) return false;
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

function patternIsTelling(look: Look, pattern: Node): boolean {
  const { file, members } = look;
  if (pattern.type === 'AssignmentPattern') return patternIsTelling(look, pattern.left);
  if (pattern.type === 'Identifier') {
    const reads = file.variable(pattern)?.references.filter((reference) => reference.isRead()) ?? [];
    if (reads.some(({ identifier }) => isCalledMember(identifier, [members.ok, members.status]))) return false;
    return reads.some(({ identifier }) => isTellingUse(look, identifier));
  }
  if (pattern.type !== 'ObjectPattern' || !look.isSettled) return false;
  return pattern.properties.some((property) => {
    const name = property.type === 'Property' ? keyName(property) : undefined;
    return name !== undefined && (isTelling(members, name) || members.readers.has(name));
  });
}

/** `const [a, b] = await Promise.all([fetch(x), fetch(y)])`. */
function elementIsTelling(look: Look, array: TSESTree.ArrayExpression, index: number): boolean {
  let at: Node | undefined = array.parent;
  if (at?.type === 'CallExpression') at = at.parent;
  const isAwaited = at?.type === 'AwaitExpression';
  if (isAwaited) at = at.parent;
  if (at?.type !== 'VariableDeclarator' || at.id.type !== 'ArrayPattern') return false;
  const element = at.id.elements[index];
  return !!element && patternIsTelling(isAwaited ? settled(look) : look, element);
}
