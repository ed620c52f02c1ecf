import type { TSESTree } from '@typescript-eslint/utils';
import { conditionAround, type Condition, type ResponseReport } from '../../analysis/index.js';
import { memberName, unwrap, type Node } from '../../syntax/nodes.js';
import { visit } from '../../syntax/visit.js';
import { headOf } from '../write/text.js';
import {
  hasComments,
  isParenthesized,
  insert,
  replace,
  toSuggest,
  withParentheses,
  type Source,
  type Suggestion,
} from '../write/edit.js';
import { editsOfName } from './leftover.js';
import { indentOf, startsLine } from '../write/indent.js';
import { styleOf } from '../write/style.js';
import type { Subject } from '../exit/response-text.js';
import { askedIn, asksOnly, type Asked } from '../exit/subject.js';

/** `res.ok` in the place of a comparison with 200. */
export function suggestOk(source: Source, condition: Condition, response: ResponseReport) {
  const { node } = condition;
  if (isTyped(response)) return toSuggest([]);
  const { parent } = node;
  const isSwitch = parent?.type === 'SwitchStatement' && parent.discriminant === node;
  return toSuggest([
    isSwitch
      ? inSwitch(source, parent, condition, response)
      : useOk(source, node, condition.whenTrue.has(200), response),
  ]);
}

/** What is read of a declared response has the type of a 200's body: another success has one of its own. */
const isTyped = ({ declared, uses, hands }: ResponseReport): boolean => !!declared && uses.size + hands.size > 0;

/** `holds` says whether the comparison is true for 200. */
function useOk(source: Source, comparison: Node, holds: boolean, response: ResponseReport): Suggestion | undefined {
  const asked = askedIn(source, comparison, response);
  if (!asked) return ofNameless(source, comparison, holds, response);
  if (hasComments(source, comparison) || (asked.optional && !isTested(comparison))) return undefined;
  const whole = wholeInVain(source, comparison, asked, response);
  if (whole) {
    const good = notOf(source, holds) + asked.subject.ok;
    return { messageId: 'useOkAlone', data: { good }, edits: [replace(whole, good)] };
  }
  if (parsesOn(response, comparison)) return withoutEmpty(source, comparison, holds, asked, response);
  const edits = editsOfName(source, comparison, asked, response);
  return edits && inCondition(source, comparison, holds, { ...asked, edits });
}

/** The whole condition around a comparison if it is the same for every status: `status !== 200 || status !== 201`. */
function wholeInVain(source: Source, comparison: Node, asked: Asked, { decisions }: ResponseReport): Node | undefined {
  const whole = conditionAround(comparison);
  const decision = decisions.get(comparison);
  const isSame = !!decision && (decision.whenTrue.isEmpty || decision.whenFalse.isEmpty);
  const isPlain = asked.edits.length === 0 && whole !== comparison && asksOnly(source, whole, asked.subject);
  return isSame && isPlain ? whole : undefined;
}

/** `res.ok && res.status !== 204`: where a success is parsed, one without a body stays where it is. */
function withoutEmpty(
  source: Source,
  comparison: Node,
  holds: boolean,
  asked: Asked,
  response: ResponseReport,
): Suggestion | undefined {
  // Where the status is a name of its own, the new condition reads it as well.
  const edits = asked.subject.whole ? editsOfName(source, comparison, asked, response) : asked.edits;
  const good = withBody(asked.subject, holds, notOf(source, holds));
  const text = isOperand(comparison, holds ? '&&' : '||') && !isParenthesized(source, comparison) ? `(${good})` : good;
  const written = onOwnLines(source, comparison, text);
  return edits && { messageId: 'useOkWithBody', edits: [...edits, replace(comparison, written)] };
}

/** The two parts of a whole condition on lines of their own where one is too short for them. */
function onOwnLines(source: Source, comparison: Node, text: string): string {
  const { parent } = comparison;
  const line = source.lines[comparison.loc.start.line - 1]!;
  const { eol, unit, width } = styleOf(source);
  const length = line.length + text.length - (comparison.range[1] - comparison.range[0]);
  if (length <= width || parent?.type !== 'IfStatement' || !startsLine(source, parent) || isSpread(comparison))
    return text;
  const indent = indentOf(source, parent);
  return eol + indent + unit + text.replace(/ (&&|\|\|) /, ` $1${eol}${indent}${unit}`) + eol + indent;
}

const isSpread = ({ loc, parent }: Node): boolean =>
  loc.start.line !== parent!.loc.start.line || loc.start.line !== loc.end.line;

const withBody = ({ ok, status }: Subject, holds: boolean, not: string): string =>
  holds ? `${ok} && ${status} !== 204` : `${not}${ok} || ${status} === 204`;

