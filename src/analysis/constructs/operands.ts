import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../syntax/nodes.js';
import { unknownValue, type Value } from '../domain/value.js';
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
  return node.arguments.map((argument) => {
    if (argument.type !== 'SpreadElement') return evaluateArgument(flow, argument);
    flow.handOn(flow.evaluate(argument.argument), argument);
    return unknownValue;
  });
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
