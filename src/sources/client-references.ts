import type { TSESTree } from '@typescript-eslint/utils';
import { exportsRequest, isHookName, type Client } from '../models/index.js';
import { isGlobalObjectName } from '../models/language.js';
import { File } from '../syntax/file.js';
import { isFunction, lastName, memberName, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';
import { returnedBy } from '../syntax/visit.js';
import { isModule } from '../syntax/require.js';
import type { Variable } from '../syntax/variables.js';
import { findAliases } from './aliases.js';
import { isMocked } from './exempt/mocked.js';
import { assignedTo, isAnotherMember, isFromOtherModule, isGiven } from './foreign-members.js';
import { mayImport } from './mention.js';
import { ClientModules } from './modules.js';
import { patternKey, valuesOf } from './written.js';

/** A function that makes requests, and whether that is certain or only a matter of its name (`event.fetch`). */
export interface ClientReference {
  readonly client: Client;
  readonly certain: boolean;
}

/** Says of expressions whether they are a client's request function: globals, aliases, imports, parameters by name. */
export class ClientReferences {
  private readonly known = new Map<Variable, ClientReference | undefined>();
  /** Variables about which the question is still open. */
  private readonly open = new Set<Variable>();
  /** The same for what functions of the file give. */
  private readonly given = new Map<FunctionNode, ClientReference | undefined>();
  /** Whether a variable of a client's name holds something else. */
  private readonly others = new Map<string, boolean>();
  /** Whether the values of a member of `this` are something else. */
  private readonly made = new Map<readonly Node[], boolean>();
  /** Whether a test stands in for the globals: found where one is called, as it is a search of the text. */
  private isMocked?: boolean;
  /** Names by which a client's function may be called: few are, and each call costs a look at its scope. */
  readonly callable: ReadonlySet<string>;
  /** Member names that can be a client's function. */
  private readonly names: ReadonlySet<string>;
  private readonly modules: ClientModules<Client>;

  constructor(
    private readonly file: File,
    private readonly clients: readonly Client[],
  ) {
    this.names = namesOf(clients);
    this.modules = new ClientModules(
      file,
      () => mayImport(file.source, clients),
      (specifier, name) => clients.find((client) => exportsRequest(client, specifier, name)),
    );
    const aliases = findAliases(file, clients, this.names, (variable) => !!this.ofKnown(variable));
    // `fetch.call(window, url)`.
    this.callable = new Set([...this.names, 'call', 'apply', ...aliases]);
  }

  of(expression: Node): ClientReference | undefined {
    const node = unwrap(expression);
    switch (node.type) {
      case 'Identifier':
        return this.ofIdentifier(node);
      case 'MemberExpression':
        return this.ofMember(node);
      case 'LogicalExpression':
        return either(this.of(node.left), this.of(node.right));
      case 'ConditionalExpression':
        return either(this.of(node.consequent), this.of(node.alternate));
      case 'AwaitExpression':
        return this.of(node.argument);
      case 'CallExpression':
        return this.ofBound(node) ?? certain(this.modules.of(node, 'default')) ?? this.ofHelper(node);
      default:
        return undefined;
    }
  }

  private ofIdentifier(node: TSESTree.Identifier): ClientReference | undefined {
    const variable = this.file.variable(node);
    if (!variable || variable.defs.length === 0) return this.global(node.name);
    return this.ofKnown(variable);
  }

  private ofKnown(variable: Variable): ClientReference | undefined {
    if (!this.known.has(variable)) {
      this.known.set(variable, undefined); // `const fetch = fetch ?? …` must end
      this.open.add(variable);
      this.known.set(variable, this.ofVariable(variable));
      this.open.delete(variable);
    }
    return this.known.get(variable);
  }

  private ofVariable(variable: Variable): ClientReference | undefined {
    const [definition] = variable.defs;
    if (!definition) return undefined;
    switch (definition.type as string) {
      case 'ImportBinding':
        return (
          certain(this.modules.ofImport(definition.node, definition.parent as TSESTree.ImportDeclaration)) ??
          // Where the file that it comes from cannot be read, its name is all there is.
          this.named(variable.name)
        );
      case 'Variable':
        return this.ofDeclarator(variable, definition.node as TSESTree.VariableDeclarator);
      case 'Parameter':
        return this.ofPattern(variable, definition.node);
      default:
        return undefined;
    }
  }

  private ofDeclarator(variable: Variable, node: TSESTree.VariableDeclarator): ClientReference | undefined {
    if (node.id.type !== 'Identifier') {
      const key = patternKey(node, variable);
      const fromGlobal =
        node.init && this.isGlobalObject(node.init) && this.clients.find((c) => key && c.globals.includes(key));
      if (fromGlobal) return certain(fromGlobal);
      const fromModule = node.init && key && certain(this.modules.of(node.init, key));
      if (fromModule || (node.init && isFromOtherModule(this.file, node.init))) return fromModule || undefined;
      return this.ofPattern(variable, node.id);
    }
    const values = valuesOf(variable, node);
    for (const value of values) {
      const found = this.of(value);
      if (found?.certain) return found;
    }
    // What is known to be something else goes by what it is, not by its name.
    return values.some((value) => this.isSomethingElse(value)) ? undefined : this.named(variable.name);
  }

  /**
   * A function of this file, which is looked into instead, a module that is no client's, or what code elsewhere makes:
   * it may check the status itself. What it makes of a request function is taken for one.
   */
  private isSomethingElse(value: Node): boolean {
    const node = unwrap(value);
    switch (node.type) {
      case 'LogicalExpression':
        return !this.of(node) && this.isSomethingElse(node.right);
      case 'AwaitExpression':
        return this.isSomethingElse(node.argument);
      case 'MemberExpression':
        return isFromOtherModule(this.file, node.object);
      case 'CallExpression':
        if (isModule(node)) return true;
        if (this.file.functionsOf(node.callee).length > 0) return !this.of(node);
        // `const fetch = useFetch()`.
        if (isHookName(lastName(node.callee) ?? '')) return false;
        return !node.arguments.some((argument) => this.of(argument));
      default:
        return isFunction(node) || isModule(node);
    }
  }

  /** What a function of this file gives: `const getFetch = () => globalThis.fetch`. */
  private ofHelper(node: TSESTree.CallExpression): ClientReference | undefined {
    const all = this.file.functionsOf(node.callee).map((fn) => this.givenBy(fn));
    return all.length === 1 ? all[0] : undefined;
  }

  private givenBy(fn: FunctionNode): ClientReference | undefined {
    if (!this.given.has(fn)) {
      this.given.set(fn, undefined); // a function that calls itself must end
      const all = returnedBy(fn, this.file.source.visitorKeys).map((value) => this.of(value));
      const same = all.every((one) => one && one.client === all[0]!.client);
      this.given.set(fn, same ? (all.find((one) => !one!.certain) ?? all[0]) : undefined);
    }
    return this.given.get(fn);
  }

  /** A parameter or a destructured name: by its default value, else by its type or its name. */
  private ofPattern(variable: Variable, pattern: Node): ClientReference | undefined {
    const identifier = variable.identifiers[0];
    const parent = identifier?.parent;
    if (parent?.type === 'AssignmentPattern' && parent.left === identifier) {
      const fallback = this.of(parent.right);
      if (fallback) return fallback;
    }
    const typed = identifier?.type === 'Identifier' ? this.ofType(identifier.typeAnnotation) : undefined;
    if (typed) return typed;
    const key = patternKey(pattern, variable);
    const imported = key === undefined ? undefined : this.ofImportCallback(pattern, key);
    return imported ?? (key === undefined ? undefined : this.named(key)) ?? this.named(variable.name);
  }

  /** `get: typeof fetch`, `get: typeof globalThis.fetch`: it behaves like one. */
  private ofType(annotation: TSESTree.TSTypeAnnotation | undefined): ClientReference | undefined {
    const type = annotation?.typeAnnotation;
    const name = type?.type === 'TSTypeQuery' ? type.exprName : undefined;
    if (name?.type === 'Identifier') return this.file.isGlobal(name) ? this.named(name.name) : undefined;
    const isOfGlobal = name?.type === 'TSQualifiedName' && this.isGlobalObject(name.left);
    return isOfGlobal ? this.named(name.right.name) : undefined;
  }

  /** `import('node-fetch').then(({ default: fetch }) => …)`. */
  private ofImportCallback(fn: Node, key: string): ClientReference | undefined {
    const call = isFunction(fn) ? fn.parent : undefined;
    const callee = call?.type === 'CallExpression' ? unwrap(call.callee) : undefined;
    if (callee?.type !== 'MemberExpression' || memberName(callee) !== 'then') return undefined;
    return certain(this.modules.of(callee.object, key));
  }

  private ofMember(node: TSESTree.MemberExpression): ClientReference | undefined {
    const name = memberName(node);
    if (name === undefined || !this.names.has(name)) return undefined;
    if (this.isGlobalObject(node.object)) return this.global(name);
    const fromModule = this.modules.of(node.object, name);
    if (fromModule) return certain(fromModule);
    if (isAnotherMember(this.file, node) || !isGiven(this.file, node) || this.hasAnother(name)) return undefined;
    return this.isMadeElsewhere(assignedTo(this.file, node)) ? undefined : this.named(name);
  }

  /** Whether one of the values of a member is no request function; asked with every call of the member. */
  private isMadeElsewhere(values: readonly Node[]): boolean {
    let answer = this.made.get(values);
    if (answer === undefined) {
      answer = values.some((value) => !this.of(value) && this.isSomethingElse(value));
      this.made.set(values, answer);
    }
    return answer;
  }

  /** `const fetch = makeFetch()`: a file that has another function by that name may hand it out in any object. */
  private hasAnother(name: string): boolean {
    const known = this.others.get(name);
    if (known !== undefined) return known;
    const scopes = this.file.source.scopeManager?.scopes ?? [];
    const has = scopes.some(({ set }) => this.isAnother(set.get(name)));
    if (this.open.size === 0) this.others.set(name, has);
    return has;
  }

  private isAnother(variable: Variable | undefined): boolean {
    const definition = variable?.defs[0];
    if (!variable || !definition || definition.type === ('Parameter' as never) || this.open.has(variable)) return false;
    const reference = this.ofKnown(variable);
    return !reference || (!reference.certain && definition.type === ('ImportBinding' as never));
  }

  private global(name: string): ClientReference | undefined {
    const client = this.clients.find((c) => c.globals.includes(name));
    return client && !(this.isMocked ??= isMocked(this.file.source.text)) ? certain(client) : undefined;
  }

  private isGlobalObject(expression: Node): boolean {
    const node = unwrap(expression);
    return node.type === 'Identifier' && isGlobalObjectName(node.name) && this.file.isGlobal(node);
  }

  /** `fetch.bind(window)`. */
  private ofBound(node: TSESTree.CallExpression): ClientReference | undefined {
    const callee = unwrap(node.callee);
    return callee.type === 'MemberExpression' && memberName(callee) === 'bind' ? this.of(callee.object) : undefined;
  }

  private named(name: string): ClientReference | undefined {
    const client = this.clients.find((c) => c.globals.includes(name));
    return client && { client, certain: false };
  }
}

const known = new WeakMap<readonly Client[], ReadonlySet<string>>();

function namesOf(clients: readonly Client[]): ReadonlySet<string> {
  let names = known.get(clients);
  if (!names) {
    const exported = clients.flatMap((client) => Object.values(client.modules).flat());
    known.set(clients, (names = new Set([...clients.flatMap((client) => client.globals), ...exported])));
  }
  return names;
}

const certain = (client: Client | undefined): ClientReference | undefined => client && { client, certain: true };

function either(a: ClientReference | undefined, b: ClientReference | undefined): ClientReference | undefined {
  return a?.certain ? a : b?.certain ? b : (a ?? b);
}
