import { isProbe, listen, type End, type Node, type ResponseReport } from '../src/analysis/index.js';
import { errors, StatusSet } from '../src/status/index.js';
import { suggestCheck, suggestionMessages, type Finding } from '../src/suggest/index.js';
import { asLoc, errorsText, excerpt, onLine, type Place } from '../src/suggest/write/text.js';
import { consequenceSchema, reliesOn } from './consequence.js';
import { createRule } from './create-rule.js';

export interface Options {
  /** Report requests that nothing waits for, too. */
  readonly checkFireAndForget: boolean;
  /** What is reported: only what an error can do harm to, or every response that is used unchecked. */
  readonly consequence: 'harm' | 'any';
}

/** The body of an error is read as data on this end of a path, and nobody looked. */
const isUnchecked = (end: End): boolean =>
  end.used && !end.inspected && !end.handed && !end.statuses.isDisjointWith(errors);

const isDropped = (response: ResponseReport): boolean => response.dropped && !isProbe(response);

/** What there is to say of a response, if anything. */
function findingOf(response: ResponseReport, { checkFireAndForget, consequence }: Options): Finding | undefined {
  if (response.declared === 'elsewhere') return undefined;
  const isWorthIt = (use: Node | undefined) => consequence === 'any' || response.consequenceOf(use).kind === 'harm';
  // Of a declared response each body has its type: what is read too early does not compile, or is what all of them have.
  const end = response.declared ? undefined : response.ends.find((one) => isUnchecked(one) && isWorthIt(one.use));
  if (end?.use) return { end, partly: response.ends.some((other) => other.inspected) };
  if (isDropped(response)) return isWorthIt(undefined) ? 'dropped' : undefined;
  return checkFireAndForget && response.forgotten && !isMarked(response.call!) ? 'forgotten' : undefined;
}

/** The statuses with which a response comes to an end, and that nobody chose. */
const endingWith = ({ ends }: ResponseReport): StatusSet =>
  ends.reduce((all, { statuses, chosen }) => (chosen ? all : all.union(statuses)), StatusSet.empty);

/** The errors that everybody knows, of those that come to an end; all of them where those two do not. */
const witnessOf = (statuses: StatusSet): string =>
  [404, 500].filter((status) => statuses.has(status)).join(' or ') || errorsText(statuses);

/** That nothing looked at the status, or what a condition before the use looked at instead. */
function unlookedText(place: Place, { client, mistakes }: ResponseReport, use: Node): string {
  const found = [...mistakes].find(([{ range }]) => range[0] < use.range[0]);
  if (!found) return 'nothing checks the status of this response';
  const [mistake, name] = found;
  const isAbsent = client.members.mistaken?.get(name) === 'absent';
  const why = isAbsent ? `a response of \`${client.name}\` has no such property` : 'it is empty over HTTP/2';
  return `\`${excerpt(place.sourceCode, mistake)}\`${onLine(place, mistake)} checks nothing, as ${why}`;
}

/** `void fetch(url)`: its author says that nothing waits for it. */
function isMarked(call: Node): boolean {
  const { parent } = call;
  if (parent?.type === 'MemberExpression' && parent.object === call) return isMarked(parent);
  if (parent?.type === 'CallExpression' && parent.callee === call) return isMarked(parent);
  return parent?.type === 'UnaryExpression' && parent.operator === 'void';
}

const defaults: Options = { checkFireAndForget: false, consequence: 'harm' };

export default createRule({
  name: 'no-unchecked-response',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow using a response as a success before its status was looked at',
      preset: 'recommended',
      strict: { consequence: 'any' },
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          checkFireAndForget: {
            type: 'boolean',
            description: 'Whether to report requests that nothing waits for (`fetch(url)` as a statement).',
          },
          consequence: consequenceSchema,
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [defaults],
    messages: {
      unchecked:
        'A {{statuses}} reaches `{{use}}`{{where}} as if it had succeeded: {{unlooked}}. Check `{{ok}}` first.{{relies}}',
      partly:
        'A {{statuses}} can still reach `{{use}}`{{where}} as if it had succeeded: some ways check the status, others do not. Check `{{ok}}` on all of them.{{relies}}',
      bare: 'A {{statuses}} comes back from this call as if it had succeeded: it does not reject, and gives the body without its status. Ask for the whole response, and check `{{ok}}`.{{relies}}',
      dropped:
        'A {{statuses}} goes unnoticed: the code waits for this response, and goes on as if the request had worked. Check `{{ok}}` first.{{relies}}',
      forgotten:
        'A {{statuses}} goes unnoticed: nothing waits for this response. Await it and check `{{ok}}`, or mark it with `void`.',
      ...suggestionMessages,
    },
  },
  defaultOptions: [defaults],
  create(context, [options = defaults]) {
    const { sourceCode } = context;
    return listen(context, ({ responses }) => {
      const found = responses.flatMap((response) => {
        const finding = findingOf(response, options);
        return finding ? [{ response, finding }] : [];
      });
      const all = found.map(({ response }) => response);
      for (const { response, finding } of found) {
        const suggest = suggestCheck(sourceCode, response, finding, all);
        const loc = asLoc(response.callee!);
        const { status, ok = status } = response.client.members;
        if (typeof finding === 'string')
          context.report({
            loc,
            messageId: finding,
            data: {
              statuses: witnessOf(endingWith(response)),
              ok,
              relies: reliesOn(context, response.consequenceOf(undefined)),
            },
            suggest,
          });
        else {
          const { use, statuses } = finding.end;
          const data = {
            statuses: witnessOf(statuses),
            use: excerpt(sourceCode, use!),
            where: onLine(context, use!),
            unlooked: unlookedText(context, response, use!),
            ok,
            relies: reliesOn(context, response.consequenceOf(use)),
          };
          const messageId = use === response.call ? 'bare' : finding.partly ? 'partly' : 'unchecked';
          context.report({ loc, messageId, data, suggest });
        }
      }
    });
  },
});
