import { File } from '../syntax/file.js';
import type { FunctionNode, Node } from '../syntax/nodes.js';

const mark = /@http-status\s+checked\b/;

/** Whether the comment of a function says that whatever is passed through it has been checked: `@http-status checked`. */
export function isMarkedChecked({ source }: File, fn: FunctionNode): boolean {
  if (!source.text.includes('@http-status')) return false;
  const [start] = commentedOf(fn).range;
  return (source.ast.comments ?? []).some(
    ({ value, range }) => mark.test(value) && range[1] <= start && source.text.slice(range[1], start).trim() === '',
  );
}

/** What the comment of a function stands before: its declaration, or the member that holds it. */
function commentedOf(fn: FunctionNode): Node {
  let at: Node = fn;
  while (at.parent && holders.has(at.parent.type)) at = at.parent;
  return at;
}

const holders = new Set([
  ...['VariableDeclarator', 'VariableDeclaration', 'ExportNamedDeclaration', 'ExportDefaultDeclaration'],
  ...['Property', 'MethodDefinition', 'PropertyDefinition', 'AssignmentExpression', 'ExpressionStatement'],
]);
