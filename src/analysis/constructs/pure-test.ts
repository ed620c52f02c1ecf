import type { TSESTree } from '@typescript-eslint/utils';
import { isPlainConversion, isTesting } from '../../models/language.js';
import { StatusSet } from '../../status/index.js';
import { isWrapper, type Node } from '../../syntax/nodes.js';
import { tableAt } from '../domain/state.js';
import { Fact, statusesOf } from '../domain/table.js';
import {
  responseOf,
  responsesBehind,
  type ResponseValue,
  type State,
  type StatusTest,
  type TestValue,
} from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { branch } from './branch.js';
import { isVagueTest } from './status-values.js';

/**
 * The value of `a && b`, `a || b` and `a ? b : c` that only test statuses: `const failed = r && !r.ok`. The status is
 * inspected where `failed` is read, so here it is run tentatively, to get the statuses of either outcome.
 */
export function pureTest(
  flow: Flow,
  node: TSESTree.LogicalExpression | TSESTree.ConditionalExpression,
): TestValue | undefined {
  if (!flow.state || !isPure(node)) return undefined;
  return flow.tentatively(() => {
    const found: Found = { responses: new Map(), isVague: false };
    findTested(flow, node, found);
    if (found.responses.size === 0 || carries(flow, node) || !isAnswer(flow, node)) return undefined;
    const { whenTrue, whenFalse } = branch(flow, node);
    const tests = [...found.responses.values()].map(({ origins, isMixed }): StatusTest => {
      const of: ResponseValue = { ...responseOf(origins), isMixed };
      return { of, whenTrue: liveIn(whenTrue, origins), whenFalse: liveIn(whenFalse, origins) };
    });
    return { kind: 'test', tests, node, isVague: found.isVague };
  });
}

const liveIn = (state: State | undefined, origins: readonly number[]) =>
  origins.reduce((set, origin) => set.union(statusesOf(tableAt(state, origin), Fact.live)), StatusSet.empty);

interface Found {
  /** The responses that are tested, by the numbers of their origins as text. */
  readonly responses: Map<string, ResponseValue>;
  /** Whether some status is compared with something unknown. */
  isVague: boolean;
}

/** Finds the responses whose status is tested by some leaf of the condition. */
function findTested(flow: Flow, node: Node, found: Found): void {
  if (isWrapper(node)) return findTested(flow, node.expression, found);
  if (node.type === 'UnaryExpression') return findTested(flow, node.argument, found);
  if (node.type === 'LogicalExpression') {
    findTested(flow, node.left, found);
    return findTested(flow, node.right, found);
  }
  if (node.type === 'ConditionalExpression') {
    for (const part of [node.test, node.consequent, node.alternate]) findTested(flow, part, found);
    return;
  }
  const value = flow.evaluate(node);
  if (value.kind !== 'status' && value.kind !== 'test') return;
  found.isVague ||= isVagueTest(value);
  for (const response of responsesBehind(value)) found.responses.set(response.origins.join(), response);
}

/** Whether the value of a condition can be a response or a body itself: `a.ok ? a : b`, `res.ok && res`. */
function carries(flow: Flow, node: Node): boolean {
  if (isWrapper(node)) return carries(flow, node.expression);
  if (node.type === 'UnaryExpression') return false;
  if (node.type === 'ConditionalExpression') return carries(flow, node.consequent) || carries(flow, node.alternate);
  // If `a && b` ends at `a`, that is falsy, and so no response.
  if (node.type === 'LogicalExpression')
    return (node.operator !== '&&' && carries(flow, node.left)) || carries(flow, node.right);
  return !['status', 'test', 'constant', 'unknown', 'never'].includes(flow.evaluate(node).kind);
}

/**
 * Whether a branch of `a ? b : c` is itself a boolean (`res.ok ? true : check(data)`). If both are something else, as in
 * `res.ok ? parse(data) : fallback`, it is no test.
 */
function isAnswer(flow: Flow, node: Node): boolean {
  if (isWrapper(node)) return isAnswer(flow, node.expression);
  if (node.type === 'ConditionalExpression') return isAnswer(flow, node.consequent) || isAnswer(flow, node.alternate);
  if (node.type === 'LogicalExpression' || node.type === 'UnaryExpression') return true;
  const value = flow.evaluate(node);
  return value.kind === 'constant' ? typeof value.value === 'boolean' : value.kind !== 'unknown';
}

/** Whether an expression consists of pure tests, joined by `&&`, `||`, `!` and `?:`. */
function isPure(node: Node): boolean {
  if (isWrapper(node)) return isPure(node.expression);
  switch (node.type) {
    case 'LogicalExpression':
      return node.operator !== '??' && isPure(node.left) && isPure(node.right);
    case 'ConditionalExpression':
      return isPure(node.test) && isPure(node.consequent) && isPure(node.alternate);
    case 'UnaryExpression':
      return node.operator === '!' ? isPure(node.argument) : isPureLeaf(node);
    default:
      return isPureLeaf(node);
  }
}

/** Whether a single test only reads, and has no condition inside: `res.status >= 400`, `codes.includes(res.status)`. */
function isPureLeaf(node: Node): boolean {
  if (isWrapper(node)) return isPureLeaf(node.expression);
  switch (node.type) {
    case 'Identifier':
    case 'Literal':
    case 'ThisExpression':
      return true;
    case 'MemberExpression':
      return isPureLeaf(node.object) && (!node.computed || isPureLeaf(node.property));
    case 'UnaryExpression':
      return node.operator !== 'delete' && isPureLeaf(node.argument);
    case 'BinaryExpression':
      return isPureLeaf(node.left) && isPureLeaf(node.right);
    case 'TemplateLiteral':
      return node.expressions.every(isPureLeaf);
    case 'ArrayExpression':
      return node.elements.every((element) => element !== null && isPureLeaf(element));
    case 'CallExpression':
      return isPureCall(node);
    default:
      return false;
  }
}

function isPureCall(node: TSESTree.CallExpression): boolean {
  const { callee } = node;
  if (!node.arguments.every(isPureLeaf)) return false;
  if (callee.type === 'Identifier') return isPlainConversion(callee.name);
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return false;
  return isTesting(callee.property.name) && isPureLeaf(callee.object);
}
