import { isProbe, listen, type Node, type ResponseReport } from '../src/analysis/index.js';
import { errors, nullBody, type StatusSet } from '../src/status/index.js';
import { asLoc, errorsText } from '../src/suggest/write/text.js';
import { createRule } from './create-rule.js';

export default createRule({
  name: 'no-unread-body',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow leaving the body of an error unread on a server, where it keeps its connection',
      preset: 'strict',
    },
    schema: [],
    messages: {
      unread:
        'The body of a {{statuses}} is neither read nor cancelled here, so its connection stays taken until the garbage collector comes. Read it into the error, or cancel its `{{body}}` first.',
    },
  },
  defaultOptions: [],
  create(context) {
    return listen(context, ({ responses }) => {
      const reported = new Set<Node>();
      for (const response of responses) {
        if (!response.client.members.stream || isProbe(response) || response.copied) continue;
        const leaving = placeLeft(response);
        if (!leaving || reported.has(leaving[0]) || !response.holdsConnections()) continue;
        reported.add(leaving[0]);
        const statuses = errorsText(leaving[1].intersect(errors));
        context.report({
          loc: asLoc(leaving[0]),
          messageId: 'unread',
          data: { statuses, body: response.client.members.body },
        });
      }
    });
  },
});

/** Where a response is left with its body unread: a `throw`, or its call where the function just goes on. */
function placeLeft({ leftUnread, ends, callee }: ResponseReport): readonly [Node, StatusSet] | undefined {
  const hasBody = (statuses: StatusSet) => !statuses.difference(nullBody).isDisjointWith(errors);
  const thrown = [...leftUnread].find(([, statuses]) => hasBody(statuses));
  if (thrown) return thrown;
  const end = ends.find((one) => !one.spent && !one.used && !one.handed && one.inspected && hasBody(one.statuses));
  return end && [callee!, end.statuses];
}
