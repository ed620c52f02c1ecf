import type { TSESTree } from '@typescript-eslint/utils';
import { File } from './file.js';
import { callOf, isEquality, memberName, outermost, unwrap, type Node } from './nodes.js';
import { isRewritten, type Variable } from './variables.js';
import type { Vocabulary } from './vocabulary.js';

/** A condition that is as true further on as it is here, and is asked more than once. */
export interface SteadyCondition {
  /** The same for all conditions that ask the same. */
  readonly number: number;
  readonly variable: Variable;
  /** It asks for the opposite of what its number stands for. */
  readonly isNegated: boolean;
}

/** All of them that are on one variable. */
interface Conditions {
  readonly byNode: ReadonlyMap<Node, SteadyCondition>;
  readonly numbers: readonly number[];
}

/** What an expression asks of a variable. */
export interface Question {
  readonly node: Node;
  readonly text: string;
  readonly isNegated: boolean;
  /** A part of an object is asked for: others may hold the object, too, and change it in time. */
  readonly isPart: boolean;
  /** The name of that part, where it has one. */
  readonly part?: string;
}

/**
 * Conditions on what does not change: on a variable that has one value (`strict`), on a property of what it holds
 * (`options.raw`, `options.type === 'json'`), on a text (`type.includes('json')`). Two that ask the same go together.
 */
export class Steady {
  private readonly byVariable = new Map<Variable, Conditions>();
  private readonly passing: boolean[] = [];

  constructor(private readonly file: File) {}

  /** The condition that an expression is; undefined for one that may be otherwise the next time, or that nobody repeats. */
  of(node: Node): SteadyCondition | undefined {
    const subject = subjectOf(node);
    const variable = subject && this.file.variable(subject);
    if (!variable) return undefined;
    let conditions = this.byVariable.get(variable);
    if (!conditions) this.byVariable.set(variable, (conditions = this.find(variable)));
    return conditions.byNode.get(node);
  }

  /** The conditions on a variable that were asked for so far, by their numbers. */
  on(variable: Variable): readonly number[] {
    return this.byVariable.get(variable)?.numbers ?? [];
  }

  /** Whether a condition, by its number, may be another after a while, as in the next turn of a loop. */
  isPassing(number: number): boolean {
    return this.passing[number]!;
  }

  private find(variable: Variable): Conditions {
    const byNode = new Map<Node, SteadyCondition>();
    const numbers: number[] = [];
    for (const same of isSteady(variable) ? repeated(questionsOn(variable, this.file.vocabulary)) : []) {
      const number = this.passing.push(same[0]!.isPart) - 1;
      numbers.push(number);
      for (const { node, isNegated } of same) byNode.set(node, { number, variable, isNegated });
    }
    return { byNode, numbers };
  }
}

/** Whether a variable has the same value wherever it can be read. */
export const isSteady = (variable: Variable): boolean => variable.defs.length === 1 && !isRewritten(variable);

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

/** The conditions on what a variable holds, as far as they are the same wherever they stand. */
export function questionsOn(variable: Variable, words: Vocabulary): readonly Question[] {
  const questions = variable.references
    .map(({ identifier }) => questionAt(identifier, words))
    .filter(({ node }) => isCondition(node));
  if (!questions.some(({ isPart }) => isPart)) return questions;
  const changed = changedParts(variable, words);
  return questions.filter((question) => !question.isPart || stays(question, changed));
}

/** Whether what is asked of an object stays as it is where these parts of it are changed. */
export const stays = ({ part }: Question, changed: ReadonlySet<string>): boolean =>
  changed.size === 0 || (part !== undefined && !changed.has(part) && !changed.has(anyPart));

/** The names of the parts that are changed of what a variable holds. */
export const changedParts = ({ references }: Variable, words: Vocabulary): ReadonlySet<string> =>
  new Set(references.flatMap(({ identifier }) => changedPart(identifier, words) ?? []));

/** No name of a property: who knows which is changed. */
const anyPart = '*';

/** Those that ask the same, where that is asked more than once. */
function repeated(questions: readonly Question[]): readonly (readonly Question[])[] {
  const byText = new Map<string, Question[]>();
  for (const question of questions) {
    const same = byText.get(question.text);
    if (same) same.push(question);
    else byText.set(question.text, [question]);
  }
  return [...byText.values()].filter((same) => same.length > 1);
}

/** The largest expression around an identifier that asks for something which stays as it is. */
export const questionAt = (identifier: Node, words: Vocabulary): Question => {
  const bare = { node: identifier, text: '', isNegated: false, isPart: false };
  return comparisonOf(typeOf(textTestOf(propertyOf(bare, words), words)));
};

/** `options.raw`. */
function propertyOf(question: Question, words: Vocabulary): Question {
  const member = memberOn(question.node);
  const name = member && memberName(member);
  if (name === undefined || words.testsText(name)) return question;
  return { ...question, node: member!, text: `${question.text}.${name}`, isPart: true, part: name };
}

/** `type.includes('json')`. */
function textTestOf(question: Question, words: Vocabulary): Question {
  const member = memberOn(question.node);
  const call = member && callOf(outermost(member));
  if (!call) return question;
  const name = memberName(member);
  const constants = call.arguments.map(constantText);
  if (!name || !words.testsText(name) || constants.includes(undefined)) return question;
  return { ...question, node: call, text: `${question.text}.${name}(${constants.join()})`, isPart: true };
}

function memberOn(node: Node): TSESTree.MemberExpression | undefined {
  const { parent } = outermost(node);
  return parent?.type === 'MemberExpression' && unwrap(parent.object) === node ? parent : undefined;
}

/** `typeof options`. */
function typeOf(question: Question): Question {
  const { parent } = outermost(question.node);
  const isTypeof = parent?.type === 'UnaryExpression' && parent.operator === 'typeof';
  return isTypeof ? { ...question, node: parent, text: `typeof ${question.text}` } : question;
}

/** `type === 'json'`. */
function comparisonOf(question: Question): Question {
  const { parent } = outermost(question.node);
  if (parent?.type !== 'BinaryExpression' || !isEquality(parent.operator)) return question;
  const constant = unwrap(parent.left) === question.node ? constantText(parent.right) : undefined;
  if (constant === undefined) return question;
  const isNegated = parent.operator.startsWith('!');
  return { ...question, node: parent, text: `${question.text} ${parent.operator.slice(1)} ${constant}`, isNegated };
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

/** The part of an object that is not the same after it is read here; code that it is given to is taken to leave it alone. */
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
