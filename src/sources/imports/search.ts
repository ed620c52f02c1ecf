import type { TSESTree } from '@typescript-eslint/utils';
import { importedName, isFunction, memberName, unwrap, type FunctionNode, type Node } from '../../syntax/nodes.js';
import { returnedBy } from '../../syntax/visit.js';
import type { File } from '../../syntax/file.js';
import { requiredModule } from '../../syntax/require.js';
import type { Variable } from '../../syntax/variables.js';
import { FileClients } from '../file-clients.js';
import { extend } from '../instance.js';
import { patternKey } from '../written.js';
import { exportsOf } from './exports.js';
import type { Meaning } from './meaning.js';
import { memberOf, type Look } from './members.js';
import { thisIn } from './this.js';
import type { Module } from './modules.js';
import { deepest, type Session } from './session.js';

const mayHoldObject = new Set(['Identifier', 'MemberExpression', 'CallExpression', 'NewExpression']);

/** How many names, members and calls one expression may lead through. */
const mostSteps = 40;

/** What is known of the names of a file. */
export interface Known {
  readonly file: File;
  readonly variables: Map<Variable, Meaning | undefined>;
}

/** One question, with a bound on the steps that its answer takes. */
export class Search implements Look {
  private steps = 0;
  /** What is being asked: `const a = b, b = a` must end. */
  private readonly open = new Set<Node>();
  /** Whether an answer was cut short by where the question began: it holds for no other. */
  private isPartial = false;

  constructor(
    private readonly session: Session,
    private readonly mustLead: boolean,
    /** What is known of the names of the file that is linted, if it asks. */
    private readonly known?: Known,
  ) {}

  of(module: Module, expression: Node, hops: number): Meaning | undefined {
    const node = unwrap(expression);
    this.isPartial ||= this.steps > mostSteps || this.open.has(node);
    if (this.steps++ > mostSteps) return this.session.cut();
    if (this.open.has(node)) return undefined;
    this.open.add(node);
    const found = this.find(module, node, hops);
    this.open.delete(node);
    return found;
  }

  private find(module: Module, node: Node, hops: number): Meaning | undefined {
    const variable = node.type === 'Identifier' ? module.file.variable(node) : undefined;
    if (!variable || this.known?.file !== module.file) return this.search(module, node, hops);
    const { variables } = this.known;
    if (!variables.has(variable)) {
      const before = this.isPartial;
      this.isPartial = false;
      const found = this.search(module, node, hops);
      if (this.isPartial) return found;
      this.isPartial = before;
      variables.set(variable, found);
    }
    return variables.get(variable);
  }

  private search(module: Module, node: Node, hops: number): Meaning | undefined {
    return this.byKind(module, node, hops) ?? this.object(module, node);
  }

  /** An object of a client that the file itself makes. */
  private object(module: Module, node: Node): Meaning | undefined {
    const instance = mayHoldObject.has(node.type) ? this.clientsOf(module).objects.of(node) : undefined;
    return instance && { kind: 'client', module, instance };
  }

  private clientsOf({ file }: Module): FileClients {
    return FileClients.of(file, this.session.clients);
  }

  private byKind(module: Module, node: Node, hops: number): Meaning | undefined {
    if (isFunction(node)) return { kind: 'function', module, node };
    switch (node.type) {
      case 'Identifier':
        return this.ofIdentifier(module, node, hops);
      case 'MemberExpression':
        return this.ofMember(module, node, hops);
      case 'CallExpression':
        return this.ofCall(module, node, hops);
      case 'NewExpression':
        return this.instanceOf(module, node.callee, hops);
      case 'AwaitExpression':
        return this.of(module, node.argument, hops);
      case 'ImportExpression':
        return node.source.type === 'Literal' ? this.imported(module, node.source.value, hops) : undefined;
      case 'ObjectExpression':
        return { kind: 'object', module, node };
      case 'ClassDeclaration':
      case 'ClassExpression':
        return { kind: 'class', module, node: node.body };
      case 'TSEnumDeclaration':
        return { kind: 'enum', module, node };
      case 'ThisExpression':
        return thisIn(module, node);
      case 'Literal':
      case 'UnaryExpression':
      case 'BinaryExpression':
      case 'ArrayExpression':
        return { kind: 'expression', module, node };
      default:
        return undefined;
    }
  }

  /** The object that a class makes. */
  instanceOf(module: Module, callee: Node, hops: number): Meaning | undefined {
    const found = this.of(module, callee, hops);
    return found?.kind === 'class' ? { ...found, kind: 'instance' } : undefined;
  }

