import { conditionAround, listen, type Condition, type Node, type ResponseReport } from '../src/analysis/index.js';
import { errors, formatStatuses, StatusSet, success } from '../src/status/index.js';
import { goodTest, rangeTest, suggestionMessages, suggestOk, suggestRange } from '../src/suggest/index.js';
import { series } from '../src/suggest/write/text.js';
import { createRule } from './create-rule.js';
import {
  alwaysThrows,
  endOfSides,
  isPredicate,
  isThrown,
  nameOf,
  sideOf,
  valueOfSide,
} from '../src/syntax/condition-sides.js';

const only200 = StatusSet.of(200);
const otherSuccess = success.difference(only200);

export interface Options {
  /** Regular expressions for requests that document exactly 200, matched against the text of the call. */
  readonly allowFor: string[];
  /** Whether to leave GET requests alone: they make nothing (201), ask for no job (202) and mostly for no part (206). */
  readonly ignoreGet: boolean;
}

const defaults: Options = { allowFor: [], ignoreGet: false };

export default createRule({
  name: 'no-200-only',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'disallow taking 200 for the only success, when 201, 202 and 204 are successes too',
      preset: 'recommended',
      severity: 'warn',
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          allowFor: {
            type: 'array',
            items: { type: 'string', format: 'regex' },
            description:
              'Regular expressions for requests that document exactly 200, matched against the text of the call.',
          },
          ignoreGet: {
            type: 'boolean',
            description: 'Whether to leave GET requests alone, of which few are answered by another success than 200.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [defaults],
    messages: {
      only200:
        'A {{others}} is a success too, but is taken for a failure here. Test `{{good}}` instead: `ok` is true from 200 to 299.',
      onlyAfterReject:
        'A {{others}} is a success too, but is taken for a failure here. {{client}} rejects on every other status, so that none has to be tested.',
      onlyRange: 'A {{others}} is a success too, but is taken for a failure here. Test `{{good}}` instead.',
      ...suggestionMessages,
    },
  },
  defaultOptions: [defaults],
  create(context, [options]) {
    const { sourceCode } = context;
    const allowed = (options?.allowFor ?? []).map((pattern) => new RegExp(pattern));
    const isAllowed = (call: Node | undefined): boolean =>
      !!call && allowed.some((pattern) => pattern.test(sourceCode.getText(call)));
    // An event stream is a 200 and no other success (HTML standard, section 9.2.2, "server-sent events").
    const isOfStream = ({ node }: Condition) => sourceCode.getText(conditionAround(node)).includes('text/event-stream');
    return listen(context, ({ responses, parameters }) => {
      const reported = new Set<Node>();
      for (const response of [...responses, ...parameters]) {
        if (response.declared === 'elsewhere' || response.isExact || isAllowed(response.call)) continue;
        if (options?.ignoreGet && response.method === 'GET') continue;
        const asked = new Asked(response);
        for (const condition of response.conditions) {
          if (reported.has(condition.node) || !takes200Alone(asked, condition) || isOfStream(condition)) continue;
          reported.add(condition.node);
          const { node, isCopied } = condition;
          const holds = condition.whenTrue.has(200);
          const others = othersIn(condition.before);
          if (rejectsErrors(response) && response.statuses.isSubsetOf(success)) {
            context.report({ node, messageId: 'onlyAfterReject', data: { others, client: response.client.name } });
            continue;
          }
          const isAlone = isCopied || response.client.members.ok === undefined;
          const range = isAlone ? rangeTest(sourceCode, node, holds) : undefined;
          const good = goodTest(sourceCode, node, holds, response);
          context.report({
            node,
            messageId: range || !good ? 'onlyRange' : 'only200',
            data: { others, good: range ?? (good || 'the range from 200 to 299') },
            suggest: range
              ? suggestRange(sourceCode, node, holds)
              : response.client.members.ok === undefined
                ? []
                : suggestOk(sourceCode, condition, response),
          });
        }
      }
    });
  },
});

/** The successes besides 200 that everybody knows, of those that can be here; all of them where none of those can. */
function othersIn(statuses: StatusSet): string {
  const usual = [201, 202, 204].filter((status) => statuses.has(status));
  const named = usual.map((status) => (status === 204 ? '204 (which has no body)' : String(status)));
  return usual.length > 0 ? series(named, 'or') : formatStatuses(statuses.intersect(otherSuccess));
}

/** What is asked with every comparison of one response, and found once. */
class Asked {
  private accepting?: readonly Node[];
  private told?: number;

  constructor(readonly response: ResponseReport) {}

  /** Whether another condition than this one accepts a further success. */
  acceptsElsewhere(node: Node): boolean {
    const { response } = this;
    this.accepting ??= response.conditions.filter((one) => acceptsAnother(response, one)).map((one) => one.node);
    return this.accepting.length > 1 || (this.accepting.length === 1 && this.accepting[0] !== node);
  }

  /** Where the status is handed on for the last time with 200 and another success alike; -1 where it never is. */
  get lastTold(): number {
    return (this.told ??= [...this.response.statusEscapes].reduce(
      (last, [place, statuses]) =>
        place.range[0] > last && comesTogether(statuses) && !isThrown(place) ? place.range[0] : last,
      -1,
    ));
  }
}

