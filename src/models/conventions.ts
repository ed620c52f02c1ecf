import type { TSESTree } from '@typescript-eslint/utils';
import { File } from '../syntax/file.js';
import {
  enclosingFunction,
  importedName,
  isFunction,
  lastName,
  memberName,
  outermost,
  unwrap,
  type FunctionNode,
  type Node,
} from '../syntax/nodes.js';
import { requiredModule } from '../syntax/require.js';
import type { Variable } from '../syntax/variables.js';
import {
  assertingFunctions,
  assertionFunctions,
  assertionObjects,
  assertsEnd,
  isAssertionModule,
  isErrorName,
  isLoggerName,
  isLoggerObject,
  neverReturningImports,
  neverReturningMembers,
  redirects,
} from './index.js';
import type { Settings } from './settings.js';

/** What a call means by its name alone, by common usage and by the project's settings. */
export class Conventions {
  private readonly loggers: ReadonlySet<string>;
  private readonly enders: ReadonlySet<string>;
  private readonly throwing = new Map<FunctionNode, boolean>();

  constructor(
    private readonly file: File,
    settings: Settings,
  ) {
    this.loggers = new Set(settings.loggers);
    this.enders = new Set(settings.neverReturns);
  }

  /** Whether a function only writes a log: `console.error`, `this.logger.warn`, `log`. */
  isLogger(callee: Node): boolean {
    const node = unwrap(callee);
    if (isNamedBy(node, this.loggers)) return true;
    if (node.type === 'Identifier') return isLoggerName(node.name);
    if (node.type !== 'MemberExpression') return false;
    const object = unwrap(node.object);
    if (object.type === 'ThisExpression') return isLoggerName(memberName(node) ?? '');
    if (object.type === 'Identifier') return isLoggerObject(object.name);
    return object.type === 'MemberExpression' && isLoggerObject(memberName(object) ?? '');
  }

  /** Whether a statement only writes a log. */
  isLogging(node: TSESTree.ExpressionStatement): boolean {
    let expression = unwrap(node.expression);
    if (expression.type === 'AwaitExpression') expression = unwrap(expression.argument);
    if (expression.type === 'UnaryExpression' && expression.operator === 'void')
      expression = unwrap(expression.argument);
    return expression.type === 'CallExpression' && this.isLogger(expression.callee);
  }

  /** Whether a call ends its path by what everybody knows of its name or its import. */
  endsPath(callee: Node): boolean {
    const node = unwrap(callee);
    if (isNamedBy(node, this.enders)) return true;
    if (node.type === 'MemberExpression') {
      const object = unwrap(node.object);
      return object.type === 'Identifier' && neverReturningMembers.has(`${object.name}.${memberName(node)}`);
    }
    return !!this.importThatEnds(node);
  }

  /** Whether a call ends its path because all that was to be done is done: `redirect('/orders')`, `process.exit(0)`. */
  endsWell({ callee, arguments: [status] }: TSESTree.CallExpression): boolean {
    const node = unwrap(callee);
    const imported = this.importThatEnds(node);
    if ((imported ?? lastName(node)) === 'exit') return !status || (status.type === 'Literal' && status.value === 0);
    return redirects.has(imported ?? '');
  }

  /** The imported function that never returns, by the name under which its module exports it. */
  private importThatEnds(callee: Node): string | undefined {
    const variable = callee.type === 'Identifier' ? this.file.variable(callee) : undefined;
    const specifier = variable?.defs[0]?.node;
    if (specifier?.type !== 'ImportSpecifier') return undefined;
    const name = importedName(specifier);
    return neverReturningImports[moduleOf(variable) ?? '']?.find((ender) => ender === name);
  }

  /** Whether a call asserts: `expect(…)`, `assert.equal(…)`, `t.assert.equal(…)`, `equal(…)` of `node:assert`. */
  isAssertion(callee: Node): boolean {
    const node = unwrap(callee);
    if (node.type === 'Identifier') return assertionFunctions.has(node.name) || this.isOfAssertions(node);
    if (node.type !== 'MemberExpression') return false;
    const object = unwrap(node.object);
    if (object.type === 'Identifier') return assertionObjects.has(object.name) || this.isOfAssertions(object);
    return object.type === 'MemberExpression' && memberName(object) === 'assert';
  }

  /** Whether a statement asserts: `expect(error).toBeInstanceOf(Error);`, `assert.equal(a, b);`. */
  asserts(statement: Node): boolean {
    let at = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : statement;
    for (;;) {
      if (at.type === 'AwaitExpression') at = unwrap(at.argument);
      else if (at.type === 'MemberExpression') at = unwrap(at.object);
      else if (at.type !== 'CallExpression') return false;
      else if (this.isAssertion(at.callee)) return true;
      else at = unwrap(at.callee);
    }
  }

