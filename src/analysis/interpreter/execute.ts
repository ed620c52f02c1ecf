import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, isLoop, unwrapTypes, type Loop, type Node } from '../../syntax/nodes.js';
import { childrenOf } from '../../syntax/visit.js';
import { discard } from '../constructs/await.js';
import { decide } from '../constructs/branch.js';
import { generatorOf, overGenerator } from '../calls/generators.js';
import { executeLoop } from '../constructs/loops.js';
import { bind } from '../constructs/patterns.js';
import { returnNothing, returnValue } from '../constructs/returns.js';
import { executeSwitch } from '../constructs/switch.js';
import { executeTry } from '../constructs/try.js';
import type { BranchStates } from '../domain/state.js';
import { Fact } from '../domain/table.js';
import { constant, unknownValue, type State } from '../domain/value.js';
import { Flow } from '../flow/flow.js';

/** Runs a statement: the flow's state is the one before it, and becomes the one in which it ends. */
export function execute(flow: Flow, node: Node, labels: readonly string[] = []): void {
  if (!flow.state) return;
  flow.step();
  flow.observed(node);
  if (isLoop(node)) return executeAnyLoop(flow, node, labels);
  switch (node.type) {
    case 'BlockStatement':
    case 'Program':
    case 'StaticBlock':
      return executeAll(flow, node.body);
    case 'ExpressionStatement':
      return executeExpression(flow, node);
    case 'VariableDeclaration':
      flow.markRead();
      for (const declarator of node.declarations) executeDeclarator(flow, node, declarator);
      return;
    case 'IfStatement':
      return executeIf(flow, node);
    case 'ReturnStatement':
      flow.markHandled();
      return node.argument ? returnValue(flow, node.argument) : returnNothing(flow, node);
    case 'ThrowStatement':
      flow.markHandled();
      flow.handOn(flow.evaluate(node.argument), node);
      flow.noteThrow(node);
      return flow.jump({ kind: 'throw' });
    case 'BreakStatement':
    case 'ContinueStatement':
      return executeJump(flow, node);
    case 'SwitchStatement':
      return executeSwitch(flow, node, labels);
    case 'TryStatement':
      return executeTry(flow, node);
    case 'LabeledStatement':
      return executeLabeled(flow, node, [...labels, node.label.name]);
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return node.declaration ? executeExported(flow, node.declaration) : undefined;
    default:
      return executeOther(flow, node);
  }
}

function executeAnyLoop(flow: Flow, node: Loop, labels: readonly string[]): void {
  if (node.type === 'ForOfStatement') {
    const generator = generatorOf(flow, node);
    if (generator) return overGenerator(flow, node, labels, generator);
  }
  executeLoop(flow, node, labels);
}

export function executeAll(flow: Flow, nodes: readonly Node[]): void {
  for (const node of nodes) flow.execute(node);
}

function executeExpression(flow: Flow, node: TSESTree.ExpressionStatement): void {
  if (!flow.facts.conventions.isLogging(node)) {
    const expression = unwrapTypes(node.expression);
    // `res.ok && use(res)` as a statement is an `if` without `else`.
    if (expression.type === 'LogicalExpression' && expression.operator !== '??')
      return executeShortCircuit(flow, expression);
    flow.markHandled();
  } else flow.markHandled(Fact.logged);
  flow.noteStep('dropped', node, discard(flow, node.expression));
}

function executeShortCircuit(flow: Flow, node: TSESTree.LogicalExpression): void {
  const sides = decideOnDemand(flow, node.left);
  const [goesOn, stays] =
    node.operator === '&&' ? [sides.whenTrue, sides.whenFalse] : [sides.whenFalse, sides.whenTrue];
  flow.joined([
    [goesOn, () => (flow.markHandled(), flow.evaluate(node.right))],
    [stays, () => unknownValue],
  ]);
}

/**
 * A condition without an `else`. If it does not test a status (`if (verbose)`, `onError && onError()`), then in a failure
 * region the author has thought of the failure on both branches: they count as much as a log does.
 */
function decideOnDemand(flow: Flow, test: Node): BranchStates {
  const testedBefore = flow.tested.length;
  const sides = decide(flow, test);
  if (flow.tested.length > testedBefore) return sides;
  const handled = (side: State | undefined) => {
    flow.state = side;
    flow.markHandled(Fact.logged);
    return flow.state;
  };
  return { whenTrue: handled(sides.whenTrue), whenFalse: handled(sides.whenFalse) };
}

function executeDeclarator(
  flow: Flow,
  node: TSESTree.VariableDeclaration,
  declarator: TSESTree.VariableDeclarator,
): void {
  if (!declarator.init) {
    if (node.kind !== 'var') bind(flow, declarator.id, constant(undefined));
    return;
  }
  bind(flow, declarator.id, flow.evaluate(declarator.init));
}

function executeIf(flow: Flow, node: TSESTree.IfStatement): void {
  const sides = node.alternate ? decide(flow, node.test) : decideOnDemand(flow, node.test);
  flow.joined([
    [sides.whenTrue, () => executeSide(flow, node.consequent, node.alternate)],
    [sides.whenFalse, () => executeSide(flow, node.alternate, node.consequent)],
  ]);
}

/**
 * Where one side of an `if` is missing, the other says what its author meant by that. Behind `if (res.ok) { …; if (found)
 * return found; }` is the fallback, and `let items = []; if (res.ok) items = …` keeps the default: failures need no more than
 * that, but reading their body later is still reported, since successes come there, too.
 */
function executeSide(flow: Flow, side: Node | null, opposite: Node | null): void {
  if (side) return flow.execute(side);
  if (!opposite) return;
  const { branches } = flow.facts;
  if (branches.exitsEarly(opposite) || branches.overwritesDefaultsOnly(opposite)) flow.markHandled(Fact.logged);
}

function executeJump(flow: Flow, node: TSESTree.BreakStatement | TSESTree.ContinueStatement): void {
  flow.markHandled();
  const kind = node.type === 'BreakStatement' ? 'break' : 'continue';
  const target = flow.loopFrame(node.label?.name, kind === 'continue');
  if (target) flow.jump({ kind, target });
  else flow.state = undefined;
}

function executeLabeled(flow: Flow, node: TSESTree.LabeledStatement, labels: readonly string[]): void {
  if (isLoop(node.body) || node.body.type === 'LabeledStatement' || node.body.type === 'SwitchStatement') {
    return flow.execute(node.body, labels);
  }
  const frame = flow.within(
    { kind: 'loop', node, labels, plain: false, isLoop: false, breaks: [], continues: [] },
    () => flow.execute(node.body),
  );
  flow.joined([[flow.state, () => unknownValue], ...frame.breaks.map((state) => [state, () => unknownValue] as const)]);
}

function executeExported(flow: Flow, node: Node): void {
  if (node.type === 'VariableDeclaration' || node.type === 'ClassDeclaration') flow.execute(node);
  else if (!/Declaration$/.test(node.type)) flow.handOn(flow.evaluate(node), node);
}

/** Declarations do nothing where they stand; the children of unknown syntax run in order. */
function executeOther(flow: Flow, node: Node): void {
  if (node.type === 'ClassDeclaration') return void flow.evaluate(node);
  if (isFunction(node) || /^(Import|Export|TS|Empty|Debugger)/.test(node.type)) return;
  for (const child of childrenOf(node, flow.facts.file.source.visitorKeys)) {
    if (/Statement$|Declaration$/.test(child.type)) flow.execute(child);
    else flow.handOn(flow.evaluate(child), child);
  }
}
