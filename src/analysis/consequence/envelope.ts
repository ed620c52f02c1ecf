import type { TSESTree } from '@typescript-eslint/utils';
import { isErrorField } from '../../models/failure-words.js';
import { isFailure } from '../../models/failure.js';
import { isFunction, keyName, memberName, unwrap, type Node } from '../../syntax/nodes.js';
import { returnedBy, returnedIn, visit } from '../../syntax/visit.js';
import { Walk } from './walk.js';

/**
 * A function that gives back the body, and where the request fails an object of the same form
 * (`.catch((e) => ({ success: false, error: e.message }))`): whether it went well is its caller's question.
 */
export function givesEnvelope(walk: Walk, root: Node): boolean {
  const keys = walk.facts.file.source.visitorKeys;
  let found = false;
  visit(root, keys, (node) => {
    if (node.type === 'CatchClause') found ||= returnedIn(node.body, keys).some(isEnvelope);
    const handler = node.type === 'CallExpression' && isCatch(node.callee) ? node.arguments[0] : undefined;
    if (isFunction(handler)) found ||= returnedBy(handler, keys).some(isEnvelope);
  });
  return found;
}

const isCatch = (callee: Node): boolean => callee.type === 'MemberExpression' && memberName(callee) === 'catch';

/** `{ success: false, error: e.message }`. */
function isEnvelope(expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type !== 'ObjectExpression') return false;
  const isOfError = (property: TSESTree.ObjectLiteralElement) =>
    property.type === 'Property' && isErrorField(keyName(property) ?? '');
  return isFailure(node) || node.properties.some(isOfError);
}
