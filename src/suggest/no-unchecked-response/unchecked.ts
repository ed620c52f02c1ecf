import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, isInside, memberName, unwrap, type Node } from '../../syntax/nodes.js';
import type { End, ResponseReport } from '../../analysis/index.js';
import { checkBeforeUse, checkBound, type Mended } from './bound.js';
import { checkInChain, checkInFunction, stepBefore } from './chained.js';
import { bindDropped, mendForgotten } from './dropped.js';
import { checkOf, semicolonAt } from '../exit/check.js';
import { toSuggest, type Source, type Suggestion } from '../write/edit.js';
import { exitFor } from '../exit/exit.js';
import { subjectOf } from '../exit/response-text.js';
import { checkItems, checkItemsInChain } from './items.js';
import { variableAt } from '../write/names.js';
import { bindFirst } from './nameless.js';
import { putFirst, statementOf } from '../write/place.js';
import { routeOf, type Route } from './route.js';
import { mendVainTest } from './vain-test.js';

/** What is reported of a response: a use, on every path or on some; a drop; a request that nothing waits for. */
export type Finding = { readonly end: End; readonly partly: boolean } | 'dropped' | 'forgotten';

/** How to mend an unchecked response; `all` are the unchecked responses of the file, this one included. */
export function suggestCheck(
  source: Source,
  response: ResponseReport,
  finding: Finding,
  all: readonly ResponseReport[],
) {
  return toSuggest(suggestionsFor(source, response, finding, all));
}

function suggestionsFor(
  source: Source,
  response: ResponseReport,
  finding: Finding,
  all: readonly ResponseReport[],
): (Suggestion | undefined)[] {
  const route = routeOf(source, response);
  if (!isPlain(response)) return [];
  if (finding === 'forgotten') return mendForgotten(source, response.call!, route, response);
  const partly = typeof finding === 'object' && finding.partly;
  const repaired = typeof finding === 'object' && !partly ? mendVainTest(source, route, response) : undefined;
  if (repaired) return [repaired];
  const mended =
    (route && mendRoute(source, route, response, partly, all)) ??
    (typeof finding === 'object' && finding.end.use
      ? mendUse(source, response.call!, finding.end.use, response)
      : undefined);
  return [mended && { messageId: 'check', data: { exit: mended.exit.word }, edits: mended.edits }];
}

/** What the promise of the request fulfils with is the response, and nothing is read before that. */
const isPlain = ({ client: { givesTo, isObserved, members } }: ResponseReport): boolean =>
  !givesTo && !isObserved && !members.within && !members.arePromised;

function mendRoute(
  source: Source,
  route: Route,
  response: ResponseReport,
  partly: boolean,
  all: readonly ResponseReport[],
): Mended | undefined {
  switch (route.kind) {
    case 'bound':
      return checkBound(source, route.name, route.statement, response, partly);
    case 'nameless':
      return bindFirst(source, route.expression, response);
    case 'chained':
      if (typeof route.item === 'number') {
        return checkItemsInChain(source, route.link, indexesIn(source, route.link, all), response);
      }
      return route.item === 'whole' ? checkInChain(source, route.link, response, partly) : undefined;
    case 'item':
      return partly ? undefined : checkItems(source, route, indexesIn(source, route.statement, all), response);
    case 'dropped':
      return route.awaited ? bindDropped(source, route, droppedIndexes(source, route, all), response) : undefined;
    case 'caught':
      return stepBefore(source, route.link, response, false);
  }
}

/** The places in a `Promise.all` of the unchecked responses that come to the same statement or the same callback. */
function indexesIn(source: Source, place: Node, all: readonly ResponseReport[]): number[] {
  const indexes = all.flatMap((response) => {
    const route = isInside(response.call!, place) ? routeOf(source, response) : undefined;
    if (route?.kind === 'item' && route.statement === place) return [route.index];
    return route?.kind === 'chained' && route.link === place && typeof route.item === 'number' ? [route.item] : [];
  });
  return [...new Set(indexes)].sort((a, b) => a - b);
}

/** The same for a statement that drops them; the call itself may stand before it (`const p = fetch(u); await p;`). */
function droppedIndexes(
  source: Source,
  { statement, item: own }: Extract<Route, { kind: 'dropped' }>,
  all: readonly ResponseReport[],
): number[] {
  const others = all.flatMap((response) => {
    const route = isInside(response.call!, statement) ? routeOf(source, response) : undefined;
    if (route?.kind !== 'dropped' || route.statement !== statement) return [];
    return [typeof route.item === 'number' ? route.item : 0];
  });
  return [...new Set([typeof own === 'number' ? own : 0, ...others])].sort((a, b) => a - b);
}

/** Where the response cannot be followed from its call: a check where the body is read. */
function mendUse(source: Source, call: Node, use: Node, response: ResponseReport): Mended | undefined {
  const owner = ownerOf(use, response);
  if (owner.type === 'AwaitExpression') return bindFirst(source, owner, response);
  if (owner.type !== 'Identifier') return undefined;
  const variable = variableAt(source, owner, owner.name);
  const [definition] = variable?.defs ?? [];
  if (!definition || variable?.defs.length !== 1) return undefined;
  const { node } = definition;
  if (definition.type === 'Parameter' && isFunction(node)) return checkInFunction(source, node, owner.name, response);
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return undefined;
  // What was put into the variable later did not pass by its declaration.
  const isWritten = variable.references.some((reference) => reference.isWrite() && !reference.init);
  if (isWritten) return checkBeforeUse(source, node.id, call, response);
  const loop = node.parent.parent;
  if (loop?.type === 'ForOfStatement' && loop.left === node.parent && loop.body.type === 'BlockStatement') {
    return checkFirst(source, loop.body, owner.name, response);
  }
  const statement = node.init && statementOf(node);
  return statement ? checkBound(source, node.id, statement, response, false) : undefined;
}

/** The expression whose body is read: `res` in `res.clone().json()` and in `const { body } = res`. */
function ownerOf(use: Node, response: ResponseReport): Node {
  const at = unwrap(use);
  if (at.type === 'CallExpression' && at.callee.type === 'MemberExpression')
    return withoutCopy(at.callee.object, response);
  if (at.type === 'MemberExpression') return withoutCopy(at.object, response);
  const { parent } = at;
  if (at.type !== 'Property' || parent?.parent?.type !== 'VariableDeclarator' || !parent.parent.init) return at;
  return withoutCopy(parent.parent.init, response);
}

/** `res` for `res.clone()`. */
function withoutCopy(node: Node, response: ResponseReport): Node {
  const at = unwrap(node);
  const isCopy =
    at.type === 'CallExpression' &&
    at.callee.type === 'MemberExpression' &&
    response.client.members.copies.has(memberName(at.callee) ?? '');
  return isCopy ? withoutCopy((at.callee as TSESTree.MemberExpression).object, response) : at;
}

function checkFirst(
  source: Source,
  block: Parameters<typeof putFirst>[1],
  name: string,
  response: ResponseReport,
): Mended {
  const subject = subjectOf(name, response);
  const exit = exitFor(source, block.body[0] ?? block, subject);
  return { exit, edits: putFirst(source, block, checkOf(source, subject, exit, semicolonAt(source, block.body[0]))) };
}
