import {
  conditionAround,
  swallowedBy,
  findImpossible,
  isProbe,
  listen,
  type End,
  type Node,
  type ResponseReport,
} from '../src/analysis/index.js';
import { noAnswer } from '../src/models/rejections.js';
import { errors, nullBody, StatusSet, success } from '../src/status/index.js';
import { suggestBranch, suggestionMessages } from '../src/suggest/index.js';
import { errorsText, excerpt, onLine } from '../src/suggest/write/text.js';
import { consequenceSchema, reliesOn } from './consequence.js';
import { createRule } from './create-rule.js';

export interface Options {
  /** What is reported: only what an error can do harm to, or every error that slips through. */
  readonly consequence: 'harm' | 'any';
}

const defaults: Options = { consequence: 'harm' };

/** The error statuses that come to this end like successes, although the status was looked at. */
function slipping(response: ResponseReport, end: End): StatusSet {
  if (!end.inspected || end.branched || end.handed || !end.guard) return StatusSet.empty;
  const failures = end.statuses.intersect(errors);
  if (readAfterwards(end))
    return isSaidAtCall(response, end) || isMeant(response, end, failures) ? StatusSet.empty : failures;
  if (end.logged || response.tolerated || isProbe(response)) return StatusSet.empty;
  const missed = failures.difference(named(response));
  if (setsSuccessesApart(response, end.guard, end.used)) return missed;
  return end.used ? missed.intersect(besideClass(response, end.guard)) : StatusSet.empty;
}

/**
 * `show(await res.json()); if (res.status >= 500) throw …`: the body was taken for the answer, and what looks at failures at
 * all looks at a part of them; gives the others. Who asks for one error means that one.
 */
function besideClass({ conditions, decisions }: ResponseReport, guard: Node): StatusSet {
  const condition = conditions.find(({ node }) => node === guard);
  const { whenTrue, whenFalse } = decisions.get(guard) ?? { whenTrue: StatusSet.empty, whenFalse: StatusSet.empty };
  if (!condition?.named.isEmpty) return StatusSet.empty;
  const isForErrors = (side: StatusSet) => side.isDisjointWith(success) && !side.isDisjointWith(errors);
  return isForErrors(whenTrue)
    ? whenFalse.difference(whenTrue)
    : isForErrors(whenFalse)
      ? whenTrue.difference(whenFalse)
      : StatusSet.empty;
}

/** Where the body is read after the condition looked or, read before it, is taken for the answer. */
const readAfterwards = ({ use, usedBehind, reuse }: End): Node | undefined => (use && usedBehind ? use : reuse);

/** What a wrapper let past, and never looked at on another way: `no-unchecked-response` says both where it is called. */
const isSaidAtCall = ({ calleeGuards, ends }: ResponseReport, { guard }: End): boolean =>
  calleeGuards.has(guard!) && ends.some(({ used, inspected, handed }) => used && !inspected && !handed);

/**
 * One side of the condition is for successes alone; a test for one error says nothing of the others. Where the body was
 * read, a test for 204 says how to read it.
 */
function setsSuccessesApart(response: ResponseReport, guard: Node, isRead: boolean): boolean {
  const successes = isRead ? success.difference(nullBody) : success;
  const decision = response.decisions.get(guard);
  if (!decision) return false;
  return [decision.whenTrue, decision.whenFalse].some(
    (side) => side.isDisjointWith(errors) && !side.isDisjointWith(successes),
  );
}

/** `!res.ok && res.status !== 404`: whoever lets through these alone, and not just to log them, wants to read them. */
const isMeant = (response: ResponseReport, { logged }: End, failures: StatusSet): boolean =>
  !logged && failures.isSubsetOf(named(response));

/** Statuses that some condition asks for one by one: whoever wrote them down knows of them. */
const named = ({ conditions }: ResponseReport): StatusSet =>
  conditions.reduce((all, condition) => all.union(condition.named), StatusSet.empty);

/** What gets past one condition. */
interface Slip {
  statuses: StatusSet;
  use: Node | undefined;
  /** The response that the condition looks at. */
  readonly response: ResponseReport;
}

export default createRule({
  name: 'require-error-branch',
  meta: {
    type: 'problem',
    docs: {
      description: 'require that every error status a check lets through meets a branch of its own',
      preset: 'recommended',
      strict: { consequence: 'any' },
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: { consequence: consequenceSchema },
        additionalProperties: false,
      },
    ],
    defaultOptions: [defaults],
    messages: {
      read: 'A {{statuses}} gets past this check, and `{{use}}`{{where}} reads it as if the request had worked. Return or throw for every error before that.{{relies}}',
      ignored:
        'On a {{statuses}} nothing happens here: the code goes on without the answer. Add a branch for it.{{relies}}',
      swallowed:
        'On a {{statuses}}{{orNone}} nothing happens here: the error is swallowed, and the code goes on as if the request had worked. Throw it again, or tell somebody.',
      ...suggestionMessages,
    },
  },
  defaultOptions: [defaults],
  create(context, [{ consequence } = defaults]) {
    const { sourceCode } = context;
    return listen(context, (analysis) => {
      for (const error of analysis.errors) {
        const swallowed = swallowedBy(error);
        if (!swallowed) continue;
        const { statuses } = swallowed;
        const orNone = statuses.isDisjointWith(noAnswer) ? '' : ', or without an answer,';
        const data = { statuses: errorsText(statuses), orNone };
        context.report({ node: swallowed.condition, messageId: 'swallowed', data });
      }
      const slips = findSlips(analysis.responses.filter(({ declared }) => declared !== 'elsewhere'));
      if (slips.size === 0) return;
      // `no-impossible-status` says of such a condition what is wrong with it; by the letter, both are right.
      const said = consequence === 'harm' ? findImpossible(analysis) : [];
      const impossible = new Set(said.map(({ node }) => conditionAround(node)));
      for (const [condition, { statuses, use, response }] of slips) {
        if (impossible.has(condition)) continue;
        const cost = response.consequenceOf(use);
        if (consequence === 'harm' && cost.kind !== 'harm') continue;
        const suggest = suggestBranch(sourceCode, condition, { statuses, response });
        const data = { statuses: errorsText(statuses), relies: reliesOn(context, cost) };
        if (!use) context.report({ node: condition, messageId: 'ignored', data, suggest });
        else {
          context.report({
            node: condition,
            messageId: 'read',
            data: {
              statuses: data.statuses,
              relies: data.relies,
              use: excerpt(sourceCode, use),
              where: onLine(context, use),
            },
            suggest,
          });
        }
      }
    });
  },
});

function findSlips(responses: readonly ResponseReport[]): Map<Node, Slip> {
  const slipsBy = new Map<Node, Slip>();
  for (const [response, end] of responses.flatMap((r) => r.ends.map((e) => [r, e] as const))) {
    const statuses = slipping(response, end);
    if (statuses.isEmpty || !end.guard) continue;
    const condition = conditionAround(end.guard);
    const slip = slipsBy.get(condition) ?? { statuses: StatusSet.empty, use: undefined, response };
    slip.statuses = slip.statuses.union(statuses);
    slip.use ??= readAfterwards(end);
    slipsBy.set(condition, slip);
  }
  return slipsBy;
}
