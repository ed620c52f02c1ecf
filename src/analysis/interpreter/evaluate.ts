import type { TSESTree } from '@typescript-eslint/utils';
import { anyAnswer, noAnswer } from '../../models/rejections.js';
import { enclosingFunction, isFunction, isWrapper, memberName, unwrap, type Node } from '../../syntax/nodes.js';
import { childrenOf } from '../../syntax/visit.js';
import { evaluateCall } from '../calls/calls.js';
import { evaluateNew } from '../calls/construct.js';
import { yieldTo } from '../calls/generators.js';
import { answerValue } from '../constructs/answer-values.js';
import { awaitValue, discard } from '../constructs/await.js';
import { splitBy } from '../constructs/branch.js';
import { evaluateConditional, evaluateLogical } from '../constructs/conditionals.js';
import { evaluateArray, evaluateObject } from '../constructs/literals.js';
import { readMember } from '../constructs/members.js';
import { evaluateOwner } from '../constructs/operands.js';
import { bind } from '../constructs/patterns.js';
import { declareCast } from '../constructs/declare.js';
import { pureTest } from '../constructs/pure-test.js';
import { binaryStatus, memberTest, statusValue, templateStatus, unaryStatus } from '../constructs/status-values.js';
import { bounded } from '../domain/bounds.js';
import { constant, isInert, settledValue, unknownValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { joinedValue } from '../flow/join.js';

/** Runs an expression: what it does to the state, and the value it has. */
export function evaluate(flow: Flow, node: Node): Value {
  if (!flow.state) return unknownValue;
  flow.step();
  const value = evaluateNode(flow, node);
  switch (value.kind) {
    case 'unknown':
      return unknownValue;
    case 'list':
      if (!isInert(value.each)) flow.see(value.each, 'listed');
      return bounded(value, (lost) => flow.handOn(lost, node));
    case 'record':
    case 'promise':
      return bounded(value, (lost) => flow.handOn(lost, node));
    default:
      return value;
  }
}

function evaluateNode(flow: Flow, node: Node): Value {
  switch (node.type) {
    case 'Identifier':
      return evaluateIdentifier(flow, node);
    case 'Literal':
      return 'regex' in node ? unknownValue : constant(node.value);
    case 'MemberExpression':
      return readMember(flow, evaluateOwner(flow, node), memberName(node), node);
    case 'CallExpression':
      return evaluateCall(flow, node);
    case 'NewExpression':
      return evaluateNew(flow, node);
    case 'AwaitExpression':
      return awaitValue(flow, flow.evaluate(node.argument), node);
    case 'YieldExpression':
      return evaluateYield(flow, node);
    default:
      return evaluateCompound(flow, node);
  }
}

/** Expressions made of other expressions. */
function evaluateCompound(flow: Flow, node: Node): Value {
  switch (node.type) {
    case 'AssignmentExpression':
      return evaluateAssignment(flow, node);
    case 'BinaryExpression':
      return evaluateBinary(flow, node);
    case 'UnaryExpression':
      return evaluateUnary(flow, node);
    case 'UpdateExpression':
      return evaluateUpdate(flow, node);
    case 'ClassExpression':
    case 'ClassDeclaration':
      return evaluateClass(flow, node);
    case 'LogicalExpression':
    case 'ConditionalExpression':
      return evaluateEither(flow, node);
    case 'SequenceExpression':
      return node.expressions.map((expression) => flow.evaluate(expression)).at(-1) ?? unknownValue;
    case 'TemplateLiteral': {
      const values = node.expressions.map((expression) => flow.evaluate(expression));
      return templateStatus(node, values) ?? bodyAmong(values);
    }
    case 'ObjectExpression':
      return evaluateObject(flow, node);
    case 'ArrayExpression':
      return evaluateArray(flow, node);
    default:
      return evaluateOther(flow, node);
  }
}

function evaluateEither(flow: Flow, node: TSESTree.LogicalExpression | TSESTree.ConditionalExpression): Value {
  const answer = answerValue(flow, node);
  const run = () => (node.type === 'LogicalExpression' ? evaluateLogical(flow, node) : evaluateConditional(flow, node));
  const value = pureTest(flow, node) ?? run();
  return answer ?? value;
}

function evaluateIdentifier(flow: Flow, node: TSESTree.Identifier): Value {
  if (!flow.mayKnow(node.name) && node.name !== 'undefined') return unknownValue;
  const variable = flow.facts.file.variable(node);
  if (variable && variable.defs.length > 0) {
    const value = flow.read(variable);
    if (value.kind === 'body') flow.useAgain(value, node);
    return value;
  }
  return node.name === 'undefined' ? constant(undefined) : unknownValue;
}

function evaluateYield(flow: Flow, node: TSESTree.YieldExpression): Value {
  if (yieldTo(flow, node) || !node.argument) return unknownValue;
  const value = flow.evaluate(node.argument);
  if (value.kind === 'promise' && (node.parent.type !== 'ExpressionStatement' || isEffect(flow, node.argument))) {
    return awaitValue(flow, value, node);
  }
  flow.handOn(value, node);
  flow.mayThrow();
  return unknownValue;
}

/** `yield call(fetch, url)`: the saga waits for it. */
const isEffect = (flow: Flow, node: Node): boolean => {
  const source = flow.facts.sources.get(node);
  return !!source && node.type === 'CallExpression' && source.callee !== node.callee;
};

function evaluateAssignment(flow: Flow, node: TSESTree.AssignmentExpression): Value {
  if (node.operator === '=') {
    if (node.left.type === 'MemberExpression') evaluateOwner(flow, node.left);
    const value = flow.evaluate(node.right);
    bind(flow, node.left, value);
    return value;
  }
  const old = flow.evaluate(node.left);
  if (!['||=', '&&=', '??='].includes(node.operator)) {
    const right = flow.evaluate(node.right);
    flow.handOn(right, node);
    // `text += await res.text()`: the result is a body; with a status in `text` it is a status value, but unknown how.
    const value = old.kind === 'status' ? statusValue(old.of, node) : bodyAmong([old, right]);
    bind(flow, node.left, value);
    return value;
  }
  const sides = splitBy(flow, old, node.left);
  const [kept, assigned] =
    node.operator === '&&=' ? [sides.whenFalse, sides.whenTrue] : [sides.whenTrue, sides.whenFalse];
  const values = flow.joined([
    [kept, () => old],
    [
      assigned,
      () => {
        const value = flow.evaluate(node.right);
        bind(flow, node.left, value);
        return value;
      },
    ],
  ]);
  return joinedValue(flow, values, node);
}

function evaluateBinary(flow: Flow, node: TSESTree.BinaryExpression): Value {
  // `a + b + c + …` is as deep as it is long: its left spine is walked in a loop.
  const spine: TSESTree.BinaryExpression[] = [node];
  for (let left: Node = node.left; left.type === 'BinaryExpression'; left = left.left) spine.push(left);
  let value: Value = flow.evaluate(spine.at(-1)!.left);
  for (const binary of spine.reverse()) {
    const right = flow.evaluate(binary.right);
    value = binaryStatus(flow, binary, value, right) ?? memberTest(flow, binary) ?? bodyAmong([value, right]);
  }
  return value;
}

/** What an operator computes from a body still counts as the body: `'{' + text`. */
const bodyAmong = (values: readonly Value[]): Value => values.find((value) => value.kind === 'body') ?? unknownValue;

function evaluateUnary(flow: Flow, node: TSESTree.UnaryExpression): Value {
  if (node.operator === 'void') {
    discard(flow, node.argument);
    return constant(undefined);
  }
  const value = flow.evaluate(node.argument);
  if (value.kind === 'status') return unaryStatus(node, value);
  if (node.operator !== '!' || value.kind === 'body') return bodyAmong([value]);
  if (value.kind === 'constant') return constant(!value.value);
  // `const hasAnswer = !!error.response`.
  const isAnswer = value.kind === 'response' && value.isAnswer && !value.maybeOther;
  if (isAnswer) return { kind: 'test', tests: [{ of: value, whenTrue: noAnswer, whenFalse: anyAnswer }], node };
  if (value.kind !== 'test') return unknownValue;
  return { ...value, tests: value.tests.map((s) => ({ of: s.of, whenTrue: s.whenFalse, whenFalse: s.whenTrue })) };
}

/** `class { items = fetch(url).then(…); static { … } }`: the values of fields escape. */
function evaluateClass(flow: Flow, node: TSESTree.ClassDeclaration | TSESTree.ClassExpression): Value {
  for (const member of node.body.body) {
    if (member.type === 'PropertyDefinition' && member.value) flow.handOn(flow.evaluate(member.value), member);
    if (member.type === 'StaticBlock') flow.execute(member);
  }
  return unknownValue;
}

/** `n++`: the value of `n` is unknown afterwards. */
function evaluateUpdate(flow: Flow, node: TSESTree.UpdateExpression): Value {
  flow.evaluate(node.argument);
  if (unwrap(node.argument).type === 'Identifier') bind(flow, node.argument, unknownValue);
  return unknownValue;
}

/** Everything else: the children run in order, and their values escape (JSX). A function is not run where it stands. */
function evaluateOther(flow: Flow, node: Node): Value {
  if (isWrapper(node)) return declareCast(flow, node, flow.evaluate(node.expression));
  if (node.type === 'ThisExpression') return evaluateThis(flow, node);
  if (isFunction(node) || /^TS/.test(node.type)) return unknownValue;
  if (node.type === 'ImportExpression') {
    flow.mayThrow();
    return unknownValue;
  }
  for (const child of childrenOf(node, flow.facts.file.source.visitorKeys)) {
    const value = flow.evaluate(child);
    flow.handOn(settledValue(value), child);
  }
  if (node.type === 'TaggedTemplateExpression') flow.mayThrow();
  return unknownValue;
}

function evaluateThis({ receivers }: Flow, node: TSESTree.ThisExpression): Value {
  if (receivers.size === 0) return unknownValue;
  let fn = enclosingFunction(node);
  while (fn?.type === 'ArrowFunctionExpression') fn = enclosingFunction(fn);
  return (fn && receivers.get(fn)) ?? unknownValue;
}
