import type { ResponseReport } from '../../analysis/index.js';
import { memberName, outermost, unwrap, type Node } from '../../syntax/nodes.js';
import { insert, toSuggest, type Source } from '../write/edit.js';
import { styleOf } from '../write/style.js';

/** Stores a success alone: `await cache.put(key, res)` becomes `if (res.ok) await cache.put(key, res)`. */
export function suggestStoringSuccess(source: Source, stored: Node, { client: { members } }: ResponseReport) {
  const response = responseIn(unwrap(stored), members.copies);
  const call = stored.parent;
  const waiting = call && outermost(call).parent;
  const expression = waiting?.type === 'AwaitExpression' ? waiting : call;
  const statement = expression && outermost(expression).parent;
  // What else the statement does, and what is made of its value, must go on for an error.
  if (!response || members.ok === undefined || statement?.type !== 'ExpressionStatement') return toSuggest([]);
  if (!/^(BlockStatement|Program)$/.test(statement.parent.type)) return toSuggest([]);
  const pad = styleOf(source).padded ? ' ' : '';
  const edits = [insert(statement.range[0], `if (${pad}${response}.${members.ok}${pad}) `)];
  return toSuggest([{ messageId: 'storeSuccess', data: { good: `${response}.${members.ok}` }, edits }]);
}

/** `res` of `res` and `res.clone()`. */
function responseIn(node: Node, copies: ReadonlySet<string>): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { object } = node.callee;
  return copies.has(memberName(node.callee) ?? '') && object.type === 'Identifier' ? object.name : undefined;
}
