import type { Node } from '../../src/analysis/syntax.js';
import { insert, type Edit, type Source } from './edit.js';
import { endsWithSemicolon, styleOf } from './style.js';

/** Text of a statement for a given indentation of its first line. */
export type Written = (indent: string) => string;

/** The innermost statement around an expression, with `export` before it; undefined if a function or class is between. */
export function statementOf(node: Node): Node | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (/Function|^Class|PropertyDefinition|StaticBlock/.test(at.type) && at !== node) return undefined;
    if (isInList(at)) return at;
    if (/Statement$/.test(at.type)) return at;
    if (at.type === 'VariableDeclaration' && !/^For/.test(at.parent.type) && !/^Export/.test(at.parent.type)) return at;
  }
  return undefined;
}

/** Whether other statements can stand before and after this one. */
export function isInList(node: Node): boolean {
  const parent = node.parent;
  switch (parent?.type) {
    case 'Program':
    case 'BlockStatement':
    case 'StaticBlock':
    case 'TSModuleBlock':
      return true;
    case 'SwitchCase':
      return parent.test !== node;
    default:
      return false;
  }
}

/** What stands before the first character of a node's line that is not blank. */
export function indentOf(source: Source, node: { loc: { start: { line: number } } }): string {
  return /^[\t ]*/.exec(source.lines[node.loc.start.line - 1] ?? '')?.[0] ?? '';
}

/** Whether a node is the first thing on its line. */
export function startsLine(source: Source, node: Pick<Node, 'loc'>): boolean {
  const line = source.lines[node.loc.start.line - 1] ?? '';
  return line.slice(0, node.loc.start.column).trim() === '';
}

/** New statements before and after one that is there; around one that stands alone, a block is put. */
export function putAround(
  source: Source,
  statement: Node,
  before: Written | undefined,
  after: Written | undefined,
): Edit[] {
  if (!isInList(statement)) return putInBlock(source, statement, before, after);
  const { eol } = styleOf(source);
  const start = leadingSemicolon(source, statement)?.range[0] ?? statement.range[0];
  const own = start !== statement.range[0] || startsLine(source, statement);
  const indent = indentOf(source, statement);
  const edits: Edit[] = [];
  if (before) {
    const text = before(indent);
    const joint = own ? eol + indent : /[;}]$/.test(text) ? ' ' : '; ';
    edits.push({ range: [start, statement.range[0]], text: text + joint });
  }
  if (after) edits.push(insert(endOf(source, statement), (own ? eol + indent : ' ') + after(indent)));
  return edits;
}

/** The semicolon that the style without semicolons puts before a bracket; a statement that takes that place needs none. */
function leadingSemicolon(source: Source, statement: Node) {
  const previous = source.getTokenBefore(statement);
  const isLeading =
    previous?.value === ';' && startsLine(source, previous) && previous.loc.end.line === statement.loc.start.line;
  return isLeading && !source.commentsExistBetween(previous, statement) ? previous : undefined;
}

/** The end of a statement and of the comments that trail it on its line. */
function endOf(source: Source, statement: Node): number {
  const last = source.getLastToken(statement)!;
  // `;[a, b].forEach(…)`: the semicolon of the line below stays there.
  const end = last.value === ';' && !endsWithSemicolon(source, statement) ? source.getTokenBefore(last)! : last;
  const next = source.getTokenAfter(end);
  let at = end.range[1];
  if (next?.loc.start.line === end.loc.end.line) return at;
  for (const comment of source.getCommentsAfter(end)) {
    if (comment.loc.start.line !== end.loc.end.line) break;
    at = comment.range[1];
  }
  return at;
}

function putInBlock(source: Source, statement: Node, before: Written | undefined, after: Written | undefined): Edit[] {
  const { eol, unit } = styleOf(source);
  const outer = indentOf(source, statement.parent!);
  const inner = outer + unit;
  const previous = source.getTokenBefore(statement, { includeComments: true })!;
  const isComment = previous.type === 'Line' || previous.type === 'Block';
  const start = isComment ? statement.range[0] : previous.range[1];
  const opening = `${isComment ? '' : ' '}{${eol}${inner}${before ? before(inner) + eol + inner : ''}`;
  const closing = `${after ? eol + inner + after(inner) : ''}${eol}${outer}}`;
  return [
    { range: [start, statement.range[0]], text: opening },
    ...(startsLine(source, statement)
      ? []
      : innerLines(source, statement).map((line) => insert(source.getIndexFromLoc({ line, column: 0 }), unit))),
    insert(endOf(source, statement), closing),
  ];
}

/** A new statement before another one and before the comments that belong to it. */
export function putBefore(source: Source, statement: Node, written: Written): Edit[] {
  const first = source
    .getCommentsBefore(statement)
    .find((comment) => startsLine(source, comment) && comment.range[0] >= statement.parent!.range[0]);
  if (!first || !isInList(statement)) return putAround(source, statement, written, undefined);
  const indent = indentOf(source, first);
  return [insert(first.range[0], written(indent) + styleOf(source).eol + indent)];
}

/** A new statement in front of a block's other ones, behind its directives. */
export function putFirst(source: Source, block: Node & { body: readonly Node[] }, written: Written): Edit[] {
  const { eol, unit } = styleOf(source);
  const first = block.body.find((statement) => !('directive' in statement && statement.directive));
  if (first) return putBefore(source, first, written);
  const last = block.body.at(-1);
  if (last) return putAround(source, last, undefined, written);
  const indent = indentOf(source, block) + unit;
  const open = source.getFirstToken(block)!;
  const close = source.getLastToken(block)!;
  const closesLine = open.loc.end.line < close.loc.start.line;
  return [insert(open.range[1], `${eol}${indent}${written(indent)}${closesLine ? '' : eol + indentOf(source, block)}`)];
}

/** The lines of a node after its first that can be moved in: not blank, and not in the middle of a template. */
function innerLines(source: Source, node: Node): number[] {
  const fixed = new Set<number>();
  for (const token of source.getTokens(node)) {
    for (let line = token.loc.start.line + 1; line <= token.loc.end.line; line++) fixed.add(line);
  }
  const count = node.loc.end.line - node.loc.start.line;
  const lines = Array.from({ length: count }, (_, i) => node.loc.start.line + 1 + i);
  return lines.filter((line) => !fixed.has(line) && source.lines[line - 1]!.trim() !== '');
}

/** The text of a node for a place that is one level further in. */
export function indentedText(source: Source, node: Node): string {
  const { unit } = styleOf(source);
  const moved = new Set(innerLines(source, node));
  const lines = source.getText(node).split('\n');
  return lines.map((line, i) => (moved.has(node.loc.start.line + i) ? unit + line : line)).join('\n');
}
