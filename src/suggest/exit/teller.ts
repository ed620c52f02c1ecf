import type { TSESTree } from '@typescript-eslint/utils';
import {
  enclosingFunction,
  isFunction,
  isInside,
  memberName,
  type FunctionNode,
  type Node,
} from '../../syntax/nodes.js';
import { visit } from '../../syntax/visit.js';
import type { Source } from '../write/edit.js';
import { variableAt } from '../write/names.js';

/** The function that is told of a failure where nobody would catch it: `reject`, or the caller's `callback` or `next`. */
export interface Teller {
  readonly name: string;
  readonly isReject: boolean;
}

/** Who has to be told of a failure at a place; undefined where an error that is thrown arrives. */
export function tellerAt(source: Source, place: Node): Teller | undefined {
  const fn = enclosingFunction(place);
  if (!fn || isCaught(place)) return undefined;
  const settled = settledBy(source, fn);
  if (settled) return settled;
  const name = toldIn(source, fn);
  return name === undefined ? undefined : { name, isReject: false };
}

/** `reject` in code within `new Promise(…)` that settles the promise itself, and whose own errors nobody waits for. */
function settledBy(source: Source, fn: FunctionNode): Teller | undefined {
  let executor: FunctionNode | undefined = fn;
  while (executor && !isExecutor(executor)) executor = enclosingFunction(executor);
  // What the executor itself throws is a rejection already, unless it is async.
  if (!executor || (executor === fn && !fn.async)) return undefined;
  const [resolve, reject] = executor.params;
  if (resolve?.type !== 'Identifier' || reject?.type !== 'Identifier') return undefined;
  const isOwn = (node: TSESTree.Identifier): boolean =>
    (node.name === resolve.name || node.name === reject.name) &&
    variableAt(source, node, node.name)?.defs[0]?.node === executor;
  const settles = ownCalls(source, fn).some(({ callee }) => callee.type === 'Identifier' && isOwn(callee));
  const isKnown = variableAt(source, fn.body, reject.name)?.defs[0]?.node === executor;
  return settles && isKnown ? { name: reject.name, isReject: true } : undefined;
}

const isExecutor = ({ parent }: FunctionNode): boolean =>
  parent?.type === 'NewExpression' && parent.callee.type === 'Identifier' && parent.callee.name === 'Promise';

/** The parameter that a function gives its other errors to: `if (!id) return next(new Error('no id'))`. */
function toldIn(source: Source, fn: FunctionNode): string | undefined {
  const names = new Set(fn.params.flatMap((parameter) => (parameter.type === 'Identifier' ? [parameter.name] : [])));
  const call = ownCalls(source, fn).find(
    ({ callee, arguments: given, parent }) =>
      callee.type === 'Identifier' &&
      names.has(callee.name) &&
      given.length === 1 &&
      isNewError(given[0]) &&
      (parent.type === 'ReturnStatement' || isBeforeReturn(parent)),
  );
  return call && (call.callee as TSESTree.Identifier).name;
}

const isNewError = (node: Node | undefined): boolean =>
  node?.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name.endsWith('Error');

/** `callback(new Error('no id')); return;` */
function isBeforeReturn(statement: Node): boolean {
  const list = statement.parent?.type === 'BlockStatement' ? statement.parent.body : [];
  const next = list[list.indexOf(statement as never) + 1];
  return statement.type === 'ExpressionStatement' && next?.type === 'ReturnStatement' && !next.argument;
}

/** The calls in a function, without those in functions in it. */
function ownCalls(source: Source, fn: FunctionNode): TSESTree.CallExpression[] {
  const calls: TSESTree.CallExpression[] = [];
  visit(fn.body, source.visitorKeys, (node) => {
    if (node.type === 'CallExpression') calls.push(node);
    return !isFunction(node);
  });
  return calls;
}

/** Whether an error that is thrown beside a statement is caught by code that goes on to use the body all the same. */
export function isSwallowed(statement: Node, uses: readonly Node[]): boolean {
  const fn = enclosingFunction(statement);
  for (let at = statement; at.parent && at.parent !== fn; at = at.parent) {
    const block = at;
    if (at.parent.type !== 'TryStatement' || at.parent.block !== block || !at.parent.handler) continue;
    if (uses.some((use) => !isInside(use, block))) return true;
  }
  return false;
}

/** Whether an error that is thrown at a place comes to a `catch` of some kind, or to who is given the promise. */
function isCaught(place: Node): boolean {
  for (let at: Node = place; at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === 'TryStatement' && parent.block === at && parent.handler) return true;
    if (isFunction(at)) return isCaughtOutside(at);
  }
  return false;
}

/** The same for what a function rejects with: a callback of a chain, or one that is called where it stands. */
function isCaughtOutside(fn: FunctionNode): boolean {
  const call = fn.parent;
  if (call?.type !== 'CallExpression') return false;
  if (call.callee === fn) return fn.async ? arrives(call) : isCaught(call);
  const isStep =
    call.callee.type === 'MemberExpression' && /^(then|catch|finally)$/.test(memberName(call.callee) ?? '');
  return isStep && arrives(call);
}

/** Whether somebody handles that a promise is rejected. */
function arrives(promise: Node): boolean {
  const parent = promise.parent!;
  switch (parent.type) {
    case 'MemberExpression': {
      const link = parent.parent;
      if (parent.object !== promise || link.type !== 'CallExpression' || link.callee !== parent) return false;
      const name = memberName(parent);
      return link.arguments.length > (name === 'catch' ? 0 : name === 'then' ? 1 : 9) || arrives(link);
    }
    case 'AwaitExpression':
      return isCaught(parent);
    case 'ReturnStatement':
    case 'ArrowFunctionExpression': {
      const fn = isFunction(parent) ? parent : enclosingFunction(parent);
      return !!fn && isCaughtOutside(fn);
    }
    default:
      // `resolve(fetch(u).then(…))`
      return parent.type === 'CallExpression' && parent.callee !== promise;
  }
}
