import type { ResponseReport } from '../../analysis/index.js';
import { memberName, type Node } from '../../syntax/nodes.js';
import { insert, toSuggest, withParentheses, type Source } from '../write/edit.js';

/** Reads a copy first: `await res.json()` becomes `await res.clone().json()`, so that the body is there for the second read. */
export function suggestClone(source: Source, first: Node, { client: { members } }: ResponseReport) {
  const [copy] = members.copies;
  const callee = first.type === 'CallExpression' ? first.callee : undefined;
  const isRead = callee?.type === 'MemberExpression' && members.readers.has(memberName(callee) ?? '');
  // `(await fetch(url)).json()` has no name by which it could be read again, and a reader taken of `body` reads no copy.
  if (!copy || !isRead || callee.object.type !== 'Identifier') return toSuggest([]);
  const [, end] = withParentheses(source, callee.object).range;
  return toSuggest([{ messageId: 'cloneFirst', data: { copy }, edits: [insert(end, `.${copy}()`)] }]);
}
