import type { TSESTree } from '@typescript-eslint/utils';
import {
  assertionNames,
  isErrorName,
  isLoggerName,
  loggerObjects,
  neverReturningImports,
  neverReturningMembers,
} from '../../clients/index.js';
import type { File } from '../file.js';
import { isFunction, memberName, unwrap, type FunctionNode, type Node } from '../syntax.js';

/** Whether a function only writes a log: `console.error`, `this.logger.warn`, `log`. */
export function isLogger(callee: Node): boolean {
  const node = unwrap(callee);
  if (node.type === 'Identifier') return isLoggerName(node.name);
  if (node.type !== 'MemberExpression') return false;
  const object = unwrap(node.object);
  if (object.type === 'Identifier') return loggerObjects.has(object.name);
  return object.type === 'MemberExpression' && loggerObjects.has(memberName(object) ?? '');
}

/** Whether a statement only writes a log, or does nothing at all. */
export function isLogging(node: Node): boolean {
  if (node.type === 'EmptyStatement' || node.type === 'DebuggerStatement') return true;
  if (node.type !== 'ExpressionStatement') return false;
  let expression = unwrap(node.expression);
  if (expression.type === 'AwaitExpression') expression = unwrap(expression.argument);
  if (expression.type === 'UnaryExpression' && expression.operator === 'void') expression = unwrap(expression.argument);
  return expression.type === 'CallExpression' && isLogger(expression.callee);
}

/** `new HttpError(…)`, `new errors.ApiError(…)`. */
export function isErrorClass(callee: Node): boolean {
  const node = unwrap(callee);
  if (node.type === 'Identifier') return isErrorName(node.name);
  return node.type === 'MemberExpression' && isErrorName(memberName(node) ?? '');
}

/** `expect(…)`, `assert(…)`, `assert.equal(…)`. */
export function isAssertion(callee: Node): boolean {
  const node = unwrap(callee);
  if (node.type === 'Identifier') return assertionNames.has(node.name);
  return node.type === 'MemberExpression' && node.object.type === 'Identifier' && assertionNames.has(node.object.name);
}

/** Whether a call ends its path by what everybody knows of its name or its import. */
export function endsByConvention(file: File, callee: Node): boolean {
  const node = unwrap(callee);
  if (node.type === 'MemberExpression') {
    const object = unwrap(node.object);
    return object.type === 'Identifier' && neverReturningMembers.has(`${object.name}.${memberName(node)}`);
  }
  if (node.type !== 'Identifier') return false;
  const definition = file.variable(node)?.defs[0];
  if (definition?.node.type !== 'ImportSpecifier') return false;
  const imported = definition.node.imported;
  const module = (definition.parent as TSESTree.ImportDeclaration).source.value;
  return !!neverReturningImports[module]?.includes(imported.type === 'Identifier' ? imported.name : imported.value);
}

/** Whether a function throws or exits whatever it is given. */
export function alwaysThrows(file: File, fn: FunctionNode, depth = 0): boolean {
  if (fn.generator || !fn.body) return false;
  if (fn.body.type !== 'BlockStatement') return callEnds(file, fn.body, depth);
  return !returnsAnywhere(fn.body) && fn.body.body.some((statement) => statementThrows(file, statement, depth));
}

function statementThrows(file: File, node: Node, depth: number): boolean {
  switch (node.type) {
    case 'ThrowStatement':
      return true;
    case 'ExpressionStatement':
      return callEnds(file, node.expression, depth);
    case 'BlockStatement':
      return node.body.some((statement) => statementThrows(file, statement, depth));
    case 'IfStatement':
      return !!node.alternate && statementThrows(file, node.consequent, depth) && statementThrows(file, node.alternate, depth);
    default:
      return false;
  }
}

function callEnds(file: File, expression: Node, depth: number): boolean {
  let node = unwrap(expression);
  if (node.type === 'AwaitExpression') node = unwrap(node.argument);
  if (node.type !== 'CallExpression' || depth > 3) return false;
  if (endsByConvention(file, node.callee)) return true;
  const functions = file.functionsOf(node.callee);
  return functions.length > 0 && functions.every((fn) => alwaysThrows(file, fn, depth + 1));
}

/** Whether a statement has a `return` of its own function in it. */
function returnsAnywhere(node: Node): boolean {
  if (node.type === 'ReturnStatement') return true;
  if (isFunction(node)) return false;
  switch (node.type) {
    case 'BlockStatement':
      return node.body.some(returnsAnywhere);
    case 'IfStatement':
      return returnsAnywhere(node.consequent) || (!!node.alternate && returnsAnywhere(node.alternate));
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
      return returnsAnywhere(node.body);
    case 'TryStatement':
      // A `catch` that swallows the exception goes on; what stands in the block no longer ends the path.
      return true;
    case 'SwitchStatement':
      return node.cases.some((c) => c.consequent.some(returnsAnywhere));
    default:
      return false;
  }
}
