import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

const longest = 40;

/** The text of a node as a message shows it: on one line, and short; of a long chain the last link. */
export function excerpt(source: TSESLint.SourceCode, node: TSESTree.Node): string {
  const text = source.getText(node).replace(/\s+/g, ' ');
  if (text.length <= longest) return text;
  const callee = node.type === 'CallExpression' ? node.callee : node;
  if (callee.type === 'MemberExpression') {
    return `….${source.getText(callee.property)}${node === callee ? '' : '()'}`;
  }
  return `${text.slice(0, longest - 1)}…`;
}

export const lineOf = (node: TSESTree.Node): string => String(node.loc.start.line);

export const asLoc = (node: TSESTree.Node): TSESTree.SourceLocation => node.loc;
