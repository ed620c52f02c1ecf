import type { TSESTree } from '@typescript-eslint/utils';
import type { File } from './file.js';
import {
  isEquality,
  isFunction,
  keyName,
  memberName,
  propertyNamed,
  unwrap,
  type FunctionNode,
  type Node,
} from './nodes.js';
import type { Variable } from './variables.js';

/** The constant that the text of an argument says: something primitive, or an object literal or a function. */
export interface Constant {
  readonly value: TSESTree.ObjectExpression | FunctionNode | string | number | bigint | boolean | null | undefined;
  /** Of an object literal: what stands in it, by its own file and what is known there. */
  readonly read?: (part: Node) => Constant | undefined;
}

/** What variables stand for in one call of their function. */
export type Names = ReadonlyMap<Variable, Constant>;

/** The argument at a place, as far as it is constant; behind the first that is spread, nothing is known. */
export type Arguments = (index: number) => Constant | undefined;

export const nothing: Constant = { value: undefined };
const noNames: Names = new Map();
/** Of a call of which nothing is known. */
export const anyArguments: Arguments = () => undefined;

/** The arguments of a call. Most functions ask for none of them, so each is read where it is asked for. */
export const argumentsOf =
  (file: File, given: readonly Node[], names: Names = noNames): Arguments =>
  (index) => {
    if (given.some(({ type }, i) => i <= index && type === 'SpreadElement')) return undefined;
    return index < given.length ? constantOf(file, given[index]!, names) : nothing;
  };

/** What an expression is, also by the name of a constant. */
export function constantOf(file: File, wrapped: Node, names: Names = noNames): Constant | undefined {
  const direct = unwrap(wrapped);
  if (isFunction(direct)) return { value: direct };
  if (direct.type === 'ObjectExpression') return { value: direct, read: (part) => constantOf(file, part, names) };
  const node = file.constantValue(direct);
  if (node.type === 'Literal') return 'regex' in node ? undefined : { value: node.value as Constant['value'] };
  if (node.type === 'Identifier') {
    const variable = file.variable(node);
    const known = variable && names.get(variable);
    return known ?? (node.name === 'undefined' && !variable?.defs.length ? nothing : undefined);
  }
  if (node.type === 'MemberExpression') return memberAt(file, node, names);
  if (node.type !== 'UnaryExpression') return undefined;
  // `void 0`, `!0` and `!1` of code that was made smaller.
  if (node.operator === 'void') return nothing;
  const operand = node.operator === '!' ? constantOf(file, node.argument, names) : undefined;
  return operand && { value: !operand.value };
}

/** `options.type`, where it is known what `options` is. */
function memberAt(file: File, node: TSESTree.MemberExpression, names: Names): Constant | undefined {
  const name = memberName(node);
  const object = unwrap(node.object);
  const variable = object.type === 'Identifier' ? file.variable(object) : undefined;
  const owner = variable && names.get(variable);
  return owner && name !== undefined ? memberOf(owner, name) : undefined;
}

export function memberOf({ value, read }: Constant, name: string): Constant | undefined {
  if (!isNode(value) || value.type !== 'ObjectExpression') return undefined;
  const property = propertyNamed(value, name);
  if (property === null) return nothing;
  return property?.kind === 'init' ? read?.(property.value) : undefined;
}

const isNode = (value: Constant['value']): value is TSESTree.ObjectExpression | FunctionNode =>
  typeof value === 'object' && value !== null;

export function typeOf({ value }: Constant): Constant {
  return { value: isNode(value) && isFunction(value) ? 'function' : typeof value };
}

export function compared(operator: string, left: Constant, right: Constant): Constant | undefined {
  if (!isEquality(operator)) return undefined;
  const isLoose = operator.length === 2;
  // `==` turns one primitive into another, but for null and undefined, which are like each other and nothing else.
  const [a, b] = isLoose ? [left.value ?? null, right.value ?? null] : [left.value, right.value];
  if (isLoose && a !== null && b !== null && typeof a !== typeof b) return undefined;
  return { value: (a === b) !== operator.startsWith('!') };
}

/**
 * A constant that is one of few: a flag, a word such as `raw`, nothing. An address is another one in each call, and a
 * function is not walked for each.
 */
export function oneOfFew(constant: Constant | undefined): Constant | undefined {
  if (!constant) return undefined;
  const { value, read } = constant;
  if (typeof value === 'string') return /^[\w-]{0,20}$/.test(value) ? constant : undefined;
  if (!isNode(value)) return constant;
  const isShort = value.type === 'ObjectExpression' && value.properties.length <= 12;
  return isShort ? { value, read: (part) => oneOfFew(read?.(part)) } : undefined;
}

/** A constant as text, to tell one from another: what is not known of an object is a `?`. */
export function textOf({ value, read }: Constant): string {
  if (!isNode(value)) return typeof value === 'bigint' ? `${value}n` : (JSON.stringify(value) ?? 'undefined');
  if (value.type !== 'ObjectExpression') return '?';
  const parts = value.properties.map((property) => {
    if (property.type !== 'Property' || property.kind !== 'init') return '?';
    const part = read?.(property.value);
    return `${keyName(property) ?? '?'}:${part ? textOf(part) : '?'}`;
  });
  return `{${parts.join()}}`;
}

export const isSame = (a: Constant, b: Constant): boolean => textOf(a) === textOf(b) && !textOf(a).includes('?');
