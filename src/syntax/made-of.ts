import { findVariable } from '@eslint-community/eslint-utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isFunction, type Node } from './nodes.js';
import { visit } from './visit.js';

/**
 * Whether something of a kind goes into a value: it stands in the value's own text, or in what a variable in it is given
 * anywhere, as in ``let text = `${res.status}`; text += more; throw new Error(text)``. What stands in an end does not
 * count: what a request was made with is no part of its answer.
 */
export function isMadeOf(
  source: TSESLint.SourceCode,
  value: Node,
  isOne: (node: Node) => boolean,
  isEnd: (node: Node) => boolean,
): boolean {
  const seen = new Set<unknown>();
  let found = false;
  const search = (start: Node): void =>
    visit(start, source.visitorKeys, (node) => {
      found ||= isOne(node);
      if (node.type === 'Identifier' && !isName(node)) {
        const variable = findVariable(source.getScope(node) as never, node.name);
        const isNew = variable && !seen.has(variable);
        seen.add(variable);
        if (isNew) for (const { writeExpr } of variable.references) if (writeExpr) search(writeExpr as Node);
      }
      return !found && !isFunction(node) && !isEnd(node);
    });
  search(value);
  return found;
}

/** `message` of `body.message` and of `{ message: text }`. */
const isName = (node: TSESTree.Identifier): boolean => {
  const { parent } = node;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  return parent.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand;
};
