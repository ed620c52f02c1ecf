import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap, type FunctionNode } from '../../syntax/nodes.js';
import { awaitValue } from '../constructs/await.js';
import { takeTurn } from '../constructs/loops.js';
import { evaluateArguments } from '../constructs/operands.js';
import { groupWays } from '../constructs/try.js';
import { joinAll } from '../domain/state.js';
import { unknownValue, type State } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import type { FinallyFrame } from '../flow/frames.js';
import { runFunction } from './functions.js';

/**
 * `for await (const r of pages()) …`: each `yield r` of the generator gives `r` to one turn of the body, and goes on where
 * that ends. So the generator is run in the place of its call, and the body in the place of each `yield`, under the frames
 * of the loop: its `return` is not one of the generator's.
 */
export function overGenerator(
  flow: Flow,
  node: TSESTree.ForOfStatement,
  labels: readonly string[],
  { call, fn }: GeneratorCall,
): void {
  const args = evaluateArguments(flow, call);
  const depth = flow.frames.length;
  const out: FinallyFrame = { kind: 'finally', pending: [] };
  const breaks: State[] = [];
  flow.takers.set(fn, (value) => {
    const inner = flow.frames.splice(depth);
    flow.within(out, () => breaks.push(...takeTurn(flow, node, labels, value)));
    flow.frames.push(...inner);
  });
  const { failed } = runFunction(flow, fn, args, call);
  flow.takers.delete(fn);
  const done = flow.state;
  for (const way of groupWays(flow, out, node)) {
    flow.state = way.state;
    flow.jump(way.jump);
  }
  flow.state = done;
  flow.mayThrow(failed);
  flow.state = joinAll([done, ...breaks]);
}

export interface GeneratorCall {
  readonly call: TSESTree.CallExpression;
  readonly fn: FunctionNode;
}

/** The generator whose values a loop takes one by one, where nobody else does. */
export function generatorOf(flow: Flow, node: TSESTree.ForOfStatement): GeneratorCall | undefined {
  const call = unwrap(node.right);
  if (call.type !== 'CallExpression') return undefined;
  const [fn, other] = flow.facts.file.functionsOf(call.callee);
  if (!fn || other || flow.facts.loopOver(fn) !== node || flow.active.has(fn)) return undefined;
  return { call, fn };
}

/** `yield r` in such a generator; false in any other. */
export function yieldTo(flow: Flow, node: TSESTree.YieldExpression): boolean {
  const { fn } = flow.functionFrame;
  const take = fn && !node.delegate ? flow.takers.get(fn) : undefined;
  if (!fn || !take) return false;
  const value = node.argument ? flow.evaluate(node.argument) : unknownValue;
  take(fn.async ? awaitValue(flow, value, node) : value);
  return true;
}
