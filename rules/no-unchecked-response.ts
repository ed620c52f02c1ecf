import { analyse, type End, type ResponseReport } from '../src/analysis/index.js';
import { errors } from '../src/status/index.js';
import { createRule } from './create-rule.js';
import { asLoc, excerpt, lineOf } from './text.js';

interface Options {
  /** Report requests that nothing waits for, too. */
  readonly checkFireAndForget: boolean;
}

/** The body of an error is read as data on this end of a path, and nobody looked. */
const isUnchecked = (end: End): boolean =>
  end.used && !end.inspected && !end.handed && !end.statuses.isDisjointWith(errors);

/** Requests that are made for the connection or for the headers alone. */
const probes = new Set(['HEAD', 'OPTIONS']);

const isDropped = (response: ResponseReport): boolean => response.dropped && !probes.has(response.method ?? '');

export default createRule({
  name: 'no-unchecked-response',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow using a response as a success before its status was looked at',
      preset: 'recommended',
    },
    schema: [
      {
        type: 'object',
        properties: {
          checkFireAndForget: {
            type: 'boolean',
            description: 'Whether to report requests that nothing waits for (`fetch(url)` as a statement).',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ checkFireAndForget: false }],
    messages: {
      unchecked:
        'A 404 or 500 reaches `{{use}}` on line {{line}} as if it had succeeded: nothing looks at the status of this response. Check `ok` before the body is used.',
      partly:
        'A 404 or 500 can reach `{{use}}` on line {{line}} as if it had succeeded: on that path nothing looks at the status of this response. Check `ok` on every path.',
      dropped:
        'A 404 or 500 goes unnoticed: the code waits for this response and goes on as if the request had worked. Check its `ok`.',
      forgotten: 'A 404 or 500 goes unnoticed: nothing waits for this response. Await it and check its `ok`.',
    },
  },
  defaultOptions: [{ checkFireAndForget: false } as Options],
  create(context, [options]) {
    const { sourceCode } = context;
    return {
      'Program:exit'() {
        for (const response of analyse(sourceCode).responses) {
          const unchecked = response.ends.find(isUnchecked);
          if (unchecked?.use) {
            const messageId = response.ends.some((end) => end.inspected) ? 'partly' : 'unchecked';
            const data = { use: excerpt(sourceCode, unchecked.use), line: lineOf(unchecked.use) };
            context.report({ loc: asLoc(response.callee!), messageId, data });
          } else if (isDropped(response)) context.report({ loc: asLoc(response.callee!), messageId: 'dropped' });
          else if (options?.checkFireAndForget && response.forgotten) {
            context.report({ loc: asLoc(response.callee!), messageId: 'forgotten' });
          }
        }
      },
    };
  },
});
