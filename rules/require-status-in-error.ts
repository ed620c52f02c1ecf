import { listen, type Node, type ResponseReport } from '../src/analysis/index.js';
import { isErrorStatus, meansStatus } from '../src/models/index.js';
import { success } from '../src/status/index.js';
import { errorsText, excerpt } from '../src/suggest/write/text.js';
import { isCaught } from '../src/syntax/caught.js';
import { isFunction, isInside, lastName } from '../src/syntax/nodes.js';
import { visit } from '../src/syntax/visit.js';
import { createRule } from './create-rule.js';

export interface Options {
  /** Names of functions and classes whose errors carry the status in another way: `apiError`. */
  readonly carriers: string[];
}

const defaults: Options = { carriers: [] };

/** An error for this few statuses says by itself which they are: `if (res.status === 404) throw new NotFoundError()`. */
const mostNamed = 12;

export default createRule({
  name: 'require-status-in-error',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'require that an error thrown for a bad response carries its status',
      preset: 'strict',
    },
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
    },
  },
  defaultOptions: [defaults],
  create(context, [options]) {
    const { sourceCode } = context;
    const carriers = new Set(options?.carriers);
    const saysStatus = (thrown: Node): boolean => {
      let answer = false;
      visit(thrown, sourceCode.visitorKeys, (node) => {
        if (node.type === 'Literal') answer ||= isErrorStatus(node.value) || meansStatus(node.value);
        if (node.type === 'CallExpression' || node.type === 'NewExpression')
          answer ||= carriers.has(lastName(node.callee) ?? '');
        return !answer && !isFunction(node);
      });
      return answer;
    };
    return listen(context, ({ responses, parameters }) => {
      const reported = new Set<Node>();
      for (const response of [...responses, ...parameters]) {
        const open = [...response.throws].filter(([, statuses]) => statuses.size > mostNamed);
        for (const [node, statuses] of open) {
          if (reported.has(node) || isRethrown(node)) continue;
          reported.add(node);
          const text = errorsText(statuses);
          if (!isCarried(response, node) && !saysStatus(node))
            context.report({ node, messageId: 'lost', data: { statuses: text } });
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
function unguarded({ reads, client }: ResponseReport, node: Node): readonly Node[] {
  const block = blockAround(node);
  return [...reads]
    .filter(([read, { name, statuses }]) => {
      if (!client.members.parsers.has(name) || !statuses.isDisjointWith(success) || statuses.size <= mostNamed)
        return false;
      return isInside(read, block) && read.range[0] < node.range[1] && !isCaught(read);
    })
    .map(([read]) => read);
}
