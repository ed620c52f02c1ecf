import { isErrorField } from '../../models/failure-words.js';
import { isSuccessFlag } from '../../models/names.js';
import { isFunction, keyName, memberName, unwrap, type Node } from '../../syntax/nodes.js';
import { returnedBy, visit } from '../../syntax/visit.js';
import { Walk } from './walk.js';

/**
 * A function that gives back the body, and where the request fails an object of the same form
 * (`.catch((e) => ({ success: false, error: e.message }))`): whether it went well is its caller's question.
 */
export function givesEnvelope(walk: Walk, root: Node): boolean {
  const keys = walk.facts.file.source.visitorKeys;
  let found = false;
  visit(root, keys, (node) => {
    if (node.type === 'CatchClause') found ||= returnsEnvelopeIn(node, keys);
    const handler = node.type === 'CallExpression' && isCatch(node.callee) ? node.arguments[0] : undefined;
    if (isFunction(handler)) found ||= returnedBy(handler, keys).some(isEnvelope);
  });
  return found;
}

const isCatch = (callee: Node): boolean => callee.type === 'MemberExpression' && memberName(callee) === 'catch';

function returnsEnvelopeIn(node: Node, keys: Readonly<Record<string, readonly string[]>>): boolean {
  let found = false;
  visit(node, keys, (inner) => {
    if (inner.type === 'ReturnStatement' && inner.argument) found ||= isEnvelope(inner.argument);
    return !isFunction(inner);
  });
  return found;
}

/** `{ success: false, error: e.message }`. */
function isEnvelope(expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type !== 'ObjectExpression') return false;
  return node.properties.some((property) => {
    if (property.type !== 'Property') return false;
    const name = keyName(property) ?? '';
    const isFalse = property.value.type === 'Literal' && property.value.value === false;
    return (isFalse && isSuccessFlag(name)) || isErrorField(name);
  });
}
