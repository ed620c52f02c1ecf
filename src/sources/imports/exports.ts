import type { TSESTree } from '@typescript-eslint/utils';
import { memberName, unwrap, type Node } from '../../syntax/nodes.js';

/** What a file exports under a name: something of its own, or what another file exports. */
export type Export =
  | { readonly node: Node }
  /** `export { get } from './http'`; without a name, the other file as a whole. */
  | { readonly from: string; readonly name: string | undefined };

/** What a file exports. */
export interface Exports {
  readonly named: ReadonlyMap<string, Export>;
  /** `export * from './http'`. */
  readonly stars: readonly string[];
}

const known = new WeakMap<TSESTree.Program, Exports>();

/** The exports of a file, by its statements: those of ES modules and those of CommonJS. */
export function exportsOf(program: TSESTree.Program): Exports {
  let exports = known.get(program);
  if (!exports) known.set(program, (exports = findExports(program)));
  return exports;
}

function findExports({ body }: TSESTree.Program): Exports {
  const named = new Map<string, Export>();
  const stars: string[] = [];
  for (const statement of body) {
    switch (statement.type) {
      case 'ExportAllDeclaration':
        if (!statement.exported) stars.push(statement.source.value);
        else named.set(textOf(statement.exported), { from: statement.source.value, name: undefined });
        break;
      case 'ExportDefaultDeclaration':
        named.set('default', { node: statement.declaration });
        break;
      case 'ExportNamedDeclaration':
        for (const [name, found] of namedIn(statement)) named.set(name, found);
        break;
      case 'TSExportAssignment':
        named.set('default', { node: statement.expression });
        break;
      case 'ExpressionStatement':
        assigned(statement.expression, named);
    }
  }
  return { named, stars };
}

const textOf = (name: TSESTree.Identifier | TSESTree.StringLiteral): string =>
  name.type === 'Identifier' ? name.name : name.value;

function namedIn({ declaration, specifiers, source }: TSESTree.ExportNamedDeclaration): [string, Export][] {
  if (declaration) return declaredIn(declaration);
  return specifiers.map(({ local, exported }) => [
    textOf(exported),
    source ? { from: source.value, name: textOf(local) } : { node: local },
  ]);
}

function declaredIn(declaration: TSESTree.NamedExportDeclarations): [string, Export][] {
  if (declaration.type !== 'VariableDeclaration') {
    const id = 'id' in declaration ? declaration.id : undefined;
    return id?.type === 'Identifier' ? [[id.name, { node: declaration }]] : [];
  }
  return declaration.declarations.flatMap(({ id }) =>
    boundBy(id).map((name): [string, Export] => [name.name, { node: name }]),
  );
}

/** The names of a declaration: `const { get, post } = createClient()`. */
function boundBy(pattern: TSESTree.BindingName): TSESTree.Identifier[] {
  if (pattern.type === 'Identifier') return [pattern];
  if (pattern.type !== 'ObjectPattern') return [];
  return pattern.properties.flatMap(({ value }) => (value?.type === 'Identifier' ? [value] : []));
}

/** `module.exports = { get }`, `exports.get = …`, `module.exports.get = …`. */
function assigned(expression: Node, named: Map<string, Export>): void {
  if (expression.type !== 'AssignmentExpression' || expression.left.type !== 'MemberExpression') return;
  const { left, right } = expression;
  const name = memberName(left);
  const node = unwrap(right);
  if (isModuleExports(left)) named.set('default', { node });
  else if (name !== undefined && (isNamed(left.object, 'exports') || isModuleExports(left.object)))
    named.set(name, { node });
}

const isNamed = (node: Node, name: string): boolean => node.type === 'Identifier' && node.name === name;

const isModuleExports = (node: Node): boolean =>
  node.type === 'MemberExpression' && memberName(node) === 'exports' && isNamed(node.object, 'module');
