import type { TSESTree } from '@typescript-eslint/utils';
import { Conventions } from '../models/conventions.js';
import { File } from '../syntax/file.js';
import { enclosingClass, isFunction, isLoop, keyName, memberName, unwrap, type Node } from '../syntax/nodes.js';
import type { Variable } from '../syntax/variables.js';

/** What a branch does: nothing that matters, only overwrite variables that hold a default (`items = data`), or more. */
type Effect = 'none' | 'overwrites' | 'more';

/** What the branches of a file do. Cached for each node, since nested branches are asked about at every level. */
export class Branches {
  private readonly effects = new Map<Node, Effect>();
  /** Whether a branch exits; apart for code in an inner loop, where `break` only ends that loop. */
  private readonly outsideLoops = new Map<Node, boolean>();
  private readonly insideLoops = new Map<Node, boolean>();
  /** Whether a branch returns a value. */
  private readonly withValue = new Map<Node, boolean>();

  constructor(
    private readonly file: File,
    private readonly conventions: Conventions,
  ) {}

  /**
   * `let items = []; if (res.ok) items = await res.json();`: a branch that only overwrites variables which hold a default.
   * The missing `else` is then meant: failures keep the default.
   */
  overwritesDefaultsOnly(branch: Node): boolean {
    return this.effectOf(branch) === 'overwrites';
  }

  /**
   * `if (res.ok) { …; if (found) return found; }`: a branch that may exit the function or the turn. What follows
   * it is the fallback; where nothing follows, returning no value is one if the branch returns a value.
   */
  exitsEarly(branch: Node): boolean {
    return this.exits(branch, this.outsideLoops) && (this.exits(branch, this.withValue) || isFollowed(branch));
  }

  /**
   * `if (status !== 204) { fail(); }`: whether a side of a condition is written out, and does more than to read a value for
   * what comes after it, as `if (status !== 204) data = await res.json();` does.
   */
  actsOnSide(condition: Node, holds: boolean): boolean {
    const { parent } = condition;
    switch (parent?.type) {
      case 'IfStatement': {
        const side = holds ? parent.consequent : parent.alternate;
        return parent.test === condition && !!side && acts(side);
      }
      case 'ConditionalExpression':
        return parent.parent.type === 'ExpressionStatement' && parent.test === condition;
      default:
        return (
          condition.type === 'SwitchStatement' &&
          (condition.cases.find(({ test }) => !test)?.consequent.some(acts) ?? false)
        );
    }
  }

  private effectOf(node: Node): Effect {
    let effect = this.effects.get(node);
    if (!effect) this.effects.set(node, (effect = this.computeEffect(node)));
    return effect;
  }

  private computeEffect(node: Node): Effect {
    switch (node.type) {
      case 'BlockStatement':
        return this.effectOfAll(node.body);
      case 'IfStatement':
        return this.effectOfAll([node.consequent, node.alternate]);
      case 'TryStatement':
        return this.effectOfAll([node.block, node.handler?.body, node.finalizer]);
      case 'VariableDeclaration':
      case 'EmptyStatement':
        return 'none';
      case 'ExpressionStatement':
        if (this.conventions.isLogging(node)) return 'none';
        return overwritesDefault(this.file, unwrap(node.expression)) ? 'overwrites' : 'more';
      default:
        return 'more';
    }
  }

  private effectOfAll(nodes: readonly (Node | null | undefined)[]): Effect {
    let all: Effect = 'none';
    for (const node of nodes) {
      const effect = node ? this.effectOf(node) : 'none';
      if (effect === 'more') return 'more';
      if (effect === 'overwrites') all = 'overwrites';
    }
    return all;
  }

  private exits(node: Node, known: Map<Node, boolean>): boolean {
    let answer = known.get(node);
    if (answer === undefined) known.set(node, (answer = this.computeExits(node, known)));
    return answer;
  }

  private computeExits(node: Node, known: Map<Node, boolean>): boolean {
    // In an inner loop or `switch`, `break` exits that alone.
    const inLoop = known === this.outsideLoops ? this.insideLoops : known;
    const any = (nodes: readonly (Node | null | undefined)[], within = known) =>
      nodes.some((child) => !!child && this.exits(child, within));
    switch (node.type) {
      case 'ReturnStatement':
        return known !== this.withValue || !!node.argument;
      case 'BreakStatement':
      case 'ContinueStatement':
        return known === this.outsideLoops;
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
          inLoop,
        );
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        return any([node.body], inLoop);
      default:
        return false;
    }
  }
}

/** Whether any code runs after a statement, in its function or in the next turn of a loop. */
function isFollowed(statement: Node): boolean {
  let at = statement;
  for (let parent = at.parent; parent && !isFunction(parent); parent = at.parent) {
    const isLast =
      parent.type === 'BlockStatement' || parent.type === 'Program'
        ? parent.body.at(-1) === at
        : parent.type === 'IfStatement' || (parent.type === 'TryStatement' && !parent.finalizer);
    if (!isLast) return true;
    at = parent;
  }
  return false;
}

function overwritesDefault(file: File, expression: Node): boolean {
  if (expression.type !== 'AssignmentExpression' || expression.operator !== '=') return false;
  const target = unwrap(expression.left);
  const variable = target.type === 'Identifier' ? file.variable(target) : undefined;
  return variable ? hasDefault(variable) : isFieldWithDefault(target);
}

/** `this.items`, which the class declares as `items = []`. */
function isFieldWithDefault(target: Node): boolean {
  if (target.type !== 'MemberExpression' || target.object.type !== 'ThisExpression') return false;
  const name = memberName(target);
  const fields = enclosingClass(target)?.body ?? [];
  return fields.some((field) => field.type === 'PropertyDefinition' && keyName(field) === name && !!field.value);
}

/** Whether a statement does something: it calls, throws, or gives a constant; and not only reads, keeps or gives a value. */
function acts(node: Node): boolean {
  switch (node.type) {
    case 'BlockStatement':
      return node.body.some(acts);
    case 'IfStatement':
      return acts(node.consequent) || (!!node.alternate && acts(node.alternate));
    case 'TryStatement':
      return acts(node.block) || (!!node.handler && acts(node.handler.body));
    case 'ExpressionStatement':
      return unwrap(node.expression).type !== 'AssignmentExpression';
    case 'ReturnStatement':
      return !node.argument || unwrap(node.argument).type === 'Literal';
    case 'BreakStatement':
      return (
        node.parent.type !== 'SwitchCase' && !(node.parent.type === 'BlockStatement' && node.parent.body.length > 1)
      );
    case 'ThrowStatement':
    case 'ContinueStatement':
      return true;
    default:
      return false;
  }
}

/** A variable that is declared with a value or, as `let x;` is, with none, and read later. */
function hasDefault({ defs: [definition], references }: Variable): boolean {
  if (definition?.node.type !== 'VariableDeclarator' || definition.node.id.type !== 'Identifier') return false;
  const { init, parent } = definition.node;
  if (init) return !isFunction(init);
  return !isLoop(parent.parent) && references.some((reference) => reference.isRead());
}
