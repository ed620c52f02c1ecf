import type { TSESTree } from '@typescript-eslint/utils';
import { success } from '../../status/index.js';
import type { Node } from '../../syntax/nodes.js';
import { joinAll, joinStates, withTable } from '../domain/state.js';
import { operation } from '../domain/status-expression.js';
import { restrict } from '../domain/table.js';
import type { State, Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import type { LoopFrame } from '../flow/frames.js';
import { branch, noteDecision, splitBy, withFailureRegions, type TestsByOrigin } from './branch.js';
import { staticValue } from './static-value.js';
import { statusValue } from './status-values.js';

/**
 * Tries the cases in order, each with the statuses that those before it left; `default` gets the rest, wherever it
 * stands.
 */
export function executeSwitch(flow: Flow, node: TSESTree.SwitchStatement, labels: readonly string[]): void {
  const subject = flow.evaluate(node.discriminant);
  // `switch (res.ok ? 'good' : 'bad')`: the cases tell statuses apart, but it is not known which case has which.
  if (subject.kind === 'test') flow.inspect(subject);
  const { entries, rest } = enterCases(flow, node, subject);
  const byDefault = node.cases.findIndex((switchCase) => !switchCase.test);
  if (byDefault >= 0) entries[byDefault] = rest;
  const frame: LoopFrame = { kind: 'loop', node, labels, plain: true, isLoop: false, breaks: [], continues: [] };
  flow.state = undefined;
  flow.within(frame, () => {
    node.cases.forEach((switchCase, i) => {
      flow.state = joinStates(flow.state, entries[i]); // falls through from the case before
      for (const statement of switchCase.consequent) flow.execute(statement);
    });
  });
  flow.state = joinAll([flow.state, ...frame.breaks, byDefault < 0 ? rest : undefined]);
}

/** The state in which each case is entered, and the one in which no case matches. */
function enterCases(
  flow: Flow,
  node: TSESTree.SwitchStatement,
  subject: Value,
): { entries: (State | undefined)[]; rest: State | undefined } {
  const testsByOrigin = new Map<number, Set<Node>>();
  flow.openDecisions.push(testsByOrigin);
  let taken: State | undefined;
  const entries = node.cases.map((switchCase) => {
    if (!switchCase.test) return undefined;
    const sides = caseSides(flow, node, subject, switchCase.test);
    flow.state = sides.whenFalse;
    const entry = withFailureRegion(flow, node, sides.whenTrue, undefined, testsByOrigin);
    taken = joinStates(taken, successesOf(entry, testsByOrigin));
    return entry;
  });
  flow.openDecisions.pop();
  // `default` is a failure region if the cases took all successes, even if they took failures as well.
  noteDecision(flow, { whenTrue: taken, whenFalse: flow.state }, testsByOrigin);
  return { entries, rest: withFailureRegion(flow, node, flow.state, taken, testsByOrigin) };
}

/**
 * The state in which a case is entered. All cases for failures are one failure region, that of the `switch`, so that a case
 * that falls through to the next stays in it.
 */
const withFailureRegion = (
  flow: Flow,
  node: TSESTree.SwitchStatement,
  entry: State | undefined,
  opposite: State | undefined,
  testsByOrigin: TestsByOrigin,
): State | undefined =>
  withFailureRegions(flow, node, { whenTrue: entry, whenFalse: opposite }, testsByOrigin).whenTrue;

function successesOf(state: State | undefined, testsByOrigin: TestsByOrigin): State | undefined {
  let kept = state;
  for (const origin of testsByOrigin.keys())
    kept = kept && withTable(kept, origin, (table) => restrict(table, success));
  return kept;
}

function caseSides(flow: Flow, node: TSESTree.SwitchStatement, subject: Value, test: TSESTree.Expression) {
  if (subject.kind === 'constant' && subject.value === true) return branch(flow, test);
  if (subject.kind === 'status') {
    const constant = staticValue(flow, test);
    if (!constant) flow.handOn(flow.evaluate(test), test);
    const matches = constant && operation('===', [subject.expression, { kind: 'constant', value: constant.value }]);
    return splitBy(flow, statusValue(subject.of, node.discriminant, matches), node.discriminant);
  }
  flow.handOn(flow.evaluate(test), test);
  return { whenTrue: flow.state, whenFalse: flow.state };
}
