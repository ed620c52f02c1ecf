import { listen, type End } from '../src/analysis/index.js';
import { errors } from '../src/status/index.js';
import { createRule } from './create-rule.js';
import { asLoc, errorsText, excerpt, onLine } from '../src/suggest/write/text.js';

/** What is reported: on this end of a path the body was used, and an error can be here. Put your own question in place. */
const isWrong = (end: End): boolean => end.used && !end.statuses.isDisjointWith(errors);

export default createRule({
  name: 'rule-name',
  meta: {
    type: 'problem',
    docs: {
      description: 'rule description',
      preset: 'strict',
    },
    schema: [],
    messages: {
      wrong: 'A {{statuses}} reaches `{{use}}`{{where}}. Return or throw for every error before that.',
    },
  },
  defaultOptions: [],
  create(context) {
    const { sourceCode } = context;
    return listen(context, ({ responses }) => {
      for (const response of responses) {
        const end = response.ends.find(isWrong);
        if (!end?.use) continue;
        const { use, statuses } = end;
        context.report({
          loc: asLoc(response.callee!),
          messageId: 'wrong',
          data: { statuses: errorsText(statuses), use: excerpt(sourceCode, use), where: onLine(context, use) },
        });
      }
    });
  },
});
