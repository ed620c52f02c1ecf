import { listen, type Node, type Read, type ResponseReport } from '../src/analysis/index.js';
import { responseMadeBy } from '../src/models/made-response.js';
import { formatStatuses, nullBody, StatusSet } from '../src/status/index.js';
import { suggestNoBody, suggestionMessages } from '../src/suggest/index.js';
import { excerpt } from '../src/suggest/write/text.js';
import { isCaught } from '../src/syntax/caught.js';
import { createRule } from './create-rule.js';

export interface Options {
  /** Also report a body of a DELETE that is parsed although nothing looked for a 204. */
  readonly mayBeEmpty: boolean;
}

const defaults: Options = { mayBeEmpty: false };

/** The null body statuses that a program can give to `new Response`: any other is no status for it, or refused. */
const refused = StatusSet.of(204, 205, 304);

export default createRule({
  name: 'no-null-body',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow parsing or giving a body where a response has none: 204, 205, 304 and HEAD',
      preset: 'recommended',
      strict: { mayBeEmpty: true },
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          mayBeEmpty: {
            type: 'boolean',
            description: 'Whether to report a DELETE whose body is parsed although nothing looked for a 204.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [defaults],
    messages: {
      noBody: '`{{read}}` throws here: a {{status}} has no body. Leave it out, or read only what has one.',
      head: '`{{read}}` throws: the answer to a HEAD request has no body. Read its headers, or send a GET.',
      mayBeEmpty:
        '`{{read}}` throws on a 204, with which a server answers a DELETE that worked. Look for a 204 before that line.',
      given: 'A {{status}} takes no body, so this throws. Pass `null` as the body, or give another status.',
      ...suggestionMessages,
    },
  },
  defaultOptions: [defaults],
  concerns: (text) => /Response\b/.test(text) && /\b(204|205|304)\b/.test(text),
  create(context, [options]) {
    const { sourceCode } = context;
    const reported = new Set<Node>();
    const report = (node: Node, messageId: 'noBody' | 'head' | 'mayBeEmpty' | 'given', status = '') => {
      if (reported.has(node)) return;
      reported.add(node);
      const suggest = messageId === 'given' ? suggestNoBody(sourceCode, node) : [];
      context.report({ node, messageId, data: { read: excerpt(sourceCode, node), status }, suggest });
    };
    const checkMade = (node: Node) => {
      const made = responseMadeBy(sourceCode, node);
      if (made?.hasBody && made.status !== undefined && refused.has(made.status))
        report(node, 'given', String(made.status));
    };
    const { CallExpression: collect, ...listener } = listen(context, ({ responses, parameters }) => {
      for (const response of [...responses, ...parameters]) {
        for (const [node, read] of response.reads) {
          if (!response.client.members.parsers?.has(read.name)) continue;
          if (response.method === 'HEAD') report(node, 'head');
          else if (isNull(response, read)) report(node, 'noBody', formatStatuses(read.statuses));
          else if (options?.mayBeEmpty && isUnlooked(response, node, read)) report(node, 'mayBeEmpty');
        }
        for (const [node, statuses] of response.statusEscapes) {
          if (statuses.isEmpty || !statuses.isSubsetOf(refused)) continue;
          if (responseMadeBy(sourceCode, node)?.hasBody) report(node, 'given', formatStatuses(statuses));
        }
      }
    });
    return {
      ...listener,
      NewExpression: checkMade,
      CallExpression(node) {
        collect?.(node);
        checkMade(node);
      },
    };
  },
});

const isNull = ({ listed }: ResponseReport, { statuses }: Read): boolean =>
  !listed && !statuses.isEmpty && statuses.isSubsetOf(nullBody);

/** A DELETE, or a wrapper that this file gives one, of which nothing looks for a 204 or at a header. */
function isUnlooked({ method, methods, passive, listed }: ResponseReport, node: Node, { statuses }: Read): boolean {
  if (listed || passive || !statuses.has(204) || isCaught(node)) return false;
  return method === 'DELETE' || (method === undefined && methods.has('DELETE'));
}
