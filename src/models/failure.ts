import type { TSESTree } from '@typescript-eslint/utils';
import { isFailureFlag, isFailureName, isSuccessFlag } from './failure-words.js';
import { keyName, lastName, unwrap, type Node } from '../syntax/nodes.js';

/** Whether a value says of itself that it is a failure: `Result.error(reason)`, `{ ok: false, reason }`. */
export function isFailure(expression: Node): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case 'AwaitExpression':
      return isFailure(node.argument);
    case 'CallExpression':
      return isFailureName(lastName(node.callee) ?? '');
    case 'ObjectExpression':
      return node.properties.some(saysSo);
    default:
      return false;
  }
}

/** `ok: false`, `isError: true`. */
function saysSo(node: TSESTree.ObjectLiteralElement): boolean {
  if (node.type !== 'Property' || node.value.type !== 'Literal') return false;
  const name = keyName(node) ?? '';
  const { value } = node.value;
  return (value === false && isSuccessFlag(name)) || (value === true && isFailureFlag(name));
}
