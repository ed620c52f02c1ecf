import type { TSESLint } from '@typescript-eslint/utils';
import { conditionAround, isFunction, listen, type Node, type ResponseReport } from '../src/analysis/index.js';
import { groupClaimed } from '../src/models/index.js';
import { clientError, mostNamed, serverError, success, type StatusSet } from '../src/status/index.js';
import { excerpt } from '../src/suggest/write/text.js';
import { isInside } from '../src/syntax/nodes.js';
import { visit } from '../src/syntax/visit.js';
import { createRule } from './create-rule.js';
import { sideOf } from '../src/syntax/condition-sides.js';

/** Whether a side of a condition is for failures, and for both groups of them. */
const isForBoth = (statuses: StatusSet): boolean =>
  statuses.isDisjointWith(success) && isMost(statuses, clientError) && isMost(statuses, serverError);

/** All of a group but what was dealt with before, code by code. */
const isMost = (statuses: StatusSet, group: StatusSet): boolean => statuses.intersect(group).size > 60;

/** The branch that is taken on one side of a condition. */
const branchOf = (condition: Node, holds: boolean): Node | undefined =>
  condition.parent?.type === 'ConditionalExpression' && condition.parent.test === condition
    ? holds
      ? condition.parent.consequent
      : condition.parent.alternate
    : sideOf(condition, holds);

/** `status === 404 || body.missing`: the condition names a status already. */
const namesStatus = ({ conditions }: ResponseReport, condition: Node): boolean =>
  conditions.some(({ node, accepts }) => accepts.size <= mostNamed && isInside(node, condition));

/** Nothing in a branch looks at the status, hands it on, or gives the server's own words. */
function isBlind({ statusEscapes, hands, conditions, reads }: ResponseReport, branch: Node): boolean {
  const places = [...statusEscapes.keys(), ...hands.keys(), ...reads.keys(), ...conditions.map(({ node }) => node)];
  return !places.some((place) => isInside(place, branch));
}

export default createRule({
  name: 'distinguish-error-groups',
  meta: {
    type: 'suggestion',
    docs: {
      description: "disallow one branch for 4xx and 5xx that takes them all for the client's fault, or the server's",
      preset: 'strict',
    },
    schema: [],
    messages: {
      server:
        '`{{claim}}` is said of a 5xx, too: there the server failed, and the request may be right. Give 5xx a branch of its own.',
      client:
        '`{{claim}}` is said of a 4xx, too: there the request is wrong, and stays so however often it is sent. Give 4xx a branch of its own.',
    },
  },
  defaultOptions: [],
  create(context) {
    const { sourceCode } = context;
    return listen(context, ({ responses, parameters }) => {
      const reported = new Set<Node>();
      for (const response of [...responses, ...parameters]) {
        for (const [test, { whenTrue, whenFalse }] of response.decisions) {
          for (const [holds, statuses] of [
            [true, whenTrue],
            [false, whenFalse],
          ] as const) {
            const branch = isForBoth(statuses) ? branchOf(conditionAround(test), holds) : undefined;
            if (!branch || reported.has(branch) || !isBlind(response, branch)) continue;
            if (namesStatus(response, conditionAround(test))) continue;
            reported.add(branch);
            const claim = claimIn(sourceCode, branch);
            if (!claim) continue;
            const text = excerpt(sourceCode, claim.node);
            context.report({ node: claim.node, messageId: claim.is, data: { claim: text } });
          }
        }
      }
    });
  },
});

interface Claim {
  readonly node: Node;
  /** Whose statuses are wrongly among those that it is said of. */
  readonly is: 'server' | 'client';
}

/** `body.message || 'Not found'`: the server's own words come first. */
const isFallback = ({ parent }: Node): boolean => parent?.type === 'LogicalExpression' && parent.operator !== '&&';

/** What a branch says of whose fault it is; nothing where it says both, or neither. */
function claimIn(source: TSESLint.SourceCode, branch: Node): Claim | undefined {
  const claims: Claim[] = [];
  visit(branch, source.visitorKeys, (node) => {
    const group = groupClaimed(node);
    if (group && !isFallback(node)) claims.push({ node, is: group === 'client' ? 'server' : 'client' });
    return !isFunction(node);
  });
  const [first] = claims;
  return first && claims.every(({ is }) => is === first.is) ? first : undefined;
}
