import { findImpossible, listen, type Impossible } from '../src/analysis/index.js';
import { formatStatuses } from '../src/status/index.js';
import { suggestComparison, suggestionMessages } from '../src/suggest/index.js';
import { excerpt } from '../src/suggest/write/text.js';
import { consequenceSchema } from './consequence.js';
import { createRule } from './create-rule.js';

export interface Options {
  /** What is reported: only what can do harm, or also an edge on whose wrong side nothing arrives. */
  readonly consequence: 'harm' | 'any';
}

const defaults: Options = { consequence: 'harm' };

export default createRule({
  name: 'no-impossible-status',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow comparisons of a status that are always true, always false or off by one',
      preset: 'recommended',
      strict: { consequence: 'any' },
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          consequence: {
            ...consequenceSchema,
            description:
              'Whether to report only comparisons that do harm, or those that no answer makes a difference to, too.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [defaults],
    messages: {
      never:
        '`{{text}}` is never true: only {{statuses}} can be here. Remove what depends on it, or mend the condition.',
      always: 'This condition is always true: `{{text}}` holds wherever what stands before it does not. Write `&&`.',
      opaque:
        '`{{text}}` is never true: the answer to a `no-cors` request is opaque, and its status is always 0. Leave out the test, or send the request with CORS.',
      asText: 'A status is a number, and never equals a text. Compare it with the number.',
      noStatus: 'No response has this status: it is a number from 100 to 599. Write the status that is meant.',
      orNumber:
        'This condition is always true: `{{number}}` alone is no comparison, and a 200 passes too. Compare the status with each number.',
      edge: 'A {{code}} is on the wrong side of `{{text}}`: it is the first of the {{group}}xx. Write `{{operator}}`.',
      ...suggestionMessages,
    },
  },
  defaultOptions: [defaults],
  create(context, [{ consequence } = defaults]) {
    const { sourceCode } = context;
    const dataOf = ({ node, kind, condition, edge }: Impossible): Record<string, string> => {
      const data = { text: excerpt(sourceCode, condition.node), statuses: formatStatuses(condition.before) };
      if (kind === 'orNumber' && node.type === 'LogicalExpression') return { number: sourceCode.getText(node.right) };
      return edge
        ? { ...data, code: String(edge.status), group: String(edge.status / 100), operator: edge.operator }
        : data;
    };
    return listen(context, (analysis) => {
      for (const found of findImpossible(analysis)) {
        if (consequence === 'harm' && found.isHarmless) continue;
        const { node, kind } = found;
        const suggest = suggestComparison(sourceCode, found);
        context.report({ node, messageId: kind, data: dataOf(found), suggest });
      }
    });
  },
});
