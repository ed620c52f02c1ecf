import type { TSESTree } from '@typescript-eslint/utils';
import { conversions, pureMethods } from '../../models/builtins.js';
import { StatusSet, success } from '../../status/index.js';
import { isEquality, memberName, unwrap, type Node } from '../../syntax/nodes.js';
import { sameValue } from '../domain/join-values.js';
import { other, type ImageValue, type ResponseValue, type TestValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { evaluate } from '../interpreter/evaluate.js';
import { staticValue } from './static-value.js';

/**
 * Images: values computed from a status. What a condition on one means is found by computing it for every status, so
 * `Math.floor(status / 100) === 4`, `[200, 201].includes(status)` and `String(status).startsWith('5')` need no rules of
 * their own.
 */
type Compute = (status: number) => unknown;

export const image = (of: ResponseValue, node: Node, at?: Compute): ImageValue => ({ kind: 'image', of, node, at });

/** Operations in one image, each as often as it is computed: `n = n + n` doubles them. */
const mostOperations = 64;

/** An image that is computed from others; vague where that takes too many operations for each status. */
function computedImage(of: ResponseValue, node: Node, from: readonly Value[], at: Compute | undefined): ImageValue {
  const operations = from.reduce((sum, value) => sum + (value.kind === 'image' ? (value.operations ?? 1) : 0), 1);
  return at && operations <= mostOperations ? { ...image(of, node, at), operations } : image(of, node);
}

const nonZero = StatusSet.of(0).complement();

/** `res.status`. */
export const statusImage = (of: ResponseValue, node: Node): ImageValue => ({
  ...image(of, node, (status) => status),
  isStatus: true,
  whenTrue: nonZero,
});

/** `res.ok`. */
export const okImage = (of: ResponseValue, node: Node): ImageValue => ({
  ...image(of, node, (status) => success.has(status)),
  whenTrue: success,
});

/** The statuses for which an image is true, and for which it is false; undefined where that is not known. */
export function imageSets(value: ImageValue): { whenTrue: StatusSet; whenFalse: StatusSet } | undefined {
  const { at } = value;
  if (value.whenTrue) return { whenTrue: value.whenTrue, whenFalse: value.whenTrue.complement() };
  if (!at) return undefined;
  try {
    const whenTrue = StatusSet.where((status) => Boolean(at(status)));
    return { whenTrue, whenFalse: whenTrue.complement() };
  } catch {
    return undefined; // the program would throw as well: a number has no `startsWith`
  }
}

/** Whether some status is compared with something unknown. */
export const isVagueTest = (value: Value): boolean =>
  value.kind === 'image' ? !imageSets(value) : value.kind === 'test' && !!value.isVague;

/** A function of the status that stands for an operand: the image's own, or a constant. */
function operand(flow: Flow, node: Node, value: Value): Compute | undefined {
  if (value.kind === 'image') return value.at;
  if (value.kind === 'constant') return () => value.value;
  const known = staticValue(flow, node);
  return known && (() => known.value);
}

/* eslint-disable eqeqeq, @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-return -- the operators mean what they mean in the program */
const operators: Readonly<Record<string, (a: any, b: any) => unknown>> = {
  '==': (a, b) => a == b,
  '!=': (a, b) => a != b,
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
  '>>>': (a, b) => a >>> b,
  '**': (a, b) => a ** b,
  in: (a, b) => a in b,
};
/* eslint-enable eqeqeq, @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-return */

const behind = (value: Value): ResponseValue | undefined =>
  value.kind === 'image' ? value.of : value.kind === 'test' && value.says.length === 1 ? value.says[0]!.of : undefined;

/** `status >= 400`, `status / 100`, `good === true`. */
export function binaryImage(
  flow: Flow,
  node: TSESTree.BinaryExpression,
  left: Value,
  right: Value,
): ImageValue | undefined {
  const of = behind(left) ?? behind(right);
  if (!of) return undefined;
  const otherOf = behind(left) && behind(right);
  if (otherOf && !sameValue(of, otherOf)) return image(of, node);
  const compared = compareStatus(flow, node, left, right);
  const operate = operators[node.operator];
  const a = operand(flow, node.left, left);
  const b = operand(flow, node.right, right);
  const compute = operate && a && b ? (status: number) => operate(a(status), b(status)) : undefined;
  const computed = computedImage(of, node, [left, right], compute);
  return compared ? { ...computed, whenTrue: compared } : computed;
}

/**
 * `res.type === 'opaqueredirect'`: a redirect that was not followed has the status 0 (Fetch standard, section 2.2.6,
 * "opaque-redirect filtered response"), and no error is one.
 */
export function redirectTest(flow: Flow, { operator, left, right }: TSESTree.BinaryExpression): TestValue | undefined {
  if (right.type !== 'Literal' || right.value !== 'opaqueredirect' || !isEquality(operator)) return undefined;
  const node = unwrap(left);
  if (node.type !== 'MemberExpression' || memberName(node) !== 'type') return undefined;
  const of = node.object.type === 'Identifier' ? evaluate(flow, node.object) : other;
  if (of.kind !== 'response') return undefined;
  const [whenTrue, whenFalse] = [StatusSet.of(0), StatusSet.all];
  const says = operator.startsWith('=')
    ? { of, whenTrue, whenFalse }
    : { of, whenTrue: whenFalse, whenFalse: whenTrue };
  return { kind: 'test', node: left, says: [says] };
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

/** The statuses for which `status >= 400` holds: the plain comparisons need not be run for each. */
function compareStatus(flow: Flow, node: TSESTree.BinaryExpression, left: Value, right: Value): StatusSet | undefined {
  const compare = comparisons[node.operator];
  if (!compare || left.kind !== 'image' || !left.isStatus) return undefined;
  const code = right.kind === 'constant' ? right.value : staticValue(flow, node.right)?.value;
  return typeof code === 'number' && code >= 0 && code <= 1000 ? compare(code) : undefined;
}

export function unaryImage(node: TSESTree.UnaryExpression, value: ImageValue): ImageValue {
  const { at } = value;
  if (!at) return image(value.of, node);
  switch (node.operator) {
    case '!':
      return { ...image(value.of, value.node, (status) => !at(status)), whenTrue: value.whenTrue?.complement() };
    case '-':
      return computedImage(value.of, node, [value], (status) => -Number(at(status)));
    case '+':
      return computedImage(value.of, node, [value], (status) => Number(at(status)));
    case '~':
      return computedImage(value.of, node, [value], (status) => ~Number(at(status)));
    default:
      return image(value.of, node);
  }
}

export function templateImage(node: TSESTree.TemplateLiteral, values: readonly Value[]): ImageValue | undefined {
  const part = values.find((value): value is ImageValue => value.kind === 'image');
  if (!part) return undefined;
  const { at } = part;
  const bare = values.length === 1 && at && node.quasis.every((quasi) => quasi.value.raw === '');
  return computedImage(part.of, node, values, bare ? (status) => String(at(status)) : undefined);
}

/** `Math.floor(status / 100)`, `String(status)`. */
export function conversionImage(node: TSESTree.CallExpression, args: readonly Value[]): ImageValue | undefined {
  const [first, radix] = args;
  if (first?.kind !== 'image') return undefined;
  const callee = unwrap(node.callee);
  const name =
    callee.type === 'Identifier'
      ? callee.name
      : callee.type === 'MemberExpression' && callee.object.type === 'Identifier'
        ? `${callee.object.name}.${memberName(callee)}`
        : '';
  const convert = Object.hasOwn(conversions, name) ? conversions[name] : undefined;
  if (!convert) return undefined;
  if (radix && !(radix.kind === 'constant' && radix.value === 10)) return image(first.of, node);
  const { at } = first;
  return computedImage(first.of, node, [first], at && ((status) => convert(at(status))));
}

/** `[200, 201].includes(status)`, `/^4/.test(status)`, `String(status).startsWith('5')`. */
export function methodImage(
  flow: Flow,
  node: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
  object: Value,
  args: readonly Value[],
): ImageValue | undefined {
  const name = memberName(callee);
  const subject = [object, ...args].find((value): value is ImageValue => value.kind === 'image');
  if (!subject || !name || !pureMethods.has(name)) return undefined;
  const self = operand(flow, callee.object, object);
  const parameters = args.map((value, i) => operand(flow, node.arguments[i]!, value));
  if (!self || parameters.some((parameter) => !parameter)) return image(subject.of, node);
  const listed = name === 'includes' && args.length === 1 && subject === args[0] && subject.isStatus && self(0);
  if (Array.isArray(listed)) {
    const whenTrue = StatusSet.of(...listed.filter((code) => typeof code === 'number'));
    return { ...image(subject.of, node, (status) => listed.includes(status)), whenTrue };
  }
  return computedImage(subject.of, node, [object, ...args], (status) => {
    const target = self(status) as Record<string, (...values: unknown[]) => unknown>;
    return target[name]!(...parameters.map((parameter) => parameter!(status)));
  });
}

/** `code[0]` of a status written as text. */
export function memberImage(node: TSESTree.MemberExpression, value: ImageValue): ImageValue {
  const { at } = value;
  const index = node.computed && node.property.type === 'Literal' ? node.property.value : memberName(node);
  if (!at || (typeof index !== 'number' && index !== 'length')) return image(value.of, node);
  return computedImage(value.of, node, [value], (status) => (at(status) as string)[index as 0]);
}
