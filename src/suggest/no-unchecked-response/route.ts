import type { TSESTree } from '@typescript-eslint/utils';
import {
  enclosingFunction,
  isFunction,
  isWrapper,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from '../../syntax/nodes.js';
import type { Source } from '../write/edit.js';
import { certaintyOf } from './missing.js';
import { variableAt } from '../write/names.js';
import { statementOf } from '../write/place.js';

/** Where the response of a call goes in the text: to what a check can be written beside. */
export type Route =
  /** To a variable, by a declaration or an assignment that is a statement of its own. */
  | { readonly kind: 'bound'; readonly name: TSESTree.Identifier; readonly statement: Node }
  /** It is the value of an expression and has no name: `(await fetch(u)).json()`, `const { body } = await fetch(u)`. */
  | { readonly kind: 'nameless'; readonly expression: Node }
  /** To the callback of `then`. */
  | { readonly kind: 'chained'; readonly link: TSESTree.CallExpression; readonly item: Item }
  /** To a place in an array that is taken apart: `const [a, b] = await Promise.all([…])`. */
  | { readonly kind: 'item'; readonly pattern: TSESTree.ArrayPattern; readonly index: number; readonly statement: Node }
  /** Nowhere: an expression is a statement. */
  | {
      readonly kind: 'dropped';
      readonly statement: Node;
      readonly expression: Node;
      readonly item: Item;
      readonly awaited: boolean;
    }
  /** Nowhere, after a handler of rejections has seen it. */
  | { readonly kind: 'caught'; readonly link: TSESTree.CallExpression };

/** What a promise gives: the response itself, an array with it at an index, or an array of such responses. */
type Item = 'whole' | 'each' | number;

interface Step {
  readonly at: Node;
  readonly item: Item;
  readonly awaited: boolean;
  /** The first `.catch(…)` whose handler may give something else. */
  readonly caught?: TSESTree.CallExpression;
  /** There may be something else in its place. */
  readonly chosen?: boolean;
}

export function routeOf(source: Source, call: Node): Route | undefined {
  let step: Step = { at: call, item: 'whole', awaited: false };
  for (let turns = 0; turns < 50; turns++) {
    const next = advance(source, step);
    if (!next || 'kind' in next) return next;
    step = next;
  }
  return undefined;
}

function advance(source: Source, step: Step): Step | Route | undefined {
  const { at, item, awaited } = step;
  const parent = at.parent!;
  if (parent.type === 'ExpressionStatement') {
    if (step.caught) return { kind: 'caught', link: step.caught };
    // A value that nobody reads need not be a response.
    if (step.chosen) return undefined;
    return { kind: 'dropped', statement: parent, expression: at, item, awaited };
  }
  if (isWrapper(parent)) return { ...step, at: parent };
  switch (parent.type) {
    case 'AwaitExpression':
    case 'YieldExpression':
      return { ...step, at: parent, awaited: true };
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return chosen(source, step, parent);
    case 'MemberExpression':
      return parent.object === at ? member(step, parent) : undefined;
    case 'VariableDeclarator':
      return step.caught ? undefined : declared(source, step, parent);
    case 'AssignmentExpression':
      return awaited && !step.caught ? assigned(step, parent) : undefined;
    case 'ArrayExpression':
      return awaited ? undefined : inArray(step, parent);
    case 'CallExpression':
      return argument(step, parent);
    case 'ArrowFunctionExpression':
    case 'ReturnStatement':
      return returned(step, parent);
    default:
      return undefined;
  }
}

/** `a ? await fetch(u) : await fetch(v)`, `(await cache.match(u)) ?? (await fetch(u))`. */
function chosen(
  source: Source,
  step: Step,
  parent: TSESTree.ConditionalExpression | TSESTree.LogicalExpression,
): Step | undefined {
  if (parent.type === 'LogicalExpression')
    return parent.operator === '&&' ? undefined : { ...step, at: parent, chosen: true };
  if (parent.test === step.at) return undefined;
  const other = parent.consequent === step.at ? parent.alternate : parent.consequent;
  if (certaintyOf(source, other) !== 'sure') return undefined;
  return { ...step, at: parent, chosen: step.chosen || calleeText(source, other) !== calleeText(source, step.at) };
}

/** `fetch` for `await fetch(u)`. */
function calleeText(source: Source, node: Node): string | undefined {
  const value = unwrap(node);
  if (value.type === 'AwaitExpression') return calleeText(source, value.argument);
  return value.type === 'CallExpression' ? source.getText(value.callee) : undefined;
}

function member(step: Step, parent: TSESTree.MemberExpression): Step | Route | undefined {
  const { at, item, awaited, caught } = step;
  if (awaited) return item === 'whole' && !caught ? { kind: 'nameless', expression: at } : undefined;
  const link = parent.parent;
  if (link.type !== 'CallExpression' || link.callee !== parent) return undefined;
  switch (memberName(parent)) {
    case 'then':
      return caught ? undefined : { kind: 'chained', link, item };
    case 'finally':
      return { ...step, at: link };
    case 'catch':
      return { ...step, at: link, caught: caught ?? (alwaysThrows(link.arguments[0]) ? undefined : link) };
    default:
      return undefined;
  }
}

/** A handler that only turns one error into another. */
const alwaysThrows = (handler: Node | undefined): boolean =>
  isFunction(handler) && handler.body.type === 'BlockStatement' && handler.body.body.at(-1)?.type === 'ThrowStatement';

function declared(source: Source, step: Step, parent: TSESTree.VariableDeclarator): Step | Route | undefined {
  const { at, item, awaited } = step;
  const { id } = parent;
  const statement = statementOf(parent);
  if (!statement || parent.init !== at) return undefined;
  if (id.type === 'Identifier') {
    if (!awaited) return follow(source, step, id);
    return item === 'whole' ? { kind: 'bound', name: id, statement } : undefined;
  }
  if (!awaited) return undefined;
  if (id.type === 'ObjectPattern') return item === 'whole' ? { kind: 'nameless', expression: at } : undefined;
  return id.type === 'ArrayPattern' && typeof item === 'number'
    ? { kind: 'item', pattern: id, index: item, statement }
    : undefined;
}

/** `const promise = fetch(u)`: where the promise is read, if that is in one place. */
function follow(source: Source, step: Step, id: TSESTree.Identifier): Step | undefined {
  const reads = variableAt(source, id, id.name)?.references.filter((reference) => reference.isRead()) ?? [];
  const [read] = reads;
  if (reads.length !== 1 || !read || enclosingFunction(read.identifier) !== enclosingFunction(id)) return undefined;
  return { ...step, at: read.identifier };
}

function assigned({ at, item }: Step, parent: TSESTree.AssignmentExpression): Route | undefined {
  if (parent.right !== at || !/^(\?\?|\|\|)?=$/.test(parent.operator) || parent.parent.type !== 'ExpressionStatement')
    return undefined;
  const { left } = parent;
  if (left.type === 'Identifier' && item === 'whole') return { kind: 'bound', name: left, statement: parent.parent };
  if (left.type !== 'ArrayPattern' || typeof item !== 'number') return undefined;
  return { kind: 'item', pattern: left, index: item, statement: parent.parent };
}

/** `Promise.all([fetch(a), fetch(b)])`. */
function inArray(step: Step, parent: TSESTree.ArrayExpression): Step | undefined {
  const call = parent.parent;
  if (step.item !== 'whole' || call.type !== 'CallExpression' || !isPromiseAll(call)) return undefined;
  const index = parent.elements.indexOf(step.at as never);
  if (parent.elements.slice(0, index).some((element) => element?.type === 'SpreadElement')) return undefined;
  return { ...step, at: call, item: index };
}

const isPromiseAll = (call: TSESTree.CallExpression): boolean =>
  call.callee.type === 'MemberExpression' &&
  call.callee.object.type === 'Identifier' &&
  call.callee.object.name === 'Promise' &&
  memberName(call.callee) === 'all';

function argument(step: Step, parent: TSESTree.CallExpression): Step | Route | undefined {
  if (parent.callee === step.at) return undefined;
  if (isPromiseAll(parent) && step.item === 'each') return { ...step, at: parent };
  // `parse(await fetch(u))`
  return step.awaited && step.item === 'whole' && !step.caught ? { kind: 'nameless', expression: step.at } : undefined;
}

/** The value of a function that stands where it is run: `urls.map((u) => fetch(u))`, `retry(() => fetch(u))`. */
function returned(step: Step, parent: Node): Step | undefined {
  const fn: FunctionNode | undefined = isFunction(parent) ? parent : enclosingFunction(parent);
  const call = fn?.parent;
  if (!fn || fn.generator || call?.type !== 'CallExpression' || (isFunction(parent) && parent.body !== step.at))
    return undefined;
  if (call.callee === fn) return { ...step, at: call, awaited: false };
  const name = call.callee.type === 'MemberExpression' ? memberName(call.callee) : undefined;
  if (name === 'map' && step.item === 'whole') return { ...step, at: call, item: 'each', awaited: false };
  // Other methods of arrays and promises do something else with what the function gives.
  if (/^(forEach|filter|some|every|find\w*|flatMap|reduce\w*|catch|finally|sort)$/.test(name ?? '')) return undefined;
  return step.item === 'whole' ? { ...step, at: call, awaited: false } : undefined;
}
