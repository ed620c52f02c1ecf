import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../syntax/nodes.js';
import { unknownValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { shapeOf } from './shape.js';
import { apply } from './summaries.js';

/**
 * Calls a function of another file that gives a response, or is given one; undefined for every other call. Its body is out
 * of sight, so the call stands for whatever it does to a response that it is given.
 */
export function callImported(flow: Flow, node: TSESTree.CallExpression, args: readonly Value[]): Value | undefined {
  const { imported } = flow.facts;
  const gives = imported.giving.get(node);
  if (!gives && !args.some((arg) => shapeOf(flow, arg))) return undefined;
  // What it does with a function that it is given is not known of it.
  const fn = gives ?? (node.arguments.some(isFunction) ? undefined : imported.functionOf(node.callee));
  if (!fn || !flow.state) return undefined;
  const shapes = Array.from({ length: fn.parameters }, (_, i) => shapeOf(flow, args[i] ?? unknownValue));
  const signature = fn.signature(shapes, node.arguments);
  if (!signature) return undefined;
  args.forEach((arg, i) => {
    if (!shapes[i]) flow.handOn(arg, node);
  });
  flow.mayThrow();
  const done = apply(flow, { isAsync: fn.isAsync, signature, nodeAt: () => node, isElsewhere: true }, args, node);
  if (!fn.isAsync && done.failed) flow.mayThrow(done.failed);
  return done.value;
}
