import { File } from './file.js';
import {
  argumentsOf,
  compared,
  constantOf,
  isSame,
  memberOf,
  nothing,
  oneOfFew,
  textOf,
  typeOf,
  type Arguments,
  type Constant,
  type Names,
} from './constants.js';
import { isInside, keyName, memberName, outermost, unwrap, type FunctionNode, type Node } from './nodes.js';
import { changedParts, conditionOn, conditionsOn, isConstant, isUnchanged } from './variable-conditions.js';
import type { Variable } from './variables.js';

/** What constant arguments decide in a call of a function. */
export interface CallContext {
  /** The conditions in the function that they decide, with their outcomes. */
  readonly outcomes: ReadonlyMap<Node, boolean>;
  /** The variables that the function passes on: `{ type }` of `const get = (url, { type = 'json' }) => send(url, { type })`. */
  readonly names: Names;
}

export const noContext: CallContext = { outcomes: new Map(), names: new Map() };

export const isEmpty = ({ outcomes, names }: CallContext): boolean => outcomes.size === 0 && names.size === 0;

/** A context as text, for a cache. */
export const keyOf = ({ outcomes, names }: CallContext): string =>
  [
    ...Array.from(outcomes, ([{ range }, is]) => (is ? range[0] : -range[0])),
    ...Array.from(
      names,
      ([
        {
          identifiers: [name],
        },
        constant,
      ]) => `${name?.range[0]}=${textOf(constant)}`,
    ),
  ].join(' ');

export const within = (outer: CallContext, inner: CallContext): CallContext => ({
  outcomes: new Map([...outer.outcomes, ...inner.outcomes]),
  names: new Map([...outer.names, ...inner.names]),
});

/** The value of an expression, by the argument that it is made of. */
type OfArgument = (argument: Constant | undefined) => Constant | undefined;

/** Something in a function that depends on one of its parameters alone. */
interface OfParameter<T> {
  readonly of: T;
  readonly parameter: number;
  readonly value: OfArgument;
}

interface Dependent {
  readonly conditions: readonly OfParameter<Node>[];
  readonly names: readonly OfParameter<Variable>[];
}

const independent: Dependent = { conditions: [], names: [] };

/**
 * The call contexts of a file's functions. Of `if (options.strict && !res.ok) throw …` the call
 * `get(url, { strict: true })` takes only one branch, and so does `get(url)`.
 */
export class CallContexts {
  private readonly dependent = new Map<FunctionNode, Dependent>();

  constructor(private readonly file: File) {}

  /** The context of a call with these arguments. */
  of(fn: FunctionNode, args: Arguments): CallContext {
    const { conditions, names } = this.dependentOf(fn);
    if (conditions.length === 0 && names.length === 0) return noContext;
    const known = decided(names, args, oneOfFew);
    const context = { outcomes: decided(conditions, args, truthOf), names: known };
    return this.asPassedAgain(fn, context);
  }

  /** A function that calls itself with other arguments: those of the first call decide nothing. */
  private asPassedAgain(fn: FunctionNode, context: CallContext): CallContext {
    const again = this.file.callsOf(fn).filter((call) => isInside(call, fn));
    if (again.length === 0) return context;
    const { conditions, names } = this.dependentOf(fn);
    let kept = context;
    for (const call of again) {
      const args = argumentsOf(this.file, call.arguments, context.names);
      const outcomes = decided(conditions, args, truthOf);
      const passed = decided(names, args, oneOfFew);
      kept = {
        outcomes: new Map([...kept.outcomes].filter(([node, is]) => outcomes.get(node) === is)),
        names: new Map([...kept.names].filter(([name, is]) => passed.has(name) && isSame(is, passed.get(name)!))),
      };
    }
    return kept;
  }

  private dependentOf(fn: FunctionNode): Dependent {
    let dependent = this.dependent.get(fn);
    if (!dependent) this.dependent.set(fn, (dependent = this.findDependent(fn)));
    return dependent;
  }

  private findDependent({ params }: FunctionNode): Dependent {
    return params
      .map((param, parameter) => this.onPattern(param, parameter, (argument) => argument))
      .reduce(both, independent);
  }

