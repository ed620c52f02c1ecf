import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isFunction, memberName, type Node } from './nodes.js';
import { visit } from './visit.js';

/** The `catch` clauses around a place within its function, from the inside out. */
export function handlersAround(place: Node): TSESTree.CatchClause[] {
  const handlers: TSESTree.CatchClause[] = [];
  for (let at = place; at.parent && !isFunction(at); at = at.parent) {
    const { parent } = at;
    if (parent.type === 'TryStatement' && parent.block === at && parent.handler) handlers.push(parent.handler);
  }
  return handlers;
}

/** `res.json().catch(() => null)`, or inside a `try` with a handler: its author expects it to fail. */
export const isCaught = (node: Node): boolean => handlersAround(node).length > 0 || isInCaughtChain(node);

function isInCaughtChain(node: Node): boolean {
  for (let at = node; at.parent && !isFunction(at); at = at.parent) {
    const { parent } = at;
    if (parent.type === 'MemberExpression' && parent.object === at && memberName(parent) === 'catch') return true;
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
