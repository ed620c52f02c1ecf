import { isFunction, unwrap, type Node } from '../syntax.js';
import type { Flow } from './flow.js';

/**
 * `let items = []; if (res.ok) items = await res.json();`: a branch that only overwrites variables which hold a default.
 * The other side is then not forgotten: it keeps the default.
 */
export function overwritesDefaultsOnly(flow: Flow, branch: Node): boolean {
  const statements = branch.type === 'BlockStatement' ? branch.body : [branch];
  let overwrites = false;
  for (const statement of statements) {
    if (statement.type === 'VariableDeclaration') continue;
    if (statement.type !== 'ExpressionStatement') return false;
    const expression = unwrap(statement.expression);
    if (expression.type !== 'AssignmentExpression' || expression.operator !== '=') return false;
    if (!hasDefault(flow, expression.left)) return false;
    overwrites = true;
  }
  return overwrites;
}

/** A variable that is declared with a value other than a response. */
function hasDefault(flow: Flow, target: Node): boolean {
  if (target.type !== 'Identifier') return false;
  const definition = flow.analysis.file.variable(target)?.defs[0];
  if (definition?.node.type !== 'VariableDeclarator') return false;
  const { init } = definition.node;
  return !!init && !isFunction(init);
}