  /** What depends on the variables of a pattern, and on those that are made of them. */
  private onPattern(pattern: Node, parameter: number, ofArgument: OfArgument): Dependent {
    switch (pattern.type) {
      case 'AssignmentPattern':
        return this.onPattern(pattern.left, parameter, (argument) => {
          const constant = ofArgument(argument);
          return constant?.value === undefined && constant ? constantOf(this.file, pattern.right) : constant;
        });
      case 'ObjectPattern':
        return pattern.properties
          .map((property) => {
            const name = property.type === 'Property' ? keyName(property) : undefined;
            if (name === undefined) return independent;
            return this.onPattern(property.value!, parameter, (argument) => member(ofArgument(argument), name));
          })
          .reduce(both, independent);
      case 'Identifier': {
        const variable = this.file.variable(pattern);
        return variable && isConstant(variable) ? this.onVariable(variable, parameter, ofArgument) : independent;
      }
      default:
        return independent;
    }
  }

  private onVariable(variable: Variable, parameter: number, ofArgument: OfArgument): Dependent {
    const conditions = conditionsOn(variable, this.file.vocabulary).map(({ node }) => ({
      of: node,
      parameter,
      value: (argument: Constant | undefined) => this.valueOf(node, ofArgument(argument)),
    }));
    const changed = changedParts(variable, this.file.vocabulary);
    const made = variable.references.map(({ identifier }) => {
      const condition = conditionOn(identifier, this.file.vocabulary);
      if (!isUnchanged(condition, changed)) return independent;
      const expression = withFallback(condition.node);
      const declarator = outermost(expression).parent;
      if (declarator?.type !== 'VariableDeclarator' || declarator.id === expression) return independent;
      return this.onPattern(declarator.id, parameter, (argument) => this.valueOf(expression, ofArgument(argument)));
    });
    const names = changed.size === 0 && isPassedOn(variable) ? [{ of: variable, parameter, value: ofArgument }] : [];
    return made.reduce(both, { conditions, names });
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
        return member(owner, memberName(node));
      }
      case 'LogicalExpression': {
        const left = this.valueOf(node.left, subject);
        if (!left) return undefined;
        const stays = node.operator === '??' ? left.value !== undefined && left.value !== null : !!left.value;
        return stays ? left : constantOf(this.file, node.right);
      }
      case 'UnaryExpression': {
        const operand = this.valueOf(node.argument, subject);
        return operand && typeOf(operand);
      }
      case 'BinaryExpression': {
        const [left, right] = [this.valueOf(node.left, subject), constantOf(this.file, node.right)];
        return left && right && compared(node.operator, left, right);
      }
      default:
        return undefined;
    }
  }
}

/** `options.raw ?? false` for `options.raw`. */
function withFallback(node: Node): Node {
  const outer = outermost(node);
  const parent = outer.parent;
  return parent?.type === 'LogicalExpression' && parent.operator !== '&&' && parent.left === outer ? parent : node;
}

const both = (a: Dependent, b: Dependent): Dependent => ({
  conditions: [...a.conditions, ...b.conditions],
  names: [...a.names, ...b.names],
});

const member = (owner: Constant | undefined, name: string | undefined): Constant | undefined =>
  owner && name !== undefined ? memberOf(owner, name) : undefined;

const truthOf = (constant: Constant | undefined): boolean | undefined => constant && !!constant.value;

/** What of these the arguments decide, and how. */
function decided<T, R>(
  all: readonly OfParameter<T>[],
  argumentAt: Arguments,
  read: (constant: Constant | undefined) => R | undefined,
): ReadonlyMap<T, R> {
  const found = new Map<T, R>();
  for (const { of, parameter, value } of all) {
    const result = read(value(argumentAt(parameter)));
    if (result !== undefined) found.set(of, result);
  }
  return found;
}

/** Whether something of a variable is an argument of a call: `options`, `{ type }`. */
const isPassedOn = ({ references }: Variable): boolean =>
  references.some(({ identifier }) => {
    let at: Node = identifier;
    while (at.parent && /^(Property|ObjectExpression|MemberExpression)$/.test(at.parent.type)) at = at.parent;
    return at.parent?.type === 'CallExpression' && at.parent.callee !== at;
  });
