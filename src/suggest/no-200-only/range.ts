import { isEquality, type Node } from '../../syntax/nodes.js';
import { hasComments, replace, toSuggest, type Source } from '../write/edit.js';

/**
 * What to test where a status has no `ok` beside it, as the field of a plain object: `status >= 200 && status < 300`.
 * `holds` says whether the comparison is true for 200. Undefined where what is compared cannot be written twice.
 */
export function rangeTest(source: Source, comparison: Node, holds: boolean): string | undefined {
  if (comparison.type !== 'BinaryExpression' || !isEquality(comparison.operator)) return undefined;
  const status = [comparison.left, comparison.right].find(isPlain);
  if (!status) return undefined;
  const text = source.getText(status);
  return holds ? `${text} >= 200 && ${text} < 300` : `${text} < 200 || ${text} >= 300`;
}

/** The range in the place of the comparison. */
export function suggestRange(source: Source, comparison: Node, holds: boolean) {
  const good = rangeTest(source, comparison, holds);
  if (good === undefined || hasComments(source, comparison)) return toSuggest([undefined]);
  const text = isWhole(comparison) ? good : `(${good})`;
  return toSuggest([{ messageId: 'useOk', data: { good }, edits: [replace(comparison, text)] }]);
}

/** Names and members of names. */
const isPlain = (node: Node): boolean =>
  node.type === 'Identifier' ||
  node.type === 'ThisExpression' ||
  (node.type === 'MemberExpression' && !node.computed && !node.optional && isPlain(node.object));

/** Whether nothing stands around the comparison that would bind its parts. */
const isWhole = ({ parent, range }: Node): boolean =>
  !!parent && 'test' in parent && parent.test?.range[0] === range[0] && parent.type !== 'ConditionalExpression';
