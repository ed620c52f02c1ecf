import { analyse, conditionAround, type End, type Node } from '../src/analysis/index.js';
import { errors, formatStatuses, StatusSet } from '../src/status/index.js';
import { createRule } from './create-rule.js';
import { excerpt, lineOf } from './text.js';

/** The status was looked at, and yet failures come to the end of this path like successes. */
const slips = (end: End): boolean =>
  end.inspected && !end.branched && !end.handed && !end.statuses.isDisjointWith(errors);

/** What gets past one condition. */
interface Slip {
  statuses: StatusSet;
  use: Node | undefined;
}

export default createRule({
  name: 'require-error-branch',
  meta: {
    type: 'problem',
    docs: {
      description: 'require that every error status a check lets through meets a branch of its own',
      preset: 'recommended',
    },
    schema: [],
    defaultOptions: [],
    messages: {
      read: 'A {{statuses}} gets past this check, and `{{use}}` on line {{line}} reads it as if the request had worked. Return or throw for every error before that.',
      ignored:
        'A {{statuses}} gets past this check unnoticed: nothing happens here when the request fails that way. Add a branch for it.',
    },
  },
  defaultOptions: [],
  create(context) {
    const { sourceCode } = context;
    return {
      'Program:exit'() {
        for (const [condition, { statuses, use }] of findSlips(analyse(sourceCode, context.settings).responses.flatMap((r) => r.ends))) {
          const data = { statuses: orList(formatStatuses(statuses)) };
          if (!use) context.report({ node: condition, messageId: 'ignored', data });
          else {
            context.report({
              node: condition,
              messageId: 'read',
              data: { ...data, use: excerpt(sourceCode, use), line: lineOf(use) },
            });
          }
        }
      },
    };
  },
});

function findSlips(ends: readonly End[]): Map<Node, Slip> {
  const slipsBy = new Map<Node, Slip>();
  for (const end of ends) {
    if (!slips(end) || !end.look) continue;
    const condition = conditionAround(end.look);
    const slip = slipsBy.get(condition) ?? { statuses: StatusSet.empty, use: undefined };
    slip.statuses = slip.statuses.union(end.statuses.intersect(errors));
    slip.use ??= end.use;
    slipsBy.set(condition, slip);
  }
  return slipsBy;
}

/** `4xx except 404, 5xx` as a person says it. */
const orList = (text: string): string => text.replace(/, (?=[^,]*$)/, ' or ');
