import type { TSESTree } from '@typescript-eslint/utils';

/** Small questions about syntax that several parts of the analysis ask. */
export type Node = TSESTree.Node;
export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

// These are asked of every node on the way: a set answers sooner than comparisons in a row.
const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

const wrappers = new Set([
  ...['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression', 'TSTypeAssertion'],
  ...['TSInstantiationExpression', 'ChainExpression', 'ParenthesizedExpression', 'TypeCastExpression'],
]);

const transparent = new Set([...wrappers, 'SequenceExpression']);

export const isFunction = (node: Node | null | undefined): node is FunctionNode => !!node && functions.has(node.type);

/** Whether an expression only wraps another one that is its value: types, parentheses, chains. */
export const isWrapper = (node: Node): node is Node & { expression: TSESTree.Expression } => wrappers.has(node.type);

/** The expression inside type assertions, parentheses and chains. */
export function unwrapTypes(node: Node): Node {
  let inner = node;
  while (isWrapper(inner)) inner = inner.expression;
  return inner;
}

/** The expression inside type assertions, chains and comma lists such as `(0, fetch)`. */
export function unwrap(node: Node): Node {
  let inner = node;
  while (transparent.has(inner.type)) {
    inner = isWrapper(inner) ? inner.expression : (inner as TSESTree.SequenceExpression).expressions.at(-1)!;
  }
  return inner;
}

/** `==`, `===`, `!=`, `!==`. */
export const isEquality = (operator: string): boolean => /^[!=]==?$/.test(operator);

/** An expression with the type assertions, parentheses and chains around it. */
export function outermost(node: Node): Node {
  let outer = node;
  while (outer.parent && isWrapper(outer.parent)) outer = outer.parent;
  return outer;
}

/** The statement with which a branch ends. */
export const lastStatement = (branch: Node | undefined): Node | undefined =>
  branch?.type === 'BlockStatement' ? branch.body.at(-1) : branch;

/** Whether a branch ends with a statement that goes elsewhere. */
export const endsInJump = (branch: Node): boolean =>
  /^(Return|Throw|Continue|Break)Statement$/.test(lastStatement(branch)?.type ?? '');

/** The name of a member access, where it is known from the text. */
export function memberName(node: TSESTree.MemberExpression): string | undefined {
  if (!node.computed)
    return node.property.type === 'Identifier' || node.property.type === 'PrivateIdentifier'
      ? node.property.name
      : undefined;
  if (node.property.type === 'Literal' && typeof node.property.value === 'string') return node.property.value;
  return undefined;
}

/** The last name of an expression: `load` for `load`, `this.load` and `api.load`. */
export function lastName(expression: Node): string | undefined {
  const node = unwrap(expression);
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? memberName(node) : undefined;
}

/** The name of a key in an object literal, a pattern or a class. */
export function keyName(node: { key: Node; computed?: boolean }): string | undefined {
  if (!node.computed && (node.key.type === 'Identifier' || node.key.type === 'PrivateIdentifier')) return node.key.name;
  return node.key.type === 'Literal' ? String(node.key.value) : undefined;
}

/**
 * The property that an object literal ends up with under a name: the last one. Null where it certainly has none, undefined
 * where what is spread into it, or a computed key, may be that.
 */
export function propertyNamed(
  { properties }: TSESTree.ObjectExpression,
  name: string,
): TSESTree.Property | null | undefined {
  for (const property of properties.toReversed()) {
    const key = property.type === 'Property' ? keyName(property) : undefined;
    if (key === undefined) return undefined;
    if (key === name) return property as TSESTree.Property;
  }
  return null;
}

/** The name under which a module exports what is imported. */
export const importedName = ({ imported }: TSESTree.ImportSpecifier): string =>
  imported.type === 'Identifier' ? imported.name : imported.value;

export type Loop =
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement
  | TSESTree.ForStatement
  | TSESTree.ForInStatement
  | TSESTree.ForOfStatement;

const loops = new Set(['WhileStatement', 'DoWhileStatement', 'ForStatement', 'ForInStatement', 'ForOfStatement']);

