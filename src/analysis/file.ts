import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { ByName } from './by-name.js';
import type { Calls } from './calls.js';
import {
  enclosingFunction,
  isFunction,
  isInside,
  isLoop,
  keyName,
  lastName,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from './syntax.js';

export type Variable = TSESLint.Scope.Variable;

/** Whether a variable is given another value somewhere than the one it begins with. */
export const isRewritten = ({ references }: Variable): boolean =>
  references.some((reference) => reference.isWrite() && !reference.init);

/** One file as the analysis sees it: its calls, and which variable an identifier means. */
export class File {
  private readonly variables = new Map<Node, Variable | undefined>();
  private readonly numbers = new Map<Variable, number>();
  private readonly byNumber: Variable[] = [];
  /** The members of classes and object literals by their names. */
  private readonly members = new Map<readonly Node[], ByName<Node>>();

  constructor(
    readonly source: TSESLint.SourceCode,
    readonly calls: Calls,
  ) {}

  /** The variable of an identifier; undefined for a global that nothing declares. */
  variable(identifier: TSESTree.Identifier): Variable | undefined {
    const known = this.variables.get(identifier);
    if (known || this.variables.has(identifier)) return known;
    const variable = this.findVariable(identifier);
    this.variables.set(identifier, variable);
    return variable;
  }

  private findVariable(identifier: TSESTree.Identifier): Variable | undefined {
    const { parent } = identifier;
    // The name of a function stands outside its scope.
    const from = isFunction(parent) && parent.id === identifier ? parent.parent : identifier;
    let scope: TSESLint.Scope.Scope | null = this.source.getScope(from);
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

  /** The value a variable is initialised with, where it has one definition and is never written again. */
  constantInit(variable: Variable): Node | undefined {
    const definition = variable.defs[0];
    if (variable.defs.length !== 1 || definition?.node.type !== 'VariableDeclarator') return undefined;
    if (definition.node.id.type !== 'Identifier' || !definition.node.init) return undefined;
    if (isRewritten(variable)) return undefined;
    return definition.node.init;
  }

  /** The functions of this file that a callee can mean; empty for one that is not in this file. */
  functionsOf(callee: Node): readonly FunctionNode[] {
    const node = unwrap(callee);
    if (isFunction(node)) return [node];
    if (node.type === 'Identifier') {
      const variable = this.variable(node);
      return variable ? this.functionsOfVariable(variable) : [];
    }
    if (node.type === 'MemberExpression') return this.methodsOf(node);
    const bound = node.type === 'CallExpression' ? unwrap(node.callee) : undefined;
    return bound?.type === 'MemberExpression' && memberName(bound) === 'bind' ? this.functionsOf(bound.object) : [];
  }

  private functionsOfVariable(variable: Variable): readonly FunctionNode[] {
    const [definition] = variable.defs;
    if (variable.defs.length !== 1 || !definition) return [];
    if (definition.type === 'FunctionName' && isFunction(definition.node)) {
      return [definition.node];
    }
    const init = this.constantInit(variable);
    return init ? functionIn(init) : [];
  }

  /** `this.load`, `Api.load` of a class and `api.load` of a constant object literal. */
  private methodsOf(node: TSESTree.MemberExpression): readonly FunctionNode[] {
    const name = memberName(node);
    if (name === undefined) return [];
    const object = unwrap(node.object);
    const members =
      object.type === 'ThisExpression'
        ? this.membersOfThis(object)
        : object.type === 'Identifier'
          ? this.membersOf(object)
          : [];
    const found = this.named(members, name);
    return found.length === 1 && 'value' in found[0]! && found[0].value ? functionIn(found[0].value as Node) : [];
  }

  private named(members: readonly Node[], name: string): readonly Node[] {
    let byName = this.members.get(members);
    if (!byName) {
      this.members.set(members, (byName = new ByName<Node>()));
      for (const member of members) if ('key' in member) byName.add(keyName(member), member);
    }
    return byName.named(name);
  }

  private membersOfThis(node: Node): readonly Node[] {
    for (let at: Node | undefined = node.parent; at; at = at.parent) {
      if (at.type === 'ClassBody') return at.body;
      if (at.type === 'ObjectExpression' && isFunction(enclosingMethod(node, at))) return at.properties;
    }
    return [];
  }

  private membersOf(identifier: TSESTree.Identifier): readonly Node[] {
    const variable = this.variable(identifier);
    const definition = variable?.defs[0];
    if (!variable || !definition) return [];
    if (definition.node.type === 'ClassDeclaration') return definition.node.body.body;
    const init = this.constantInit(variable);
    const value = init && unwrap(init);
    return value?.type === 'ObjectExpression'
      ? value.properties
      : value?.type === 'ClassExpression'
        ? value.body.body
        : [];
  }
}

/** The method of `object` that `this` in `node` belongs to. */
function enclosingMethod(node: Node, object: TSESTree.ObjectExpression): Node | undefined {
  let fn = enclosingFunction(node);
  while (fn?.type === 'ArrowFunctionExpression') fn = enclosingFunction(fn);
  return fn?.parent?.type === 'Property' && fn.parent.parent === object ? fn : undefined;
}

/** A function as it is written, or inside a helper that keeps its behaviour (`useCallback`, `React.useCallback`). */
function functionIn(value: Node): readonly FunctionNode[] {
  const node = unwrap(value);
  if (isFunction(node)) return [node];
  if (node.type !== 'CallExpression') return [];
  const callee = unwrap(node.callee);
  const name = lastName(callee);
  const [first] = node.arguments;
  if (name === 'bind' && callee.type === 'MemberExpression') return functionIn(callee.object);
  return name && sameBehaviour.has(name) && first ? functionIn(first) : [];
}

const sameBehaviour = new Set([
  'useCallback',
  'useEvent',
  'useEffectEvent',
  'cache',
  'memo',
  'memoize',
  '__name',
  'debounce',
  'throttle',
]);
