import { isFunction, memberName, type Node } from './nodes.js';

/** `res.json().catch(() => null)`, or inside a `try` with a handler: its author expects it to fail. */
export function isCaught(node: Node): boolean {
  let at = node;
  for (let parent = at.parent; parent && !isFunction(parent); parent = at.parent) {
    if (parent.type === 'MemberExpression' && parent.object === at && memberName(parent) === 'catch') return true;
    if (parent.type === 'TryStatement' && parent.handler && parent.block === at) return true;
    at = parent;
  }
  return false;
}
