import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isFunction, memberName, type Node } from './nodes.js';
import { visit } from './visit.js';

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

/** Whether a handler in or around a place decides by the exception: `catch (error) { if (isTransient(error)) continue; … }`. */
export function decidesByException(source: TSESLint.SourceCode, place: Node): boolean {
  const handlers: TSESTree.CatchClause[] = [];
  for (let at: Node | undefined = place; at && !isFunction(at); at = at.parent)
    if (at.type === 'CatchClause') handlers.push(at);
  visit(place, source.visitorKeys, (node) => {
    if (node.type === 'CatchClause') handlers.push(node);
    return !isFunction(node);
  });
  return handlers.some(({ param, body }) => {
    const name = param?.type === 'Identifier' ? param.name : undefined;
    return name !== undefined && testsName(source, body, name);
  });
}

function testsName(source: TSESLint.SourceCode, body: Node, name: string): boolean {
  let answer = false;
  visit(body, source.visitorKeys, (node) => {
    if (node.type === 'IfStatement' || node.type === 'ConditionalExpression')
      visit(node.test, source.visitorKeys, (part) => {
        answer ||= part.type === 'Identifier' && part.name === name;
        return !answer;
      });
    return !answer && !isFunction(node);
  });
  return answer;
}
