import { suggestionMessages, suggestStatuses } from '../src/suggest/index.js';
import { missingText } from '../src/suggest/write/text.js';
import { ofChain, ofMap, ofSwitch, type Handling } from '../src/typed/index.js';
import { createRule } from './create-rule.js';
import { fileStart, noTypes, withTypes } from './with-types.js';

export default createRule({
  name: 'exhaustive-status',
  meta: {
    type: 'problem',
    docs: {
      description: 'require a branch for every status that the type of a response declares',
      preset: 'recommendedTypeChecked',
      requiresTypeChecking: true,
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      switch: 'This `switch` has no case for {{missing}}, which the type of `{{text}}` declares. Add {{what}}.',
      chain: 'No branch takes {{missing}}, which the type of `{{text}}` declares. Add {{what}}.',
      map: 'There is no handler for {{missing}}, which the type of `{{text}}` declares. Add {{what}}.',
      noTypes,
      ...suggestionMessages,
    },
  },
  defaultOptions: [],
  concerns: (text) => text.includes('status'),
  create: (context) =>
    withTypes(
      context,
      (file) => {
        const report = (handling: Handling | undefined): void => {
          if (!handling || handling.missing.isEmpty) return;
          const { form, place, missing, status } = handling;
          const one = missing.size === 1 ? 'it' : 'them';
          const what = { switch: `${one}, or a \`default\``, chain: 'an `else`', map: `${one}, or what to do without` };
          const data = { missing: missingText(missing, status.statuses), text: status.text, what: what[form] };
          const suggest = suggestStatuses(context.sourceCode, handling);
          context.report({ node: place, messageId: form, data, suggest });
        };
        return {
          SwitchStatement: (node) => report(ofSwitch(file, node)),
          IfStatement: (node) => report(ofChain(file, node)),
          MemberExpression: (node) => report(ofMap(file, node)),
        };
      },
      (data) => context.report({ loc: fileStart, messageId: 'noTypes', data }),
    ),
});
