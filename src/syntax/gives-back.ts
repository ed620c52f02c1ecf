import { File } from './file.js';
import { enclosingFunction, isFunction, isWrapper, type FunctionNode, type Node } from './nodes.js';
import { isRewritten } from './variables.js';

/**
 * `const retry = async (run) => { for (;;) try { return await run(); } catch {} }`: whether a function calls what it is
 * given for a parameter, and gives back what that gives, unseen.
 */
export function givesBack(file: File, fn: FunctionNode, index: number): boolean {
  const parameter = fn.params[index];
  const variable = parameter?.type === 'Identifier' ? file.variable(parameter) : undefined;
  if (!variable || isRewritten(variable)) return false;
  let calls = 0;
  for (const { identifier } of variable.references) {
    const call = identifier.parent;
    if (call.type !== 'CallExpression' || !isGivenBack(call, fn)) return false;
    if (call.callee === identifier) calls++;
    // `return retry(run, times - 1)`.
    else if (call.arguments[index] !== identifier || !file.functionsOf(call.callee).includes(fn)) return false;
  }
  return calls > 0;
}

/** Whether the value of an expression is what its function returns. */
function isGivenBack(node: Node, fn: FunctionNode): boolean {
  let at = node;
  for (let parent = at.parent; parent; parent = at.parent) {
    if (parent.type === 'ReturnStatement') return enclosingFunction(parent) === fn;
    if (isFunction(parent)) return parent === fn && parent.body === at;
    if (parent.type !== 'AwaitExpression' && !isWrapper(parent)) return false;
    at = parent;
  }
  return false;
}
