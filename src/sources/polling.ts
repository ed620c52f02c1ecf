import type { TSESTree } from '@typescript-eslint/utils';
import { isAdvancing } from '../models/language.js';
import { File } from '../syntax/file.js';
import { isFunction, isInside, isLoop, memberName, unwrap, type Loop, type Node } from '../syntax/nodes.js';
import { visit } from '../syntax/visit.js';
import type { Variable } from '../syntax/variables.js';

/**
 * Whether a loop that goes on until something comes makes the same request with every turn, so that going round again is
 * what it does about a failure. One that asks for the next page, or for the next of a queue, leaves the failed one behind.
 */
export function repeatsRequest(file: File, call: Node, loop: Loop): boolean {
  const isEndless = loop.type === 'ForStatement' && !loop.test;
  if (loop.type !== 'WhileStatement' && loop.type !== 'DoWhileStatement' && !isEndless) return false;
  return !isOfNext(file, call, loop);
}

/** Whether a loop makes the same request again, also one that does so a certain number of times. */
export const asksAgain = (file: File, call: Node, loop: Loop): boolean =>
  loop.type !== 'ForOfStatement' && loop.type !== 'ForInStatement' && !isOfNext(file, call, loop);

/** Whether a request is for the next page, or the next of a queue. */
function isOfNext(file: File, call: Node, loop: Loop): boolean {
  const url = call.type === 'CallExpression' ? call.arguments[0] : undefined;
  return !!url && advances(file, url, loop, new Set());
}

/** Whether an expression has another value with every turn, whatever happens in it. */
function advances(file: File, expression: Node, loop: Loop, seen: Set<Variable>): boolean {
  let answer = false;
  visit(expression, file.source.visitorKeys, (node) => {
    if (answer || isFunction(node)) return false;
    if (node.type === 'CallExpression') answer ||= isAdvancingCall(node);
    if (node.type === 'Identifier') answer ||= variableAdvances(file, node, loop, seen);
    return !answer;
  });
  return answer;
}

function isAdvancingCall({ callee }: TSESTree.CallExpression): boolean {
  const node = unwrap(callee);
  return node.type === 'MemberExpression' && isAdvancing(memberName(node));
}

function variableAdvances(file: File, identifier: TSESTree.Identifier, loop: Loop, seen: Set<Variable>): boolean {
  const variable = file.variable(identifier);
  if (!variable || seen.has(variable)) return false;
  seen.add(variable);
  const list = listOf(variable);
  if (list && isInside(list, loop)) return advances(file, list, loop, seen);
  return variable.references.some((reference) => {
    const { identifier: name, writeExpr } = reference;
    if (!reference.isWrite() || !isInside(name, loop) || !isOnEveryTurn(name, loop)) return false;
    // `const address = base + path` in the loop is written on every turn, and is the same address on every turn.
    return reference.init && writeExpr ? advances(file, writeExpr, loop, seen) : true;
  });
}

/** The list whose elements a callback is given: `ids` of `id` in `ids.map((id) => …)`. */
function listOf({ defs }: Variable): Node | undefined {
  const [definition] = defs;
  if (definition?.type !== 'Parameter' || !isFunction(definition.node)) return undefined;
  const { parent } = definition.node;
  const callee =
    parent.type === 'CallExpression' && parent.callee !== definition.node ? unwrap(parent.callee) : undefined;
  return callee?.type === 'MemberExpression' ? callee.object : undefined;
}

/** Whether nothing stands between a node and its loop that may leave it out. */
function isOnEveryTurn(node: Node, loop: Loop): boolean {
  for (let at = node.parent; at && at !== loop; at = at.parent) {
    if (isFunction(at) || isLoop(at) || /^(If|Switch|Conditional|Logical|Catch)/.test(at.type)) return false;
  }
  return true;
}
