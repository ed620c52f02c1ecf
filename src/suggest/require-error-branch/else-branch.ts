import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../syntax/nodes.js';
import { bodyOf, checkOf, linesOf, semicolonAt, testOf } from '../exit/check.js';
import { insert, replace, type Edit, type Source } from '../write/edit.js';
import type { Exit } from '../exit/exit.js';
import type { Subject } from '../exit/response-text.js';
import { indentedText, indentOf } from '../write/indent.js';
import { putAround, putFirst } from '../write/place.js';
import { styleOf } from '../write/style.js';

/** The same exit at the end of a branch that only writes a log. */
export function append(source: Source, branch: Node, exit: Exit): Edit[] {
  const semicolon = semicolonAt(source, branch.type === 'BlockStatement' ? branch.body.at(-1) : branch);
  const written = linesOf(source, exit, semicolon);
  if (branch.type !== 'BlockStatement') return putAround(source, branch, undefined, written);
  const last = branch.body.at(-1);
  if (last) return putAround(source, last, undefined, written);
  const { eol, unit } = styleOf(source);
  const indent = indentOf(source, branch);
  if (source.getCommentsInside(branch).length > 0)
    return [insert(branch.range[1] - 1, `${unit}${written(indent + unit)}${eol}${indent}`)];
  return [replace(branch, `{${eol}${indent}${unit}${written(indent + unit)}${eol}${indent}}`)];
}

/** A check in front of what a branch does. */
export function prepend(source: Source, branch: Node, subject: Subject, exit: Exit): Edit[] {
  const first = branch.type === 'BlockStatement' ? branch.body[0] : branch;
  const check = checkOf(source, subject, exit, semicolonAt(source, first));
  return branch.type === 'BlockStatement'
    ? putFirst(source, branch, check)
    : putAround(source, branch, check, undefined);
}

/** `if (status === 404) … else if (!res.ok) throw …; else …`. */
export function insertElse(
  source: Source,
  node: TSESTree.IfStatement,
  alternate: Node,
  subject: Subject,
  exit: Exit,
): Edit[] {
  const { braces, elseOnOwnLine, eol } = styleOf(source);
  const indent = indentOf(source, source.getFirstToken(node)!);
  const body = bodyOf(source, exit, indent, semicolonAt(source, undefined) || ';');
  const joint = braces && !elseOnOwnLine ? ' ' : eol + indent;
  return [insert(alternate.range[0], `if ${testOf(source, subject)} ${body}${joint}else `)];
}

/** `else throw …`, or `else if (!res.ok) throw …` where more than failures comes that way. */
export function addElse(
  source: Source,
  node: TSESTree.IfStatement,
  subject: Subject | undefined,
  exit: Exit,
): Edit[] | undefined {
  const { consequent } = node;
  const { eol, elseOnOwnLine } = styleOf(source);
  const isBlock = consequent.type === 'BlockStatement';
  const own = source.getFirstToken(node)!;
  // In `else if`, the chain's first line tells the indentation.
  const indent = indentOf(source, own);
  const test = subject ? `if ${testOf(source, subject)} ` : '';
  const semicolon = semicolonAt(source, isBlock ? consequent.body.at(-1) : consequent);
  const text = `else ${test}${bodyOf(source, exit, indent, semicolon, isBlock)}`;
  if (isBlock) return [insert(consequent.range[1], (elseOnOwnLine ? eol + indent : ' ') + text)];
  // An `if` in there would take the `else` for its own.
  if (/^(If|For|While|Labeled|With)/.test(consequent.type)) {
    const [opening, closing] = putAround(source, consequent, undefined, undefined);
    return [opening!, { ...closing!, text: `${closing!.text} ${text}` }];
  }
  return [insert(consequent.range[1], eol + indent + text)];
}

/** `if (!res.ok) { if (status === 404) return null; throw …; }`: one failure's place is among all of them. */
export function nest(source: Source, node: TSESTree.IfStatement, subject: Subject, exit: Exit): Edit[] {
  const { eol, unit } = styleOf(source);
  const indent = indentOf(source, node);
  const inner = indent + unit;
  const semicolon = semicolonAt(source, lastOf(node.consequent));
  const end = trailingEnd(source, node);
  const comment = source.text.slice(node.range[1], end);
  const text = `if ${testOf(source, subject)} {${eol}${inner}${indentedText(source, node)}${comment}${eol}${inner}${linesOf(source, exit, semicolon)(inner)}${eol}${indent}}`;
  return [{ range: [node.range[0], end], text }];
}

const lastOf = (branch: Node): Node | undefined => (branch.type === 'BlockStatement' ? branch.body.at(-1) : branch);

/** Where a statement ends, with the comment that trails it on its line. */
export function trailingEnd(source: Source, node: Node): number {
  const [comment] = source.getCommentsAfter(node);
  const isLast = comment && source.getTokenAfter(comment)?.loc.start.line !== comment.loc.end.line;
  return isLast && comment.loc.start.line === node.loc.end.line ? comment.range[1] : node.range[1];
}

/** Whether no path goes on behind a statement. */
export function leaves(node: Node | null | undefined): boolean {
  switch (node?.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return true;
    case 'BlockStatement':
      return leaves(node.body.at(-1));
    case 'IfStatement':
      return leaves(node.consequent) && leaves(node.alternate);
    default:
      return false;
  }
}

/** Whether a branch has no control flow of its own. */
export const isPlain = (node: Node): boolean =>
  node.type === 'BlockStatement' ? node.body.every(isPlain) : node.type === 'ExpressionStatement';
