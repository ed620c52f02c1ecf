import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../syntax/nodes.js';
import * as intMap from '../domain/int-map.js';
import { joinStates, tableAt } from '../domain/state.js';
import { spentIn } from '../domain/table.js';
import { unknownValue, type State, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';

/** Evaluates the object of a member, and its index: of `messages[res.status]`, both. */

export function evaluateOwner(flow: Flow, node: TSESTree.MemberExpression): Value {
  const owner = flow.evaluate(node.object);
  if (owner.kind === 'response' && !isName(node.object)) flow.noteStep('read', node, owner);
  if (node.computed) handOnIndex(flow, node.property);
  return owner;
}

/** Evaluates the arguments of a call; one that is spread (`...responses`) escapes. */
export function evaluateArguments(flow: Flow, node: TSESTree.CallExpression | TSESTree.NewExpression): Value[] {
  const before = flow.state;
  const values = node.arguments.map((argument) => {
    if (argument.type !== 'SpreadElement') return evaluateArgument(flow, argument);
    flow.handOn(flow.evaluate(argument.argument), argument);
    return unknownValue;
  });
  // `decoder?.decode(await res.arrayBuffer())`: without a decoder nobody reads. A status that is handed on counts all the same.
  if (isOptional(node) && takesBody(before, flow.state)) flow.state = joinStates(before, flow.state);
  return values;
}

/** `a?.b(…)`, `a?.b.c(…)`, `b?.(…)`: whether a call may be left out, with its arguments. */
function isOptional(node: Node): boolean {
  if (node.type !== 'CallExpression' && node.type !== 'MemberExpression') return false;
  return node.optional || isOptional(node.type === 'CallExpression' ? node.callee : node.object);
}

/** Whether a body is taken in one state that is not in another. */
function takesBody(before: State | undefined, after: State | undefined): boolean {
  let takes = false;
  intMap.each(before !== after ? after?.tables : undefined, (table, origin) => {
    takes ||= !spentIn(table).statuses.difference(spentIn(tableAt(before, origin)).statuses).isEmpty;
  });
  return takes;
}

/** One argument of a call; a response that is not read from a variable comes there without a name. */
export function evaluateArgument(flow: Flow, argument: Node): Value {
  const value = flow.evaluate(argument);
  if (value.kind === 'response' && !isName(argument)) flow.noteStep('passed', argument.parent!, value);
  return value;
}

const isName = ({ type }: Node): boolean => type === 'Identifier';

/** `messages[res.status]`: the status escapes into the look-up. */
export function handOnIndex(flow: Flow, property: Node): void {
  flow.handOn(flow.evaluate(property), property);
}
