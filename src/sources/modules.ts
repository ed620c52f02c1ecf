import type { TSESTree } from '@typescript-eslint/utils';
import { File } from '../syntax/file.js';
import { importedName, memberName, unwrap, type Node } from '../syntax/nodes.js';
import { isModule, requiredModule } from '../syntax/require.js';

/** How deep interop helpers and names of names are looked through. */
const deepest = 4;

/** Says what an export of a module is to a client, however the module is loaded. */
export class ClientModules<T> {
  /** Only asked where a module may matter: it is a search of the text. */
  private imports?: boolean;

  constructor(
    private readonly file: File,
    private readonly mayImport: () => boolean,
    private readonly find: (specifier: string, name: string) => T | undefined,
  ) {}

  private get isImporting(): boolean {
    return (this.imports ??= this.mayImport());
  }

  /** What an `import` statement binds to a name. */
  ofImport(node: Node, declaration: TSESTree.ImportDeclaration): T | undefined {
    const name = node.type === 'ImportSpecifier' ? importedName(node) : 'default';
    return this.exported(declaration.source?.value, node.type === 'ImportNamespaceSpecifier' ? '*' : name);
  }

  /** An export of a module that an expression stands for: `require('undici')`, a namespace, interop helpers around them. */
  of(expression: Node, name: string, depth = 0): T | undefined {
    const node = unwrap(expression);
    if (!this.isImporting || depth > deepest) return undefined;
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

  private ofCall(node: TSESTree.CallExpression, name: string, depth: number): T | undefined {
    const required = requiredModule(node);
    if (required !== undefined) return this.exported(required, name);
    const [first] = node.arguments;
    // A function around the module as a whole may be anything, unless something of the module is then taken from it.
    if (!first || (depth === 0 && !isModule(first))) return undefined;
    return this.of(first, name, depth + 1);
  }

  private ofIdentifier(node: TSESTree.Identifier, name: string, depth: number): T | undefined {
    const variable = this.file.variable(node);
    const definition = variable?.defs[0];
    if (definition?.node.type === 'ImportNamespaceSpecifier') {
      return this.exported((definition.parent as TSESTree.ImportDeclaration).source.value, name);
    }
    const init = variable && this.file.constantInit(variable);
    return init ? this.of(init, name, depth + 1) : undefined;
  }

  private exported(specifier: unknown, name: string): T | undefined {
    return typeof specifier === 'string' ? this.find(specifier, name) : undefined;
  }
}
