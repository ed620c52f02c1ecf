import type { TSESTree } from '@typescript-eslint/utils';
import { StatusSet } from '../../status/index.js';
import { outermost, unwrap, type Node } from '../../syntax/nodes.js';

// What can be wrong with a comparison by its text alone.

export type Comparison = TSESTree.BinaryExpression & { readonly left: TSESTree.Expression };

export const comparisonOf = (node: Node): Comparison | undefined =>
  node.type === 'BinaryExpression' && node.left.type !== 'PrivateIdentifier' ? (node as Comparison) : undefined;

const sidesOf = ({ left, right }: Comparison): readonly Node[] => [left, right];

/** `!==`, `!res.ok`: that it is decided here is no more than a second look. */
export const isNegated = (node: Node): boolean => {
  const { parent } = outermost(node);
  if (parent?.type === 'UnaryExpression' && parent.operator === '!') return true;
  return node.type === 'BinaryExpression' && node.operator.startsWith('!');
};

/** `status === '404'`: a number is never the same as a text. */
export const isText = (comparison: Comparison): boolean =>
  /^[!=]==$/.test(comparison.operator) &&
  sidesOf(comparison).some((side) => side.type === 'Literal' && typeof side.value === 'string');

/** Another text is no status: it is a job's, or that of a parsed body. */
export const isNumeric = (comparison: Comparison): boolean =>
  sidesOf(comparison).some((side) => side.type === 'Literal' && /^\d+$/.test(String(side.value)));

/** `status === 2000`. */
export const isNoStatus = (comparison: Comparison): boolean =>
  /^[!=]==?$/.test(comparison.operator) &&
  sidesOf(comparison).some(
    (side) => side.type === 'Literal' && typeof side.value === 'number' && !StatusSet.all.has(side.value),
  ) &&
  sidesOf(comparison).some((side) => unwrap(side).type !== 'Literal' && isPlain(side));

/** The status itself, not what is computed from it. */
const isPlain = (node: Node): boolean => ['MemberExpression', 'Identifier'].includes(unwrap(node).type);

/** `status === 400 || 404`: the number alone is always true. */
export function orNumber(node: Node): TSESTree.LogicalExpression | undefined {
  if (node.type !== 'BinaryExpression' || !node.operator.startsWith('==')) return undefined;
  const { parent } = node;
  if (parent.type !== 'LogicalExpression' || parent.operator !== '||') return undefined;
  const isNumber = ({ right }: TSESTree.LogicalExpression) =>
    right.type === 'Literal' && typeof right.value === 'number' && StatusSet.all.has(right.value);
  return isNumber(parent) && (parent.left === node || parent.right === node) ? parent : undefined;
}

/** A comparison that is off by one at the first status of a group, and the operator that puts it right. */
export interface Edge {
  readonly status: number;
  readonly operator: string;
}

/** The edge of `status > 400`, which leaves 400 on the wrong side. */
export function edgeOf({ operator, left, right }: Comparison): Edge | undefined {
  const [plain, code] = right.type === 'Literal' ? [left, right.value] : [right, left.type === 'Literal' && left.value];
  if (typeof code !== 'number' || code % 100 !== 0 || code < 200 || code > 500 || !isPlain(plain)) return undefined;
  const isAbove = right.type === 'Literal' ? operator === '>' : operator === '<';
  const isUpTo = right.type === 'Literal' ? operator === '<=' : operator === '>=';
  if (!isAbove && (!isUpTo || code === 200)) return undefined;
  return { status: code, operator: operator.length === 1 ? `${operator}=` : operator.slice(0, 1) };
}
