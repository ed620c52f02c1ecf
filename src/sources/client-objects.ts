import type { TSESTree } from '@typescript-eslint/utils';
import { exportsName, type Client, type ClientObject } from '../models/index.js';
import { isGlobalObjectName } from '../models/language.js';
import { File } from '../syntax/file.js';
import { isNullish, lastName, memberName, unwrap, type Node } from '../syntax/nodes.js';
import { returnedBy } from '../syntax/visit.js';
import type { Variable } from '../syntax/variables.js';
import { GivenObjects, memberOfThis } from './given-objects.js';
import { extend, type Instance, type Row } from './instance.js';
import { Interceptors } from './interceptors.js';
import { mayImport } from './mention.js';
import { ClientModules } from './modules.js';
import { patternKey, valuesOf } from './written.js';

/** How many names, members and calls one expression may lead through. */
const deepest = 12;

type Kind = 'modules' | 'classes' | 'makers' | 'types';

/** Says of expressions whether they are an object of a client: `axios`, `axios.create(…)`, `this.http`. */
export class ClientObjects {
  private readonly known = new Map<Node, Instance | undefined>();
  private readonly rows: readonly Row[];
  private readonly modules: Readonly<Record<Kind, ClientModules<Row>>>;
  private readonly interceptors: Interceptors;
  /** What other code hands over. */
  private readonly handed: GivenObjects;

  constructor(
    private readonly file: File,
    clients: readonly Client[],
  ) {
    this.rows = clients.flatMap((client) => (client.objects ?? []).map((object) => ({ client, object })));
    this.methods = new Set(this.rows.flatMap(({ object }) => [...object.methods]));
    this.areSomeCalled = this.rows.some(({ object }) => object.isCalled);
    const exporting = (kind: Kind) =>
      new ClientModules<Row>(
        file,
        () => mayImport(file.source, clients),
        (specifier, name) => this.rowOf((object) => exportsName(object[kind], specifier, name)),
      );
    this.modules = {
      modules: exporting('modules'),
      classes: exporting('classes'),
      makers: exporting('makers'),
      types: exporting('types'),
    };
    this.handed = new GivenObjects(file, (isOne) => this.rowOf(isOne));
    this.interceptors = new Interceptors(file, (node) => this.find(node, 0));
  }

  /** The methods of all objects that there can be here. */
  readonly methods: ReadonlySet<string>;
  /** Whether a call of some object itself makes a request: in a file without such a client no callee has to be looked after. */
  private readonly areSomeCalled: boolean;

  /** Whether there can be any. */
  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  /** The object that an expression is, if what it gives is still the client's response. */
  of(expression: Node): Instance | undefined {
    const found = this.find(expression, 0);
    return found && this.interceptors.applied(found);
  }

  /** The object that a callee is, where a call of it makes a request: `ky(url)`. */
  called(callee: Node): Instance | undefined {
    const found = this.areSomeCalled ? this.of(callee) : undefined;
    return found?.object.isCalled ? found : undefined;
  }

  /** The object at the beginning of a path whose end has its methods: `client` of `client.posts[':id']`. */
  under(expression: Node): Instance | undefined {
    let at = unwrap(expression);
    for (let steps = 0; at.type === 'MemberExpression' && steps < deepest; steps++) {
      at = unwrap(at.object);
      const found = this.of(at);
      if (found) return found.object.isNested ? found : undefined;
    }
    return undefined;
  }

  private find(expression: Node, depth: number): Instance | undefined {
    const node = unwrap(expression);
    if (this.rows.length === 0 || depth > deepest) return undefined;
    if (!this.known.has(node)) {
      this.known.set(node, undefined); // `api = api ?? …` must end
      this.known.set(node, this.search(node, depth + 1));
    }
    return this.known.get(node);
  }

  private search(node: Node, depth: number): Instance | undefined {
    switch (node.type) {
      case 'Identifier':
        return this.ofIdentifier(node, depth);
      case 'MemberExpression':
        return this.ofMember(node, depth);
      case 'CallExpression':
        return this.ofCall(node, depth);
      case 'NewExpression':
        return this.made('classes', node, node.callee, node.arguments) ?? this.ofGlobalClass(node);
      case 'AwaitExpression':
        return this.find(node.argument, depth);
      case 'LogicalExpression':
        return this.find(node.left, depth) ?? this.find(node.right, depth);
      default:
        return undefined;
    }
  }

  private ofIdentifier(node: TSESTree.Identifier, depth: number): Instance | undefined {
    const variable = this.file.variable(node);
    const definition = variable?.defs[0];
    if (!variable || !definition) return this.global(node.name);
    switch (definition.type as string) {
      case 'ImportBinding': {
        const row = this.modules.modules.ofImport(definition.node, definition.parent as TSESTree.ImportDeclaration);
        return row && { ...row, made: definition.node, configs: [] };
      }
      case 'Variable':
        return this.ofDeclarator(variable, definition.node as TSESTree.VariableDeclarator, depth);
      case 'Parameter':
        return this.handed.ofType(variable.identifiers[0]) ?? this.handed.ofCallback(node);
      default:
        return undefined;
    }
  }

