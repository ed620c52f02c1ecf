import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  isTestPath,
  isTestRunner,
  mayCallTests,
  testGlobals,
  testModifiers,
  titledTests,
} from '../models/test-runners.js';
import { Latest } from '../syntax/latest.js';
import { isFunction, isInside, memberName, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';
import { requiredModule } from '../syntax/require.js';
import { isExported, Variables, type Variable } from '../syntax/variables.js';

type Place = Readonly<Pick<TSESLint.RuleContext<string, readonly unknown[]>, 'filename' | 'cwd'>>;

/** Whether all of a file is test code: by its path, or because it imports a test runner. */
export const isTestFile = (source: TSESLint.SourceCode, { filename, cwd }: Place): boolean =>
  isTestPath(pathBelow(cwd, filename)) || source.ast.body.some(loadsTestRunner);

/** The path of a file below a folder; of one that is elsewhere, its name alone: the folders are not the project's. */
function pathBelow(folder: string, path: string): string {
  if (path.startsWith(folder) && (/[\\/]$/.test(folder) || /[\\/]/.test(path.charAt(folder.length)))) {
    return path.slice(folder.length);
  }
  return /^(?:[\\/]|[a-z]:)/i.test(path) ? path.replace(/^.*[\\/]/, '') : path;
}

function loadsTestRunner(statement: Node): boolean {
  const module = moduleLoadedBy(statement);
  return module !== undefined && isTestRunner(module);
}

/** `import … from 'x'`, `export … from 'x'`, `import test = require('x')`, `const { test } = require('x')`. */
function moduleLoadedBy(statement: Node): string | undefined {
  switch (statement.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return statement.source?.value;
    case 'TSImportEqualsDeclaration':
      return statement.moduleReference.type === 'TSExternalModuleReference'
        ? textOf(statement.moduleReference.expression)
        : undefined;
    case 'VariableDeclaration':
      return statement.declarations.map(({ init }) => init && moduleIn(init)).find(Boolean) ?? undefined;
    default:
      return undefined;
  }
}

/** The module of `require('x')`, `require('x').test`, `require('x')(…)`, `await import('x')`. */
function moduleIn(expression: Node): string | undefined {
  const node = unwrap(expression);
  switch (node.type) {
    case 'AwaitExpression':
      return moduleIn(node.argument);
    case 'MemberExpression':
      return moduleIn(node.object);
    case 'ImportExpression':
      return textOf(node.source);
    case 'CallExpression':
      return requiredModule(node) ?? moduleIn(node.callee);
    default:
      return undefined;
  }
}

const textOf = (node: Node): string | undefined =>
  node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;

/** The test code in a file that is not all of it: what is given to the functions of a test runner. */
export class TestCode {
  private static readonly latest = new Latest<Node, TestCode>();

  /** The test code of a file; undefined where its text has no call of a test runner. */
  static in(source: TSESLint.SourceCode): TestCode | undefined {
    if (!mayCallTests.test(source.text)) return undefined;
    let known = TestCode.latest.get(source.ast);
    if (!known) TestCode.latest.set(source.ast, (known = new TestCode(new Variables(source))));
    return known;
  }

  private readonly functions = new Map<FunctionNode, boolean>();

  private constructor(private readonly variables: Variables) {}

  has(node: Node): boolean {
    for (let at: Node = node; at.parent; at = at.parent) {
      if (isFunction(at)) return this.hasFunction(at);
      if (this.isGivenToTest(at, at.parent)) return true;
    }
    return false;
  }

  private hasFunction(fn: FunctionNode): boolean {
    const known = this.functions.get(fn);
    if (known !== undefined) return known;
    this.functions.set(fn, false); // functions that only call each other are no test's
    const answer = this.isGivenToTest(fn, fn.parent) || this.has(fn.parent) || this.isHelperOfTests(fn);
    this.functions.set(fn, answer);
    return answer;
  }

  private isGivenToTest(node: Node, parent: Node): boolean {
    return parent.type === 'CallExpression' && parent.callee !== node && this.isTestCall(parent);
  }

  /** A function that is not exported, and that tests alone use. */
  private isHelperOfTests(fn: FunctionNode): boolean {
    const variable = this.variables.variableOf(fn);
    if (variable?.defs.length !== 1 || isExported(variable)) return false;
    const used = variable.references.filter(({ identifier, init }) => !init && !isInside(identifier, fn));
    return used.length > 0 && used.every(({ identifier }) => this.has(identifier));
  }

  /** `it('saves', …)`, `test.each(table)('%s', …)`, `beforeEach(…)`, `Deno.test({ … })`. */
  private isTestCall(call: TSESTree.CallExpression): boolean {
    const named = nameOfRunner(call.callee);
    if (!named) return false;
    const { root, name, isMember } = named;
    if (titledTests.has(name)) {
      return (isMember || call.arguments.length > 1) && this.isRunner(this.variables.variable(root));
    }
    return testGlobals.has(name) && this.variables.isGlobal(root);
  }

  /** A global, or what another module gave under the name: `import { test } from './fixtures'`, `base.extend(…)`. */
  private isRunner(variable: Variable | undefined): boolean {
    const definition = variable?.defs[0];
    if (!definition) return true;
    if (definition.parent?.type === 'ImportDeclaration') return true;
    const { node } = definition;
    return node.type === 'VariableDeclarator' && !isFunction(node.init);
  }
}

interface Named {
  readonly root: TSESTree.Identifier;
  /** `it` for `it.only.each(table)`, `Deno.test` for that. */
  readonly name: string;
  readonly isMember: boolean;
}

/** What a callee is called, without the modifiers behind it; undefined where a member is none. */
function nameOfRunner(callee: Node): Named | undefined {
  const node = unwrap(callee);
  switch (node.type) {
    case 'Identifier':
      return { root: node, name: node.name, isMember: false };
    case 'CallExpression':
      return nameOfRunner(node.callee);
    case 'TaggedTemplateExpression':
      return nameOfRunner(node.tag);
    case 'MemberExpression':
      return nameOfMember(node);
    default:
      return undefined;
  }
}

function nameOfMember(node: TSESTree.MemberExpression): Named | undefined {
  const object = nameOfRunner(node.object);
  const member = memberName(node);
  if (!object || member === undefined) return undefined;
  const name = `${object.name}.${member}`;
  if (testGlobals.has(name)) return { ...object, name, isMember: true };
  return testModifiers.has(member) ? { ...object, isMember: true } : undefined;
}
