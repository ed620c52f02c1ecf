import type { TSESTree } from '@typescript-eslint/utils';
import { isWrapper, unwrap, type Node } from '../../syntax/nodes.js';
import type { Source } from '../write/edit.js';
import { variableAt } from '../write/names.js';

/** Whether an expression can be evaluated before the whole statement, and nothing is different. */
export function isEvaluatedFirst(source: Source, expression: Node, statement: Node): boolean {
  for (let at = expression; at !== statement; at = at.parent!) {
    if (!at.parent || !comesFirst(source, at, at.parent)) return false;
  }
  return true;
}

/** Whether a part is the first that its parent evaluates. */
function comesFirst(source: Source, node: Node, parent: Node): boolean {
  if (parent.type === 'ExpressionStatement' || isWrapper(parent) || isWhole.test(parent.type)) return true;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node;
    case 'VariableDeclarator':
      return parent.init === node && parent.parent.declarations[0] === parent;
    case 'VariableDeclaration':
      return !/^For/.test(parent.parent.type);
    case 'AssignmentExpression':
      return parent.right === node && parent.operator === '=' && isTarget(parent.left);
    case 'LogicalExpression':
      return parent.left === node;
    case 'Property':
      return parent.value === node && !parent.computed;
    case 'ConditionalExpression':
    case 'IfStatement':
      return parent.test === node;
    case 'SwitchStatement':
      return parent.discriminant === node;
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.right === node;
    default:
      return partsBefore(node, parent)?.every((part) => part === null || isStill(source, part)) ?? false;
  }
}

/** Syntax with one part only. */
const isWhole =
  /^(Await|Yield|Unary|ArrowFunction)Expression$|^SpreadElement$|^(Return|Throw)Statement$|^ExportNamedDeclaration$/;

/** What is evaluated before one of several parts; undefined where it may not be evaluated at all. */
function partsBefore(node: Node, parent: Node): readonly (Node | null)[] | undefined {
  switch (parent.type) {
    case 'CallExpression':
      if (parent.optional && parent.callee !== node) return undefined;
      return parent.callee === node ? [] : [parent.callee, ...before(parent.arguments, node)];
    case 'NewExpression':
      return [parent.callee, ...before(parent.arguments, node)];
    case 'BinaryExpression':
      return parent.left === node ? [] : [parent.left];
    case 'TemplateLiteral':
      return before(parent.expressions, node);
    case 'ArrayExpression':
      return before(parent.elements, node);
    case 'ObjectExpression': {
      const properties = before(parent.properties, node);
      const isPlain = properties.every((property) => property.type === 'Property' && !property.computed);
      return isPlain ? properties.map((property) => (property as TSESTree.Property).value) : undefined;
    }
    default:
      return undefined;
  }
}

const before = <T>(nodes: readonly T[], node: unknown): T[] => nodes.slice(0, nodes.indexOf(node as T));

const isTarget = (node: Node): boolean => {
  const target = unwrap(node);
  if (target.type === 'MemberExpression') return !target.computed && isTarget(target.object);
  return /^(Identifier|ThisExpression|ObjectPattern|ArrayPattern)$/.test(target.type);
};

/** Whether a value is the same a moment later. */
function isStill(source: Source, node: Node): boolean {
  const value = unwrap(node);
  switch (value.type) {
    case 'Literal':
    case 'ThisExpression':
    case 'Super':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return true;
    case 'Identifier': {
      const variable = variableAt(source, value, value.name);
      return !variable?.references.some((reference) => reference.isWrite() && !reference.init);
    }
    case 'MemberExpression':
      return !value.computed && isStill(source, value.object);
    default:
      return false;
  }
}
