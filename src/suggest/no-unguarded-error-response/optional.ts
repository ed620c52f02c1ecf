import type { TSESTree } from '@typescript-eslint/utils';
import { isWrapper, type Node } from '../../syntax/nodes.js';
import { hasComments, insert, toSuggest, type Edit, type Source } from '../write/edit.js';

/**
 * Reads an answer only where there is one: `error.response?.data`. All reads of a handler are mended at once, since the
 * next one is reached as soon as the first no longer throws.
 */
export function suggestOptional(source: Source, reads: readonly Node[]) {
  const edits = reads.map((read) => editOf(source, read));
  const all = edits.filter((edit) => edit !== undefined);
  return toSuggest([all.length === edits.length ? { messageId: 'readIfAnswered', edits: all } : undefined]);
}

const editOf = (source: Source, read: Node): Edit | undefined =>
  read.type === 'MemberExpression' ? optionalLink(source, read) : fallback(source, read.parent);

/** `error.response.data` becomes `error.response?.data`, and `error.response!.data` likewise. */
function optionalLink(source: Source, read: TSESTree.MemberExpression): Edit | undefined {
  const link = source.getTokenAfter(read.object, ({ value }) => value === (read.computed ? '[' : '.'));
  if (!link || !mayBeOptional(read)) return undefined;
  const { object } = read;
  const asserted = object.type === 'TSNonNullExpression' ? object : undefined;
  if (asserted && hasComments(source, read)) return undefined;
  const range = [asserted ? asserted.expression.range[1] : link.range[0], link.range[1]] as const;
  return { range, text: read.computed ? '?.[' : '?.' };
}

/** A chain that may be cut short is nothing to assign to, to construct or to tag a template with. */
function mayBeOptional(read: Node): boolean {
  let at = read;
  for (let parent = at.parent; parent; parent = at.parent) {
    const isLink =
      isWrapper(parent) ||
      (parent.type === 'MemberExpression' && parent.object === at) ||
      (parent.type === 'CallExpression' && parent.callee === at);
    if (!isLink) break;
    at = parent;
  }
  const { parent } = at;
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.left !== at;
    case 'NewExpression':
      return parent.callee !== at;
    case 'TaggedTemplateExpression':
      return parent.tag !== at;
    case 'Property':
      return parent.parent.type !== 'ObjectPattern';
    case 'UpdateExpression':
    case 'ArrayPattern':
    case 'RestElement':
      return false;
    default:
      return true;
  }
}

/** `const { data } = error.response` becomes `const { data } = error.response ?? {}`. */
function fallback(source: Source, pattern: Node | undefined): Edit | undefined {
  const declarator = pattern?.parent;
  const init = declarator?.type === 'VariableDeclarator' && declarator.id === pattern ? declarator.init : undefined;
  // A type that was asserted would have to be mended, too.
  if (init?.type !== 'MemberExpression' || source.getTokenAfter(init)?.value === ')') return undefined;
  return insert(init.range[1], ' ?? {}');
}
