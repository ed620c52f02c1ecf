import { conditionAround, listen, type Node, type ResponseReport } from '../src/analysis/index.js';
import { clientError, mostNamed, StatusSet, success } from '../src/status/index.js';
import { asLoc, errorsText, onLine } from '../src/suggest/write/text.js';
import { decidesByException } from '../src/syntax/caught.js';
import { enclosingFunction } from '../src/syntax/nodes.js';
import { passesAllOn, passesFirstOn } from '../src/syntax/self-call.js';
import { createRule } from './create-rule.js';

export interface Options {
  /** The 4xx after which the same request may be sent again. */
  readonly retryable: number[];
}

const defaults: Options = { retryable: [408, 425, 429] };

/** With these a server says when to come back (RFC 9110, section 10.2.3). */
const dated = StatusSet.of(429, 503);

export default createRule({
  name: 'no-blind-retry',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow sending a request again after a 4xx, which is answered in the same way each time',
      preset: 'strict',
    },
    schema: [
      {
        type: 'object',
        properties: {
          retryable: {
            type: 'array',
            items: { type: 'integer', minimum: 400, maximum: 499 },
            uniqueItems: true,
            description: 'The 4xx after which the same request may be sent again.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [defaults],
    messages: {
      blind:
        'A {{statuses}} is answered in the same way however often it is sent, and is sent again{{where}}. Leave after a 4xx; only {{retryable}} and 5xx are worth another try.',
      endless:
        'A {{statuses}} calls this function again with nothing changed, and the same answer calls it again. Pass on that it was tried, and give up the second time.',
      retryAfter:
        'With a {{statuses}} the server says in `Retry-After` when to come back, and nothing here reads it. Wait as long as it says.',
    },
  },
  defaultOptions: [defaults],
  create(context, [options]) {
    const { sourceCode } = context;
    const list = options?.retryable ?? defaults.retryable;
    const hopeless = clientError.difference(StatusSet.of(...list));
    const retryable = list.join(', ');
    /**
     * Whether failures alone are repeated, 5xx and hopeless ones alike. Who repeats few has written them down: a 404 until it is
     * there, a 401 after a new token.
     */
    const isBlind = (statuses: StatusSet): boolean =>
      statuses.isDisjointWith(success) && statuses.has(500) && statuses.intersect(hopeless).size > mostNamed;
    /** Whether something looks at its headers, or may: in another function, or under another name. */
    const mayReadRetryAfter = ({ passive, hands, call }: ResponseReport, statuses: StatusSet): boolean =>
      passive ||
      [...hands.values()].some((handed) => !handed.isDisjointWith(statuses)) ||
      /retry-?_?after/i.test(sourceCode.getText(enclosingFunction(call!) ?? sourceCode.ast));
    return listen(context, ({ responses }) => {
      for (const response of responses) {
        const blind = [...response.rounds, ...response.recursions].find(
          ([node, statuses]) =>
            isBlind(statuses) && (!isCall(node) || passesFirstOn(node)) && !decidesByException(sourceCode, node),
        );
        const endless = [...response.recursions].find(
          ([node, statuses]) =>
            passesAllOn(node) && statuses.isDisjointWith(success) && !statuses.isDisjointWith(hopeless),
        );
        if (endless) {
          context.report({ node: endless[0], messageId: 'endless', data: { statuses: errorsText(endless[1]) } });
        } else if (blind) {
          const data = {
            statuses: errorsText(blind[1].intersect(hopeless)),
            where: onLine(context, blind[0]),
            retryable,
          };
          context.report({ loc: asLoc(response.callee!), messageId: 'blind', data });
        }
        const waits = datedCondition(response);
        if (!waits || mayReadRetryAfter(response, waits.statuses)) continue;
        context.report({ node: waits.node, messageId: 'retryAfter', data: { statuses: errorsText(waits.statuses) } });
      }
    });
  },
});

const isCall = ({ type }: Node): boolean => type === 'CallExpression';

/** The condition that sets a 429 or 503 apart to send the request again. */
function datedCondition({ rounds, recursions, conditions, decisions }: ResponseReport) {
  const repeated = [...rounds.values(), ...recursions.values()].reduce((all, one) => all.union(one), StatusSet.empty);
  for (const { node, whenTrue, whenFalse } of conditions) {
    const whole = decisions.get(node);
    const statuses = [whenTrue, whenFalse].find((side) => !side.isEmpty && side.isSubsetOf(dated));
    const isWhole = whole && [whole.whenTrue, whole.whenFalse].some((side) => !side.isEmpty && side.isSubsetOf(dated));
    if (statuses && isWhole && statuses.isSubsetOf(repeated)) return { node: conditionAround(node), statuses };
  }
  return undefined;
}
