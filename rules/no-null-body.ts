import { getStaticValue } from '@eslint-community/eslint-utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { listen, type Node, type Read, type ResponseReport } from '../src/analysis/index.js';
import { formatStatuses, nullBody, StatusSet } from '../src/status/index.js';
import { excerpt } from '../src/suggest/write/text.js';
import { lastName, propertyNamed, unwrap } from '../src/syntax/nodes.js';
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
      context.report({ node, messageId, data: { read: excerpt(sourceCode, node), status } });
    };
    const checkMade = (node: TSESTree.NewExpression | TSESTree.CallExpression) => {
      const made = madeBy(sourceCode, node);
      const status = made && statusOf(sourceCode, made.init);
      if (made && status !== undefined && refused.has(status) && isGiven(sourceCode, made.body))
        report(node, 'given', String(status));
    };
    const { CallExpression: collect, ...listener } = listen(context, ({ responses, parameters }) => {
      for (const response of [...responses, ...parameters]) {
        for (const [node, read] of response.reads) {
          if (!response.client.members.parsers.has(read.name)) continue;
          if (response.method === 'HEAD') report(node, 'head');
          else if (isNull(response, read)) report(node, 'noBody', formatStatuses(read.statuses));
          else if (options?.mayBeEmpty && isUnlooked(response, node, read)) report(node, 'mayBeEmpty');
        }
        for (const [node, statuses] of response.statusEscapes) {
          if (node.type !== 'NewExpression' || statuses.isEmpty || !statuses.isSubsetOf(refused)) continue;
          const made = madeBy(sourceCode, node);
          if (made && isGiven(sourceCode, made.body)) report(node, 'given', formatStatuses(statuses));
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

/** `new Response(body, init)`, `Response.json(data, init)`: what a response is made of. */
function madeBy(
  source: TSESLint.SourceCode,
  node: TSESTree.NewExpression | TSESTree.CallExpression,
): { readonly body: Node | 'json' | undefined; readonly init: Node | undefined } | undefined {
  const isNew = node.type === 'NewExpression';
  const callee = isNew || node.callee.type !== 'MemberExpression' ? node.callee : node.callee.object;
  if (!isNew && (callee === node.callee || lastName(node.callee) !== 'json')) return undefined;
  if (callee.type !== 'Identifier' || !/^(Next)?Response$/.test(callee.name)) return undefined;
  const reference = source.getScope(callee).references.find(({ identifier }) => identifier === callee);
  const definition = reference?.resolved?.defs[0];
  if (callee.name === 'Response' && definition) return undefined;
  const [body, init] = node.arguments;
  return { body: isNew ? body : 'json', init };
}

/** The status that an `init` object has, where it is written down. */
function statusOf(source: TSESLint.SourceCode, init: Node | undefined): number | undefined {
  if (init?.type !== 'ObjectExpression') return undefined;
  const value = propertyNamed(init, 'status')?.value;
  const constant = value && getStaticValue(value as never, source.getScope(value) as never)?.value;
  return typeof constant === 'number' ? constant : undefined;
}

/** Whether a body is certainly not null. */
function isGiven(source: TSESLint.SourceCode, body: Node | 'json' | undefined): boolean {
  if (!body || body === 'json') return body === 'json';
  const node = unwrap(body);
  switch (node.type) {
    case 'Literal':
      return node.value !== null;
    case 'TemplateLiteral':
    case 'ObjectExpression':
    case 'NewExpression':
      return true;
    case 'CallExpression':
      return source.getText(node.callee) === 'JSON.stringify';
    default:
      return false;
  }
}
