import type { Node } from '../../syntax/nodes.js';
import type { Source } from './edit.js';
import { styleOf } from './style.js';

/** What stands before the first character of a node's line that is not blank. */
export function indentOf(source: Source, node: { loc: { start: { line: number } } }): string {
  return /^[\t ]*/.exec(source.lines[node.loc.start.line - 1] ?? '')?.[0] ?? '';
}

/** Whether a node is the first thing on its line. */
export function startsLine(source: Source, node: Pick<Node, 'loc'>): boolean {
  const line = source.lines[node.loc.start.line - 1] ?? '';
  return line.slice(0, node.loc.start.column).trim() === '';
}

/** The lines of a node after its first that can be moved in: not blank, and not in the middle of a template. */
export function innerLines(source: Source, node: Node): number[] {
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

/** The text of a node for a place whose line begins with this indentation. */
export function movedText(source: Source, node: Node, indent: string): string {
  const from = indentOf(source, node);
  const moved = new Set(innerLines(source, node));
  const lines = source.getText(node).split('\n');
  return lines
    .map((line, i) =>
      moved.has(node.loc.start.line + i) && line.startsWith(from) ? indent + line.slice(from.length) : line,
    )
    .join('\n');
}

/** How many columns an indentation takes. */
export const columnsOf = (indent: string): number => indent.replaceAll('\t', '    ').length;