export const isLoop = (node: Node): node is Loop => loops.has(node.type);

/** The innermost function around a node, not the node itself. */
export function enclosingFunction(node: Node): FunctionNode | undefined {
  for (let at = node.parent; at; at = at.parent) if (functions.has(at.type)) return at as FunctionNode;
  return undefined;
}

/** The call that calls what a node means. */
export const callOf = (node: Node): TSESTree.CallExpression | undefined =>
  node.parent?.type === 'CallExpression' && node.parent.callee === node ? node.parent : undefined;

/** The innermost class body around a node that `this` refers to. */
export function enclosingClass(node: Node): TSESTree.ClassBody | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (at.type === 'ClassBody') return at;
    const isMethod = at.parent?.type === 'MethodDefinition' || at.parent?.type === 'PropertyDefinition';
    if ((at.type === 'FunctionDeclaration' || at.type === 'FunctionExpression') && !isMethod) return undefined;
  }
  return undefined;
}

export function isInside(node: Node, outer: Node): boolean {
  return outer.range[0] <= node.range[0] && node.range[1] <= outer.range[1];
}

/** Of things sorted by where they stand in the text, the first that is not before something; undefined if all are. */
export function firstNotBefore<T>(sorted: readonly T[], isBefore: (item: T) => boolean): T | undefined {
  let low = 0;
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}

/** Whether one of some places in the text, sorted, is in a range. */
export function isAround(places: readonly number[], [start, end]: readonly [number, number]): boolean {
  const place = firstNotBefore(places, (at) => at < start);
  return place !== undefined && place < end;
}

/** The value that an enum gives one of its members: 404 of `enum Status { NotFound = 404 }`. */
export const enumInitializer = ({ body }: TSESTree.TSEnumDeclaration, name: string | undefined): Node | undefined =>
  body.members.find(({ id }) => (id.type === 'Identifier' ? id.name : id.value) === name)?.initializer;

/** `undefined` by its name. */
export const isUndefined = (node: Node): boolean => node.type === 'Identifier' && node.name === 'undefined';

/** `null` or `undefined`, as they are written. */
export const isNullish = (node: Node): boolean =>
  (node.type === 'Literal' && node.value === null && !('regex' in node)) || isUndefined(node);

/** Whether a function does nothing: it says that what it handles does not matter. */
export function isEmptyFunction(node: Node | undefined): boolean {
  if (!isFunction(node)) return false;
  if (node.body.type === 'BlockStatement') return node.body.body.length === 0;
  const body = unwrap(node.body);
  return (
    (body.type === 'Literal' && (body.value === null || body.value === false)) ||
    isUndefined(body) ||
    (body.type === 'UnaryExpression' && body.operator === 'void') ||
    (body.type === 'ObjectExpression' && body.properties.length === 0)
  );
}

/** The whole condition that a part of one belongs to: `!res.ok && retries > 0` for `res.ok`. */
export function conditionAround(node: Node): Node {
  let at = node;
  for (let parent = at.parent; parent; parent = at.parent) {
    const isPart =
      isWrapper(parent) ||
      (parent.type === 'UnaryExpression' && parent.operator === '!') ||
      (parent.type === 'LogicalExpression' && !isStatementOperand(parent, at));
    if (!isPart) return at;
    at = parent;
  }
  return at;
}

/** `res.ok && use(res)` as a statement: the condition is the left side alone. */
const isStatementOperand = (parent: TSESTree.LogicalExpression, child: Node): boolean =>
  parent.left === child && parent.parent.type === 'ExpressionStatement';

/** Whether an expression is part of what decides which way the code goes: `data` of `if (!data.items.length)`. */
export function isInTest(node: Node): boolean {
  for (let at = node, parent = at.parent; parent && !isFunction(parent); at = parent, parent = at.parent) {
    if ('test' in parent && parent.test === at) return true;
    if (parent.type === 'LogicalExpression' && parent.left === at && parent.operator !== '??') return true;
    if (/(Statement|Declaration)$/.test(parent.type)) return false;
  }
  return false;
}
