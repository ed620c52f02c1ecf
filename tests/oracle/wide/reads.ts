import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../../src/analysis/index.js';
import { textOf } from './roles.js';

/** `r.ok` and `r.status`, read. */
export const isStatusRead = (node: Node): boolean =>
  node.type === 'MemberExpression' && !node.computed && /^(ok|status)$/.test(textOf(node.property));

/** `r.json()` and its like, and `r.body`. */
export const isBodyRead = (node: Node): boolean =>
  node.type === 'MemberExpression' && !node.computed && /^(json|text|body)$/.test(textOf(node.property));

/** A variable that remembers a status is read. */
export function isFlagRead(node: Node, flags: ReadonlySet<string>): node is TSESTree.Identifier {
  if (node.type !== 'Identifier' || !flags.has(node.name)) return false;
  const parent = node.parent;
  switch (parent.type) {
    case 'VariableDeclarator':
      return parent.init === node;
    case 'AssignmentExpression':
      return parent.right === node;
    case 'MemberExpression':
      return parent.object === node;
    case 'Property':
      return parent.parent.type === 'ObjectExpression' && parent.value === node && !parent.shorthand;
    case 'AssignmentPattern':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return false;
    case 'ArrowFunctionExpression':
      return parent.body === node;
    default:
      return true;
  }
}

/** The variables to which a pattern gives the status. */
export function destructured(node: Node): readonly string[] {
  if (node.type !== 'ObjectPattern') return [];
  return Object.entries(membersOf(node)).flatMap(([key, name]) => (key === 'ok' || key === 'status' ? [name] : []));
}

/** The same as a text: `{ "ok": "good" }`. */
export const patternOf = (pattern: TSESTree.ObjectPattern): string => JSON.stringify(membersOf(pattern));

function membersOf(pattern: TSESTree.ObjectPattern): Record<string, string> {
  const members: Record<string, string> = {};
  for (const property of pattern.properties) {
    if (property.type !== 'Property') continue;
    const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    members[textOf(property.key)] = textOf(target);
  }
  return members;
}

/** A statement that is run for itself. */
export function isProbed(node: Node): boolean {
  if (!/Statement$|^VariableDeclaration$/.test(node.type) || node.type === 'BlockStatement') return false;
  const { parent } = node;
  if (parent?.type === 'LabeledStatement') return false;
  // Not the head of a loop.
  return node.type !== 'VariableDeclaration' || isListed(node);
}

/** It stands in a list of statements: another one can stand before it. */
export const isListed = ({ parent }: Node): boolean =>
  parent?.type === 'BlockStatement' || parent?.type === 'SwitchCase' || parent?.type === 'Program';
