import type { TSESTree } from '@typescript-eslint/utils';
import {
  endsInJump,
  isFunction,
  isNullish,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from '../../syntax/nodes.js';
import { visit } from '../../syntax/visit.js';
import type { Source } from '../write/edit.js';
import { variableAt } from '../write/names.js';

/** What may stand where a response is expected: nothing but one, nothing at all, or what a check would take for a failure. */
export type Certainty = 'sure' | 'nothing' | 'other';

const order: readonly Certainty[] = ['sure', 'nothing', 'other'];

const worst = (all: readonly Certainty[]): Certainty => order.findLast((each) => all.includes(each)) ?? 'sure';

/** What a value is that is, or is chosen beside, a response. */
export function certaintyOf(source: Source, value: Node, turns = 10): Certainty {
  const node = unwrap(value);
  const again = (part: Node): Certainty => certaintyOf(source, part, turns - 1);
  if (turns === 0) return 'sure';
  switch (node.type) {
    case 'AwaitExpression':
    case 'YieldExpression':
      return node.argument ? again(node.argument) : 'sure';
    case 'ConditionalExpression':
      return worst([again(node.consequent), again(node.alternate)]);
    case 'LogicalExpression':
      return node.operator === '&&' ? worst(['nothing', again(node.right)]) : again(node.right);
    case 'UnaryExpression':
      return node.operator === 'void' ? 'nothing' : 'other';
    case 'Literal':
      return node.value ? 'other' : 'nothing';
    case 'Identifier':
      return node.name === 'undefined' ? 'nothing' : ofVariable(source, node, again);
    case 'CallExpression':
      return ofCall(source, node, again);
    default:
      return isFunction(node) || /^(Object|Array)Expression$|^TemplateLiteral$/.test(node.type) ? 'other' : 'sure';
  }
}

/** `const promise = fetch(u).catch(() => null)`. */
function ofVariable(source: Source, node: TSESTree.Identifier, of: (value: Node) => Certainty): Certainty {
  const definition = variableAt(source, node, node.name)?.defs[0]?.node;
  return definition?.type === 'VariableDeclarator' && definition.id.type === 'Identifier' && definition.init
    ? of(definition.init)
    : 'sure';
}

/** `fetch(u).catch(() => null)`. */
function ofCall(source: Source, node: TSESTree.CallExpression, of: (value: Node) => Certainty): Certainty {
  if (node.callee.type !== 'MemberExpression') return 'sure';
  const name = memberName(node.callee);
  if (name === 'finally') return of(node.callee.object);
  const handler = node.arguments[name === 'catch' ? 0 : 1];
  if ((name !== 'catch' && name !== 'then') || !handler) return 'sure';
  const before = name === 'catch' ? of(node.callee.object) : 'sure';
  return worst([before, isFunction(handler) ? ofHandler(source, handler, of) : 'nothing']);
}

/** What a handler of rejections gives in place of a response. */
function ofHandler(source: Source, handler: FunctionNode, of: (value: Node) => Certainty): Certainty {
  const given = (value: Node | null): Certainty => {
    const found = value ? of(value) : 'nothing';
    // What another function gives is not known.
    return found === 'sure' && value && unwrap(value).type !== 'NewExpression' ? 'nothing' : found;
  };
  if (handler.body.type !== 'BlockStatement') return given(handler.body);
  const all: Certainty[] = [];
  visit(handler.body, source.visitorKeys, (node) => {
    if (node.type === 'ReturnStatement') all.push(given(node.argument));
    return !isFunction(node);
  });
  const last = handler.body.body.at(-1)?.type;
  if (last !== 'ThrowStatement' && last !== 'ReturnStatement') all.push('nothing');
  return worst(all);
}

/** What a variable may hold after all that is written into it. */
export function certaintyOfName(source: Source, name: TSESTree.Identifier): Certainty {
  const variable = variableAt(source, name, name.name);
  const written = variable?.references.flatMap(({ writeExpr }) => (writeExpr ? [writeExpr] : [])) ?? [];
  const declaration = variable?.defs[0]?.node;
  const isEmptyFirst = declaration?.type === 'VariableDeclarator' && !declaration.init && !isOfLoop(declaration);
  const all = written.map((value) =>
    isChosen(value) && isTested(source, name) ? 'nothing' : certaintyOf(source, value),
  );
  return worst(isEmptyFirst ? [...all, 'nothing'] : all);
}

const isOfLoop = (node: Node): boolean => /^For(Of|In)/.test(node.parent?.parent?.type ?? '');

/** `u ? await fetch(u) : cached`: what else there may be is known to those who ask whether there is any. */
export function isChosen(value: Node): boolean {
  const node = unwrap(value);
  if (node.type === 'AwaitExpression') return isChosen(node.argument);
  return node.type === 'ConditionalExpression' || node.type === 'LogicalExpression';
}

/** Whether somebody asks if there is a response: `if (!res)`, `res ? … : …`, `res?.json()`. */
export function isTested(source: Source, name: TSESTree.Identifier): boolean {
  const references = variableAt(source, name, name.name)?.references ?? [];
  return references.some(({ identifier }) => {
    const parent: Node | undefined = identifier.parent;
    switch (parent?.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
        return parent.test === identifier;
      case 'LogicalExpression':
        return parent.left === identifier;
      case 'UnaryExpression':
        return parent.operator === '!';
      case 'BinaryExpression':
        return isNullish(parent.right);
      default:
        return parent?.type === 'MemberExpression' && parent.optional;
    }
  });
}

/** Whether code that only runs with a response comes to this statement: after `if (!res) return`, or within `if (res)`. */
export function isKnownThere(statement: Node, name: string): boolean {
  for (let at: Node | undefined = statement; at && !isFunction(at); at = at.parent) {
    const parent: Node | undefined = at.parent;
    if (parent?.type === 'IfStatement' && parent.consequent === at && saysThere(parent.test, name)) return true;
    const list: readonly Node[] = parent && 'body' in parent && Array.isArray(parent.body) ? parent.body : [];
    if (list.slice(0, list.indexOf(at)).some((before) => leavesWithout(before, name))) return true;
  }
  return false;
}

function saysThere(test: Node, name: string): boolean {
  const node = unwrap(test);
  if (node.type === 'LogicalExpression' && node.operator === '&&')
    return saysThere(node.left, name) || saysThere(node.right, name);
  return node.type === 'Identifier' && node.name === name;
}

function leavesWithout(node: Node, name: string): boolean {
  return node.type === 'IfStatement' && saysMissing(node.test, name) && endsInJump(node.consequent);
}

function saysMissing(test: Node, name: string): boolean {
  const node = unwrap(test);
  if (node.type === 'LogicalExpression' && node.operator === '||')
    return saysMissing(node.left, name) || saysMissing(node.right, name);
  if (node.type === 'UnaryExpression' && node.operator === '!') return saysThere(node.argument, name);
  return (
    node.type === 'BinaryExpression' && node.operator === '==' && isNullish(node.right) && saysThere(node.left, name)
  );
}

/** Whether an expression is evaluated whenever the statement is that it is part of. */
export function isAlwaysReached(expression: Node, statement: Node): boolean {
  for (let at = expression; at !== statement; at = at.parent!) {
    if (!at.parent || mayPass(at, at.parent)) return false;
  }
  return true;
}

/** Whether a node can be evaluated without this part of it. */
function mayPass(part: Node, node: Node): boolean {
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
      return node.test !== part;
    case 'LogicalExpression':
      return node.left !== part;
    case 'ForOfStatement':
    case 'ForInStatement':
      return node.right !== part;
    case 'ForStatement':
      return node.init !== part;
    case 'AssignmentExpression':
      return /^(&&|\|\||\?\?)=$/.test(node.operator);
    case 'MemberExpression':
    case 'CallExpression':
      return node.optional;
    case 'BlockStatement':
      // What stands before it may leave.
      return node.body[0] !== part;
    default:
      return isFunction(node) || /^(SwitchCase|CatchClause|AssignmentPattern)$/.test(node.type);
  }
}
