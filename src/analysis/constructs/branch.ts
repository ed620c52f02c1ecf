import type { TSESTree } from '@typescript-eslint/utils';
import { mostNamed, StatusSet } from '../../status/index.js';
import { isNullish, unwrapTypes, type Node } from '../../syntax/nodes.js';
import { isForBodies, isForFailures, isForSuccesses, tellsErrors } from '../domain/failure-region.js';
import {
  joinStates,
  originsBehind,
  seenBy,
  tableAt,
  withNarrowed,
  withTable,
  type BranchStates,
} from '../domain/state.js';
import { Fact, guardedBy, mark, restrict, statusesOf } from '../domain/table.js';
import { isCertain, unknownValue, type State, type StatusTest, type TestValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { splitByCorrelation } from './correlated.js';
import { splitByAnswer, splitByError, splitByHolder } from './error-tests.js';
import { mayBeMissing, splitByPresence, splitByStream } from './presence.js';
import { isVagueTest, truthSets } from './status-values.js';

const swap = ({ whenTrue, whenFalse }: BranchStates): BranchStates => ({ whenTrue: whenFalse, whenFalse: whenTrue });

/**
 * Runs the whole condition of a statement or of a `?:`. Whether a side is a failure region depends on the whole of it: of
 * `status >= 200 && status < 300`, neither half sets failures apart.
 */
export function decide(flow: Flow, condition: Node): BranchStates {
  const testsByOrigin = new Map<number, Set<Node>>();
  flow.openDecisions.push(testsByOrigin);
  const sides = branch(flow, condition);
  flow.openDecisions.pop();
  if (testsByOrigin.size === 0) return sides;
  noteDecision(flow, sides, testsByOrigin);
  return withFailureRegions(flow, condition, sides, testsByOrigin);
}

/** The tests in a condition, by the origin of the response whose status they test. */
export type TestsByOrigin = ReadonlyMap<number, ReadonlySet<Node>>;

export function noteDecision(flow: Flow, sides: BranchStates, testsByOrigin: TestsByOrigin): void {
  for (const [origin, tests] of testsByOrigin) {
    const decision = {
      whenTrue: liveStatuses(sides.whenTrue, origin),
      whenFalse: liveStatuses(sides.whenFalse, origin),
    };
    for (const test of tests) flow.noteDecision(origin, test, decision);
  }
}

/** The two branches of a condition; one that only failures of a response reach enters its failure region. */
export function withFailureRegions(
  flow: Flow,
  condition: Node,
  sides: BranchStates,
  testsByOrigin: TestsByOrigin,
): BranchStates {
  let { whenTrue, whenFalse } = sides;
  for (const origin of testsByOrigin.keys()) {
    const t = liveStatuses(whenTrue, origin);
    const f = liveStatuses(whenFalse, origin);
    const acts = (side: boolean) => flow.facts.branches.actsOnSide(condition, side);
    if (isForFailures(t, f) || (isForBodies(t, f) && acts(true)))
      whenTrue = flow.enterFailureRegion(whenTrue, origin, condition, true);
    if (isForFailures(f, t) || (isForBodies(f, t) && acts(false)))
      whenFalse = flow.enterFailureRegion(whenFalse, origin, condition, false);
  }
  return { whenTrue, whenFalse };
}

const liveStatuses = (state: State | undefined, origin: number): StatusSet =>
  statusesOf(tableAt(state, origin), Fact.live);

/**
 * Runs a condition from the current state and narrows: `res.ok` leaves 2xx on the true branch, the rest on the false
 * one.
 */
export function branch(flow: Flow, condition: Node): BranchStates {
  const node = unwrapTypes(condition);
  const told = splitByError(flow, node);
  if (told) return told;
  switch (node.type) {
    case 'UnaryExpression':
      if (node.operator === '!') return swap(branch(flow, node.argument));
      break;
    case 'LogicalExpression':
      if (node.operator !== '??') return branchLogical(flow, node);
      break;
    case 'ConditionalExpression':
      return branchConditional(flow, node);
    case 'SequenceExpression':
      for (const expression of node.expressions.slice(0, -1)) flow.evaluate(expression);
      return branch(flow, node.expressions.at(-1)!);
    case 'BinaryExpression': {
      const nullish = branchNullish(flow, node);
      if (nullish) return nullish;
    }
  }
  const value = flow.evaluate(node);
  return (value === unknownValue && splitByCorrelation(flow, node)) || splitBy(flow, value, node);
}

function branchLogical(flow: Flow, node: TSESTree.LogicalExpression): BranchStates {
  const left = branch(flow, node.left);
  flow.state = node.operator === '&&' ? left.whenTrue : left.whenFalse;
  const right = branch(flow, node.right);
  return node.operator === '&&'
    ? { whenTrue: right.whenTrue, whenFalse: joinStates(left.whenFalse, right.whenFalse) }
    : { whenTrue: joinStates(left.whenTrue, right.whenTrue), whenFalse: right.whenFalse };
}

function branchConditional(flow: Flow, node: TSESTree.ConditionalExpression): BranchStates {
  const test = branch(flow, node.test);
  flow.state = test.whenTrue;
  const consequent = branch(flow, node.consequent);
  flow.state = test.whenFalse;
  const alternate = branch(flow, node.alternate);
  return {
    whenTrue: joinStates(consequent.whenTrue, alternate.whenTrue),
    whenFalse: joinStates(consequent.whenFalse, alternate.whenFalse),
  };
}

/** `res == null`, `res !== undefined`: whether there is a response at all. */
function branchNullish(flow: Flow, node: TSESTree.BinaryExpression): BranchStates | undefined {
  const equals = node.operator === '==' || node.operator === '===';
  if (!equals && node.operator !== '!=' && node.operator !== '!==') return undefined;
  const subject = isNothing(node.right) ? node.left : isNothing(node.left) ? node.right : undefined;
  if (!subject) return undefined;
  const value = flow.evaluate(subject);
  // `code === undefined || code >= 500`, of a status or nothing.
  if (isVagueTest(value)) return splitBy(flow, value, subject);
  const isKnown = value.kind === 'body' ? !!value.stream : value.kind === 'response' || value.kind === 'record';
  if (!isKnown) {
    const either = { whenTrue: flow.state, whenFalse: flow.state };
    return (value === unknownValue && splitByCorrelation(flow, node)) || either;
  }
  const sides = splitBy(flow, value, subject);
  return equals ? swap(sides) : sides;
}

const isNothing = (node: Node): boolean =>
  isNullish(node) || (node.type === 'UnaryExpression' && node.operator === 'void');

/** The two branches of a condition with this value: `if (res)`, `if (code)`, `if (failed)`. */
export function splitBy(flow: Flow, value: Value, node: Node): BranchStates {
  const state = flow.state;
  switch (value.kind) {
    case 'constant':
      return value.value ? { whenTrue: state, whenFalse: undefined } : { whenTrue: undefined, whenFalse: state };
    case 'response':
      return value.isAnswer ? splitByAnswer(flow, value) : splitByPresence(flow, value, node);
    case 'status': {
      const sets = truthSets(value);
      if (sets) return splitByTest(flow, { kind: 'test', tests: [{ of: value.of, ...sets }], node: value.node });
      return splitByUnknown(flow, value, value.node);
    }
    case 'test':
      return splitByTest(flow, value);
    case 'body':
      return splitByStream(flow, value);
    case 'record':
      return splitByHolder(flow, value);
    default:
      return { whenTrue: state, whenFalse: state };
  }
}

/** `if (res.status === expected)`: the status is inspected, but neither branch is narrowed. */
function splitByUnknown(flow: Flow, value: Value, node: Node): BranchStates {
  for (const origin of originsBehind(value)) {
    const before = statusesOf(flow.table(origin), Fact.live);
    const sides = { whenTrue: before, whenFalse: before };
    flow.noteCondition(origin, {
      node,
      accepts: StatusSet.all,
      before,
      ...sides,
      named: StatusSet.empty,
      isCopied: false,
      isMixed: false,
    });
  }
  flow.inspect(value);
  return { whenTrue: flow.state, whenFalse: flow.state };
}

function splitByTest(flow: Flow, test: TestValue): BranchStates {
  const before = flow.state;
  let whenTrue = before;
  let whenFalse = before;
  for (const part of test.tests) {
    record(flow, part, test.node);
    flow.state = before;
    whenTrue = learn(flow, whenTrue, part, part.whenTrue, test);
    flow.state = before;
    whenFalse = learn(flow, whenFalse, part, part.whenFalse, test);
  }
  return { whenTrue, whenFalse };
}

function record(flow: Flow, test: StatusTest, node: Node): void {
  flow.see(test.of, 'touched');
  for (const origin of test.of.origins) {
    const before = statusesOf(flow.table(origin), Fact.live);
    const [whenTrue, whenFalse] = [before.intersect(test.whenTrue), before.intersect(test.whenFalse)];
    flow.noteTest(origin, node);
    const named = namedBy(test).intersect(before);
    const accepts = test.whenTrue;
    const marks = { isCopied: !!test.of.isCopied, isMixed: !!test.of.isMixed };
    flow.noteCondition(origin, { node, accepts, before, whenTrue, whenFalse, named, ...marks });
  }
}

/** The sides of a test that are short lists; of `res.ok`, that is neither, whatever few statuses a type declares. */
const namedBy = ({ whenTrue, whenFalse }: StatusTest): StatusSet =>
  [whenTrue, whenFalse].reduce((all, side) => (side.size <= mostNamed ? all.union(side) : all), StatusSet.empty);

/** One branch of a test: narrows the response to `kept`, and marks it as inspected. Undefined if no status is left. */
function learn(
  flow: Flow,
  side: State | undefined,
  part: StatusTest,
  kept: StatusSet,
  test: TestValue,
): State | undefined {
  let state = side;
  let possible = mayBeMissing(flow, part.of);
  for (const origin of part.of.origins) {
    if (!state) return undefined;
    if (!flow.pinsDown(part.of, origin)) {
      state = withTable(state, origin, (table) => mark(table, Fact.inspected | Fact.branched, { guard: test.node }));
      possible = true;
      continue;
    }
    const before = statusesOf(flow.table(origin), Fact.live);
    // `status === expected || status === 404`: the branch may be there for any failure.
    const facts = test.isVague ? Fact.inspected | Fact.branched : Fact.inspected;
    const seen = seenBy(part.of);
    const sides = [before.intersect(part.whenTrue), before.intersect(part.whenFalse)] as const;
    const setsApart = sides.some(isForSuccesses);
    const { calleeGuards } = flow.facts.origins.seen(origin);
    const narrow = isCertain(part.of) && !mayBeMissing(flow, part.of) ? withNarrowed : withTable;
    state = narrow(state, origin, (table) => {
      const inspected = mark(restrict(table, kept, seen), facts, { guard: test.node }, seen);
      // A caller that sets errors apart itself does not rely on the test in the wrapper: this one is the guard.
      const takesOver = setsApart || (calleeGuards.size > 0 && tellsErrors(...sides));
      return takesOver ? guardedBy(inspected, test.node, seen, setsApart ? undefined : calleeGuards) : inspected;
    });
    if (!before.isDisjointWith(kept) || before.isEmpty) possible = true;
  }
  return possible ? state : undefined;
}
