import type { TSESTree } from '@typescript-eslint/utils';
import { handlersAround } from '../../syntax/caught.js';
import {
  enclosingFunction,
  isFunction,
  isInside,
  isUndefined,
  lastName,
  unwrap,
  type Node,
} from '../../syntax/nodes.js';
import { returnedBy, returnedIn, visit } from '../../syntax/visit.js';
import { FileFacts } from '../facts.js';
import type { Value } from './hypothesis.js';
import { Walk } from './walk.js';

// Handlers that put something in the place of what a request did not give: what becomes of a failure is decided there.

/** `catch { return await fetch(mirror); }`: what the body of an error leads to is another request. */
export function asksElsewhere({ facts }: Walk, handler: Node): boolean {
  for (const call of facts.sources.keys()) if (isInside(call, handler)) return true;
  return false;
}

/**
 * `return Array.isArray(data) ? data : []` beside `catch { return [] }`: what a request that fails comes to is written
 * down, and an error comes to the same.
 */
export function givesTheSame({ facts }: Walk, node: Node | undefined, value: Value): boolean {
  if (!node) return false;
  const given = handlersOf(node).map((handler) => givenBy(facts, handler));
  return given.some((values) => values.length > 0 && values.every((other) => isSame(facts, other, node, value)));
}

type Handler = TSESTree.CatchClause | Node;

/** What is run where the way to a place throws: `catch` clauses around it, and what `.catch` of its chain is given. */
function handlersOf(node: Node): readonly Handler[] {
  const chain: Node[] = [];
  let at: Node | undefined = enclosingFunction(node)?.parent;
  for (; at && (at.type === 'CallExpression' || at.type === 'MemberExpression'); at = at.parent) {
    const [handler] = at.type === 'CallExpression' && lastName(at.callee) === 'catch' ? at.arguments : [];
    if (handler) chain.push(handler);
  }
  return [...handlersAround(node), ...chain];
}

function givenBy({ file }: FileFacts, handler: Handler): readonly Node[] {
  const keys = file.source.visitorKeys;
  if (handler.type === 'CatchClause') return returnedIn(handler.body, keys);
  return isFunction(handler) ? returnedBy(handler, keys) : [];
}

/** Whether a constant that a handler gives is what an expression comes to. */
function isSame({ file }: FileFacts, constant: Node, node: Node, value: Value): boolean {
  const other = unwrap(constant);
  switch (other.type) {
    case 'Literal':
      return value.kind === 'verdict' ? value.outcome === other.value : isConstant(value, other.value);
    case 'ArrayExpression':
      return other.elements.length === 0 && isEmpty(value) && leaves(node).some(isEmptyList);
    case 'ObjectExpression':
      return other.properties.length === 0 && isEmpty(value) && leaves(node).some(isEmptyObject);
    case 'Identifier': {
      if (isUndefined(other)) return isConstant(value, undefined);
      const variable = file.variable(other);
      const isIt = (leaf: Node) => leaf.type === 'Identifier' && !!variable && file.variable(leaf) === variable;
      return value.kind === 'unknown' && leaves(node).some(isIt);
    }
    default:
      return false;
  }
}

const isConstant = (value: Value, constant: unknown): boolean => value.kind === 'constant' && value.value === constant;
const isEmpty = (value: Value): boolean => value.kind === 'record' && value.fields.size === 0;
const isEmptyList = (node: Node): boolean => node.type === 'ArrayExpression' && node.elements.length === 0;
const isEmptyObject = (node: Node): boolean => node.type === 'ObjectExpression' && node.properties.length === 0;

/** `a` and `b` of `test ? a : b`. */
function leaves(expression: Node): readonly Node[] {
  const node = unwrap(expression);
  return node.type === 'ConditionalExpression' ? [...leaves(node.consequent), ...leaves(node.alternate)] : [node];
}

/**
 * `setStars(format(data.count))` beside `catch { setStars(format(known)) }`: where the body should have gone, the handler
 * puts a value of the program's own. An empty one is none: `setItems([])` shows that there are no items.
 */
export function putsBack({ facts }: Walk, block: Node, { body, param }: TSESTree.CatchClause): Node | undefined {
  const keys = facts.file.source.visitorKeys;
  const textOf = (node: Node) => facts.file.source.getText(node);
  const inBlock = callsIn(block, keys);
  const exception = param?.type === 'Identifier' ? param.name : undefined;
  return body.body
    .map((statement) => (statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : statement))
    .find((call) => {
      if (call.type !== 'CallExpression' || facts.conventions.isLogger(call.callee)) return false;
      const [value] = call.arguments;
      if (!value || call.arguments.length !== 1 || isNothing(value) || mentions(value, exception, keys)) return false;
      return inBlock.some(
        (other) =>
          textOf(other.callee) === textOf(call.callee) &&
          other.arguments.length === 1 &&
          other.arguments[0]!.type !== 'Literal' &&
          textOf(other.arguments[0]!) !== textOf(value),
      );
    });
}

type Keys = Readonly<Record<string, readonly string[]>>;

function callsIn(part: Node, keys: Keys): readonly TSESTree.CallExpression[] {
  const calls: TSESTree.CallExpression[] = [];
  visit(part, keys, (node) => {
    if (node.type === 'CallExpression') calls.push(node);
    return !isFunction(node);
  });
  return calls;
}

function mentions(part: Node, name: string | undefined, keys: Keys): boolean {
  let found = false;
  visit(part, keys, (node) => {
    found ||= node.type === 'Identifier' && node.name === name;
    return !found;
  });
  return found;
}

/** `[]`, `{}`, `''`, `false`, `null`. */
function isNothing(expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === 'Literal') return !node.value || node.value === true;
  return isUndefined(node) || isEmptyList(node) || isEmptyObject(node);
}
