import type { TSESTree } from '@typescript-eslint/utils';
import { importedName, type Node } from './nodes.js';
import type { Variable, Variables } from './variables.js';

// Names in types, as far as the text of one file says what they mean.

/** What a name in a type stands for. */
export type NamedType =
  | { readonly kind: 'global'; readonly name: string }
  /** `ResponseOf` of an import, whatever the file calls it; `*` for the module as a whole. */
  | { readonly kind: 'imported'; readonly module: string; readonly name: string }
  | { readonly kind: 'local'; readonly variable: Variable }
  /** `Api.User`: a member of something in this file. */
  | { readonly kind: 'member' };

/** What a name means: `Response`, `types.ResponseOf`, `globalThis.Response`. */
export function namedType(file: Variables, name: Node): NamedType {
  if (name.type === 'TSQualifiedName') return memberType(file, name);
  if (name.type !== 'Identifier') return { kind: 'member' };
  const variable = file.variable(name);
  const [definition] = variable?.defs ?? [];
  if (!variable || !definition) return { kind: 'global', name: name.name };
  if (definition.type !== ('ImportBinding' as never)) return { kind: 'local', variable };
  const { node, parent } = definition as { node: Node; parent?: Node | null };
  const module = parent?.type === 'ImportDeclaration' ? parent.source.value : '';
  return { kind: 'imported', module, name: nameOfImport(node) };
}

function nameOfImport(node: Node): string {
  if (node.type === 'ImportSpecifier') return importedName(node);
  return node.type === 'ImportNamespaceSpecifier' ? '*' : 'default';
}

function memberType(file: Variables, { left, right }: TSESTree.TSQualifiedName): NamedType {
  const owner = namedType(file, left);
  if (owner.kind === 'global' && owner.name === 'globalThis') return { kind: 'global', name: right.name };
  if (owner.kind === 'imported' && (owner.name === '*' || owner.name === 'default')) {
    return { kind: 'imported', module: owner.module, name: right.name };
  }
  return { kind: 'member' };
}

/** The module of `import('module').Name`. Older parsers keep it in a type. */
export function moduleOfImport(node: TSESTree.TSImportType): string {
  const source = node.source ?? (node.argument as TSESTree.TSLiteralType).literal;
  return 'value' in source ? String(source.value) : '';
}

/** The arguments of a generic type: `200` and `User` of `TypedResponse<200, User>`. Older parsers call them otherwise. */
export function typeArgumentsOf(node: Node): readonly TSESTree.TypeNode[] {
  const { typeArguments, typeParameters } = node as {
    typeArguments?: TSESTree.TSTypeParameterInstantiation;
    typeParameters?: TSESTree.TSTypeParameterInstantiation;
  };
  return (typeArguments ?? typeParameters)?.params ?? [];
}

/** The type that is written beside a name, a pattern, a member, or the expression of a cast. */
export function annotationOf(node: Node): TSESTree.TypeNode | undefined {
  const { typeAnnotation } = node as { typeAnnotation?: TSESTree.TSTypeAnnotation | TSESTree.TypeNode };
  return typeAnnotation?.type === 'TSTypeAnnotation' ? typeAnnotation.typeAnnotation : typeAnnotation;
}
