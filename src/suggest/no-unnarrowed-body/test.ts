import type { Node } from '../../syntax/nodes.js';
import { hasComments, isParenthesized, replace, toSuggest, type Source } from '../write/edit.js';

/** A test by which TypeScript narrows, in the place of a range. */
export function suggestTest(source: Source, range: Node, { text, fits }: { text: string; fits: boolean }) {
  if (!fits || hasComments(source, range)) return toSuggest([undefined]);
  const isLoose = text.includes('||') && range.parent?.type === 'LogicalExpression' && !isParenthesized(source, range);
  const written = isLoose || range.parent?.type === 'UnaryExpression' ? `(${text})` : text;
  return toSuggest([{ messageId: 'testByType', data: { good: text }, edits: [replace(range, written)] }]);
}
