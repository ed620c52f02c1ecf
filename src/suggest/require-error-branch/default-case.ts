import type { TSESTree } from '@typescript-eslint/utils';
import { success } from '../../status/index.js';
import { checkOf, linesOf, semicolonAt } from '../exit/check.js';
import { insert, type Source, type Suggestion } from '../write/edit.js';
import { leaves, trailingEnd } from './else-branch.js';
import { exitFor } from '../exit/exit.js';
import { indentOf, startsLine } from '../write/indent.js';
import { labelOf, usesOf, type Sides, type Slip } from './slip.js';
import { styleOf } from '../write/style.js';
import type { Asked } from '../exit/subject.js';

/**
 * The missing `default` of a switch over a status. Where successes come past the switch as well and go on from there, only
 * failures may throw in it.
 */
export function addDefault(
  source: Source,
  node: TSESTree.SwitchStatement,
  { subject, edits }: Asked,
  slip: Slip,
  { whenTrue, whenFalse }: Sides,
): Suggestion | undefined {
  const last = node.cases.at(-1);
  if (!last || node.cases.some(({ test }) => !test) || !startsLine(source, last)) return undefined;
  const isForAll = whenFalse.isDisjointWith(success) || (!whenTrue.isEmpty && usesOf(slip).length === 0);
  const { eol, unit } = styleOf(source);
  const indent = indentOf(source, last);
  const inner = indent + unit;
  const exit = exitFor(source, node, subject);
  const end = last.consequent.at(-1);
  const semicolon = semicolonAt(source, end);
  const body = isForAll ? linesOf(source, exit, semicolon)(inner) : checkOf(source, subject, exit, semicolon)(inner);
  // Without a jump the last case would run on into the new one.
  const jump = leaves(end) ? '' : eol + inner + `break${semicolon}`;
  const place = end ? trailingEnd(source, end) : last.range[1];
  return {
    messageId: isForAll ? 'checkDefault' : labelOf(slip),
    data: { exit: exit.word },
    edits: [...(isForAll ? [] : edits), insert(place, `${jump}${eol}${indent}default:${eol}${inner}${body}`)],
  };
}
