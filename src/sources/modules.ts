import type { TSESTree } from '@typescript-eslint/utils';
import { exportsRequest, type Client } from '../models/index.js';
import { File } from '../syntax/file.js';
import { importedName, memberName, unwrap, type Node } from '../syntax/nodes.js';
import { isModule, requiredModule } from '../syntax/require.js';
import { mayImport } from './mention.js';

/** How deep interop helpers and names of names are looked through. */
const deepest = 4;

/** Says which client's request function an export of a module is, however the module is loaded. */
export class ClientModules {
  /** Only asked where a module may matter: it is a search of the text. */
  private imports?: boolean;

  constructor(
    private readonly file: File,
    private readonly clients: readonly Client[],
  ) {}

  private get mayImport(): boolean {
    return (this.imports ??= mayImport(this.file.source, this.clients));
  }

  /** What an `import` statement binds to a name. */
  ofImport(node: Node, declaration: TSESTree.ImportDeclaration): Client | undefined {
    if (node.type === 'ImportNamespaceSpecifier') return undefined;
    return this.exported(declaration.source?.value, node.type === 'ImportSpecifier' ? importedName(node) : 'default');
  }

  /** An export of a module that an expression stands for: `require('undici')`, a namespace, interop helpers around them. */
  of(expression: Node, name: string, depth = 0): Client | undefined {
    const node = unwrap(expression);
    if (!this.mayImport || depth > deepest) return undefined;
    switch (node.type) {
      case 'AwaitExpression':
        return this.of(node.argument, name, depth + 1);
      case 'ImportExpression':
        return node.source.type === 'Literal' ? this.exported(node.source.value, name) : undefined;
      case 'MemberExpression':
        return memberName(node) === 'default' ? this.of(node.object, name, depth + 1) : undefined;
      case 'CallExpression':
        return this.ofCall(node, name, depth);
      case 'Identifier':
        return this.ofIdentifier(node, name, depth);
      default:
        return undefined;
    }
  }

  private ofCall(node: TSESTree.CallExpression, name: string, depth: number): Client | undefined {
    const required = requiredModule(node);
    if (required !== undefined) return this.exported(required, name);
    const [first] = node.arguments;
    // A function around the module as a whole may be anything, unless something of the module is then taken from it.
    if (!first || (depth === 0 && !isModule(first))) return undefined;
    return this.of(first, name, depth + 1);
  }

  private ofIdentifier(node: TSESTree.Identifier, name: string, depth: number): Client | undefined {
    const variable = this.file.variable(node);
    const definition = variable?.defs[0];
    if (definition?.node.type === 'ImportNamespaceSpecifier') {
      return this.exported((definition.parent as TSESTree.ImportDeclaration).source.value, name);
    }
    const init = variable && this.file.constantInit(variable);
    return init ? this.of(init, name, depth + 1) : undefined;
  }

  private exported(specifier: unknown, name: string): Client | undefined {
    if (typeof specifier !== 'string') return undefined;
    return this.clients.find((client) => exportsRequest(client, specifier, name));
  }
}
