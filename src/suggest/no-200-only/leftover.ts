import type { TSESTree } from '@typescript-eslint/utils';
import { isInside, type Node } from '../../syntax/nodes.js';
import { visit } from '../../syntax/visit.js';
import type { ResponseReport } from '../../analysis/index.js';
import { hasComments, replace, type Edit, type Source } from '../write/edit.js';
import { variableAt } from '../write/names.js';
import { startsLine } from '../write/indent.js';
import { isInList } from '../write/place.js';
import { askedBy, type Asked } from '../exit/subject.js';

/**
 * What becomes of the name of a status when the one comparison that reads it goes: its declaration goes too, or names `ok`
 * instead. Undefined where a comment stands in the way.
 */
export function editsOfName(
  source: Source,
  comparison: Node,
  { edits }: Asked,
  response: ResponseReport,
): readonly Edit[] | undefined {
  const name = statusName(source, comparison, response);
  const variable = name && variableAt(source, name, name.name);
  const declarator = variable?.defs[0]?.node;
  if (declarator?.type !== 'VariableDeclarator' || variable?.defs.length !== 1) return edits;
  const isRead = variable.references.some(({ init, identifier }) => !init && !isInside(identifier, comparison));
  // Other files may read what is exported, or global.
  if (isRead || variable.scope.type === 'global' || !isInList(declarator.parent)) return edits;
  if (declarator.id.type !== 'ObjectPattern') return withoutDeclarator(source, declarator);
  const { properties } = declarator.id;
  const property = properties.find((p) => p.type === 'Property' && p.value === variable.defs[0]!.name);
  if (!property || hasComments(source, declarator.id)) return undefined;
  const { ok } = response.client.members;
  if (edits.length > 0 && ok !== undefined) return [replace(property, ok)];
  // What is taken out by name is not in the rest.
  if (properties.at(-1)?.type === 'RestElement') return edits;
  return properties.length === 1
    ? withoutDeclarator(source, declarator)
    : [without(properties, properties.indexOf(property))];
}

/** The name that a comparison has for the status. */
function statusName(source: Source, comparison: Node, response: ResponseReport): TSESTree.Identifier | undefined {
  let name: TSESTree.Identifier | undefined;
  visit(comparison, source.visitorKeys, (node) => {
    if (node.type === 'Identifier' && askedBy(source, node, response)) name = node;
  });
  return name;
}

/** One item of a list goes, with the comma after it or, at the end, before it. */
function without(items: readonly Node[], index: number): Edit {
  const item = items[index]!;
  const [before, after] = [items[index - 1], items[index + 1]];
  if (after) return { range: [item.range[0], after.range[0]], text: '' };
  return { range: [before!.range[1], item.range[1]], text: '' };
}

function withoutDeclarator(source: Source, declarator: TSESTree.VariableDeclarator): Edit[] | undefined {
  const declaration = declarator.parent;
  const { declarations } = declaration;
  const [before, after] = [source.getTokenBefore(declaration), source.getTokenAfter(declaration)];
  const from = before?.range[1] ?? 0;
  const to = after?.range[0] ?? source.text.length;
  if (hasComments(source, declaration) || commentsBeside(source, declaration, from, to)) return undefined;
  if (declarations.length > 1) return [without(declarations, declarations.indexOf(declarator as never))];
  // Of the white space around it, that before it goes with its line, and that after it from a line of others.
  return [
    startsLine(source, declaration)
      ? { range: [lineBreakBefore(source, declaration, from), declaration.range[1]], text: '' }
      : { range: [declaration.range[0], to], text: '' },
  ];
}

/** Comments on the lines of a statement, and on the line above, are about it. */
function commentsBeside(source: Source, { loc, range }: Node, from: number, to: number): boolean {
  return source
    .getAllComments()
    .some(
      (comment) =>
        comment.range[0] >= from &&
        comment.range[1] <= to &&
        (comment.range[1] <= range[0]
          ? comment.loc.end.line >= loc.start.line - 1 && startsLine(source, comment)
          : comment.loc.start.line === loc.end.line),
    );
}

function lineBreakBefore(source: Source, node: Node, from: number): number {
  const line = source.getIndexFromLoc({ line: node.loc.start.line, column: 0 });
  const before = source.text.slice(from, line);
  return line - (/\r?\n$/.exec(before)?.[0].length ?? 0);
}
