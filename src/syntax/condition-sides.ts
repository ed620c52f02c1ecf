import { conditionAround, isFunction, lastStatement, unwrap, type Node } from './nodes.js';

// What stands on the two sides of a condition.

/** Where both sides of the condition around a test end. */
export function endOfSides(node: Node): number {
  const { parent } = conditionAround(node);
  return (parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression' ? parent : node).range[1];
}

/** Whether something is part of what is thrown. */
export function isThrown(node: Node): boolean {
  let at = node;
  while (at.parent && !/(Statement|Declaration)$/.test(at.type)) at = at.parent;
  return at.type === 'ThrowStatement';
}

/** What one side of a condition gives or returns. */
export function valueOfSide(condition: Node, holds: boolean): Node | undefined {
  const { parent } = condition;
  if (parent?.type === 'ConditionalExpression') return unwrap(holds ? parent.consequent : parent.alternate);
  const last = lastStatement(sideOf(condition, holds));
  return last?.type === 'ReturnStatement' && last.argument ? unwrap(last.argument) : undefined;
}

/** Whether a statement does nothing but throw in the end: it has no other way out. */
export const alwaysThrows = (side: Node | undefined): boolean =>
  lastStatement(side)?.type === 'ThrowStatement' &&
  (side?.type !== 'BlockStatement' || side.body.slice(0, -1).every(({ type }) => straight.has(type)));

const straight = new Set(['ExpressionStatement', 'VariableDeclaration']);

/** The statement that runs on one side of the condition of an `if`. */
export function sideOf({ parent }: Node, holds: boolean): Node | undefined {
  if (parent?.type !== 'IfStatement') return undefined;
  return holds ? parent.consequent : (parent.alternate ?? nextStatement(parent));
}

/** The name of the variable that a value is put into. */
export function nameOf(value: Node): string | undefined {
  let at = value;
  while (at.parent?.type === 'AwaitExpression' || (at.parent && unwrap(at.parent) === unwrap(at))) at = at.parent;
  const { parent } = at;
  const target =
    parent?.type === 'VariableDeclarator'
      ? parent.id
      : parent?.type === 'AssignmentExpression'
        ? parent.left
        : undefined;
  return target?.type === 'Identifier' ? target.name : undefined;
}

/** The answer goes to the caller as it is: `return res.status === 200`, `if (res.status === 200) return true; return false`. */
export function isPredicate(node: Node): boolean {
  const condition = conditionAround(node);
  const parent = condition.parent;
  if (parent?.type === 'ReturnStatement' || (isFunction(parent) && parent.body === condition)) return true;
  if (parent?.type === 'ConditionalExpression') return isBoolean(parent.consequent) && isBoolean(parent.alternate);
  if (parent?.type !== 'IfStatement' || parent.test !== condition) return false;
  return returnsBoolean(parent.consequent) && returnsBoolean(parent.alternate ?? nextStatement(parent));
}

function returnsBoolean(node: Node | undefined): boolean {
  const statement = node?.type === 'BlockStatement' && node.body.length === 1 ? node.body[0] : node;
  return statement?.type === 'ReturnStatement' && !!statement.argument && isBoolean(statement.argument);
}

const isBoolean = (node: Node): boolean => {
  const value = unwrap(node);
  return value.type === 'Literal' && typeof value.value === 'boolean';
};

function nextStatement(node: Node): Node | undefined {
  const parent = node.parent;
  return parent?.type === 'BlockStatement' ? parent.body[parent.body.indexOf(node as never) + 1] : undefined;
}
