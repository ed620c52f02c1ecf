import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isFunction, type Node } from '../../../src/analysis/index.js';
import { visit } from '../../../src/syntax/visit.js';

/**
 * What becomes of a value where it stands:
 * - `condition`: it decides;
 * - `told`: it goes to code that can act on it, returned by the program, thrown, or passed to a function of another file;
 * - `logged`, `dropped`: nothing;
 * - `caller`: a function of the program returns it, and whoever called that function says what becomes of it;
 * - `flag:NAME`, `param:NAME`: a variable remembers it;
 * - `unsure`: it is in an object or in a list, to be found again or not.
 */
export type Role = string;

/** The functions of a program by the texts that call them, with the names of their parameters. */
export type OwnFunctions = ReadonlyMap<string, readonly (string | undefined)[]>;

export function ownFunctions(source: TSESLint.SourceCode): OwnFunctions {
  const found = new Map<string, readonly (string | undefined)[]>();
  visit(source.ast, source.visitorKeys, (node) => {
    if (!isFunction(node)) return;
    const callee = calleeOf(node, source);
    if (callee) found.set(callee, node.params.map(parameterName));
  });
  return found;
}

/** How a function is called: by its name, or as a member of what it stands in. */
function calleeOf(node: Node, source: TSESLint.SourceCode): string | undefined {
  if ('id' in node && node.id) return source.getText(node.id as Node);
  const parent = node.parent!;
  if (parent.type === 'VariableDeclarator') return source.getText(parent.id);
  if (parent.type === 'Property') return `api.${source.getText(parent.key)}`;
  if (parent.type !== 'MethodDefinition') return undefined;
  return `${parent.static ? 'Api' : 'this'}.${source.getText(parent.key)}`;
}

function parameterName(parameter: Node): string | undefined {
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  return target.type === 'Identifier' ? target.name : undefined;
}

const listTests = /\.(every|some|find|filter)$/;

/** A call whose result is what a function of the program returns. */
export const isOwnCall = (node: Node, own: OwnFunctions): boolean =>
  node.type === 'CallExpression' && (own.has(textOf(node.callee)) || listTests.test(textOf(node.callee)));

/** `a.b`, `this.#b`; nothing for anything longer. */
export function textOf(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'PrivateIdentifier') return `#${node.name}`;
  if (node.type === 'ThisExpression') return 'this';
  return node.type === 'MemberExpression' && !node.computed ? `${textOf(node.object)}.${textOf(node.property)}` : '';
}

export const isLog = (node: Node): boolean =>
  node.type === 'ExpressionStatement'
    ? isLog(node.expression)
    : node.type === 'CallExpression' && textOf(node.callee).startsWith('console.');

const pure = /^(Math\.\w+|String|Number|Boolean)$/;
/** Methods of texts, regular expressions and lists of numbers that say something of what they are given. */
const pureMethod = /^(includes|test|startsWith)$/;

export function roleOf(node: Node, own: OwnFunctions): Role {
  const parent = node.parent!;
  switch (parent.type) {
    case 'UnaryExpression':
    case 'BinaryExpression':
    case 'TemplateLiteral':
    case 'ChainExpression':
    case 'AwaitExpression':
    case 'MemberExpression':
      return roleOf(parent, own);
    case 'SequenceExpression':
      return parent.expressions.at(-1) === node ? roleOf(parent, own) : 'dropped';
    case 'LogicalExpression':
      return parent.left === node ? deciding(roleOf(parent, own)) : roleOf(parent, own);
    case 'ConditionalExpression':
      return parent.test === node ? 'condition' : roleOf(parent, own);
    case 'Property':
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'SpreadElement':
      return held(roleOf(parent, own));
    case 'CallExpression':
      return parent.callee === node ? roleOf(parent, own) : argumentRole(node, parent, own);
    default:
      return roleInStatement(node, parent);
  }
}

const deciding = (role: Role): Role => (/^(flag|param|caller)/.test(role) ? role : 'condition');
const held = (role: Role): Role => (role === 'told' || role === 'logged' || role === 'dropped' ? role : 'unsure');

function roleInStatement(node: Node, parent: Node): Role {
  switch (parent.type) {
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'SwitchStatement':
    case 'SwitchCase':
      return 'condition';
    case 'ThrowStatement':
    case 'NewExpression':
      return 'told';
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return isReturnedByMain(node) ? 'told' : 'caller';
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? `flag:${parent.id.name}` : 'unsure';
    case 'AssignmentExpression':
      return parent.left.type === 'Identifier' ? `flag:${parent.left.name}` : 'told';
    case 'ExpressionStatement':
      return 'dropped';
    default:
      return 'unsure';
  }
}

function argumentRole(node: Node, call: TSESTree.CallExpression, own: OwnFunctions): Role {
  const callee = textOf(call.callee);
  if (isLog(call)) return 'logged';
  const parameters = own.get(callee);
  if (parameters) {
    const name = parameters[call.arguments.indexOf(node as TSESTree.Expression)];
    return name ? `param:${name}` : 'unsure';
  }
  const method = call.callee.type === 'MemberExpression' ? textOf(call.callee.property) : '';
  return pure.test(callee) || pureMethod.test(method) ? roleOf(call, own) : 'told';
}

function isReturnedByMain(node: Node): boolean {
  let at = node.parent;
  while (at && !isFunction(at)) at = at.parent;
  if (!at) return false;
  const { parent } = at;
  const name =
    ('id' in at && at.id) || (parent.type === 'VariableDeclarator' ? parent.id : 'key' in parent ? parent.key : null);
  return !!name && textOf(name as Node) === 'main';
}
