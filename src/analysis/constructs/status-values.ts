import type { TSESTree } from '@typescript-eslint/utils';
import { isComputing } from '../../models/language.js';
import { isConversion, isOperation } from '../../models/operations.js';
import { StatusSet, success } from '../../status/index.js';
import { isEquality, memberName, unwrap, type Node } from '../../syntax/nodes.js';
import { sameValue } from '../domain/join-values.js';
import { operation, theStatus, truthyStatuses, valueAt, type StatusExpression } from '../domain/status-expression.js';
import { unknownValue, type ResponseValue, type StatusValue, type TestValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { staticValue } from './static-value.js';

// Status values: what a program computes from a status, and for which statuses a condition on it is true.

export const statusValue = (of: ResponseValue, node: Node, expression?: StatusExpression): StatusValue => ({
  kind: 'status',
  of,
  node,
  expression,
});

const nonZero = StatusSet.of(0).complement();

/** `res.status`. */
export const statusItself = (of: ResponseValue, node: Node): StatusValue => ({
  ...statusValue(of, node, theStatus),
  whenTrue: nonZero,
});

/** `res.ok`. */
export const okOf = (of: ResponseValue, node: Node, statuses: StatusSet = success): StatusValue =>
  statusValue(of, node, { kind: 'among', statuses });

/** The statuses for which it is true, and for which it is false; undefined where that is not known. */
export function truthSets({
  whenTrue: computed,
  expression,
}: StatusValue): { whenTrue: StatusSet; whenFalse: StatusSet } | undefined {
  const whenTrue = computed ?? (expression && truthyStatuses(expression));
  return whenTrue && { whenTrue, whenFalse: whenTrue.complement() };
}

/** Whether some status is compared with something unknown. */
export const isVagueTest = (value: Value): boolean =>
  value.kind === 'status' ? !truthSets(value) : value.kind === 'test' && !!value.isVague;

/** The expression of an operand: that of a status value, or a constant; undefined for anything else. */
function operand(flow: Flow, node: Node, value: Value): StatusExpression | undefined {
  if (value.kind === 'status') return value.expression;
  if (value.kind === 'constant') return value;
  const constant = staticValue(flow, node);
  return constant && { kind: 'constant', value: constant.value };
}

const behind = (value: Value): ResponseValue | undefined =>
  value.kind === 'status'
    ? value.of
    : value.kind === 'test' && value.tests.length === 1
      ? value.tests[0]!.of
      : undefined;

/** `status >= 400`, `status / 100`, `good === true`. */
export function binaryStatus(
  flow: Flow,
  node: TSESTree.BinaryExpression,
  left: Value,
  right: Value,
): StatusValue | undefined {
  const of = behind(left) ?? behind(right);
  if (!of) return undefined;
  const otherOf = behind(left) && behind(right);
  if ((otherOf && !sameValue(of, otherOf)) || !isOperation(node.operator)) return statusValue(of, node);
  const compared = compareStatus(flow, node, left, right);
  const operands = [operand(flow, node.left, left), operand(flow, node.right, right)];
  const value = statusValue(of, node, operation(node.operator, operands));
  return compared ? { ...value, whenTrue: compared } : value;
}

/** `res.type === 'opaqueredirect'`: a member whose text is there with some statuses alone. */
export function memberTest(flow: Flow, { operator, left, right }: TSESTree.BinaryExpression): TestValue | undefined {
  if (right.type !== 'Literal' || typeof right.value !== 'string' || !isEquality(operator)) return undefined;
  const { value: text } = right;
  const node = unwrap(left);
  if (node.type !== 'MemberExpression') return undefined;
  const name = memberName(node) ?? '';
  // The object is evaluated only where some client says something of this text.
  if (!flow.facts.clients.some(({ members }) => members.says.get(name)?.has(text))) return undefined;
  const of = node.object.type === 'Identifier' ? flow.evaluate(node.object) : unknownValue;
  if (of.kind !== 'response') return undefined;
  const whenTrue = flow.origins(of)[0]!.client.members.says.get(name)?.get(text);
  const whenFalse = StatusSet.all;
  if (!whenTrue) return undefined;
  const statusTest = operator.startsWith('=')
    ? { of, whenTrue, whenFalse }
    : { of, whenTrue: whenFalse, whenFalse: whenTrue };
  return { kind: 'test', node: left, tests: [statusTest] };
}

const comparisons: Readonly<Record<string, (code: number) => StatusSet>> = {
  '==': (code) => StatusSet.of(code),
  '===': (code) => StatusSet.of(code),
  '!=': (code) => StatusSet.of(code).complement(),
  '!==': (code) => StatusSet.of(code).complement(),
  '<': (code) => StatusSet.range(0, Math.ceil(code) - 1),
  '<=': (code) => StatusSet.range(0, Math.floor(code)),
  '>': (code) => StatusSet.range(Math.floor(code) + 1, 999),
  '>=': (code) => StatusSet.range(Math.ceil(code), 999),
};

/** The statuses for which `status >= 400` is true, without running this most common form for each status. */
function compareStatus(flow: Flow, node: TSESTree.BinaryExpression, left: Value, right: Value): StatusSet | undefined {
  const compare = comparisons[node.operator];
  if (!compare || left.kind !== 'status' || left.expression !== theStatus) return undefined;
  const code = right.kind === 'constant' ? right.value : staticValue(flow, node.right)?.value;
  return typeof code === 'number' && code >= 0 && code <= 1000 ? compare(code) : undefined;
}

export function unaryStatus(node: TSESTree.UnaryExpression, value: StatusValue): StatusValue {
  const name = `unary ${node.operator}`;
  if (!value.expression || !isOperation(name)) return statusValue(value.of, node);
  const negated = node.operator === '!';
  const worked = statusValue(value.of, negated ? value.node : node, operation(name, [value.expression]));
  return negated ? { ...worked, whenTrue: value.whenTrue?.complement() } : worked;
}

/** `${res.status}`. */
export function templateStatus(node: TSESTree.TemplateLiteral, values: readonly Value[]): StatusValue | undefined {
  const part = values.find((value): value is StatusValue => value.kind === 'status');
  if (!part) return undefined;
  const isBare = values.length === 1 && node.quasis.every((quasi) => quasi.value.raw === '');
  return statusValue(part.of, node, isBare ? operation('String', [part.expression]) : undefined);
}

/** `Math.floor(status / 100)`, `String(status)`. */
export function convertedStatus(node: TSESTree.CallExpression, args: readonly Value[]): StatusValue | undefined {
  const [first, radix] = args;
  if (first?.kind !== 'status') return undefined;
  const callee = unwrap(node.callee);
  const name =
    callee.type === 'Identifier'
      ? callee.name
      : callee.type === 'MemberExpression' && callee.object.type === 'Identifier'
        ? `${callee.object.name}.${memberName(callee)}`
        : '';
  if (!isConversion(name)) return undefined;
  const isDecimal = !radix || (radix.kind === 'constant' && radix.value === 10);
  return statusValue(first.of, node, isDecimal ? operation(name, [first.expression]) : undefined);
}

/** `[200, 201].includes(status)`, `/^4/.test(status)`, `String(status).startsWith('5')`. */
export function methodStatus(
  flow: Flow,
  node: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
  object: Value,
  args: readonly Value[],
): StatusValue | undefined {
  const name = memberName(callee);
  const subject = [object, ...args].find((value): value is StatusValue => value.kind === 'status');
  if (!subject || !name || !isComputing(name)) return undefined;
  const self = operand(flow, callee.object, object);
  const parameters = args.map((value, i) => operand(flow, node.arguments[i]!, value));
  const value = statusValue(subject.of, node, operation(`.${name}`, [self, ...parameters]));
  const isListed = name === 'includes' && args.length === 1 && subject === args[0] && subject.expression === theStatus;
  const listed: unknown = isListed && self?.kind === 'constant' ? self.value : undefined;
  if (!Array.isArray(listed)) return value;
  return { ...value, whenTrue: StatusSet.of(...listed.filter((code) => typeof code === 'number')) };
}

/** `code[0]` of a status written as text. */
export function memberOfStatus(node: TSESTree.MemberExpression, { of, expression }: StatusValue): StatusValue {
  const index = node.computed && node.property.type === 'Literal' ? node.property.value : memberName(node);
  const isKnown = typeof index === 'number' || index === 'length';
  const key = isKnown ? ({ kind: 'constant', value: index } as const) : undefined;
  return statusValue(of, node, operation('item', [expression, key]));
}

/** The result for one status; undefined where it is not known, or where the program would throw. */
export function valueFor({ expression }: Pick<StatusValue, 'expression'>, status: number): unknown {
  try {
    return expression && valueAt(expression, status);
  } catch {
    return undefined;
  }
}
