import type { FunctionNode, Node } from '../../syntax/nodes.js';
import type { Answers } from '../../syntax/call-answers.js';
import type { Signature } from '../domain/signature.js';
import type { Value } from '../domain/value.js';
import type { Shape } from './shape.js';

/**
 * Runs what stands inside a construct. The files of the constructs know the flow, and the flow knows this: only the
 * interpreter behind it knows every construct, so none of them has to import another.
 */
export interface Interpreter<Flow> {
  /** Runs an expression: what it does to the state, and the value it has. */
  evaluate(flow: Flow, node: Node): Value;
  /** Runs a statement: the flow's state is the one before it, and becomes the one in which it ends. */
  execute(flow: Flow, node: Node, labels?: readonly string[]): void;
  /** Sees every statement, and every arrow function's expression, just before it is run: the tests look at states so. */
  readonly observe?: (node: Node, flow: Flow) => void;
  /**
   * What a function does with arguments of these shapes, where the call decides these conditions of it; undefined while it
   * is being found out (recursion), and of one that is left alone.
   */
  signatureOf(fn: FunctionNode, shapes: readonly Shape[], answers: Answers): Signature | undefined;
}
