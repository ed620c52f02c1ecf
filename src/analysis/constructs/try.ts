import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../syntax/nodes.js';
import { joinAll, joinStates, originsBehind } from '../domain/state.js';
import { Fact, mark } from '../domain/table.js';
import { responseOf, settledValue, type State, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import type { FinallyFrame, Jump, TryFrame, Way } from '../flow/frames.js';
import { joinedValue } from '../flow/join.js';
import { errorFor } from './errors.js';
import { bind } from './patterns.js';
import { toleranceOf } from './probes.js';

/** `catch` starts from the join of all points of the block that may throw; `finally` runs once for each way out. */
export function executeTry(flow: Flow, node: TSESTree.TryStatement): void {
  if (!node.finalizer) return executeCatch(flow, node);
  const frame: FinallyFrame = { kind: 'finally', pending: [] };
  flow.within(frame, () => executeCatch(flow, node));
  const normal = flow.state;
  const ways = groupWays(flow, frame, node);
  for (const way of ways) {
    flow.state = way.state;
    finalize(flow, way.jump, node.finalizer);
    flow.jump(way.jump);
  }
  flow.state = normal;
  flow.execute(node.finalizer);
}

function finalize(flow: Flow, jump: Jump, finalizer: Node): void {
  if (jump.kind !== 'return') return flow.execute(finalizer);
  // `finally { res = undefined }` does not bury the response that is being returned.
  flow.holding(jump.value, () => flow.execute(finalizer));
}

/** Joins the jumps that have the same target: the finalizer runs once for each. */
export function groupWays(flow: Flow, frame: FinallyFrame, node: Node): readonly Way[] {
  const groups = new Map<unknown, { jump: Jump; states: State[]; values: Value[] }>();
  for (const { jump, state } of frame.pending) {
    const key = targetOf(jump);
    const group = groups.get(key) ?? { jump, states: [], values: [] };
    groups.set(key, group);
    group.states.push(state);
    if (jump.kind === 'return') group.values.push(jump.value);
  }
  return [...groups.values()].map(({ jump, states, values }) => {
    flow.state = joinAll(states);
    const way: Jump = jump.kind === 'return' ? { ...jump, value: joinedValue(flow, values, node) } : jump;
    return { jump: way, state: flow.state };
  });
}

/**
 * The target of a jump. Returns of a response, of its status and of its body are kept apart, so that none is lost in a
 * join.
 */
function targetOf(jump: Jump): unknown {
  switch (jump.kind) {
    case 'break':
      return jump.target.breaks;
    case 'continue':
      return jump.target;
    case 'return':
      return `return ${!!jump.fails} ${settledValue(jump.value).kind === 'body' ? '' : `${jump.value.kind} ${originsBehind(jump.value).join()}`}`;
    case 'exit':
    case 'throw':
      return jump.kind;
  }
}

/** `try { await fetch(url); assert.fail(); } catch {}`: the test expects the request to fail. */
function expectsException(flow: Flow, block: TSESTree.BlockStatement, handler: TSESTree.CatchClause): boolean {
  if (handler.body.body.some((statement) => flow.facts.conventions.asserts(statement))) return true;
  const last = block.body.at(-1);
  if (last?.type === 'ThrowStatement') return true;
  if (last?.type !== 'ExpressionStatement' || last.expression.type !== 'CallExpression') return false;
  return flow.facts.conventions.endsPath(last.expression.callee);
}

function executeCatch(flow: Flow, node: TSESTree.TryStatement): void {
  const { handler } = node;
  if (!handler) return flow.execute(node.block);
  const frame: TryFrame = { kind: 'try', thrown: [], tolerance: toleranceOf(flow, node) };
  const usedBefore = flow.used.length;
  const waitedBefore = flow.waited.length;
  const testedBefore = flow.tested.length;
  flow.within(frame, () => flow.execute(node.block));
  const normal = flow.state;
  if (expectsException(flow, node.block, handler)) {
    for (const origin of flow.waited.slice(waitedBefore)) flow.see(responseOf([origin]), 'tolerated');
  }
  flow.state = joinAll(frame.thrown);
  flow.forgetVainUses(usedBefore, node.block);
  // A status that was tested in the block may have led to the exception: the handler logs it, whatever it was.
  for (const origin of new Set(flow.tested.slice(testedBefore)))
    flow.change(origin, (table) => mark(table, Fact.logged));
  if (flow.state && handler.param) bind(flow, handler.param, errorFor(flow, handler));
  flow.execute(handler.body);
  const joined = joinStates(normal, flow.state);
  // The path from the handler must not end the failure regions around the `try`: no success came along it.
  flow.state = normal && joined ? { ...joined, failureRegions: normal.failureRegions } : joined;
}
