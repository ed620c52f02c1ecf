import { listen, type ErrorReport, type Node } from '../src/analysis/index.js';
import { noAnswer } from '../src/models/rejections.js';
import { suggestionMessages, suggestOptional } from '../src/suggest/index.js';
import { excerpt } from '../src/suggest/write/text.js';
import { handlersAround } from '../src/syntax/caught.js';
import { isInside } from '../src/syntax/nodes.js';
import { createRule } from './create-rule.js';

export default createRule({
  name: 'no-unguarded-error-response',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow reading the response of an error where the request may never have been answered',
      preset: 'recommended',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      unguarded:
        '`{{read}}` throws where no answer came, as on a timeout or without a connection, and its TypeError hides the real error. Read it with `?.`, or ask for the response first.',
      ...suggestionMessages,
    },
  },
  defaultOptions: [],
  create(context) {
    const { sourceCode } = context;
    return listen(context, ({ errors }) => {
      const reported = new Set<Node>();
      for (const error of errors) {
        const reads = unguardedReads(error);
        const [first] = reads;
        if (!first || reported.has(first)) continue;
        reported.add(first);
        const data = { read: excerpt(sourceCode, textOf(first)) };
        context.report({ node: first, messageId: 'unguarded', data, suggest: suggestOptional(sourceCode, reads) });
      }
    });
  },
});

/** The reads of the answer that are reached without one, in the order of the text. */
function unguardedReads({ answerReads, handler }: ErrorReport): Node[] {
  return [...answerReads]
    .filter(([read, statuses]) => !statuses.isDisjointWith(noAnswer) && !isTried(read, handler))
    .map(([read]) => read)
    .sort((a, b) => a.range[0] - b.range[0]);
}

/** `try { text = error.response.data.message; } catch {}`: its author expects it to fail. */
const isTried = (read: Node, handler: Node): boolean =>
  handlersAround(read).some((inner) => inner !== handler && isInside(inner, handler));

/** Of a pattern the whole of it: `const { data } = error.response`. */
const textOf = (read: Node): Node => (read.type === 'Property' ? (read.parent.parent ?? read) : read);