  /**
   * `assert.rejects(async () => …)`, `expect.poll(() => …)`: whether an assertion is made of how a function ends; also by way
   * of code that runs it elsewhere and gives back what it gives (`expect(await page.evaluate(async () => …))`).
   */
  assertsEnd({ parent: call }: FunctionNode): boolean {
    if (call.type !== 'CallExpression') return false;
    if (this.isAssertion(call.callee)) return assertsEnd(lastName(call.callee) ?? '');
    const given = outermost(call.parent.type === 'AwaitExpression' ? call.parent : call);
    const { parent } = given;
    if (parent?.type === 'CallExpression') return parent.callee !== given && this.isAssertion(parent.callee);
    const fn = parent?.type === 'ReturnStatement' ? enclosingFunction(parent) : parent;
    return isFunction(fn) && this.assertsEnd(fn);
  }

  /** Whether a name comes from a module of assertions. */
  private isOfAssertions(identifier: TSESTree.Identifier): boolean {
    const module = moduleOf(this.file.variable(identifier));
    return module !== undefined && isAssertionModule(module);
  }

  /** Whether a function throws or exits whatever it is given. */
  alwaysThrows(fn: FunctionNode): boolean {
    const known = this.throwing.get(fn);
    if (known !== undefined) return known;
    this.throwing.set(fn, false); // recursion proves nothing
    const answer = this.bodyThrows(fn);
    this.throwing.set(fn, answer);
    return answer;
  }

  private bodyThrows(fn: FunctionNode): boolean {
    if (fn.generator || !fn.body) return false;
    if (fn.body.type !== 'BlockStatement') return this.callThrows(fn.body);
    return !returnsAnywhere(fn.body) && fn.body.body.some((statement) => this.statementThrows(statement));
  }

  private statementThrows(node: Node): boolean {
    switch (node.type) {
      case 'ThrowStatement':
        return true;
      case 'ExpressionStatement':
        return this.callThrows(node.expression);
      case 'BlockStatement':
        return node.body.some((statement) => this.statementThrows(statement));
      case 'IfStatement':
        return !!node.alternate && this.statementThrows(node.consequent) && this.statementThrows(node.alternate);
      default:
        return false;
    }
  }

  private callThrows(expression: Node): boolean {
    let node = unwrap(expression);
    const awaited = node.type === 'AwaitExpression';
    if (node.type === 'AwaitExpression') node = unwrap(node.argument);
    if (node.type !== 'CallExpression') return false;
    if (this.endsPath(node.callee)) return true;
    const functions = this.file.functionsOf(node.callee);
    return functions.length > 0 && functions.every((fn) => (awaited || !fn.async) && this.alwaysThrows(fn));
  }
}

/** `assert(res.ok)`: the path goes on only where the first argument is true. */
export function assertsTruth(callee: Node): boolean {
  const name = dottedName(callee);
  return name !== undefined && assertingFunctions.has(name);
}

/** The module that a variable is imported from: `import { x } from 'module'`, `const { x } = require('module')`. */
function moduleOf(variable: Variable | undefined): string | undefined {
  const definition = variable?.defs[0];
  if (definition?.parent?.type === 'ImportDeclaration') return definition.parent.source.value;
  const init = definition?.node.type === 'VariableDeclarator' ? definition.node.init : undefined;
  return init?.type === 'CallExpression' ? requiredModule(init) : undefined;
}

/** `new HttpError(…)`, `new errors.ApiError(…)`. */
export const isErrorClass = (callee: Node): boolean => isErrorName(lastName(callee) ?? '');

/** Whether a setting names a callee: `track`, `Sentry.addBreadcrumb`, or the object of its methods (`Sentry`). */
function isNamedBy(node: Node, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  if (node.type === 'Identifier') return names.has(node.name);
  if (node.type !== 'MemberExpression') return false;
  const object = dottedName(node.object);
  return object !== undefined && (names.has(object) || names.has(`${object}.${memberName(node)}`));
}

function dottedName(expression: Node): string | undefined {
  const node = unwrap(expression);
  if (node.type === 'ThisExpression') return 'this';
  if (node.type === 'Identifier') return node.name;
  const object = node.type === 'MemberExpression' ? dottedName(node.object) : undefined;
  return object !== undefined && node.type === 'MemberExpression' ? `${object}.${memberName(node)}` : undefined;
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
