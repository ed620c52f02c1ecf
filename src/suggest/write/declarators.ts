import type { TSESTree } from '@typescript-eslint/utils';
import { isInside } from '../../syntax/nodes.js';
import type { Edit, Source } from './edit.js';
import { indentOf, startsLine } from './indent.js';
import { variableAt } from './names.js';
import { closed, type Written } from './place.js';
import { styleOf } from './style.js';

/** The declarator after the one of this name, if what is declared after it reads what it declares. */
export function readerAfter(source: Source, name: TSESTree.Identifier): TSESTree.VariableDeclarator | undefined {
  const declarator = name.parent;
  if (declarator.type !== 'VariableDeclarator') return undefined;
  const later = declarator.parent.declarations.slice(declarator.parent.declarations.indexOf(declarator as never) + 1);
  const reads = variableAt(source, name, name.name)?.references.filter((reference) => reference.isRead()) ?? [];
  const isRead = reads.some(({ identifier }) => later.some((other) => isInside(identifier, other)));
  return isRead ? later[0] : undefined;
}

/** `const res = await fetch(u), data = await res.json();` becomes two declarations, with a new statement between them. */
export function putBetween(
  source: Source,
  name: TSESTree.Identifier,
  next: TSESTree.VariableDeclarator,
  written: Written,
  semicolon: string,
): Edit[] | undefined {
  const declarator = name.parent as TSESTree.VariableDeclarator;
  const declaration = declarator.parent;
  const comma = source.getTokenBefore(next)!;
  if (
    /^Export/.test(declaration.parent.type) ||
    source.commentsExistBetween(declarator, comma) ||
    source.commentsExistBetween(comma, next)
  )
    return undefined;
  const { eol } = styleOf(source);
  const indent = indentOf(source, declaration);
  const text = startsLine(source, declaration)
    ? semicolon + eol + indent + written(indent) + eol + indent
    : `; ${closed(written(indent, true))} `;
  return [{ range: [declarator.range[1], next.range[0]], text: `${text}${declaration.kind} ` }];
}
