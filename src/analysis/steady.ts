import type { TSESTree } from '@typescript-eslint/utils';
import { isRewritten, type File, type Variable } from './file.js';
import { isEquality, memberName, outermost, unwrap, type Node } from './syntax.js';

/** A condition that is as true further on as it is here. */
export interface SteadyCondition {
  /** The same for all conditions that ask the same. */
  readonly number: number;
  readonly variable: Variable;
  /** It asks for the opposite of what its number stands for. */
  readonly isNegated: boolean;
}

/** What is asked, and of which variable. */
interface Asked {
  readonly text: string;
  readonly variable: Variable;
  /** A part of an object is asked for: others may hold the object, too, and change it in time. */
  readonly isPart: boolean;
}

/**
 * Conditions on what does not change: on a variable that has one value (`strict`), on a property of what it holds
 * (`options.raw`, `options.type === 'json'`), on a text (`type.includes('json')`). Two that ask the same go together.
 */
export class Steady {
  private readonly numbers = new Map<string, number>();
  private readonly known = new Map<Node, SteadyCondition | undefined>();
  private readonly byVariable = new Map<Variable, number[]>();
  private readonly parts = new Set<number>();
  private readonly onlyRead = new Map<Variable, boolean>();

  constructor(private readonly file: File) {}

  /** The condition that an expression is; undefined for one that may be different the next time. */
  of(node: Node): SteadyCondition | undefined {
    if (this.known.has(node)) return this.known.get(node);
    const condition = this.find(node);
    this.known.set(node, condition);
    return condition;
  }

  /** The conditions on a variable, by their numbers. */
  on(variable: Variable): readonly number[] {
    return this.byVariable.get(variable) ?? none;
  }

  /** Whether a condition, by its number, may be another after a while, as in the next turn of a loop. */
  isPassing(number: number): boolean {
    return this.parts.has(number);
  }

  private find(node: Node): SteadyCondition | undefined {
    const asked = this.comparison(node) ?? this.operand(node);
    if (!asked) return undefined;
    const isNegated = node.type === 'BinaryExpression' && node.operator.startsWith('!');
    return { number: this.number(asked), variable: asked.variable, isNegated };
  }

  private number({ text, variable, isPart }: Asked): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      this.numbers.set(text, (number = this.numbers.size));
      if (isPart) this.parts.add(number);
      const others = this.byVariable.get(variable);
      if (others) others.push(number);
      else this.byVariable.set(variable, [number]);
    }
    return number;
  }

  /** `type === 'json'`. */
  private comparison(node: Node): Asked | undefined {
    if (node.type !== 'BinaryExpression' || !isEquality(node.operator)) return undefined;
    const asked = this.operand(node.left);
    const constant = asked && constantText(node.right);
    if (!constant) return undefined;
    return { ...asked, text: `${asked.text} ${node.operator.replace('!', '=')} ${constant}` };
  }

  private operand(wrapped: Node): Asked | undefined {
    const node = unwrap(wrapped);
    switch (node.type) {
      case 'Identifier': {
        const variable = this.file.variable(node);
        return variable && isSteady(variable)
          ? { text: String(this.file.number(variable)), variable, isPart: false }
          : undefined;
      }
      case 'MemberExpression': {
        const name = memberName(node);
        return name === undefined ? undefined : this.part(node.object, name);
      }
      case 'CallExpression':
        return this.textTest(node);
      case 'UnaryExpression': {
        const asked = node.operator === 'typeof' ? this.operand(node.argument) : undefined;
        return asked && { ...asked, text: `typeof ${asked.text}` };
      }
      default:
        return undefined;
    }
  }

  /** A property of what a variable holds, where nothing in this file changes it. */
  private part(object: Node, name: string): Asked | undefined {
    const asked = unwrap(object).type === 'Identifier' ? this.operand(object) : undefined;
    if (!asked || !this.isOnlyRead(asked.variable)) return undefined;
    return { ...asked, text: `${asked.text}.${name}`, isPart: true };
  }

  /** `type.includes('json')`. */
  private textTest({ callee, arguments: args }: TSESTree.CallExpression): Asked | undefined {
    const method = unwrap(callee);
    if (method.type !== 'MemberExpression' || !textTests.has(memberName(method) ?? '')) return undefined;
    const constants = args.map(constantText);
    const asked = constants.every((constant) => constant !== undefined) ? this.operand(method.object) : undefined;
    if (!asked || !this.isOnlyRead(asked.variable)) return undefined;
    return { ...asked, text: `${asked.text}.${memberName(method)}(${constants.join()})`, isPart: true };
  }

  private isOnlyRead(variable: Variable): boolean {
    let answer = this.onlyRead.get(variable);
    if (answer === undefined) {
      answer = variable.references.every(({ identifier }) => leavesAsIs(identifier as Node));
      this.onlyRead.set(variable, answer);
    }
    return answer;
  }
}

const none: readonly number[] = [];

const textTests = new Set(['includes', 'startsWith', 'endsWith']);

/** Methods that change nothing, of texts and of lists. */
const harmless = new Set([
  ...textTests,
  ...['indexOf', 'match', 'replace', 'slice', 'split', 'toLowerCase', 'toString', 'toUpperCase', 'trim', 'map'],
  ...['find', 'filter', 'some', 'every', 'forEach', 'join', 'hasOwnProperty'],
]);

/** Whether a variable has the same value wherever it can be read. */
const isSteady = (variable: Variable): boolean =>
  variable.defs.length === 1 && ['Variable', 'Parameter'].includes(variable.defs[0]!.type) && !isRewritten(variable);

/** Whether an object is the same after it is read here; code that it is given to is taken to leave it alone. */
function leavesAsIs(identifier: Node): boolean {
  const member = outermost(identifier).parent!;
  if (member.type !== 'MemberExpression' || unwrap(member.object) !== identifier) return true;
  const use = outermost(member).parent!;
  switch (use.type) {
    case 'AssignmentExpression':
      return unwrap(use.left) !== member;
    case 'UpdateExpression':
      return false;
    case 'UnaryExpression':
      return use.operator !== 'delete';
    case 'CallExpression':
      return unwrap(use.callee) !== member || harmless.has(memberName(member) ?? '');
    default:
      return true;
  }
}

function constantText(wrapped: Node): string | undefined {
  const node = unwrap(wrapped);
  if (node.type === 'Literal' && !('regex' in node)) return `${typeof node.value} ${String(node.value)}`;
  return node.type === 'Identifier' && node.name === 'undefined' ? node.name : undefined;
}
