import type { TSESTree } from '@typescript-eslint/utils';
import { joinAll, joinStates, sameState, type State } from '../lattice/state.js';
import { other, settledValue } from '../lattice/value.js';
import type { Node } from '../syntax.js';
import { branch } from './branch.js';
import { evaluate } from './evaluate.js';
import type { Flow } from './flow.js';
import type { LoopFrame } from './frames.js';
import { elementOf } from './members.js';
import { bind } from './patterns.js';
import { execute } from './statements.js';

/** `for (;;)`. */
const isEndless = (node: Loop): boolean => node.type === 'ForStatement' && !node.test;

type Loop =
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement
  | TSESTree.ForStatement
  | TSESTree.ForInStatement
  | TSESTree.ForOfStatement;

const loopTypes = new Set(['WhileStatement', 'DoWhileStatement', 'ForStatement', 'ForInStatement', 'ForOfStatement']);

export const isLoop = (node: Node): node is Loop => loopTypes.has(node.type);

/** One turn of a loop, from its head: gives the state that leaves at the condition; the flow's state goes round again. */
type Turn = (frame: LoopFrame) => State | undefined;

export function executeLoop(flow: Flow, node: Loop, labels: readonly string[]): void {
  switch (node.type) {
    case 'WhileStatement':
      return repeat(flow, node, labels, (frame) => {
        const leaves = test(flow, node.test);
        body(flow, node.body, frame);
        return leaves;
      });
    case 'DoWhileStatement':
      return repeat(flow, node, labels, (frame) => {
        body(flow, node.body, frame);
        return test(flow, node.test);
      });
    case 'ForStatement':
      if (node.init?.type === 'VariableDeclaration') execute(flow, node.init);
      else if (node.init) evaluate(flow, node.init);
      return repeat(flow, node, labels, (frame) => {
        const leaves = test(flow, node.test);
        body(flow, node.body, frame);
        if (node.update) evaluate(flow, node.update);
        return leaves;
      });
    case 'ForInStatement':
    case 'ForOfStatement':
      return executeForEach(flow, node, labels);
  }
}

function test(flow: Flow, condition: Node | null): State | undefined {
  if (!condition) return undefined;
  const sides = branch(flow, condition);
  flow.state = sides.whenTrue;
  return sides.whenFalse;
}

function body(flow: Flow, node: Node, frame: LoopFrame): void {
  execute(flow, node);
  flow.state = joinStates(flow.state, joinAll(frame.continues.splice(0)));
}

/**
 * `for (const r of responses)`: one element stands for all. A list of responses is taken to hold at least one, so that
 * what the body learns of the one that stands for them holds behind the loop.
 */
function executeForEach(flow: Flow, node: TSESTree.ForInStatement | TSESTree.ForOfStatement, labels: readonly string[]): void {
  const list = evaluate(flow, node.right);
  const element = node.type === 'ForOfStatement' ? elementOf(flow, list, node.right) : other;
  const value = node.type === 'ForOfStatement' && node.await ? settledValue(element) : element;
  if (list.kind === 'response') flow.use(list, node.right);
  const isHeld = list.kind === 'list' && value !== other;
  repeat(flow, node, labels, (frame) => {
    const leaves = isHeld ? undefined : flow.state;
    flow.mayThrow();
    const target = node.left.type === 'VariableDeclaration' ? node.left.declarations[0].id : node.left;
    bind(flow, target, value);
    body(flow, node.body, frame);
    return leaves;
  });
}

/**
 * Repeats a loop's turn until the state at its head no longer changes. A loop in a loop starts from where it ended the
 * last time, so that nesting costs the sum of the turns and not their product.
 */
function repeat(flow: Flow, node: Loop, labels: readonly string[], turn: Turn): void {
  const entry = flow.state;
  const known = flow.heads.get(node);
  let head = known && sameState(joinStates(known.entry, entry), entry) ? joinStates(known.head, entry) : entry;
  let leaving: (State | undefined)[] = [];
  const frame: LoopFrame = { kind: 'loop', labels, plain: true, isLoop: true, breaks: [], continues: [] };
  for (;;) {
    frame.breaks = [];
    flow.state = head;
    flow.within(frame, () => {
      leaving = [turn(frame)];
    });
    flow.goRound(node, node.type === 'WhileStatement' || node.type === 'DoWhileStatement' || isEndless(node));
    const next = joinStates(head, flow.state);
    leaving.push(...frame.breaks, node.type === 'ForOfStatement' || node.type === 'ForInStatement' ? flow.state : undefined);
    if (!flow.state || sameState(next, head)) break;
    head = next;
  }
  if (entry && head) flow.heads.set(node, { entry, head });
  flow.state = joinAll(leaving);
}
