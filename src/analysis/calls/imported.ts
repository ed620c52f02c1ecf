import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../syntax/nodes.js';
import { unknownValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { callbackIn, giverOf } from './givers.js';
import { shapeOf } from './shape.js';
import { apply } from './summaries.js';

/**
 * Calls a function of another file that gives a response, or is given one; undefined for every other call. Its body is out
 * of sight, so the call stands for whatever it does to a response that it is given.
 */
export function callImported(flow: Flow, node: TSESTree.CallExpression, args: readonly Value[]): Value | undefined {
  const { imported } = flow.facts;
  const gives = imported.giving.get(node);
  const callbacks = node.arguments.map((argument) => callbackIn(flow, argument));
  const isGivenFunction = callbacks.some(Boolean);
  if (!gives && !isGivenFunction && !args.some((arg) => shapeOf(flow, arg))) return undefined;
  // What it does with a function that it calls at another time is not known of it.
  const isSeen = isGivenFunction || !node.arguments.some(isFunction);
  const fn = gives ?? (isSeen ? imported.functionOf(node.callee) : undefined);
  if (!fn || !flow.state) return undefined;
  const given = args.map((arg, i) => (callbacks[i] ? giverOf(flow, callbacks[i]) : arg));
  const shapes = Array.from({ length: fn.parameters }, (_, i) => shapeOf(flow, given[i] ?? unknownValue));
  const signature = fn.signature(shapes, flow.argumentsOf(node.arguments));
  if (!signature && !isGivenFunction) return undefined;
  given.forEach((arg, i) => {
    if (!signature || !shapes[i]) flow.handOn(arg, node);
  });
  flow.mayThrow();
  if (!signature) return unknownValue;
  const done = apply(flow, { isAsync: fn.isAsync, signature, nodeAt: () => node, isElsewhere: true }, given, node);
  if (!fn.isAsync && done.failed) flow.mayThrow(done.failed);
  return done.value;
}