  /** A value by its type: `api: ApiClient`. */
  ofType(module: Module, annotation: TSESTree.TSTypeAnnotation | undefined, hops: number): Meaning | undefined {
    const type = annotation?.typeAnnotation;
    if (type?.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined;
    return this.instanceOf(module, type.typeName, hops);
  }

  private ofIdentifier(module: Module, node: TSESTree.Identifier, hops: number): Meaning | undefined {
    const variable = module.file.variable(node);
    const definition = variable?.defs[0];
    if (!variable || !definition) return this.request(module, node);
    switch (definition.type as string) {
      case 'ImportBinding':
        return this.ofImport(module, node, definition.node, definition.parent as TSESTree.ImportDeclaration, hops);
      case 'FunctionName':
      case 'ClassName':
      case 'TSEnumName':
        return variable.defs.length === 1 ? this.of(module, definition.node, hops) : undefined;
      case 'Variable':
        return this.ofDeclarator(module, variable, definition.node as TSESTree.VariableDeclarator, hops);
      case 'Parameter':
        return this.ofParameter(module, variable, hops);
      default:
        return undefined;
    }
  }

  private request(module: Module, node: Node): Meaning | undefined {
    const reference = this.clientsOf(module).references.of(node);
    return reference?.certain ? { kind: 'request', module, client: reference.client } : undefined;
  }

  private ofImport(
    module: Module,
    node: TSESTree.Identifier,
    specifier: Node,
    { source }: TSESTree.ImportDeclaration,
    hops: number,
  ): Meaning | undefined {
    const isWhole = specifier.type === 'ImportNamespaceSpecifier';
    const name = specifier.type === 'ImportSpecifier' ? importedName(specifier) : 'default';
    const target = this.imported(module, source.value, hops, isWhole ? undefined : name);
    if (!target) return this.request(module, node);
    return isWhole ? target : memberOf(this, target, name, hops + 1);
  }

  private ofDeclarator(
    module: Module,
    variable: Variable,
    { id, init }: TSESTree.VariableDeclarator,
    hops: number,
  ): Meaning | undefined {
    if (id.type === 'Identifier') {
      const value = module.file.constantInit(variable);
      return (value && this.of(module, value, hops)) ?? this.ofType(module, id.typeAnnotation, hops);
    }
    const key = patternKey(id, variable);
    const isConstant = !variable.references.some((reference) => reference.isWrite() && !reference.init);
    const owner = key !== undefined && init && isConstant ? this.of(module, init, hops) : undefined;
    return owner && memberOf(this, owner, key!, hops);
  }

  /** A parameter by its type, or by what it is where the caller gives nothing. */
  private ofParameter(module: Module, { identifiers: [identifier] }: Variable, hops: number): Meaning | undefined {
    const parent = identifier?.parent;
    if (identifier?.type !== 'Identifier') return undefined;
    return (
      this.ofType(module, identifier.typeAnnotation, hops) ??
      (parent?.type === 'AssignmentPattern' && parent.left === identifier
        ? this.of(module, parent.right, hops)
        : undefined)
    );
  }

  private ofMember(module: Module, node: TSESTree.MemberExpression, hops: number): Meaning | undefined {
    const name = memberName(node);
    const owner = name === undefined ? undefined : this.of(module, node.object, hops);
    return owner ? memberOf(this, owner, name!, hops) : this.request(module, node);
  }

  private ofCall(module: Module, node: TSESTree.CallExpression, hops: number): Meaning | undefined {
    const required = requiredModule(node);
    if (required !== undefined) return this.imported(module, required, hops);
    const callee = unwrap(node.callee);
    const [first] = node.arguments;
    if (callee.type === 'MemberExpression' && memberName(callee) === 'bind')
      return this.of(module, callee.object, hops);
    if (callee.type === 'Identifier' && first && module.file.vocabulary.givesSameFunction(callee.name)) {
      return this.of(module, first, hops);
    }
    const found = this.of(module, callee, hops) ?? this.extended(module, node, callee, hops);
    if (found?.kind === 'client') return found;
    return found?.kind === 'function' ? this.given(found.module, found.node, hops) : undefined;
  }

  /** `api.extend(…)`, where another file makes `api`. */
  private extended(module: Module, node: TSESTree.CallExpression, callee: Node, hops: number): Meaning | undefined {
    const name = callee.type === 'MemberExpression' ? memberName(callee) : undefined;
    const base = callee.type === 'MemberExpression' && name ? this.of(module, callee.object, hops) : undefined;
    // Of what this file makes of a package's own object, it knows more itself.
    if (base?.kind !== 'client' || base.module === module) return undefined;
    const { extending, interceptors } = base.instance.object;
    const maySetSome = interceptors && module.file.calls.named(interceptors.at(-1)!).length > 0;
    if (!extending?.has(name!) || maySetSome) return undefined;
    return { kind: 'client', module: base.module, instance: extend(base.instance, node, module.file, node.arguments) };
  }

  /** What a function gives: `useFetch()` a function, `createApi()` an object. Where it may be one of several, nothing. */
  private given(module: Module, fn: FunctionNode, hops: number): Meaning | undefined {
    const returned = fn.generator ? [] : returnedBy(fn, module.file.source.visitorKeys);
    return returned.length === 1 ? this.of(module, returned[0]!, hops) : undefined;
  }

  /** Another file, of which a name is asked, or all of it. */
  private imported(module: Module, specifier: unknown, hops: number, name?: string): Meaning | undefined {
    if (typeof specifier !== 'string') return undefined;
    const path = this.session.resolve(specifier, module.path);
    if (path === undefined) return undefined;
    if (hops >= deepest) return this.session.cut();
    if (this.mustLead && !this.session.leads(path, name)) return undefined;
    const target = this.session.open(path);
    return target && { kind: 'module', module: target };
  }

  /** What a file exports under a name, also where it only passes it on. */
  exported(module: Module, name: string, hops: number): Meaning | undefined {
    const { named, stars } = exportsOf(module.file.source.ast);
    const found = named.get(name);
    if (found && 'node' in found) return this.of(module, found.node, hops);
    if (found) {
      const target = this.imported(module, found.from, hops, found.name);
      if (!target) return this.session.requestOf(module, found.from, found.name);
      return found.name === undefined ? target : memberOf(this, target, found.name, hops + 1);
    }
    for (const star of name === 'default' ? [] : stars) {
      const target = this.imported(module, star, hops, name);
      const one = target && memberOf(this, target, name, hops + 1);
      if (one) return one;
    }
    // `module.exports = { get }`: its members are what is imported by name.
    const whole = name === 'default' ? undefined : named.get('default');
    const object = whole && 'node' in whole ? this.of(module, whole.node, hops) : undefined;
    return object?.kind === 'object' ? memberOf(this, object, name, hops) : undefined;
  }
}
