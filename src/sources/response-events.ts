import type { TSESTree } from '@typescript-eslint/utils';
import type { File } from '../syntax/file.js';
import { callOf, isFunction, memberName, unwrap, type Node } from '../syntax/nodes.js';
import type { Source } from './source.js';

/**
 * The source of a request whose response comes by an event: the call that adds the only listener gives it to the function
 * that comes last, as the request's own call does elsewhere. `http.get(url).on('response', (res) => …)`.
 */
export function withListener(file: File, source: Source): Source {
  const { call, client } = source;
  const { event, members } = client;
  const isTold = call.arguments.some((one) => isFunction(one) || file.functionsOf(one).length > 0);
  if (event === undefined || !members.events || isTold) return source;
  const { methods } = members.events;
  const adding = methodsCalled(file, call).filter(
    ({ callee, arguments: [name, listener] }) =>
      methods.has(memberName(unwrap(callee) as TSESTree.MemberExpression) ?? '') &&
      name?.type === 'Literal' &&
      name.value === event &&
      listener,
  );
  return adding.length === 1 ? { ...source, call: adding[0]! } : source;
}

/** The calls of methods of what an expression gives: in a chain, and by the name of the variable that holds that. */
function methodsCalled(file: File, expression: Node): readonly TSESTree.CallExpression[] {
  const chain = chainOn(expression);
  const end: Node = chain.at(-1) ?? expression;
  const { parent } = end;
  const isHeld = parent?.type === 'VariableDeclarator' && parent.init === end;
  const variable = isHeld && parent.id.type === 'Identifier' ? file.variable(parent.id) : undefined;
  const others = variable?.references.filter(({ init }) => !init) ?? [];
  if (others.some((one) => one.isWrite())) return chain;
  return [...chain, ...others.flatMap(({ identifier }) => chainOn(identifier))];
}

/** `.on('error', fail)` and `.end()` of `http.get(url).on('error', fail).end()`. */
function chainOn(expression: Node): readonly TSESTree.CallExpression[] {
  const chain: TSESTree.CallExpression[] = [];
  for (let next = methodCallOn(expression); next; next = methodCallOn(next)) chain.push(next);
  return chain;
}

function methodCallOn(object: Node): TSESTree.CallExpression | undefined {
  const { parent } = object;
  return parent?.type === 'MemberExpression' && parent.object === object ? callOf(parent) : undefined;
}