/** The condition parts 200 from every other success, and these go where the failures go. */
function takes200Alone(asked: Asked, condition: Condition): boolean {
  const { response } = asked;
  const { node } = condition;
  const before = condition.before.intersect(response.statuses);
  if (before.isDisjointWith(errors) && !rejectsErrors(response)) return false;
  if (before.isDisjointWith(otherSuccess)) return false;
  if (!comparesWith200(condition)) return false;
  if (asked.acceptsElsewhere(node)) return false;
  return !(
    isPredicate(node) ||
    failsWith200(response, condition) ||
    polls(response) ||
    asked.lastTold > endOfSides(node) ||
    sharesSuccess(response, condition) ||
    givesBody(response, condition)
  );
}

/** Whether no error comes with this response, since its promise rejects: then a test for 200 parts successes alone. */
const rejectsErrors = ({ client, statuses }: ResponseReport): boolean =>
  client.statuses.isDisjointWith(errors) && statuses.isDisjointWith(errors);

/** Whether 200 is the only success among statuses. */
const isOnly200 = (statuses: StatusSet): boolean => statuses.intersect(success).equals(only200);

function comparesWith200({ node, whenTrue, whenFalse }: Condition): boolean {
  if (node.parent?.type === 'SwitchStatement') {
    return isOnly200(whenTrue);
  }
  return whenTrue.equals(only200) || whenFalse.equals(only200);
}

/**
 * Another condition, or the whole of it, accepts a further success, or 0 (`file:` URLs and opaque responses have that); or it
 * parts all successes from the errors, as in `if (r.status === 200) show(); if (!r.ok) throw …`.
 */
function acceptsAnother({ decisions }: ResponseReport, condition: Condition): boolean {
  const decided = decisions.get(condition.node) ?? condition;
  const isAccepting = (side: StatusSet) =>
    side.isDisjointWith(errors) && !side.has(200) && (side.has(0) || !side.isDisjointWith(otherSuccess));
  return (
    [condition, decided].some(({ whenTrue, whenFalse }) => [whenTrue, whenFalse].some(isAccepting)) || partsAll(decided)
  );
}

const partsAll = ({ whenTrue, whenFalse }: Pick<Condition, 'whenTrue' | 'whenFalse'>): boolean =>
  [
    [whenTrue, whenFalse],
    [whenFalse, whenTrue],
  ].some(([good, bad]) => comesTogether(good!) && good!.isDisjointWith(errors) && !bad!.isDisjointWith(errors));

/** Other successes come to the same code as 200, or the response is handed on to somebody who decides. */
function sharesSuccess(response: ResponseReport, { node }: Condition): boolean {
  const handed = endingStatuses(response, 'handed');
  for (const statuses of response.hands.values()) {
    if (!statuses.intersect(handed).isDisjointWith(otherSuccess)) return true;
  }
  const used = endingStatuses(response, 'used');
  for (const [use, arriving] of response.uses) {
    const statuses = arriving.intersect(used);
    if (use.range[0] > node.range[0] && comesTogether(statuses)) return true;
  }
  return false;
}

const comesTogether = (statuses: StatusSet): boolean => statuses.has(200) && !statuses.isDisjointWith(otherSuccess);

/** The body was read before, and is given as it is with another success: `status === 200 ? buffer.slice(…) : buffer`. */
function givesBody({ decisions, ends }: ResponseReport, { node }: Condition): boolean {
  const decision = decisions.get(node);
  if (!decision) return false;
  const [t, f] = [decision.whenTrue, decision.whenFalse].map((side) => !side.isDisjointWith(otherSuccess));
  const value = t === f ? undefined : valueOfSide(conditionAround(node), t!);
  return (
    value?.type === 'Identifier' &&
    ends.some(
      ({ used, use, statuses }) => used && use && !statuses.isDisjointWith(otherSuccess) && nameOf(use) === value.name,
    )
  );
}

/** `if (res.status === 200 && !isFresh) throw …`: 200 is no success here. */
function failsWith200({ decisions }: ResponseReport, { node }: Condition): boolean {
  const decision = decisions.get(node);
  return [true, false].some((holds) => {
    const statuses = decision && (holds ? decision.whenTrue : decision.whenFalse);
    return statuses && isOnly200(statuses) && alwaysThrows(sideOf(conditionAround(node), holds));
  });
}

/** The statuses that come to an ordinary end after this happened; what happens on the way to a throw decides nothing. */
function endingStatuses(response: ResponseReport, happened: 'handed' | 'used'): StatusSet {
  if (!response.call) return StatusSet.all; // a parameter's ends are its callers'
  return response.ends.reduce((set, end) => (end[happened] ? set.union(end.statuses) : set), StatusSet.empty);
}

/** A loop that goes round with everything but 200 waits for it: a 202 there means "not yet". */
const polls = ({ polled, repeats }: ResponseReport): boolean =>
  !polled.isDisjointWith(otherSuccess) || (!repeats.has(200) && !repeats.isDisjointWith(otherSuccess));
