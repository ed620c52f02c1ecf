import { listen, type Node, type ResponseReport } from '../src/analysis/index.js';
import { isErrorStatus, isStatusKey, meansStatus } from '../src/models/index.js';
import { isPlainError } from '../src/models/language.js';
import { mostNamed, success } from '../src/status/index.js';
import { suggestStatus, suggestionMessages } from '../src/suggest/index.js';
import { errorsText, excerpt } from '../src/suggest/write/text.js';
import { isCaught } from '../src/syntax/caught.js';
import { isMadeOf } from '../src/syntax/made-of.js';
import { isFunction, isInside, lastName, memberName } from '../src/syntax/nodes.js';
import { createRule } from './create-rule.js';

export interface Options {
  /** Names of functions and classes whose errors carry the status in another way: `apiError`. */
  readonly carriers: string[];
}

const defaults: Options = { carriers: [] };

export default createRule({
  name: 'require-status-in-error',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'require that an error thrown for a bad response carries its status',
      preset: 'strict',
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          carriers: {
            type: 'array',
            items: { type: 'string' },
            description: 'Names of functions and classes whose errors carry the status in another way.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [defaults],
    messages: {
      lost: 'This error does not say whether it was a {{statuses}}, so no caller can tell them apart. Give it the status: in its message, as a property or as its `cause`.',
      unguarded:
        'A {{statuses}} whose body is not what `{{read}}` expects throws here, and its status is lost: a 502 mostly has a page of HTML. Add a `catch` to it, or read `text()`.',
      ...suggestionMessages,
    },
  },
  defaultOptions: [defaults],
  create(context, [options]) {
    const { sourceCode } = context;
    const carriers = new Set(options?.carriers);
    /** Whether it goes into the error which status it was: as a number, in words that stand for one, as the server's own. */
    const saysStatus = ({ client, reads, call }: ResponseReport, place: Node): boolean => {
      const isPlain = carriesText(place);
      const isOne = (node: Node): boolean => {
        switch (node.type) {
          case 'Literal':
            return isErrorStatus(node.value) || meansStatus(node.value);
          case 'MemberExpression':
            return memberName(node) === client.members.status || isStatusKey(memberName(node) ?? '');
          case 'CallExpression':
          case 'NewExpression':
            return carriers.has(lastName(node.callee) ?? '') || (!isPlain && reads.has(node));
          default:
            return false;
        }
      };
      return isMadeOf(sourceCode, place, isOne, (node) => node === call || reads.has(node));
    };
    return listen(context, ({ responses, parameters }) => {
      const reported = new Set<Node>();
      for (const response of [...responses, ...parameters]) {
        // An error for few statuses says by itself which they are: `if (res.status === 404) throw new NotFoundError()`.
        const open = [...response.throws].filter(([, statuses]) => statuses.size > mostNamed);
        for (const [node, statuses] of open) {
          if (reported.has(node) || isRethrown(node)) continue;
          reported.add(node);
          const text = errorsText(statuses);
          if (!isCarried(response, node) && !saysStatus(response, node))
            context.report({
              node,
              messageId: 'lost',
              data: { statuses: text },
              suggest: suggestStatus(sourceCode, node, response),
            });
          else
            for (const read of unguarded(response, node)) {
              if (reported.has(read)) continue;
              reported.add(read);
              const data = { statuses: text, read: excerpt(sourceCode, read) };
              context.report({ node: read, messageId: 'unguarded', data });
            }
        }
      }
    });
  },
});

/** `throw new Error(text)`, `reject(new TypeError(text))`: all that it carries is a text, whatever the server said. */
function carriesText(place: Node): boolean {
  const thrown =
    place.type === 'ThrowStatement' ? place.argument : 'arguments' in place ? place.arguments[0] : undefined;
  return (
    (thrown?.type === 'NewExpression' || thrown?.type === 'CallExpression') &&
    isPlainError(lastName(thrown.callee) ?? '')
  );
}

/** `catch (error) { throw new Error('…') }`: what is thrown there is thrown for another exception. */
function isRethrown(node: Node): boolean {
  for (let at = node.parent; at && !isFunction(at); at = at.parent) if (at.type === 'CatchClause') return true;
  return false;
}

/** The block around a node, in which what leads to an error is gathered. */
function blockAround(node: Node): Node {
  let at = node;
  while (at.parent && at.type !== 'BlockStatement' && !isFunction(at)) at = at.parent;
  return at;
}

/** The status, or the response, went into something on the way to the error: `error.status = res.status`. */
function isCarried({ statusEscapes, hands }: ResponseReport, node: Node): boolean {
  const block = blockAround(node);
  const isOnTheWay = (place: Node) =>
    (isInside(place, block) && place.range[0] <= node.range[1]) || isInside(node, place);
  return [...statusEscapes.keys(), ...hands.keys()].some(isOnTheWay);
}

/** Bodies that are parsed on the way to an error without a thought of what does not parse. */
function unguarded({ reads, client, declared }: ResponseReport, node: Node): readonly Node[] {
  // A type says that the body of this status is what is read there.
  if (declared) return [];
  const block = blockAround(node);
  return [...reads]
    .filter(([read, { name, statuses }]) => {
      if (!client.members.parsers?.has(name) || !statuses.isDisjointWith(success) || statuses.size <= mostNamed)
        return false;
      return isInside(read, block) && read.range[0] < node.range[1] && !isCaught(read);
    })
    .map(([read]) => read);
}
