import type { TSESTree } from '@typescript-eslint/utils';
import { File } from './file.js';
import { isEquality, unwrap, type Node } from './nodes.js';
import { conditionsOn, isConstant, type ConditionOn } from './variable-conditions.js';
import type { Variable } from './variables.js';

/** A condition that has the same outcome further on, and stands in the code more than once. */
export interface StableCondition {
  /** The same for all conditions with the same meaning. */
  readonly number: number;
  readonly variable: Variable;
  /** It is true where the condition of its number is false: `type !== 'json'`. */
  readonly isNegated: boolean;
}

/** All of them that are on one variable. */
interface Conditions {
  readonly byNode: ReadonlyMap<Node, StableCondition>;
  readonly numbers: readonly number[];
}

/**
 * Conditions on what does not change: on a variable that has one value (`strict`), on a property of what it holds
 * (`options.raw`, `options.type === 'json'`), on a text (`type.includes('json')`). Two with the same text have the same number.
 */
export class StableConditions {
  private readonly byVariable = new Map<Variable, Conditions>();
  /** For each number, whether it asks for a part of an object. */
  private readonly onParts: boolean[] = [];

  constructor(private readonly file: File) {}

  /** The stable condition that an expression is; undefined for one that may change, or that stands in the code once. */
  of(node: Node): StableCondition | undefined {
    const subject = subjectOf(node);
    const variable = subject && this.file.variable(subject);
    if (!variable) return undefined;
    let conditions = this.byVariable.get(variable);
    if (!conditions) this.byVariable.set(variable, (conditions = this.find(variable)));
    return conditions.byNode.get(node);
  }

  /** The numbers of the conditions on a variable, as far as `of` came across it. */
  on(variable: Variable): readonly number[] {
    return this.byVariable.get(variable)?.numbers ?? [];
  }

  /** Whether a condition may have another outcome in the next turn of a loop: `options.raw`, where others hold the object. */
  mayChange(number: number): boolean {
    return this.onParts[number]!;
  }

  private find(variable: Variable): Conditions {
    const byNode = new Map<Node, StableCondition>();
    const numbers: number[] = [];
    for (const same of isConstant(variable) ? repeated(conditionsOn(variable, this.file.vocabulary)) : []) {
      const number = this.onParts.push(same[0]!.isPart) - 1;
      numbers.push(number);
      for (const { node, isNegated } of same) byNode.set(node, { number, variable, isNegated });
    }
    return { byNode, numbers };
  }
}

/** The identifier whose value a condition is about. */
function subjectOf(wrapped: Node): TSESTree.Identifier | undefined {
  const node = unwrap(wrapped);
  switch (node.type) {
    case 'Identifier':
      return node;
    case 'MemberExpression':
      return subjectOf(node.object);
    case 'BinaryExpression':
      return isEquality(node.operator) ? subjectOf(node.left) : undefined;
    case 'CallExpression':
      return node.callee.type === 'MemberExpression' ? subjectOf(node.callee) : undefined;
    case 'UnaryExpression':
      return node.operator === 'typeof' ? subjectOf(node.argument) : undefined;
    default:
      return undefined;
  }
}

/** The conditions with the same meaning, where there is more than one. */
function repeated(conditions: readonly ConditionOn[]): readonly (readonly ConditionOn[])[] {
  const byText = new Map<string, ConditionOn[]>();
  for (const condition of conditions) {
    const same = byText.get(condition.text);
    if (same) same.push(condition);
    else byText.set(condition.text, [condition]);
  }
  return [...byText.values()].filter((same) => same.length > 1);
}
