import { hasComments, replace, toSuggest, type Source } from '../write/edit.js';
import type { Node } from '../../syntax/nodes.js';

/** Gives no body: `new Response('', { status: 204 })` becomes `new Response(null, { status: 204 })`. */
export function suggestNoBody(source: Source, made: Node) {
  if (made.type !== 'NewExpression' && made.type !== 'CallExpression') return toSuggest([]);
  const [body, init] = made.arguments;
  if (!body || body.type === 'SpreadElement' || hasComments(source, body)) return toSuggest([]);
  if (made.type === 'NewExpression') return toSuggest([{ messageId: 'passNull', edits: [replace(body, 'null')] }]);
  // `Response.json(data, init)` always has a body.
  const { callee } = made;
  if (callee.type !== 'MemberExpression' || !init || hasComments(source, made)) return toSuggest([]);
  const text = `new ${source.getText(callee.object)}(null, ${source.getText(init)})`;
  return toSuggest([{ messageId: 'passNull', edits: [replace(made, text)] }]);
}
