import type { TSESTree } from '@typescript-eslint/utils';
import type { Variable } from '../file.js';
import { enclosingClass, isFunction, keyName, memberName, unwrap, type Node } from '../syntax.js';
import type { Flow } from './flow.js';

/** What a branch does: nothing that matters, overwrite variables which hold a default and no more, or anything else. */
type Effect = 'none' | 'overwrites' | 'more';

/** Asked at every level of nested branches: known for what stands further in. */
const effects = new WeakMap<Node, Effect>();

/**
 * `let items = []; if (res.ok) items = await res.json();`: a branch that only overwrites variables which hold a default.
 * The empty side is then not forgotten: it keeps the default.
 */
export const overwritesDefaultsOnly = (flow: Flow, branch: Node): boolean => effectOf(flow, branch) === 'overwrites';

function effectOf(flow: Flow, node: Node): Effect {
  let effect = effects.get(node);
  if (!effect) effects.set(node, (effect = computeEffect(flow, node)));
  return effect;
}

function computeEffect(flow: Flow, node: Node): Effect {
  switch (node.type) {
    case 'BlockStatement':
      return effectOfAll(flow, node.body);
    case 'IfStatement':
      return effectOfAll(flow, [node.consequent, node.alternate]);
    case 'TryStatement':
      return effectOfAll(flow, [node.block, node.handler?.body, node.finalizer]);
    case 'VariableDeclaration':
    case 'EmptyStatement':
      return 'none';
    case 'ExpressionStatement':
      if (flow.analysis.conventions.isLogging(node)) return 'none';
      return overwritesDefault(flow, unwrap(node.expression)) ? 'overwrites' : 'more';
    default:
      return 'more';
  }
}

function effectOfAll(flow: Flow, nodes: readonly (Node | null | undefined)[]): Effect {
  let all: Effect = 'none';
  for (const node of nodes) {
    const effect = node ? effectOf(flow, node) : 'none';
    if (effect === 'more') return 'more';
    if (effect === 'overwrites') all = 'overwrites';
  }
  return all;
}

function overwritesDefault(flow: Flow, expression: Node): boolean {
  if (expression.type !== 'AssignmentExpression' || expression.operator !== '=') return false;
  const target = unwrap(expression.left);
  const variable = target.type === 'Identifier' ? flow.analysis.file.variable(target) : undefined;
  return variable ? hasDefault(variable) : isFieldWithDefault(target);
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
export const leavesEarly = (branch: Node): boolean => leaves(branch, outsideLoops);

/** What is known of branches, those in a loop apart: `break` leaves the loop alone there. */
const outsideLoops = new WeakMap<Node, boolean>();
const insideLoops = new WeakMap<Node, boolean>();

function leaves(node: Node, known: WeakMap<Node, boolean>): boolean {
  let answer = known.get(node);
  if (answer === undefined) known.set(node, (answer = computeLeaves(node, known)));
  return answer;
}

function computeLeaves(node: Node, known: WeakMap<Node, boolean>): boolean {
  const any = (nodes: readonly (Node | null | undefined)[], within = known) =>
    nodes.some((child) => !!child && leaves(child, within));
  switch (node.type) {
    case 'ReturnStatement':
      return true;
    case 'BreakStatement':
    case 'ContinueStatement':
      return known === outsideLoops;
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
        insideLoops,
      );
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return any([node.body], insideLoops);
    default:
      return false;
  }
}
