import type { TSESTree } from '@typescript-eslint/utils';
import { memberName, unwrap, type Node } from '../../src/analysis/syntax.js';
import type { ResponseMembers } from '../../src/clients/index.js';
import { headOf } from '../text.js';
import { hasComments, insert, replace, toSuggest, withParentheses, type Source, type Suggestion } from './edit.js';
import { indentOf, startsLine } from './place.js';
import { styleOf } from './style.js';
import { askedBy, type Asked } from './subject.js';

/** `res.ok` in the place of a comparison with 200; `holds` says whether the comparison is true for 200. */
export function suggestOk(source: Source, comparison: Node, holds: boolean, members: ResponseMembers) {
  return toSuggest([useOk(source, comparison, holds, members)]);
}

function useOk(source: Source, comparison: Node, holds: boolean, members: ResponseMembers): Suggestion | undefined {
  const { parent } = comparison;
  if (parent?.type === 'SwitchStatement' && parent.discriminant === comparison) return inSwitch(source, parent);
  const asked = askedByComparison(source, comparison, members);
  if (!asked) return ofNameless(source, comparison, holds, members);
  if (hasComments(source, comparison) || (asked.optional && !isTested(comparison))) return undefined;
  return inCondition(source, comparison, holds, asked);
}

/** `(await fetch(url)).status === 200`: what has the status keeps its text, and its comments. */
function ofNameless(
  source: Source,
  comparison: Node,
  holds: boolean,
  members: ResponseMembers,
): Suggestion | undefined {
  const member = namelessMember(comparison, members);
  if (!member || source.getCommentsInside(comparison).length > source.getCommentsInside(member.object).length)
    return undefined;
  const { range } = withParentheses(source, member.object);
  const text = `${notOf(source, holds)}${source.text.slice(...range)}.${members.ok}`;
  const good = goodTest(source, comparison, holds, members);
  return { messageId: 'useOk', data: { good }, edits: [replace(comparison, text)] };
}

function namelessMember(comparison: Node, members: ResponseMembers): TSESTree.MemberExpression | undefined {
  if (comparison.type !== 'BinaryExpression') return undefined;
  const sides = [comparison.left, comparison.right];
  return sides.find(
    (side): side is TSESTree.MemberExpression =>
      side.type === 'MemberExpression' && !side.optional && memberName(side) === members.status,
  );
}

const notOf = (source: Source, holds: boolean): string => (holds ? '' : styleOf(source).spacedNot ? '! ' : '!');

/** What to test instead of a comparison with 200, for the message: `res.ok`, `!res.ok`; `ok` where it has no name yet. */
export function goodTest(source: Source, comparison: Node, holds: boolean, members: ResponseMembers): string {
  const ok = askedByComparison(source, comparison, members)?.subject.ok;
  const nameless = namelessMember(comparison, members);
  const text = ok ?? (nameless ? `${headOf(source, nameless.object)}.${members.ok}` : members.ok);
  return holds ? text : `!${text}`;
}

const askedByComparison = (source: Source, comparison: Node, members: ResponseMembers): Asked | undefined =>
  operandsOf(comparison)
    .map((operand) => askedBy(source, operand, members))
    .find((found) => found !== undefined);

/** What a comparison with 200 can have the status in: either side, or an argument of `includes`. */
function operandsOf(comparison: Node): readonly Node[] {
  switch (comparison.type) {
    case 'BinaryExpression':
      return [comparison.left, comparison.right];
    case 'CallExpression':
      return comparison.arguments;
    default:
      return [comparison];
  }
}

/** `case 200` gets the company of the other successes that a server answers with. */
function inSwitch(source: Source, node: TSESTree.SwitchStatement): Suggestion | undefined {
  const only = node.cases.find(({ test }) => test?.type === 'Literal' && test.value === 200);
  const colon = only && source.getTokenAfter(only.test!);
  if (!only || !colon) return undefined;
  const { eol } = styleOf(source);
  const joint = startsLine(source, only) ? eol + indentOf(source, only) : ' ';
  return {
    messageId: 'addCases',
    edits: [insert(colon.range[1], [201, 202, 204].map((code) => `${joint}case ${code}:`).join(''))],
  };
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
