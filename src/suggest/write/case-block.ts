import type { Node } from '../../syntax/nodes.js';
import { insert, type Edit, type Source } from './edit.js';
import { indentOf } from './indent.js';
import { endOf, putAround, putInBlock, type Written } from './place.js';
import { styleOf } from './style.js';

/**
 * New statements around one that is there, of which one declares a name. Under a `case` they stand in a block: without it,
 * the other cases would have the name too.
 */
export function putWithName(
  source: Source,
  statement: Node,
  before: Written | undefined,
  after: Written | undefined,
): Edit[] {
  const branch = statement.parent;
  const { declare, eol } = styleOf(source);
  if (branch?.type !== 'SwitchCase' || declare === 'var' || branch.consequent.some(isDeclaration))
    return putAround(source, statement, before, after);
  const colon = source.getTokenBefore(branch.consequent[0]!)!;
  const last = branch.consequent.at(-1)!;
  if (last === statement && colon.loc.end.line === statement.loc.start.line && branch.consequent.length === 1)
    return putInBlock(source, statement, before, after);
  const isOneLine = colon.loc.end.line === last.loc.end.line;
  return [
    insert(colon.range[1], ' {'),
    ...putAround(source, statement, before, after),
    isOneLine ? insert(last.range[1], ' }') : insert(endOf(source, last), `${eol}${indentOf(source, branch)}}`),
  ];
}

/** What a case declares without a block, the others may use. */
const isDeclaration = (node: Node): boolean =>
  /^(Function|Class)Declaration$/.test(node.type) || (node.type === 'VariableDeclaration' && node.kind !== 'var');
