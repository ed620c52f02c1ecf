import type { FunctionNode, Node } from '../../syntax/nodes.js';
import type { CallContext } from '../../syntax/call-context.js';
import type { Signature } from '../domain/signature.js';
import type { Value } from '../domain/value.js';
import type { Shape } from '../domain/shape.js';

/**
 * Runs what stands inside a construct: the body of a `for`, the operand of an `await`. The files of the constructs import
 * the flow, and the flow this interface. Only what implements it imports every construct, so there is no import circle.
 */
export interface Interpreter<Flow> {
  /** Runs an expression: what it does to the state, and the value it has. */
  evaluate(flow: Flow, node: Node): Value;
  /** Runs a statement: the flow's state is the one before it, and becomes the one in which it ends. */
  execute(flow: Flow, node: Node, labels?: readonly string[]): void;
  /**
   * Sees every statement, and every arrow function's expression, just before it is run: the tests look at states so.
   */
  readonly observe?: (node: Node, flow: Flow) => void;
  /**
   * The signature of a function for arguments of these shapes, and with these conditions decided by the call. Undefined
   * while it is being computed (recursion), and for a function that is left alone.
   */
  signatureOf(fn: FunctionNode, shapes: readonly Shape[], context: CallContext): Signature | undefined;
}