  private ofDeclarator(variable: Variable, node: TSESTree.VariableDeclarator, depth: number): Instance | undefined {
    if (node.id.type !== 'Identifier') {
      const key = patternKey(node, variable);
      const row = node.init && key !== undefined ? this.modules.modules.of(node.init, key) : undefined;
      return row && { ...row, made: node, configs: [] };
    }
    return this.oneOf(valuesOf(variable, node), depth) ?? this.handed.ofType(node.id);
  }

  /** What holds one of these values: where they differ, it is not known how it is set up. */
  private oneOf(values: readonly Node[], depth: number): Instance | undefined {
    const real = values.map((value) => unwrap(value)).filter((value) => !isNullish(value));
    const [first, ...others] = real.map((value) => this.find(value, depth));
    if (!first || others.some((other) => other?.object !== first.object)) return undefined;
    return others.length > 0 ? { ...first, isVague: true } : first;
  }

  private ofMember(node: TSESTree.MemberExpression, depth: number): Instance | undefined {
    const name = memberName(node);
    if (name === undefined) return undefined;
    const object = unwrap(node.object);
    if (this.isOfGlobal(node)) return this.global(name);
    const row = this.modules.modules.of(object, name);
    if (row) return { ...row, made: `${row.client.name}.${name}`, configs: [] };
    if (name === 'default') return this.find(object, depth);
    const own = object.type === 'ThisExpression' ? this.ofThis(node, depth) : undefined;
    return own ?? this.handed.held(node) ?? this.handed.ofCallback(node);
  }

  /** `this.http`: what the class gives itself, or is given by its type. */
  private ofThis(node: TSESTree.MemberExpression, depth: number): Instance | undefined {
    const { values, type } = memberOfThis(this.file, node);
    return (values.length > 0 ? this.oneOf(values, depth) : undefined) ?? this.handed.ofType(type);
  }

  private ofCall(node: TSESTree.CallExpression, depth: number): Instance | undefined {
    const whole = this.modules.modules.of(node, 'default') ?? this.modules.modules.of(node, '*');
    if (whole) return { ...whole, made: whole.client.name, configs: [] };
    const made = this.made('makers', node, node.callee, node.arguments);
    if (made) return made;
    const injected = this.handed.injected(node);
    if (injected) return injected;
    const callee = unwrap(node.callee);
    const name = callee.type === 'MemberExpression' ? memberName(callee) : undefined;
    const base = callee.type === 'MemberExpression' && name ? this.find(callee.object, depth) : undefined;
    if (base?.object.extending?.has(name!)) return extend(base, node, this.file, node.arguments);
    const functions = this.file.functionsOf(callee);
    const returned = functions.length === 1 ? returnedBy(functions[0]!, this.file.source.visitorKeys) : [];
    return returned.length === 1 ? this.find(returned[0]!, depth) : undefined;
  }

  /** `new Client(origin)`, `createClient<paths>(…)`. */
  private made(kind: 'classes' | 'makers', node: Node, called: Node, given: readonly Node[]): Instance | undefined {
    const callee = unwrap(called);
    const row = this.exportOf(kind, callee);
    return row && { ...row, made: node, configs: given.map((one) => ({ file: this.file, node: one })) };
  }

  /** `new XMLHttpRequest()`. */
  private ofGlobalClass(node: TSESTree.NewExpression): Instance | undefined {
    const callee = unwrap(node.callee);
    const name = lastName(callee);
    const row = name === undefined ? undefined : this.rowOf(({ constructors }) => !!constructors?.includes(name));
    if (!row || !(callee.type === 'Identifier' ? this.file.isGlobal(callee) : this.isOfGlobal(callee)))
      return undefined;
    return { ...row, made: node, configs: [] };
  }

  /** `window.XMLHttpRequest`. */
  private isOfGlobal(node: Node): boolean {
    const object = node.type === 'MemberExpression' ? unwrap(node.object) : undefined;
    return object?.type === 'Identifier' && isGlobalObjectName(object.name) && this.file.isGlobal(object);
  }

  private exportOf(kind: Kind, callee: Node): Row | undefined {
    const modules = this.modules[kind];
    if (callee.type === 'MemberExpression') {
      const name = memberName(callee);
      return name === undefined ? undefined : modules.of(callee.object, name);
    }
    const variable = callee.type === 'Identifier' ? this.file.variable(callee) : undefined;
    const definition = variable?.defs[0];
    if (!variable || !definition) return undefined;
    const { node, parent } = definition;
    if (parent?.type === 'ImportDeclaration') return modules.ofImport(node, parent);
    if (node.type !== 'VariableDeclarator' || !node.init) return undefined;
    return modules.of(node.init, patternKey(node, variable) ?? 'default');
  }

  private rowOf(isOne: (object: ClientObject) => boolean): Row | undefined {
    const [first, ...beside] = this.rows.filter(({ object }) => isOne(object));
    return first && (beside.length > 0 ? { ...first, beside } : first);
  }

  private global(name: string): Instance | undefined {
    const row = this.rowOf((object) => !!object.globals?.includes(name));
    return row && { ...row, made: name, configs: [] };
  }
}