/** Whether something around a condition with this operator would bind one of its parts. */
const isOperand = ({ parent }: Node, operator: string): boolean =>
  !!parent &&
  !('operator' in parent && parent.operator === operator) &&
  /^(Unary|Logical|Binary|Await|TSAs|TSSatisfies|TSNonNull)Expression$/.test(parent.type);

/** `(await fetch(url)).status === 200`: what has the status keeps its text, and its comments. */
function ofNameless(
  source: Source,
  comparison: Node,
  holds: boolean,
  response: ResponseReport,
): Suggestion | undefined {
  const member = namelessMember(source, comparison, response);
  if (!member || source.getCommentsInside(comparison).length > source.getCommentsInside(member.object).length)
    return undefined;
  const { range } = withParentheses(source, member.object);
  const text = `${notOf(source, holds)}${source.text.slice(...range)}.${response.client.members.ok}`;
  const good = goodTest(source, comparison, holds, response);
  return { messageId: 'useOk', data: { good }, edits: [replace(comparison, text)] };
}

/** What has the status where it has no name: `(await fetch(url)).status`. */
function namelessMember(
  source: Source,
  comparison: Node,
  response: ResponseReport,
): TSESTree.MemberExpression | undefined {
  const found: TSESTree.MemberExpression[] = [];
  visit(comparison, source.visitorKeys, (node) => {
    if (node.type !== 'MemberExpression' || memberName(node) !== response.client.members.status) return true;
    found.push(node);
    return false;
  });
  const [only] = found;
  return found.length === 1 && !only?.optional ? only : undefined;
}

const notOf = (source: Source, holds: boolean): string => (holds ? '' : styleOf(source).spacedNot ? '! ' : '!');

/** What to test instead of a comparison with 200, for the message: `res.ok`, `!res.ok`; `ok` where it has no name yet. */
export function goodTest(source: Source, comparison: Node, holds: boolean, response: ResponseReport): string {
  const ok = askedIn(source, comparison, response)?.subject.ok;
  const nameless = namelessMember(source, comparison, response);
  const { ok: name = '' } = response.client.members;
  const text = ok ?? (nameless ? `${headOf(source, nameless.object)}.${name}` : name);
  return holds ? text : `!${text}`;
}

/** `case 200` gets the company of the other successes that a server answers with. */
function inSwitch(
  source: Source,
  node: TSESTree.SwitchStatement,
  { before }: Condition,
  response: ResponseReport,
): Suggestion | undefined {
  const only = node.cases.find(({ test }) => test?.type === 'Literal' && test.value === 200);
  const colon = only && source.getTokenAfter(only.test!);
  if (!only || !colon) return undefined;
  const { eol } = styleOf(source);
  const joint = startsLine(source, only) ? eol + indentOf(source, only) : ' ';
  const usual = parsesOn(response, node) ? [201, 202] : [201, 202, 204];
  const codes = usual.filter((code) => before.has(code));
  if (codes.length === 0) return undefined;
  return {
    messageId: codes.length > 1 ? 'addCases' : 'addCase',
    data: { cases: codes.join(', ').replace(/, (?=\d+$)/, ' and ') },
    edits: [insert(colon.range[1], codes.map((code) => `${joint}case ${code}:`).join(''))],
  };
}

/** Whether what comes in with a 200 is parsed: of a 204, which has no body, that would only fail. */
const parsesOn = ({ uses }: ResponseReport, node: Node): boolean =>
  [...uses].some(([use, arriving]) => arriving.has(200) && use.range[0] > node.range[0] && parses(use));

function parses(use: Node): boolean {
  const callee = use.type === 'CallExpression' ? use.callee : use;
  return callee.type === 'MemberExpression' && /^(json|formData)$/.test(memberName(callee) ?? '');
}

function inCondition(source: Source, comparison: Node, holds: boolean, { subject, edits }: Asked): Suggestion {
  const good = notOf(source, holds) + subject.ok;
  const { parent } = comparison;
  // `!(res.status === 200)` is `!res.ok` without the parentheses.
  const place = holds && parent?.type === 'UnaryExpression' ? withParentheses(source, comparison) : comparison;
  return { messageId: 'useOk', data: { good }, edits: [...edits, replace(place, good)] };
}

/** Whether only the truth of a value counts, so that `undefined` does where it was `false`. */
function isTested(node: Node): boolean {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at;
    if ('test' in parent && parent.test === at) return parent.type !== 'SwitchCase';
    if (parent.type === 'UnaryExpression' && parent.operator === '!') return true;
    if (parent.type !== 'LogicalExpression' && unwrap(parent) !== unwrap(at)) return false;
  }
  return false;
}
