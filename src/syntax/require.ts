import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap, type Node } from './nodes.js';

/** `require('x')`, `await import('x')`. */

export function isModule(expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === 'AwaitExpression') return isModule(node.argument);
  if (node.type === 'ImportExpression') return true;
  return node.type === 'CallExpression' && isRequire(node);
}
/** The module that `require('module')` loads. */

export function requiredModule(node: TSESTree.CallExpression): string | undefined {
  const [name] = node.arguments;
  return isRequire(node) && name?.type === 'Literal' && typeof name.value === 'string' ? name.value : undefined;
}
export const isRequire = ({ callee }: TSESTree.CallExpression): boolean =>
  callee.type === 'Identifier' && callee.name === 'require';
