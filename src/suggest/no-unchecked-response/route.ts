import type { TSESTree } from '@typescript-eslint/utils';
import type { Item, ResponseReport, Step } from '../../analysis/index.js';
import { enclosingFunction, isFunction, isInside, unwrap, type Node } from '../../syntax/nodes.js';
import type { Source } from '../write/edit.js';
import { variableAt } from '../write/names.js';
import { statementOf } from '../write/place.js';
import { certaintyOf } from './missing.js';

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

/** What is known of a response on its way. */
interface Way {
  /** The expression that it, or the promise of it, is a part of. */
  at: Node;
  awaited: boolean;
  /** The first `.catch(…)` whose handler may give something else. */
  caught?: TSESTree.CallExpression;
}

/** Follows the places that a response comes to, up to the first where it can be checked. */
export function routeOf(source: Source, { call, steps }: ResponseReport): Route | undefined {
  const way: Way = { at: call!, awaited: false };
  for (const step of steps) {
    if (step.item === undefined || !isInside(way.at, placeOf(step))) return undefined;
    switch (step.kind) {
      case 'awaited':
        way.awaited = true;
        break;
      case 'caught':
        if (!alwaysThrows(linkAt(step).arguments[0])) way.caught ??= linkAt(step);
        break;
      case 'held': {
        const read = way.awaited || way.caught ? undefined : onlyRead(source, step.node as TSESTree.Identifier);
        if (!read) return undefined;
        way.at = read;
        break;
      }
      default:
        return endOf(source, step, step.item, way);
    }
  }
  return undefined;
}

/** What is around whatever comes to a step. */
const placeOf = ({ node }: Step): Node => (/^(Identifier|.*Pattern)$/.test(node.type) ? node.parent! : node);

const linkAt = ({ node }: Step): TSESTree.CallExpression => node as TSESTree.CallExpression;

function endOf(source: Source, { kind, node }: Step, item: Item, { at, awaited, caught }: Way): Route | undefined {
  if (kind === 'dropped') return droppedAt(source, node as TSESTree.ExpressionStatement, item, awaited, caught);
  if (caught) return undefined;
  switch (kind) {
    case 'chained':
      return { kind, link: node as TSESTree.CallExpression, item };
    case 'bound':
    case 'picked':
      return awaited ? boundAt(source, node as TSESTree.Identifier | TSESTree.ArrayPattern, item) : undefined;
    default: {
      const expression = namelessAt(kind, node, at);
      const isOne = awaited && item === 'whole' && expression && isResponse(source, expression);
      return isOne ? { kind: 'nameless', expression } : undefined;
    }
  }
}

function droppedAt(
  source: Source,
  statement: TSESTree.ExpressionStatement,
  item: Item,
  awaited: boolean,
  caught: TSESTree.CallExpression | undefined,
): Route | undefined {
  if (caught) return { kind: 'caught', link: caught };
  const { expression } = statement;
  // A value that nobody reads need not be a response, unless all sides make the same request.
  if (!isResponse(source, expression) || new Set(requestsIn(source, expression)).size > 1) return undefined;
  return { kind: 'dropped', statement, expression, item, awaited };
}

/** By a declaration, or by an assignment that is a statement of its own. */
function boundAt(source: Source, target: TSESTree.Identifier | TSESTree.ArrayPattern, item: Item): Route | undefined {
  const { parent } = target;
  const isDeclared = parent.type === 'VariableDeclarator' && !!parent.init;
  const isAssigned =
    parent.type === 'AssignmentExpression' &&
    /^(\?\?|\|\|)?=$/.test(parent.operator) &&
    parent.parent.type === 'ExpressionStatement';
  const statement = isDeclared ? statementOf(parent) : isAssigned ? parent.parent : undefined;
  if (!statement || !isResponse(source, isDeclared ? parent.init! : (parent as TSESTree.AssignmentExpression).right))
    return undefined;
  if (target.type === 'Identifier') return item === 'whole' ? { kind: 'bound', name: target, statement } : undefined;
  return typeof item === 'number' ? { kind: 'item', pattern: target, index: item, statement } : undefined;
}

/** The expression that is the response, where something is done with it before it has a name. */
function namelessAt(kind: Step['kind'], node: Node, at: Node): Node | undefined {
  if (kind === 'read') return (node as TSESTree.MemberExpression).object;
  if (kind === 'passed')
    return node.type === 'CallExpression' ? node.arguments.find((argument) => isInside(at, argument)) : undefined;
  const { parent } = node;
  return parent?.type === 'VariableDeclarator' ? (parent.init ?? undefined) : undefined;
}

/** Whether no choice in an expression gives something else: `flag ? await fetch(u) : null` does. */
function isResponse(source: Source, expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === 'AwaitExpression') return isResponse(source, node.argument);
  if (node.type === 'LogicalExpression') return node.operator !== '&&';
  return node.type !== 'ConditionalExpression' || certaintyOf(source, node) === 'sure';
}

/** What the sides of a choice call: `fetch` alone for `a ? await fetch(u) : await fetch(v)`. */
function requestsIn(source: Source, expression: Node): readonly string[] {
  const node = unwrap(expression);
  switch (node.type) {
    case 'AwaitExpression':
      return requestsIn(source, node.argument);
    case 'ConditionalExpression':
      return [...requestsIn(source, node.consequent), ...requestsIn(source, node.alternate)];
    case 'LogicalExpression':
      return [...requestsIn(source, node.left), ...requestsIn(source, node.right), node.operator];
    default:
      return [node.type === 'CallExpression' ? source.getText(node.callee) : ''];
  }
}

/** A handler that only turns one error into another. */
const alwaysThrows = (handler: Node | undefined): boolean =>
  isFunction(handler) && handler.body.type === 'BlockStatement' && handler.body.body.at(-1)?.type === 'ThrowStatement';

/** `const promise = fetch(u)`: where the promise is read, if that is in one place. */
function onlyRead(source: Source, name: TSESTree.Identifier): Node | undefined {
  const reads = variableAt(source, name, name.name)?.references.filter((reference) => reference.isRead()) ?? [];
  const [read] = reads;
  const isOnly = reads.length === 1 && !!read && enclosingFunction(read.identifier) === enclosingFunction(name);
  return isOnly && name.parent.type === 'VariableDeclarator' ? read.identifier : undefined;
}
