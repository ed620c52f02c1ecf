import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isFunction, isInside, isLoop, unwrap, type FunctionNode, type Node } from './nodes.js';

export type Variable = TSESLint.Scope.Variable;

/** Whether a variable is given another value somewhere than the one it begins with. */
export const isRewritten = ({ references }: Variable): boolean =>
  references.some((reference) => reference.isWrite() && !reference.init);

/** `export const res = …`, `export function load() {}`, `export { res }`: other modules can read it. */
export const isExported = ({ defs, references }: Variable): boolean =>
  defs.some(isExportedThere) || references.some(({ identifier }) => exports.has(identifier.parent.type));

/** The parameters of an exported function are defined by it, and are not exported. */
const isExportedThere = ({ type, node, parent }: Variable['defs'][number]): boolean =>
  (type as string) !== 'Parameter' && [node.parent, parent?.parent].some((at) => !!at && exports.has(at.type));

const exports = new Set(['ExportNamedDeclaration', 'ExportDefaultDeclaration', 'ExportSpecifier']);

/** Which variable an identifier means, and what is written down of it. */
export class Variables {
  private readonly variables = new Map<Node, Variable | undefined>();
  private readonly numbers = new Map<Variable, number>();
  private readonly byNumber: Variable[] = [];
  private readonly onlyRead = new Map<Variable, boolean>();

  constructor(readonly source: TSESLint.SourceCode) {}

  /** The variable of an identifier; undefined for a global that nothing declares. */
  variable(identifier: TSESTree.Identifier): Variable | undefined {
    const known = this.variables.get(identifier);
    if (known || this.variables.has(identifier)) return known;
    const variable = this.findVariable(identifier);
    this.variables.set(identifier, variable);
    return variable;
  }

  /** The variable that a function is known by: `function load() {}`, `const load = () => {}`. */
  variableOf(fn: FunctionNode): Variable | undefined {
    const name = fn.parent.type === 'VariableDeclarator' ? fn.parent.id : fn.id;
    return name?.type === 'Identifier' ? this.variable(name) : undefined;
  }

  private findVariable(identifier: TSESTree.Identifier): Variable | undefined {
    const { parent } = identifier;
    // The name of a function stands outside its scope.
    if (isFunction(parent) && parent.id === identifier) {
      return this.source.scopeManager?.getDeclaredVariables(parent).find((v) => v.identifiers.includes(identifier));
    }
    let scope: TSESLint.Scope.Scope | null = this.source.getScope(identifier);
    for (; scope; scope = scope.upper) {
      const variable = scope.set.get(identifier.name);
      if (variable) return variable;
    }
    return undefined;
  }

  /** Whether an identifier means the global of its name. */
  isGlobal(identifier: TSESTree.Identifier): boolean {
    return !this.variable(identifier)?.defs.length;
  }

  /** A small number for a variable, for keys of persistent maps. */
  number(variable: Variable): number {
    const known = this.numbers.get(variable);
    if (known !== undefined) return known;
    this.numbers.set(variable, this.byNumber.length);
    return this.byNumber.push(variable) - 1;
  }

  variableAt(number: number): Variable {
    return this.byNumber[number]!;
  }

  /** Whether a variable may be read once more after a node has run; certain only where it is not. */
  isReadAfter({ scope, references }: Variable, node: Node): boolean {
    if ((enclosingFunction(node) ?? this.source.ast) !== scope.variableScope.block) return true;
    let [start] = node.range;
    // A loop comes back to what stands before, and keeps what its head declares.
    for (let at: Node | undefined = node; at && isInside(at, scope.block); at = at.parent) {
      if (isLoop(at)) [start] = at.range;
    }
    return references.some(
      (r) => r.isRead() && (r.identifier.range[0] > start || r.from.variableScope !== scope.variableScope),
    );
  }

  /** Whether what a constant holds is only asked for its members, so that nobody changes them: `options.strict`. */
  isOnlyRead(variable: Variable): boolean {
    const known = this.onlyRead.get(variable);
    if (known !== undefined) return known;
    const answer = variable.references.every(({ identifier, init }) => init || isMemberRead(identifier));
    this.onlyRead.set(variable, answer);
    return answer;
  }

  /** The value a variable is initialised with, where it has one definition and is never written again. */
  constantInit(variable: Variable): Node | undefined {
    const definition = variable.defs[0];
    if (variable.defs.length !== 1 || definition?.node.type !== 'VariableDeclarator') return undefined;
    if (definition.node.id.type !== 'Identifier' || !definition.node.init) return undefined;
    if (isRewritten(variable)) return undefined;
    return definition.node.init;
  }

  /** The expression behind constants. */
  constantValue(node: Node): Node {
    let value = unwrap(node);
    for (let depth = 0; depth < 5 && value.type === 'Identifier'; depth++) {
      const variable = this.variable(value);
      const init = variable && this.constantInit(variable);
      if (!init) return value;
      value = unwrap(init);
    }
    return value;
  }
}

/** `options.strict` where it is neither written nor called. */
function isMemberRead(object: Node): boolean {
  const member = object.parent;
  if (member?.type !== 'MemberExpression' || member.object !== object) return false;
  const { parent } = member;
  return !(
    ('left' in parent &&
      parent.left === member &&
      parent.type !== 'BinaryExpression' &&
      parent.type !== 'LogicalExpression') ||
    parent.type === 'UpdateExpression' ||
    (parent.type === 'UnaryExpression' && parent.operator === 'delete') ||
    (parent.type === 'CallExpression' && parent.callee === member) ||
    parent.type === 'ArrayPattern' ||
    (parent.type === 'Property' && parent.parent.type === 'ObjectPattern') ||
    parent.type === 'AssignmentPattern' ||
    parent.type === 'RestElement'
  );
}
