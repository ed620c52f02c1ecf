import type { TSESTree } from '@typescript-eslint/utils';
import type { StatusSet } from '../../status/index.js';
import type { Node } from '../../syntax/nodes.js';
import type { TypedStatus } from '../status-expression.js';

/** Code that does something of its own for each status of a response, and what it leaves out. */
export interface Handling {
  readonly form: 'switch' | 'chain' | 'map';
  readonly node: TSESTree.SwitchStatement | TSESTree.IfStatement | TSESTree.ObjectExpression;
  /** Where a report stands. */
  readonly place: Node;
  readonly status: TypedStatus;
  readonly missing: StatusSet;
}
