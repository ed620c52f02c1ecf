import type { TSESTree } from '@typescript-eslint/utils';
import type { Loop, Node } from '../../syntax/nodes.js';
import { joinAll, joinStates, sameState } from '../domain/state.js';
import { responsesIn, unknownValue, type State, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import type { FinallyFrame, LoopFrame, LoopOutcome } from '../flow/frames.js';
import { awaitValue } from './await.js';
import { decide } from './branch.js';
import { withoutUnstable } from './correlated.js';
import { elementOf, mayBeEmpty } from './members.js';
import { bind } from './patterns.js';
import { groupWays } from './try.js';

/**
 * Of nested loops that each repeat a request, every one takes one more turn than the one around it, so that their cost grows
 * with the square of the depth. Deeper than this, where nobody nests such loops, the whole function is left alone.
 */
const deepest = 16;
const mostTurnsBelow = 8;

/**
 * One turn of a loop, from its head. Gives the state in which the condition ends the loop; the flow's state is the one that
 * goes round again.
 */
type Turn = (frame: LoopFrame) => State | undefined;

export function executeLoop(flow: Flow, node: Loop, labels: readonly string[]): void {
  switch (node.type) {
    case 'WhileStatement':
      return repeat(flow, node, labels, (frame) => {
        const exit = test(flow, node.test);
        body(flow, node.body, frame);
        return exit;
      });
    case 'DoWhileStatement':
      return repeat(flow, node, labels, (frame) => {
        body(flow, node.body, frame);
        return test(flow, node.test);
      });
    case 'ForStatement':
      if (node.init?.type === 'VariableDeclaration') flow.execute(node.init);
      else if (node.init) flow.evaluate(node.init);
      return repeat(flow, node, labels, (frame) => {
        const exit = test(flow, node.test);
        body(flow, node.body, frame);
        if (node.update) flow.evaluate(node.update);
        return exit;
      });
    case 'ForInStatement':
    case 'ForOfStatement':
      return executeForEach(flow, node, labels);
  }
}

function test(flow: Flow, condition: Node | null): State | undefined {
  if (!condition) return undefined;
  const sides = decide(flow, condition);
  flow.state = sides.whenTrue;
  return sides.whenFalse;
}

function body(flow: Flow, node: Node, frame: LoopFrame): void {
  flow.execute(node);
  flow.state = joinStates(flow.state, joinAll(frame.continues.splice(0)));
}

/**
 * `for (const r of responses)`. Where each item is known, as in `[fetch(a), fetch(b)]`, each has its turn; else one element
 * stands for all. A list of responses is taken to have at least one, so that a check in the body (`if (!r.ok) throw …`) also
 * holds after the loop.
 */
function executeForEach(
  flow: Flow,
  node: TSESTree.ForInStatement | TSESTree.ForOfStatement,
  labels: readonly string[],
): void {
  const list = flow.evaluate(node.right);
  if (list.kind === 'response') flow.use(list, node.right);
  // An iterator gives the stream free where it ends, but nothing is left in it.
  if (list.kind === 'body' && list.stream === 'itself') flow.spend(list.of, node.right, 'values');
  if (node.type === 'ForInStatement') return repeat(flow, node, labels, eachTurn(flow, node, list, unknownValue));
  const items = itemsInTurn(list);
  if (items) inTurn(flow, node, labels, items);
  else repeat(flow, node, labels, eachTurn(flow, node, list, elementOf(flow, list, node.right)));
}

function eachTurn(
  flow: Flow,
  node: TSESTree.ForInStatement | TSESTree.ForOfStatement,
  list: Value,
  element: Value,
): Turn {
  return (frame) => {
    const exit = mayBeEmpty(list, element) ? flow.state : undefined;
    // Iterating over an array cannot throw; over anything else it can.
    if (list.kind !== 'list') flow.mayThrow();
    bindAndRun(flow, node, element, frame);
    return exit;
  };
}

function bindAndRun(
  flow: Flow,
  node: TSESTree.ForInStatement | TSESTree.ForOfStatement,
  item: Value,
  frame: LoopFrame,
): void {
  const waits = node.type === 'ForOfStatement' && node.await;
  const value = waits ? awaitValue(flow, item, node.right) : item;
  const target = node.left.type === 'VariableDeclaration' ? node.left.declarations[0].id : node.left;
  bind(flow, target, value);
  body(flow, node.body, frame);
}

/** More turns of a loop are not taken one by one. */
const mostInTurn = 6;

/** The items of a list that the code writes down one by one, if there are responses among them. */
function itemsInTurn(list: Value): readonly Value[] | undefined {
  if (list.kind !== 'list' || list.isRest || !list.items || list.items.length > mostInTurn) return undefined;
  return list.items.some((item) => responsesIn(item).length > 0) ? list.items : undefined;
}

/** A loop whose turns are known: no state is at its head but those that the turn before leaves. */
function inTurn(flow: Flow, node: TSESTree.ForOfStatement, labels: readonly string[], items: readonly Value[]): void {
  const breaks: State[] = [];
  for (const item of items) if (flow.state) breaks.push(...takeTurn(flow, node, labels, item));
  flow.state = joinAll([...breaks, flow.state]);
}

/** One turn of a loop, with what it is given; gives the states in which it was left with `break`. */
export function takeTurn(
  flow: Flow,
  node: TSESTree.ForOfStatement,
  labels: readonly string[],
  item: Value,
): readonly State[] {
  const frame = loopFrame(node, labels);
  flow.within(frame, () => bindAndRun(flow, node, item, frame));
  flow.goRound(node);
  flow.state = withoutUnstable(flow, flow.state);
  return frame.breaks;
}

const loopFrame = (node: Loop, labels: readonly string[]): LoopFrame => ({
  kind: 'loop',
  node,
  labels,
  plain: true,
  isLoop: true,
  breaks: [],
  continues: [],
});

/**
 * The fixpoint of a loop: repeats its turn until the state at its head no longer changes. An inner loop starts from its last
 * fixpoint, and is not walked if its entry adds nothing to that: nesting costs the sum of the turns, not their product.
 */
function repeat(flow: Flow, node: Loop, labels: readonly string[], turn: Turn): void {
  const entry = flow.state;
  const previous = flow.loops.get(node);
  const grows = !!previous && sameState(joinStates(previous.entry, entry), entry);
  let outcome = previous;
  if (!grows || !sameState(joinStates(previous.head, entry), previous.head)) {
    const settled = settle(flow, node, labels, turn, grows ? joinStates(previous.head, entry) : entry);
    outcome = { ...settled, entry, turns: settled.turns + (previous?.turns ?? 0) };
    if (outcome.turns > mostTurnsBelow && flow.loopDepth >= deepest) throw new RangeError('Loops are nested too deep.');
    flow.loops.set(node, outcome);
  }
  for (const way of outcome!.ways) {
    flow.state = way.state;
    flow.jump(way.jump);
  }
  flow.state = outcome!.exit;
}

/**
 * Takes turns until the state at the head is stable. Jumps out of the loop are held back: only those of the last turn
 * count.
 */
function settle(flow: Flow, node: Loop, labels: readonly string[], turn: Turn, from: State | undefined): LoopOutcome {
  const isForEach = node.type === 'ForOfStatement' || node.type === 'ForInStatement';
  for (let head = from, turns = 1; ; turns++) {
    const frame = loopFrame(node, labels);
    const out: FinallyFrame = { kind: 'finally', pending: [] };
    let exit: State | undefined;
    flow.state = head;
    flow.within(out, () => flow.within(frame, () => (exit = turn(frame))));
    flow.goRound(node);
    const end = withoutUnstable(flow, flow.state);
    const next = joinStates(head, end);
    if (!end || sameState(next, head)) {
      const ways = groupWays(flow, out, node);
      return { entry: from, head, exit: joinAll([exit, ...frame.breaks, isForEach ? end : undefined]), ways, turns };
    }
    head = next;
  }
}
