import { listen, type Node } from '../src/analysis/index.js';
import { isCacheName } from '../src/models/index.js';
import { errors } from '../src/status/index.js';
import { suggestStoringSuccess, suggestionMessages } from '../src/suggest/index.js';
import { asLoc, errorsText } from '../src/suggest/write/text.js';
import { lastName, memberName } from '../src/syntax/nodes.js';
import { createRule } from './create-rule.js';

/** The response that `cache.put(request, response)` stores; undefined for any other call. */
function storedBy(node: Node): Node | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || node.arguments.length !== 2) {
    return undefined;
  }
  const { object } = node.callee;
  const owner = object.type === 'AwaitExpression' ? object.argument : object;
  const name = lastName(owner.type === 'CallExpression' ? owner.callee : owner) ?? '';
  const isOpened = owner.type === 'CallExpression' && owner.callee.type === 'MemberExpression';
  const of = isOpened ? lastName((owner.callee as { object: Node }).object) : name;
  return memberName(node.callee) === 'put' && isCacheName(of ?? '') ? node.arguments[1] : undefined;
}

export default createRule({
  name: 'no-unchecked-cache-put',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow storing a response in a cache that may be an error',
      preset: 'recommended',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      stored:
        'A {{statuses}} is stored here, and served from the cache until it is deleted: `put` takes any response, unlike `add`. Store it only where `{{ok}}` is true.',
      ...suggestionMessages,
    },
  },
  defaultOptions: [],
  create(context) {
    return listen(context, ({ responses }) => {
      for (const response of responses) {
        const { status, ok = status } = response.client.members;
        for (const [node, statuses] of response.unlookedHands) {
          const stored = storedBy(node);
          if (!stored || statuses.isDisjointWith(errors)) continue;
          const data = { statuses: errorsText(statuses), ok };
          const suggest = suggestStoringSuccess(context.sourceCode, stored, response);
          context.report({ loc: asLoc(stored), messageId: 'stored', data, suggest });
        }
      }
    });
  },
});
