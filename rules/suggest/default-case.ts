import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../src/analysis/syntax.js';
import { checkOf, semicolonAt } from './check.js';
import { insert, type Source, type Suggestion } from './edit.js';
import { exitFor } from './exit.js';
import { indentOf, startsLine } from './place.js';
import { styleOf } from './style.js';
import type { Asked } from './subject.js';

/**
 * The missing `default` of a switch over a status. Where no case is a success, the successes come past the switch, and
 * only failures may throw there.
 */
export function addDefault(
  source: Source,
  node: TSESTree.SwitchStatement,
  { subject, edits }: Asked,
): Suggestion | undefined {
  const last = node.cases.at(-1);
  if (!last || node.cases.some(({ test }) => !test) || !startsLine(source, last)) return undefined;
  const codes = node.cases.map(({ test }) => (test?.type === 'Literal' ? Number(test.value) : NaN));
  const hasSuccess = codes.some((code) => code >= 200 && code <= 299);
  const { eol, unit } = styleOf(source);
  const indent = indentOf(source, last);
  const inner = indent + unit;
  const exit = exitFor(source, node, subject);
  const end = last.consequent.at(-1);
  const semicolon = semicolonAt(source, end);
  const body = hasSuccess ? exit.text + semicolon : checkOf(source, subject, exit, semicolon)(inner);
  // Without a jump the last case would run on into the new one.
  const jump = leaves(end) ? '' : eol + inner + `break${semicolon}`;
  const place = end ? trailingEnd(source, end) : last.range[1];
  return {
    messageId: hasSuccess ? 'checkDefault' : 'checkRest',
    data: { exit: exit.word },
    edits: [...(hasSuccess ? [] : edits), insert(place, `${jump}${eol}${indent}default:${eol}${inner}${body}`)],
  };
}

function leaves(node: Node | undefined): boolean {
  const last = node?.type === 'BlockStatement' ? node.body.at(-1) : node;
  return !!last && /^(Break|Return|Throw|Continue)Statement$/.test(last.type);
}

function trailingEnd(source: Source, node: Node): number {
  const [comment] = source.getCommentsAfter(node);
  return comment?.loc.start.line === node.loc.end.line ? comment.range[1] : node.range[1];
}
