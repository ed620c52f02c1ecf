import type { TSESTree } from '@typescript-eslint/utils';
import { File } from '../../syntax/file.js';
import {
  callOf,
  enclosingFunction,
  isFunction,
  isWrapper,
  memberName,
  type FunctionNode,
  type Node,
} from '../../syntax/nodes.js';
import { usedAsResponse, type ResponseWords } from '../used-as-response.js';

/**
 * Whether the result of a call may be a response, by what is done with it: it is used like one, it is waited for and
 * dropped, or it goes where the file itself looks further. Of any other result it need not be known what it is.
 */
export function mayBeResponse(file: File, words: ResponseWords, call: Node, isGiven: IsGiven): boolean {
  return usedAsResponse(file, words, call) || goesOn(file, call, isGiven, 0, false);
}

/** Whether what a function returns matters to somebody. */
export type IsGiven = (fn: FunctionNode) => boolean;

/** In the file that is linted: something there calls it, or it is a callback. */
export const isGivenIn =
  (file: File): IsGiven =>
  (fn) =>
    fn.parent.type === 'CallExpression' || file.callsOf(fn).length > 0;

/** How far a result is looked after. */
const furthest = 8;

function goesOn(file: File, node: Node, isGiven: IsGiven, depth: number, isAwaited: boolean): boolean {
  const parent: Node | undefined = node.parent;
  if (!parent || depth > furthest) return false;
  const again = (next: Node, awaited = isAwaited) => goesOn(file, next, isGiven, depth + 1, awaited);
  if (isWrapper(parent)) return again(parent);
  switch (parent.type) {
    case 'AwaitExpression':
    case 'YieldExpression':
      return again(parent, true);
    case 'ExpressionStatement' as never:
      return isAwaited;
    case 'ReturnStatement':
      return isGivenBy(enclosingFunction(parent), isGiven);
    case 'ArrowFunctionExpression':
      return parent.body === node && isGiven(parent);
    case 'ConditionalExpression':
      return parent.test !== node && again(parent);
    case 'LogicalExpression':
      return again(parent);
    case 'MemberExpression': {
      const chained = callOf(parent);
      if (!chained || parent.object !== node) return false;
      const name = memberName(parent);
      return name === 'then'
        ? isTaken(file, chained, isGiven, depth)
        : name === 'catch' || name === 'finally'
          ? again(chained)
          : false;
    }
    case 'CallExpression':
      return parent.callee !== node;
    case 'ArrayExpression':
      return isInPromiseCall(parent);
    case 'VariableDeclarator':
      return parent.init === node && isHeld(file, parent.id, isGiven, depth, isAwaited);
    case 'AssignmentExpression':
      return parent.right === node && isHeld(file, parent.left, isGiven, depth, isAwaited);
    default:
      return false;
  }
}

const isGivenBy = (fn: FunctionNode | undefined, isGiven: IsGiven): boolean => !!fn && isGiven(fn);

/** `.then(() => saved())` takes no notice of it; `.then(check)` and `.then((r) => check(r))` pass it on. */
function isTaken(
  file: File,
  { arguments: [handler] }: TSESTree.CallExpression,
  isGiven: IsGiven,
  depth: number,
): boolean {
  if (!isFunction(handler)) return true;
  const [parameter] = handler.params;
  return !parameter || isHeld(file, parameter, isGiven, depth, true);
}

/** `Promise.all([save(a), save(b)])`. */
const isInPromiseCall = ({ parent }: TSESTree.ArrayExpression): boolean =>
  parent.type === 'CallExpression' &&
  parent.callee.type === 'MemberExpression' &&
  parent.callee.object.type === 'Identifier' &&
  parent.callee.object.name === 'Promise';

/** Whether a name is given to a function or given back, or is never read at all. */
function isHeld(file: File, target: Node, isGiven: IsGiven, depth: number, isAwaited: boolean): boolean {
  if (target.type !== 'Identifier') return false;
  const reads = file.variable(target)?.references.filter((reference) => reference.isRead()) ?? [];
  if (reads.length === 0) return isAwaited;
  return reads.some(({ identifier }) => goesOn(file, identifier, isGiven, depth + 1, isAwaited));
}
