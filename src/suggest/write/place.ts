import type { Node } from '../../syntax/nodes.js';
import { insert, type Edit, type Source } from './edit.js';
import { indentOf, innerLines, startsLine } from './indent.js';
import { styleOf } from './style.js';
import { endsWithSemicolon } from './votes.js';

/** Text of a statement for a given indentation of its first line; `inLine` says that all of it has to stay on that line. */
export type Written = (indent: string, inLine?: boolean) => string;

/** The innermost statement around an expression, with `export` before it; undefined if a function or class is between. */
export function statementOf(node: Node): Node | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (/Function|^Class|PropertyDefinition|StaticBlock/.test(at.type) && at !== node) return undefined;
    if (isInList(at)) return at;
    // What is declared in the head of a loop is known in the loop only.
    if (at.type === 'VariableDeclaration' && /^For/.test(at.parent.type)) return undefined;
    if (/Statement$/.test(at.type)) return at;
    if (at.type === 'VariableDeclaration' && !/^Export/.test(at.parent.type)) return at;
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

/** A statement and those behind it in its block; it alone where it is a branch without one. */
export function siblingsFrom(statement: Node): readonly Node[] {
  if (!isInList(statement)) return [statement];
  const parent = statement.parent as { body?: readonly Node[]; consequent?: readonly Node[] };
  const list = parent.body ?? parent.consequent ?? [];
  return list.slice(list.indexOf(statement));
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
    const text = before(indent, !own);
    edits.push({ range: [start, statement.range[0]], text: own ? text + eol + indent : `${closed(text)} ` });
  }
  if (after) edits.push(putAfter(source, statement, own ? indent : undefined, after));
  return edits;
}

/** A new statement on a line of its own or, between others that share a line, on that line. */
function putAfter(source: Source, statement: Node, own: string | undefined, written: Written): Edit {
  const { eol } = styleOf(source);
  const end = lastTokenOf(source, statement);
  const next = source.getTokenAfter(end);
  const isLastOfLine = next?.loc.start.line !== end.loc.end.line;
  // What follows tells the indentation where the line begins with something else.
  const indent = own ?? (next && isLastOfLine && next.value !== '}' ? indentOf(source, next) : undefined);
  if (indent !== undefined && (isLastOfLine || next?.value === '}')) {
    return insert(endOf(source, statement), eol + indent + written(indent));
  }
  const text = written(indentOf(source, statement), true);
  return insert(end.range[1], `${separatorAfter(source, statement)}${next?.value === '}' ? text : closed(text)}`);
}

/** What stands between a statement and the next one on its line. */
function separatorAfter(source: Source, statement: Node): string {
  const inner = 'declaration' in statement && statement.declaration ? statement.declaration : statement;
  const needsOne = /^(Expression|Return|Throw|Break|Continue)Statement$|^VariableDeclaration$/.test(inner.type);
  return needsOne && lastTokenOf(source, statement).value !== ';' ? '; ' : ' ';
}

/** A statement that another one can follow on the same line. */
export const closed = (text: string): string => (/[;}]$/.test(text) ? text : `${text};`);

/** Several statements, one below the other or, `inLine`, one behind the other. */
export const joined =
  (source: Source, statements: readonly Written[]): Written =>
  (indent, inLine) => {
    const texts = statements.map((written) => written(indent, inLine));
    return inLine ? texts.map(closed).join(' ') : texts.join(styleOf(source).eol + indent);
  };

/** The semicolon that the style without semicolons puts before a bracket; a statement that takes that place needs none. */
function leadingSemicolon(source: Source, statement: Node) {
  const previous = source.getTokenBefore(statement);
  const isLeading =
    previous?.value === ';' && startsLine(source, previous) && previous.loc.end.line === statement.loc.start.line;
  return isLeading && !source.commentsExistBetween(previous, statement) ? previous : undefined;
}

/** The last token on a statement's own lines. */
function lastTokenOf(source: Source, statement: Node) {
  const last = source.getLastToken(statement)!;
  // `;[a, b].forEach(…)`: the semicolon of the line below stays there.
  return last.value === ';' && !endsWithSemicolon(source, statement) ? source.getTokenBefore(last)! : last;
}

/** The end of a statement and of the comments that trail it on its line. */
export function endOf(source: Source, statement: Node): number {
  const end = lastTokenOf(source, statement);
  const next = source.getTokenAfter(end);
  let at = end.range[1];
  if (next?.loc.start.line === end.loc.end.line) return at;
  for (const comment of source.getCommentsAfter(end)) {
    if (comment.loc.start.line !== end.loc.end.line) break;
    at = comment.range[1];
  }
  return at;
}

/** A block around a statement, with new statements before and after it. */
export function putInBlock(
  source: Source,
  statement: Node,
  before: Written | undefined,
  after: Written | undefined,
): Edit[] {
  if (isWithinLine(source, statement.parent!)) return putInShortBlock(source, statement, before, after);
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

/** Whether a statement, and what it is in, share one line with others. */
function isWithinLine(source: Source, node: Node): boolean {
  let at = node;
  while (at.parent && !(isInList(at) && at.parent.type !== 'SwitchCase')) at = at.parent;
  return !startsLine(source, at) && at.loc.start.line === at.loc.end.line;
}

/** `{ a(); b(); }` on the line of the statement. */
function putInShortBlock(
  source: Source,
  statement: Node,
  before: Written | undefined,
  after: Written | undefined,
): Edit[] {
  const end = lastTokenOf(source, statement).range[1];
  const last = after ? separatorAfter(source, statement) + after('', true) : '';
  return [insert(statement.range[0], `{ ${before ? `${closed(before('', true))} ` : ''}`), insert(end, `${last} }`)];
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
