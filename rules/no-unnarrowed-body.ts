import type { TSESTree } from '@typescript-eslint/utils';
import { errors, formatStatuses, success } from '../src/status/index.js';
import { suggestionMessages, suggestTest } from '../src/suggest/index.js';
import { excerpt, listText } from '../src/suggest/write/text.js';
import { castWithoutServerErrors, narrowingTest, rangeTest, unnarrowedRead } from '../src/typed/index.js';
import { createRule } from './create-rule.js';
import { fileStart, noTypes, withTypes } from './with-types.js';

export interface Options {
  /** Also report a cast to a type that declares no 5xx, which a server can always answer. */
  readonly castsWithoutServerErrors: boolean;
}

const defaults: Options = { castsWithoutServerErrors: false };

export default createRule({
  name: 'no-unnarrowed-body',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow reading the body of a typed response before its type is narrowed to a status',
      preset: 'strictTypeChecked',
      requiresTypeChecking: true,
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          castsWithoutServerErrors: {
            type: 'boolean',
            description: 'Whether to report a cast of a response to a type that declares no 5xx.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [defaults],
    messages: {
      unnarrowed:
        '`{{read}}` is the body of {{errors}} as well as that of {{successes}}. Test `ok` or the status of `{{owner}}` before, so that it has the type of one.',
      range: 'TypeScript does not narrow by `{{text}}`. Test `{{good}}` instead.',
      cast: 'This type declares no 5xx, which a server can always answer: it says {{statuses}}. Add a 5xx to it.',
      noTypes,
      ...suggestionMessages,
    },
  },
  defaultOptions: [defaults],
  concerns: (text) => /status|json|\.body\b/.test(text),
  create: (context, [options]) =>
    withTypes(
      context,
      (file) => {
        const { sourceCode } = context;
        const cast = (node: TSESTree.TSAsExpression | TSESTree.TSTypeAssertion): void => {
          const statuses = options?.castsWithoutServerErrors ? castWithoutServerErrors(file, node) : undefined;
          if (!statuses) return;
          context.report({ node, messageId: 'cast', data: { statuses: formatStatuses(statuses) } });
        };
        return {
          MemberExpression(member) {
            const found = unnarrowedRead(file, member);
            if (!found) return;
            const { node, owner, statuses } = found;
            const data = {
              read: excerpt(sourceCode, node),
              owner: excerpt(sourceCode, owner),
              errors: listText(statuses.intersect(errors)),
              successes: listText(statuses.intersect(success)),
            };
            context.report({ node, messageId: 'unnarrowed', data });
          },
          BinaryExpression(comparison) {
            const test = rangeTest(file, comparison);
            if (!test) return;
            const good = narrowingTest(test);
            const data = { text: excerpt(sourceCode, test.node), good: good.text };
            const suggest = suggestTest(sourceCode, test.node, good);
            context.report({ node: test.node, messageId: 'range', data, suggest });
          },
          TSAsExpression: cast,
          TSTypeAssertion: cast,
        };
      },
      (data) => context.report({ loc: fileStart, messageId: 'noTypes', data }),
    ),
});
