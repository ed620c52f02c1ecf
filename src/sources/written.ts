import type { TSESTree } from '@typescript-eslint/utils';
import type { Variable } from '../syntax/variables.js';
import { keyName, type Node } from '../syntax/nodes.js';

// What is written down of where a variable gets its values.

/** Everything that a variable is ever given, as far as it is written out. */
export function valuesOf(variable: Variable, { init, parent }: TSESTree.VariableDeclarator): readonly Node[] {
  const values = init ? [init] : [];
  if (parent.kind === 'const') return values;
  const writes = variable.references.filter((reference) => reference.isWrite() && !reference.init);
  return [...values, ...writes.map(({ writeExpr }) => writeExpr).filter((value) => value != null)] as readonly Node[];
}

/** The property that a destructured variable takes its value from. */
export function patternKey(pattern: Node, variable: Variable): string | undefined {
  const identifier = variable.identifiers[0];
  let at: Node | undefined = identifier?.parent;
  if (at?.type === 'AssignmentPattern') at = at.parent;
  return at?.type === 'Property' && at !== pattern ? keyName(at) : undefined;
}
