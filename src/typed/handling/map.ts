import type { TSESTree } from '@typescript-eslint/utils';
import { StatusSet } from '../../status/index.js';
import { isInTest, keyName, outermost, type Node } from '../../syntax/nodes.js';
import { typedStatus, type TypedFile } from '../status-expression.js';
import type { Handling } from './handling.js';

/** `handlers[res.status]` of an object with a key for each status; undefined where others get something as well. */
export function ofMap(file: TypedFile, node: TSESTree.MemberExpression): Handling | undefined {
  if (!node.computed) return undefined;
  const object = file.variables.constantValue(node.object);
  const status = object.type === 'ObjectExpression' ? typedStatus(file, node.property) : undefined;
  if (object.type !== 'ObjectExpression' || !status) return undefined;
  const codes = object.properties.map((one) => (one.type === 'Property' ? Number(keyName(one)) : NaN));
  if (!codes.every((code) => Number.isInteger(code)) || hasFallback(file, node)) return undefined;
  const missing = status.statuses.difference(StatusSet.of(...codes));
  return { form: 'map', node: object, place: node.property, status, missing };
}

/** Whether it is asked if something is there: `handlers[res.status] ?? other`, `if (handler) …`. */
function hasFallback(file: TypedFile, member: Node): boolean {
  const value = outermost(member);
  const { parent } = value;
  if (isInTest(value) || isDefaulted(value)) return true;
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  const references = file.variables.variable(parent.id)?.references ?? [];
  return references.some(({ identifier }) => isInTest(identifier) || isDefaulted(identifier));
}

/** `x ?? y`, `x?.(res) ?? y`. */
function isDefaulted(node: Node): boolean {
  const whole = outermost(node);
  const { parent } = whole;
  if (parent?.type === 'LogicalExpression') return parent.left === whole;
  return parent?.type === 'CallExpression' && parent.callee === whole && isDefaulted(parent);
}
