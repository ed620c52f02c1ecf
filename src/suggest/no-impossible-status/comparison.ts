import type { Node } from '../../syntax/nodes.js';
import { hasComments, replace, toSuggest, type Source, type Suggestion } from '../write/edit.js';

/** A comparison that cannot be meant as it stands, and what is wrong with it. */
export interface WrongComparison {
  readonly node: Node;
  readonly kind: string;
  /** Of one that is off by one, the operator that puts it right. */
  readonly edge: { readonly operator: string } | undefined;
}

/** Mends the comparison itself, so that nothing else changes: `> 400` becomes `>= 400`, not `!ok`. */
export function suggestComparison(source: Source, { node, kind, edge }: WrongComparison) {
  if (hasComments(source, node)) return toSuggest([]);
  switch (kind) {
    case 'edge':
      return toSuggest([edge && withOperator(source, node, edge.operator)]);
    case 'asText':
      return toSuggest([withNumber(node)]);
    case 'orNumber':
      return toSuggest([withComparison(source, node)]);
    default:
      return toSuggest([]);
  }
}

function withOperator(source: Source, node: Node, mended: string): Suggestion | undefined {
  if (node.type !== 'BinaryExpression') return undefined;
  const { operator, left, right } = node;
  const token = source.getTokensBetween(left, right).find(({ value }) => value === operator);
  const literal = right.type === 'Literal' ? right : left;
  if (!token) return undefined;
  return {
    messageId: 'moveEdge',
    data: { operator: mended, status: source.getText(literal) },
    edits: [replace(token, mended)],
  };
}

/** `=== '404'` becomes `=== 404`. */
function withNumber(node: Node): Suggestion | undefined {
  if (node.type !== 'BinaryExpression') return undefined;
  const text = [node.left, node.right].find((side) => side.type === 'Literal' && typeof side.value === 'string');
  const number = text?.type === 'Literal' ? String(text.value) : '';
  if (!text || !/^[1-9]\d\d$/.test(number)) return undefined;
  return { messageId: 'compareNumber', data: { status: number }, edits: [replace(text, number)] };
}

/** `status === 400 || 404` becomes `status === 400 || status === 404`. */
function withComparison(source: Source, node: Node): Suggestion | undefined {
  if (node.type !== 'LogicalExpression') return undefined;
  const left = node.left.type === 'LogicalExpression' ? node.left.right : node.left;
  if (left.type !== 'BinaryExpression') return undefined;
  const subject = source.text.slice(left.range[0], left.right.range[0]);
  const number = source.getText(node.right);
  return {
    messageId: 'compareEach',
    data: { status: number },
    edits: [replace(node.right, `${subject}${number}`)],
  };
}
