import type { TSESTree } from '@typescript-eslint/utils';
import { File } from './file.js';
import {
  isEquality,
  isFunction,
  isInside,
  keyName,
  memberName,
  outermost,
  propertyNamed,
  unwrap,
  type FunctionNode,
  type Node,
} from './nodes.js';
import { changedParts, isSteady, questionAt, questionsOn, stays } from './stable-conditions.js';
import type { Variable } from './variables.js';

/** What the text says a value is: something primitive, or what makes an object (`{ … }`, a function). */
export interface Known {
  readonly value: Node | string | number | bigint | boolean | null | undefined;
}

/** For conditions in a function, whether they are true for some call of it. */
export type Answers = ReadonlyMap<Node, boolean>;

/** A condition in a function on what a parameter is given. */
interface Flag {
  readonly node: Node;
  readonly parameter: number;
  readonly value: Via;
}

/** From what an argument is to what some expression is. */
type Via = (argument: Known | undefined) => Known | undefined;

const nothing: Known = { value: undefined };
export const noAnswers: Answers = new Map();

/**
 * What a call says of the conditions of the function it calls: `get(url, { strict: true })` goes only one of the ways that
 * `if (options.strict && !res.ok) throw …` has, and so does `get(url)`.
 */
export class Given {
  private readonly flags = new Map<FunctionNode, readonly Flag[]>();

  constructor(private readonly file: File) {}

  /** By the arguments of a call, as far as their text tells. */
  answers(fn: FunctionNode, args: readonly Node[]): Answers {
    const flags = this.flagsOf(fn);
    if (flags.length === 0) return noAnswers;
    const spread = args.findIndex(({ type }) => type === 'SpreadElement');
    const answers = new Map<Node, boolean>();
    for (const { node, parameter, value } of flags) {
      if (spread >= 0 && spread <= parameter) continue;
      const argument = args[parameter];
      const known = value(argument ? this.known(argument) : nothing);
      if (known) answers.set(node, !!known.value);
    }
    return answers;
  }

  private flagsOf(fn: FunctionNode): readonly Flag[] {
    let flags = this.flags.get(fn);
    if (!flags) this.flags.set(fn, (flags = this.callsItself(fn) ? [] : this.findFlags(fn)));
    return flags;
  }

  /** Whoever asks it again and again does so with other arguments, and the last of them give the answer. */
  private callsItself(fn: FunctionNode): boolean {
    return this.file.callsOf(fn).some((call) => isInside(call, fn));
  }

  private findFlags({ params }: FunctionNode): readonly Flag[] {
    return params.flatMap((param, parameter) =>
      this.asked(param, (argument) => argument).map((flag) => ({ ...flag, parameter })),
    );
  }

  /** The conditions on the variables of a pattern, and on those that are made of them. */
  private asked(pattern: Node, via: Via): Omit<Flag, 'parameter'>[] {
    switch (pattern.type) {
      case 'AssignmentPattern':
        return this.asked(pattern.left, (argument) => {
          const known = via(argument);
          return known?.value === undefined && known ? this.known(pattern.right) : known;
        });
      case 'ObjectPattern':
        return pattern.properties.flatMap((property) => {
          const name = property.type === 'Property' ? keyName(property) : undefined;
          return name === undefined ? [] : this.asked(property.value!, (argument) => this.member(via(argument), name));
        });
      case 'Identifier': {
        const variable = this.file.variable(pattern);
        return variable && isSteady(variable) ? this.askedOf(variable, via) : [];
      }
      default:
        return [];
    }
  }

  private askedOf(variable: Variable, via: Via): Omit<Flag, 'parameter'>[] {
    const flags = questionsOn(variable, this.file.vocabulary).map(({ node }) => ({
      node,
      value: (argument: Known | undefined) => this.valueOf(node, via(argument)),
    }));
    const changed = changedParts(variable, this.file.vocabulary);
    const made = variable.references.flatMap(({ identifier }) => {
      const question = questionAt(identifier, this.file.vocabulary);
      if (!stays(question, changed)) return [];
      const expression = withFallback(question.node);
      const declarator = outermost(expression).parent;
      if (declarator?.type !== 'VariableDeclarator' || declarator.id === expression) return [];
      return this.asked(declarator.id, (argument) => this.valueOf(expression, via(argument)));
    });
    return [...flags, ...made];
  }

  /** What an expression is where its innermost name stands for something known. */
  private valueOf(wrapped: Node, subject: Known | undefined): Known | undefined {
    const node = unwrap(wrapped);
    switch (node.type) {
      case 'Identifier':
        return subject;
      case 'MemberExpression': {
        const owner = this.valueOf(node.object, subject);
        const isMissing = owner && (owner.value === undefined || owner.value === null);
        if (isMissing) return node.optional ? nothing : undefined;
        return this.member(owner, memberName(node));
      }
      case 'LogicalExpression': {
        const left = this.valueOf(node.left, subject);
        if (!left) return undefined;
        const stays = node.operator === '??' ? left.value !== undefined && left.value !== null : !!left.value;
        return stays ? left : this.known(node.right);
      }
      case 'UnaryExpression':
        return typeOf(this.valueOf(node.argument, subject));
      case 'BinaryExpression':
        return compared(node.operator, this.valueOf(node.left, subject), this.known(node.right));
      default:
        return undefined;
    }
  }

  private member(owner: Known | undefined, name: string | undefined): Known | undefined {
    if (!owner || name === undefined || !isNode(owner.value) || owner.value.type !== 'ObjectExpression')
      return undefined;
    const property = propertyNamed(owner.value, name);
    if (property === null) return nothing;
    return property?.kind === 'init' ? this.known(property.value) : undefined;
  }

  /** What an expression of the caller is, also by the name of a constant. */
  private known(wrapped: Node): Known | undefined {
    const direct = unwrap(wrapped);
    if (direct.type === 'ObjectExpression' || isFunction(direct)) return { value: direct };
    const node = this.file.constantValue(direct);
    if (node.type === 'Literal') return 'regex' in node ? undefined : { value: node.value as Known['value'] };
    if (node.type === 'Identifier') return node.name === 'undefined' ? nothing : undefined;
    if (node.type !== 'UnaryExpression') return undefined;
    // `void 0`, `!0` and `!1` of code that was made smaller.
    if (node.operator === 'void') return nothing;
    const operand = node.operator === '!' ? this.known(node.argument) : undefined;
    return operand && { value: !operand.value };
  }
}

/** `options.raw ?? false` for `options.raw`. */
function withFallback(node: Node): Node {
  const outer = outermost(node);
  const parent = outer.parent;
  return parent?.type === 'LogicalExpression' && parent.operator !== '&&' && parent.left === outer ? parent : node;
}

const isNode = (value: Known['value']): value is TSESTree.ObjectExpression | FunctionNode =>
  typeof value === 'object' && value !== null;

function typeOf(known: Known | undefined): Known | undefined {
  if (!known) return undefined;
  return { value: isNode(known.value) && isFunction(known.value) ? 'function' : typeof known.value };
}

function compared(operator: string, left: Known | undefined, right: Known | undefined): Known | undefined {
  if (!left || !right || !isEquality(operator)) return undefined;
  const isLoose = operator.length === 2;
  // `==` turns one primitive into another, but for null and undefined, which are like each other and nothing else.
  const [a, b] = isLoose ? [left.value ?? null, right.value ?? null] : [left.value, right.value];
  if (isLoose && a !== null && b !== null && typeof a !== typeof b) return undefined;
  return { value: (a === b) !== operator.startsWith('!') };
}
