import type { TSESTree } from '@typescript-eslint/utils';
import type { State } from '../lattice/state.js';
import * as intMap from '../lattice/int-map.js';
import { Fact, statusesOf } from '../lattice/table.js';
import { responseOf, responsesBehind, type Said, type TestValue } from '../lattice/value.js';
import { isWrapper, type Node } from '../syntax.js';
import { branch } from './branch.js';
import { evaluate } from './evaluate.js';
import type { Flow } from './flow.js';

/**
 * The value of `a && b`, `a || b` and `a ? b : c` where it only tests statuses (`const failed = r && !r.ok`): it inspects
 * where it is read, so here it is only looked through, and remembered as what it says on its two sides.
 */
export function pureTest(
  flow: Flow,
  node: TSESTree.LogicalExpression | TSESTree.ConditionalExpression,
): TestValue | undefined {
  if (!flow.state || !isPure(node)) return undefined;
  return flow.tentatively(() => {
    const tested = testedBy(flow, node);
    if (tested.length === 0) return undefined;
    const { whenTrue, whenFalse } = branch(flow, node);
    const says = tested.map((origin): Said => {
      const of = responseOf([origin]);
      return { of, whenTrue: liveIn(whenTrue, origin), whenFalse: liveIn(whenFalse, origin) };
    });
    return { kind: 'test', says, node };
  });
}

const liveIn = (state: State | undefined, origin: number) =>
  statusesOf(intMap.get(state?.tables, origin) ?? [], Fact.live);

/** The responses whose status some leaf of the condition asks for. */
function testedBy(flow: Flow, node: Node): number[] {
  if (isWrapper(node)) return testedBy(flow, node.expression);
  if (node.type === 'LogicalExpression') return union(testedBy(flow, node.left), testedBy(flow, node.right));
  if (node.type === 'ConditionalExpression') {
    return union(testedBy(flow, node.test), union(testedBy(flow, node.consequent), testedBy(flow, node.alternate)));
  }
  if (node.type === 'UnaryExpression') return testedBy(flow, node.argument);
  const value = evaluate(flow, node);
  if (value.kind !== 'image' && value.kind !== 'test') return [];
  return responsesBehind(value).flatMap((response) => (response.origins.length === 1 ? [...response.origins] : []));
}

const union = (a: readonly number[], b: readonly number[]): number[] => [...new Set([...a, ...b])];

/** Nothing happens in it but reading. */
function isPure(node: Node): boolean {
  if (isWrapper(node)) return isPure(node.expression);
  switch (node.type) {
    case 'Identifier':
    case 'Literal':
    case 'ThisExpression':
      return true;
    case 'MemberExpression':
      return isPure(node.object) && (!node.computed || isPure(node.property));
    case 'UnaryExpression':
      return node.operator !== 'delete' && isPure(node.argument);
    case 'BinaryExpression':
      return isPure(node.left) && isPure(node.right);
    case 'LogicalExpression':
      return isPure(node.left) && isPure(node.right);
    case 'ConditionalExpression':
      return isPure(node.test) && isPure(node.consequent) && isPure(node.alternate);
    case 'ArrayExpression':
      return node.elements.every((element) => element !== null && isPure(element));
    case 'CallExpression':
      return isPureCall(node);
    default:
      return false;
  }
}

function isPureCall(node: TSESTree.CallExpression): boolean {
  const { callee } = node;
  if (callee.type === 'Identifier') return ['String', 'Number', 'Boolean'].includes(callee.name) && node.arguments.every(isPure);
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return false;
  const pure = ['includes', 'has', 'startsWith', 'endsWith', 'floor', 'trunc', 'test', 'get', 'indexOf'];
  return pure.includes(callee.property.name) && isPure(callee.object) && node.arguments.every(isPure);
}
