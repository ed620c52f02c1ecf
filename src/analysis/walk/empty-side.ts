import type { TSESTree } from '@typescript-eslint/utils';
import type { Variable } from '../file.js';
import { enclosingClass, isFunction, keyName, memberName, unwrap, type Node } from '../syntax.js';
import type { Flow } from './flow.js';

/**
 * `let items = []; if (res.ok) items = await res.json();`: a branch that only overwrites variables which hold a default.
 * The empty side is then not forgotten: it keeps the default.
 */
export function overwritesDefaultsOnly(flow: Flow, branch: Node): boolean {
  const found = { overwrites: false };
  return onlyOverwrites(flow, branch, found) && found.overwrites;
}

function onlyOverwrites(flow: Flow, node: Node, found: { overwrites: boolean }): boolean {
  const all = (nodes: readonly (Node | null | undefined)[]) => nodes.every((n) => !n || onlyOverwrites(flow, n, found));
  switch (node.type) {
    case 'BlockStatement':
      return all(node.body);
    case 'IfStatement':
      return all([node.consequent, node.alternate]);
    case 'TryStatement':
      return all([node.block, node.handler?.body, node.finalizer]);
    case 'VariableDeclaration':
    case 'EmptyStatement':
      return true;
    case 'ExpressionStatement':
      if (flow.analysis.conventions.isLogging(node)) return true;
      return overwritesDefault(flow, unwrap(node.expression), found);
    default:
      return false;
  }
}

function overwritesDefault(flow: Flow, expression: Node, found: { overwrites: boolean }): boolean {
  if (expression.type !== 'AssignmentExpression' || expression.operator !== '=') return false;
  const target = unwrap(expression.left);
  const variable = target.type === 'Identifier' ? flow.analysis.file.variable(target) : undefined;
  if (!(variable ? hasDefault(variable) : isFieldWithDefault(target))) return false;
  found.overwrites = true;
  return true;
}

/** `this.items`, which the class declares as `items = []`. */
function isFieldWithDefault(target: Node): boolean {
  if (target.type !== 'MemberExpression' || target.object.type !== 'ThisExpression') return false;
  const name = memberName(target);
  const fields = enclosingClass(target)?.body ?? [];
  return fields.some((field) => field.type === 'PropertyDefinition' && keyName(field) === name && !!field.value);
}

/** A variable that is declared with a value, or whose readers reckon with its having none. */
function hasDefault(variable: Variable): boolean {
  const definition = variable.defs[0];
  if (definition?.node.type !== 'VariableDeclarator' || definition.node.id.type !== 'Identifier') return false;
  if (definition.node.init) return !isFunction(definition.node.init);
  return variable.references.some((reference) => reference.isRead() && isAskedFor(reference.identifier));
}

/** `image ?? null`, `if (image)`, `image?.size`, `image === undefined`. */
function isAskedFor(node: Node): boolean {
  const parent = node.parent;
  switch (parent?.type) {
    case 'LogicalExpression':
      return parent.left === node;
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
      return parent.test === node;
    case 'MemberExpression':
      return parent.object === node && parent.optional;
    case 'UnaryExpression':
      return parent.operator === '!' || parent.operator === 'typeof';
    case 'BinaryExpression':
      return /^[!=]==?$/.test(parent.operator);
    default:
      return false;
  }
}

/** `if (res.ok) { …; if (found) return found; }`: a branch that leaves from within. What follows it is the fallback. */
export function leavesEarly(branch: Node): boolean {
  return leaves(branch, false);
}

function leaves(node: Node, inLoop: boolean): boolean {
  const any = (nodes: readonly (Node | null | undefined)[], loop = inLoop) => nodes.some((n) => !!n && leaves(n, loop));
  switch (node.type) {
    case 'ReturnStatement':
      return true;
    case 'BreakStatement':
    case 'ContinueStatement':
      return !inLoop;
    case 'BlockStatement':
      return any(node.body);
    case 'IfStatement':
      return any([node.consequent, node.alternate]);
    case 'TryStatement':
      return any([node.block, node.handler?.body, node.finalizer]);
    case 'LabeledStatement':
      return any([node.body]);
    case 'SwitchStatement':
      return any(
        node.cases.flatMap((c: TSESTree.SwitchCase) => c.consequent),
        true,
      );
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return any([node.body], true);
    default:
      return false;
  }
}
