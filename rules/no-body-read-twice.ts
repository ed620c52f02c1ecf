import { listen, type Node, type Read } from '../src/analysis/index.js';
import { success } from '../src/status/index.js';
import { suggestClone, suggestionMessages } from '../src/suggest/index.js';
import { excerpt, onLine } from '../src/suggest/write/text.js';
import { isInside } from '../src/syntax/nodes.js';
import { createRule } from './create-rule.js';

/**
 * Whether a body is spent already where it is read: on every path with some status, or in the handler of the `try` whose
 * block spent it. An exception of that read leads there, and it spent the body all the same.
 */
const isSpent = (node: Node, { spent, spender }: Read): boolean => !spent.isEmpty || isAfterFailure(node, spender);

function isAfterFailure(node: Node, spender: Node | undefined): boolean {
  if (!spender) return false;
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'TryStatement' && at.handler && isInside(node, at.handler) && isInside(spender, at.block))
      return true;
  }
  return false;
}

export default createRule({
  name: 'no-body-read-twice',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow reading the body of a response after it was read, locked or thrown away',
      preset: 'recommended',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      twice:
        '`{{read}}` throws{{when}}: `{{first}}`{{where}} has taken the body of this response. Read it once and keep what comes, or read a `clone()` first.',
      ...suggestionMessages,
    },
  },
  defaultOptions: [],
  create(context) {
    const { sourceCode } = context;
    return listen(context, ({ responses, parameters }) => {
      const reported = new Set<Node>();
      for (const response of [...responses, ...parameters]) {
        if (response.copied || response.listed) continue;
        for (const [node, read] of response.reads) {
          const { spent, spender } = read;
          if (!spender || spender === node || reported.has(node) || !isSpent(node, read)) continue;
          reported.add(node);
          const isForErrors = !spent.isEmpty && spent.isDisjointWith(success);
          const when = isForErrors ? ' where the request failed' : '';
          const data = {
            read: excerpt(sourceCode, node),
            when,
            first: excerpt(sourceCode, spender),
            where: onLine(context, spender),
          };
          context.report({ node, messageId: 'twice', data, suggest: suggestClone(sourceCode, spender, response) });
        }
      }
    });
  },
});
