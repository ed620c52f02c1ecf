import type { TSESTree } from '@typescript-eslint/utils';
import { callOf, isEquality, memberName, outermost, unwrap, type Node } from './nodes.js';
import { isRewritten, type Variable } from './variables.js';
import type { Vocabulary } from './vocabulary.js';

/** An expression on what a variable holds: `options.raw`, `type === 'json'`. */
export interface ConditionOn {
  readonly node: Node;
  readonly text: string;
  readonly isNegated: boolean;
  /** It reads a part of an object: others may hold the object, too, and change it in time. */
  readonly isPart: boolean;
  /** The name of that part: `raw`. */
  readonly part?: string;
}

/** Whether a variable has the same value wherever it can be read. */
export const isConstant = (variable: Variable): boolean => variable.defs.length === 1 && !isRewritten(variable);

/** The conditions on what a variable holds that have the same outcome wherever they stand. */
export function conditionsOn(variable: Variable, words: Vocabulary): readonly ConditionOn[] {
  const conditions = variable.references
    .map(({ identifier }) => conditionOn(identifier, words))
    .filter(({ node }) => isCondition(node));
  if (!conditions.some(({ isPart }) => isPart)) return conditions;
  const changed = changedParts(variable, words);
  return conditions.filter((condition) => !condition.isPart || isUnchanged(condition, changed));
}

/** Whether a condition on an object has the same outcome although these parts of the object are changed. */
export const isUnchanged = ({ part }: ConditionOn, changed: ReadonlySet<string>): boolean =>
  changed.size === 0 || (part !== undefined && !changed.has(part) && !changed.has(anyPart));

/** The names of the parts that code changes of what a variable holds: `raw` of `options.raw = true`. */
export const changedParts = ({ references }: Variable, words: Vocabulary): ReadonlySet<string> =>
  new Set(references.flatMap(({ identifier }) => changedPart(identifier, words) ?? []));

/** Stands for all names, where it is not known which part is changed. */
const anyPart = '*';

/** The largest expression around an identifier that is a condition on what it holds: `type === 'json'` for `type`. */
export const conditionOn = (identifier: Node, words: Vocabulary): ConditionOn => {
  const bare = { node: identifier, text: '', isNegated: false, isPart: false };
  return comparisonOf(typeOf(textTestOf(propertyOf(bare, words), words)));
};

/** `options.raw`. */
function propertyOf(condition: ConditionOn, words: Vocabulary): ConditionOn {
  const member = memberOn(condition.node);
  const name = member && memberName(member);
  if (name === undefined || words.testsText(name)) return condition;
  return { ...condition, node: member!, text: `${condition.text}.${name}`, isPart: true, part: name };
}

/** `type.includes('json')`. */
function textTestOf(condition: ConditionOn, words: Vocabulary): ConditionOn {
  const member = memberOn(condition.node);
  const call = member && callOf(outermost(member));
  if (!call) return condition;
  const name = memberName(member);
  const constants = call.arguments.map(constantText);
  if (!name || !words.testsText(name) || constants.includes(undefined)) return condition;
  return { ...condition, node: call, text: `${condition.text}.${name}(${constants.join()})`, isPart: true };
}

function memberOn(node: Node): TSESTree.MemberExpression | undefined {
  const { parent } = outermost(node);
  return parent?.type === 'MemberExpression' && unwrap(parent.object) === node ? parent : undefined;
}

/** `typeof options`. */
function typeOf(condition: ConditionOn): ConditionOn {
  const { parent } = outermost(condition.node);
  const isTypeof = parent?.type === 'UnaryExpression' && parent.operator === 'typeof';
  return isTypeof ? { ...condition, node: parent, text: `typeof ${condition.text}` } : condition;
}

/** `type === 'json'`. */
function comparisonOf(condition: ConditionOn): ConditionOn {
  const { parent } = outermost(condition.node);
  if (parent?.type !== 'BinaryExpression' || !isEquality(parent.operator)) return condition;
  const constant = unwrap(parent.left) === condition.node ? constantText(parent.right) : undefined;
  if (constant === undefined) return condition;
  const isNegated = parent.operator.startsWith('!');
  return { ...condition, node: parent, text: `${condition.text} ${parent.operator.slice(1)} ${constant}`, isNegated };
}

function constantText(wrapped: Node): string | undefined {
  const node = unwrap(wrapped);
  if (node.type === 'Literal' && !('regex' in node)) return `${typeof node.value} ${String(node.value)}`;
  return node.type === 'Identifier' && node.name === 'undefined' ? node.name : undefined;
}

const conditional = new Set([
  ...['IfStatement', 'ConditionalExpression', 'LogicalExpression', 'UnaryExpression'],
  ...['WhileStatement', 'DoWhileStatement', 'ForStatement'],
]);

const isCondition = (node: Node): boolean => conditional.has(outermost(node).parent!.type);

/** The part of an object that is changed where it stands; a function that gets the object is taken to change nothing. */
function changedPart(identifier: Node, words: Vocabulary): string | undefined {
  const member = memberOn(identifier);
  if (!member || leavesAsIs(member, words)) return undefined;
  return callOf(outermost(member)) ? anyPart : (memberName(member) ?? anyPart);
}

/** Whether a part of an object is the same after it is used. */
function leavesAsIs(member: TSESTree.MemberExpression, words: Vocabulary): boolean {
  const use = outermost(member).parent!;
  switch (use.type) {
    case 'AssignmentExpression':
    case 'AssignmentPattern':
    case 'ForInStatement':
    case 'ForOfStatement':
      return unwrap(use.left) !== member;
    case 'UpdateExpression':
    case 'ArrayPattern':
    case 'RestElement':
      return false;
    case 'Property':
      return use.parent.type !== 'ObjectPattern';
    case 'UnaryExpression':
      return use.operator !== 'delete';
    case 'CallExpression':
      return unwrap(use.callee) !== member || words.leavesAsIs(memberName(member) ?? '');
    default:
      return true;
  }
}
