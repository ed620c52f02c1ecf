import type { TSESTree } from '@typescript-eslint/utils';
import { rejectionHandlerOf } from '../models/callbacks.js';
import { exportsName, type Client } from '../models/index.js';
import { failureObserverOf, failureObservers } from '../models/observables.js';
import { answerMembers } from '../models/rejections.js';
import type { File } from '../syntax/file.js';
import { isFunction, isWrapper, keyName, memberName, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';
import { annotationOf, namedType } from '../syntax/type-names.js';
import { ownerOf } from './interceptors.js';
import { TestCode } from './test-code.js';

/** What gets the error of a request: a `catch` clause, or the function that a promise or a client calls with it. */
export interface Handler {
  readonly node: TSESTree.CatchClause | FunctionNode;
  /** What runs before it: the block of the `try`, or the chain. Undefined where that is out of sight. */
  readonly within: readonly Node[] | undefined;
  /** It observes, so that the error may be of anything that is observed: of what is not seen to be a request nothing is known. */
  readonly isObserver?: boolean;
  /** The client of whose errors its parameter is, by its type. */
  readonly typed?: Client | undefined;
}

/**
 * The handlers of a file that look for the answer in their error: `error.response`, or what some client has instead of it.
 * Of a handler that does not, there is nothing to say.
 */
export function findHandlers(file: File, clients: readonly Client[], checksTests: boolean): Map<Node, Handler> {
  const heads = headsOf(clients);
  const tests = checksTests ? undefined : TestCode.in(file.source);
  const found = new Map<Node, Handler>();
  const add = (handler: Handler | undefined): void => {
    if (!handler || found.has(handler.node) || tests?.has(handler.node)) return;
    const [parameter] = parametersOf(handler.node);
    if (parameter && isLookedInto(file, heads, parameter))
      found.set(handler.node, { ...handler, typed: clientTyped(file, clients, parameter) });
  };
  for (const node of file.calls.catches) add({ node, within: blockOf(node) });
  for (const name of ['catch', 'then']) {
    for (const call of file.calls.named(name)) add(handlerIn(file, rejectionHandlerOf(call), chainBefore(call)));
  }
  for (const name of failureObservers) {
    for (const call of file.calls.named(name)) {
      const handler = handlerIn(file, failureObserverOf(call), observedBefore(call));
      if (handler) add({ ...handler, isObserver: true });
    }
  }
  for (const path of interceptorPaths(clients)) {
    for (const call of file.calls.named(path.at(-1)!))
      if (ownerOf(call.callee, path)) add(handlerIn(file, call.arguments[1], undefined));
  }
  return found;
}

const parametersOf = (node: Handler['node']): readonly (Node | null)[] =>
  node.type === 'CatchClause' ? [node.param] : node.params;

const blockOf = ({ parent }: TSESTree.CatchClause): readonly Node[] | undefined =>
  (parent as Node | undefined)?.type === 'TryStatement' ? [parent.block] : undefined;

const chainBefore = ({ callee }: TSESTree.CallExpression): readonly Node[] | undefined =>
  callee.type === 'MemberExpression' ? [callee.object] : undefined;

/** Of `subscribe` what it is called on; of an operator that, and the operators before it. */
function observedBefore(call: TSESTree.CallExpression): readonly Node[] | undefined {
  const { callee, parent } = call;
  if (callee.type === 'MemberExpression') return [callee.object];
  const place = parent.type === 'CallExpression' ? parent.arguments.indexOf(call) : -1;
  return place >= 0
    ? [(parent as TSESTree.CallExpression).callee, ...(parent as TSESTree.CallExpression).arguments.slice(0, place)]
    : undefined;
}

/** `(error: HttpErrorResponse) => …`. */
function clientTyped(file: File, clients: readonly Client[], parameter: Node): Client | undefined {
  const type = annotationOf(parameter);
  const named = type?.type === 'TSTypeReference' ? namedType(file, type.typeName) : undefined;
  if (named?.kind !== 'imported') return undefined;
  return clients.find(({ rejection }) => exportsName(rejection?.types, named.module, named.name));
}

/** A function where it stands, or by its name: of one with a name other errors may come, too. */
function handlerIn(file: File, given: Node | undefined, within: Handler['within']): Handler | undefined {
  if (!given) return undefined;
  const node = unwrap(given);
  if (isFunction(node)) return { node, within };
  const [fn] = file.functionsOf(node);
  return fn && { node: fn, within: undefined };
}

const interceptorPaths = (clients: readonly Client[]): readonly (readonly string[])[] =>
  clients.flatMap(({ objects = [] }) => objects.flatMap(({ interceptors }) => (interceptors ? [interceptors] : [])));

const knownHeads = new WeakMap<readonly Client[], ReadonlySet<string>>();

/** The members of an error by which a handler gets at an answer or its status. */
function headsOf(clients: readonly Client[]): ReadonlySet<string> {
  let heads = knownHeads.get(clients);
  if (!heads) {
    const own = clients.flatMap(({ rejection }) => [rejection?.response?.[0] ?? '', ...(rejection?.shortcuts ?? [])]);
    knownHeads.set(clients, (heads = new Set([...answerMembers, ...own.filter(Boolean)])));
  }
  return heads;
}

/** How often an error may get another name: `const axiosError = error as AxiosError`. */
const mostNames = 3;

function isLookedInto(file: File, heads: ReadonlySet<string>, pattern: Node, names = 0): boolean {
  if (pattern.type === 'ObjectPattern')
    return pattern.properties.some((one) => one.type === 'Property' && heads.has(keyName(one) ?? ''));
  if (pattern.type !== 'Identifier' || names > mostNames) return false;
  return (file.variable(pattern)?.references ?? []).some(({ identifier }) => {
    let at: Node = identifier;
    while (at.parent && isWrapper(at.parent)) at = at.parent;
    const { parent } = at;
    if (parent?.type === 'MemberExpression') return parent.object === at && heads.has(memberName(parent) ?? '');
    return parent?.type === 'VariableDeclarator' && parent.init === at
      ? isLookedInto(file, heads, parent.id, names + 1)
      : false;
  });
}

const answer = new RegExp(String.raw`(?:\.|[{,]\s*)(?:${[...answerMembers].join('|')})\b(?!\s*\()`);

/** Whether a text may have a handler that looks for an answer: all that a file without one costs. */
export const mayHandleErrors = (text: string): boolean =>
  [...answerMembers].some((word) => text.includes(word)) &&
  /\b(?:catch|then|interceptors|subscribe|catchError)\b/.test(text) &&
  answer.test(text);
