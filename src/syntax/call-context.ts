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
import { changedParts, conditionOn, conditionsOn, isConstant, isUnchanged } from './variable-conditions.js';
import type { Variable } from './variables.js';

/** The constant that the text of an argument says: something primitive, or an object literal or a function. */
export interface Constant {
  readonly value: Node | string | number | bigint | boolean | null | undefined;
}

/** The conditions in a function that a call of it decides by constant arguments, with their outcomes. */
export type CallContext = ReadonlyMap<Node, boolean>;

/** A condition in a function on one of its parameters. */
interface ParameterCondition {
  readonly node: Node;
  readonly parameter: number;
  readonly value: OfArgument;
}

/** The value of an expression, by the argument that it is made of. */
type OfArgument = (argument: Constant | undefined) => Constant | undefined;

const nothing: Constant = { value: undefined };
export const noContext: CallContext = new Map();

/**
 * The call contexts of a file's functions. Of `if (options.strict && !res.ok) throw …` the call
 * `get(url, { strict: true })` takes only one branch, and so does `get(url)`.
 */
export class CallContexts {
  private readonly conditions = new Map<FunctionNode, readonly ParameterCondition[]>();

  constructor(private readonly file: File) {}

  /** The context of a call with these arguments. */
  of(fn: FunctionNode, args: readonly Node[]): CallContext {
    const conditions = this.conditionsOf(fn);
    if (conditions.length === 0) return noContext;
    const spread = args.findIndex(({ type }) => type === 'SpreadElement');
    const context = new Map<Node, boolean>();
    for (const { node, parameter, value } of conditions) {
      if (spread >= 0 && spread <= parameter) continue;
      const argument = args[parameter];
      const constant = value(argument ? this.constant(argument) : nothing);
      if (constant) context.set(node, !!constant.value);
    }
    return context;
  }

  private conditionsOf(fn: FunctionNode): readonly ParameterCondition[] {
    let conditions = this.conditions.get(fn);
    if (!conditions) this.conditions.set(fn, (conditions = this.callsItself(fn) ? [] : this.findConditions(fn)));
    return conditions;
  }

  /** A recursive function calls itself with other arguments: those of the first call decide nothing. */
  private callsItself(fn: FunctionNode): boolean {
    return this.file.callsOf(fn).some((call) => isInside(call, fn));
  }

  private findConditions({ params }: FunctionNode): readonly ParameterCondition[] {
    return params.flatMap((param, parameter) =>
      this.onPattern(param, (argument) => argument).map((condition) => ({ ...condition, parameter })),
    );
  }

  /** The conditions on the variables of a pattern, and on those that are made of them. */
  private onPattern(pattern: Node, ofArgument: OfArgument): Omit<ParameterCondition, 'parameter'>[] {
    switch (pattern.type) {
      case 'AssignmentPattern':
        return this.onPattern(pattern.left, (argument) => {
          const constant = ofArgument(argument);
          return constant?.value === undefined && constant ? this.constant(pattern.right) : constant;
        });
      case 'ObjectPattern':
        return pattern.properties.flatMap((property) => {
          const name = property.type === 'Property' ? keyName(property) : undefined;
          return name === undefined
            ? []
            : this.onPattern(property.value!, (argument) => this.member(ofArgument(argument), name));
        });
      case 'Identifier': {
        const variable = this.file.variable(pattern);
        return variable && isConstant(variable) ? this.onVariable(variable, ofArgument) : [];
      }
      default:
        return [];
    }
  }

  private onVariable(variable: Variable, ofArgument: OfArgument): Omit<ParameterCondition, 'parameter'>[] {
    const conditions = conditionsOn(variable, this.file.vocabulary).map(({ node }) => ({
      node,
      value: (argument: Constant | undefined) => this.valueOf(node, ofArgument(argument)),
    }));
    const changed = changedParts(variable, this.file.vocabulary);
    const made = variable.references.flatMap(({ identifier }) => {
      const condition = conditionOn(identifier, this.file.vocabulary);
      if (!isUnchanged(condition, changed)) return [];
      const expression = withFallback(condition.node);
      const declarator = outermost(expression).parent;
      if (declarator?.type !== 'VariableDeclarator' || declarator.id === expression) return [];
      return this.onPattern(declarator.id, (argument) => this.valueOf(expression, ofArgument(argument)));
    });
    return [...conditions, ...made];
  }

  /** What an expression is where its innermost name stands for something constant. */
  private valueOf(wrapped: Node, subject: Constant | undefined): Constant | undefined {
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
        return stays ? left : this.constant(node.right);
      }
      case 'UnaryExpression':
        return typeOf(this.valueOf(node.argument, subject));
      case 'BinaryExpression':
        return compared(node.operator, this.valueOf(node.left, subject), this.constant(node.right));
      default:
        return undefined;
    }
  }

  private member(owner: Constant | undefined, name: string | undefined): Constant | undefined {
    if (!owner || name === undefined || !isNode(owner.value) || owner.value.type !== 'ObjectExpression')
      return undefined;
    const property = propertyNamed(owner.value, name);
    if (property === null) return nothing;
    return property?.kind === 'init' ? this.constant(property.value) : undefined;
  }

  /** What an expression of the caller is, also by the name of a constant. */
  private constant(wrapped: Node): Constant | undefined {
    const direct = unwrap(wrapped);
    if (direct.type === 'ObjectExpression' || isFunction(direct)) return { value: direct };
    const node = this.file.constantValue(direct);
    if (node.type === 'Literal') return 'regex' in node ? undefined : { value: node.value as Constant['value'] };
    if (node.type === 'Identifier') return node.name === 'undefined' ? nothing : undefined;
    if (node.type !== 'UnaryExpression') return undefined;
    // `void 0`, `!0` and `!1` of code that was made smaller.
    if (node.operator === 'void') return nothing;
    const operand = node.operator === '!' ? this.constant(node.argument) : undefined;
    return operand && { value: !operand.value };
  }
}

/** `options.raw ?? false` for `options.raw`. */
function withFallback(node: Node): Node {
  const outer = outermost(node);
  const parent = outer.parent;
  return parent?.type === 'LogicalExpression' && parent.operator !== '&&' && parent.left === outer ? parent : node;
}

const isNode = (value: Constant['value']): value is TSESTree.ObjectExpression | FunctionNode =>
  typeof value === 'object' && value !== null;

function typeOf(constant: Constant | undefined): Constant | undefined {
  if (!constant) return undefined;
  return { value: isNode(constant.value) && isFunction(constant.value) ? 'function' : typeof constant.value };
}

function compared(operator: string, left: Constant | undefined, right: Constant | undefined): Constant | undefined {
  if (!left || !right || !isEquality(operator)) return undefined;
  const isLoose = operator.length === 2;
  // `==` turns one primitive into another, but for null and undefined, which are like each other and nothing else.
  const [a, b] = isLoose ? [left.value ?? null, right.value ?? null] : [left.value, right.value];
  if (isLoose && a !== null && b !== null && typeof a !== typeof b) return undefined;
  return { value: (a === b) !== operator.startsWith('!') };
}
