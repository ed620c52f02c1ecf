import type { TSESTree } from '@typescript-eslint/utils';
import { ByName } from './by-name.js';
import {
  callOf,
  enclosingFunction,
  isFunction,
  keyName,
  lastName,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from './nodes.js';
import { Variables, type Variable } from './variables.js';
import type { Vocabulary } from './vocabulary.js';

/** What has members: a class or an object literal. */
type Owner = TSESTree.ClassBody | TSESTree.ObjectExpression;

/** How many constants, classes and members a name may lead through: `var a = b; var b = a` must end. */
const longest = 8;

/** Which functions of a file a callee can mean. Every answer that is not certain is that there is none. */
export class Callees {
  /** The members of classes and object literals by their names. */
  private readonly members = new Map<Owner, ByName<Node>>();

  constructor(
    private readonly file: Variables,
    private readonly words: Vocabulary,
  ) {}

  /** The functions of this file that an expression can mean; empty for one that is not in this file. */
  of(expression: Node, depth = 0): readonly FunctionNode[] {
    const node = unwrap(expression);
    if (isFunction(node)) return [node];
    if (depth > longest) return [];
    switch (node.type) {
      case 'Identifier':
        return this.ofVariable(this.file.variable(node), depth + 1);
      case 'MemberExpression': {
        const value = this.memberValue(node, depth + 1);
        return value ? this.of(value, depth + 1) : [];
      }
      case 'CallExpression': {
        const same = sameFunction(node, this.words);
        return same ? this.of(same, depth + 1) : [];
      }
      default:
        return [];
    }
  }

  /** The names by which a function may be called: its own, and those of constants and members that hold it. */
  namesOf(fn: FunctionNode): ReadonlySet<string> {
    const names = new Set<string>();
    const seen = new Set<Variable>();
    const pending: Node[] = [fn];
    for (let at = pending.pop(); at; at = pending.pop()) {
      const holder = holderOf(at);
      const name = holder?.type === 'Identifier' ? holder.name : holder && keyName(holder);
      if (name !== undefined) names.add(name);
      const variable = holder?.type === 'Identifier' ? this.file.variable(holder) : undefined;
      if (!variable || seen.has(variable)) continue;
      seen.add(variable);
      pending.push(...variable.references.filter(isHeld).map(({ identifier }) => identifier));
    }
    return names;
  }

  private ofVariable(variable: Variable | undefined, depth: number): readonly FunctionNode[] {
    const definition = variable?.defs[0];
    if (!definition || variable.defs.length !== 1) return [];
    if (definition.type === 'FunctionName' && isFunction(definition.node)) return [definition.node];
    const init = this.file.constantInit(variable);
    return init ? this.of(init, depth) : [];
  }

  /** Whether a member is what a getter of this file gives. */
  isAccessed(node: TSESTree.MemberExpression): boolean {
    const member = this.member(node, 0);
    return !!member && isAccessor(member);
  }

  /** What a member holds: `this.load`, `Api.load` of a class, `api.load` of a constant object or of `new Api()`. */
  private memberValue(node: TSESTree.MemberExpression, depth: number): Node | undefined {
    const member = this.member(node, depth);
    if (!member || !('value' in member) || isAccessor(member)) return undefined;
    return (member.value as Node | null) ?? undefined;
  }

  private member(node: TSESTree.MemberExpression, depth: number): Node | undefined {
    const name = memberName(node);
    const owner = name === undefined ? undefined : this.ownerOf(node.object, depth);
    return owner && this.lookUp(owner, name!, depth);
  }

  /** A member of an owner, or of the class of this file that it extends. */
  private lookUp(owner: Owner, name: string, depth: number): Node | undefined {
    const found = this.membersOf(owner).named(name);
    if (found.length > 0) return found.length === 1 || found.every(isAccessor) ? found[0] : undefined;
    const base = owner.type === 'ClassBody' && depth <= longest ? owner.parent.superClass : undefined;
    const inherited = base && this.ownerOf(base, depth + 1);
    return inherited ? this.lookUp(inherited, name, depth + 1) : undefined;
  }

  private membersOf(owner: Owner): ByName<Node> {
    let byName = this.members.get(owner);
    if (!byName) {
      this.members.set(owner, (byName = new ByName<Node>()));
      const members: readonly Node[] = owner.type === 'ClassBody' ? owner.body : owner.properties;
      for (const member of members) if ('key' in member) byName.add(keyName(member), member);
    }
    return byName;
  }

  private ownerOf(expression: Node, depth: number): Owner | undefined {
    const node = unwrap(expression);
    if (depth > longest) return undefined;
    switch (node.type) {
      case 'ThisExpression':
        return ownerOfThis(node);
      case 'Super': {
        const base = ownerOfThis(node);
        const superClass = base?.type === 'ClassBody' ? base.parent.superClass : undefined;
        return superClass ? this.ownerOf(superClass, depth + 1) : undefined;
      }
      case 'ObjectExpression':
        return node;
      case 'ClassExpression':
        return node.body;
      case 'NewExpression':
        return this.ownerOf(node.callee, depth + 1);
      case 'MemberExpression': {
        const value = this.memberValue(node, depth + 1);
        return value && this.ownerOf(value, depth + 1);
      }
      case 'Identifier':
        return this.ownerOfVariable(this.file.variable(node), depth + 1);
      default:
        return undefined;
    }
  }

  private ownerOfVariable(variable: Variable | undefined, depth: number): Owner | undefined {
    const definition = variable?.defs[0];
    if (definition?.node.type === 'ClassDeclaration') return definition.node.body;
    const init = variable && this.file.constantInit(variable);
    return init && this.ownerOf(init, depth);
  }
}

const isAccessor = (member: Node): boolean => 'kind' in member && (member.kind === 'get' || member.kind === 'set');

/** Whether a name stands for what it means, and is not called there and then. */
const isHeld = ({ identifier, init }: Variable['references'][number]): boolean => !init && !callOf(identifier);

/** The class or the object literal that `this` belongs to, also where compiled code has a function of its own for `async`. */
function ownerOfThis(node: Node): Owner | undefined {
  for (let at: Node | undefined = node.parent; at; at = at.parent) {
    if (at.type === 'ClassBody') return at;
    if (at.type === 'ObjectExpression' && isFunction(enclosingMethod(node, at))) return at;
  }
  return undefined;
}

/** The method of `object` that `this` in `node` belongs to. */
function enclosingMethod(node: Node, object: TSESTree.ObjectExpression): Node | undefined {
  let fn = enclosingFunction(node);
  while (fn?.type === 'ArrowFunctionExpression') fn = enclosingFunction(fn);
  return fn?.parent?.type === 'Property' && fn.parent.parent === object ? fn : undefined;
}

/** The function that a call gives as it is: `load.bind(this)`, `useCallback(load, [])`. */
function sameFunction(node: TSESTree.CallExpression, words: Vocabulary): Node | undefined {
  const callee = unwrap(node.callee);
  const name = lastName(callee);
  if (name === 'bind' && callee.type === 'MemberExpression') return callee.object;
  return name && words.givesSameFunction(name) ? node.arguments[0] : undefined;
}

type Holder = TSESTree.Identifier | TSESTree.MethodDefinition | TSESTree.PropertyDefinition | TSESTree.Property;

/** What holds a function, or a name that means one: a variable, by its identifier, or a member of a class or an object. */
function holderOf(node: Node): Holder | undefined {
  if (node.type === 'FunctionDeclaration') return node.id ?? undefined;
  for (let at: Node | undefined = node.parent; at && !isFunction(at); at = at.parent) {
    if (at.type === 'VariableDeclarator') return at.id.type === 'Identifier' ? at.id : undefined;
    if (at.type === 'MethodDefinition' || at.type === 'PropertyDefinition' || at.type === 'Property') return at;
    if (at.type === 'BlockStatement') return undefined;
  }
  return undefined;
}
