import type { TSESTree } from '@typescript-eslint/utils';
import {
  conditionAround,
  type Analysis,
  type Condition,
  type Node,
  type ResponseReport,
} from '../src/analysis/index.js';
import { StatusSet } from '../src/status/index.js';
import { outermost, unwrap } from '../src/syntax/nodes.js';

// Comparisons that are always true or always false, or off by one: asked by `no-impossible-status`, and by
// `require-error-branch`, which leaves the same condition to it.

/** What is wrong with a comparison. */
export interface Impossible {
  /** What is reported. */
  readonly node: Node;
  readonly kind: 'never' | 'always' | 'opaque' | 'asText' | 'noStatus' | 'orNumber' | 'edge';
  readonly condition: Condition;
  readonly response: ResponseReport;
}

type Comparison = TSESTree.BinaryExpression & { readonly right: TSESTree.Expression };

/** Every impossible comparison of the file, each once. */
export function findImpossible({ responses, parameters }: Analysis): readonly Impossible[] {
  const all = [...responses, ...parameters];
  const seen = new Map<Node, Condition[]>();
  for (const { conditions } of all)
    for (const condition of conditions) seen.set(condition.node, [...(seen.get(condition.node) ?? []), condition]);
  const found = new Map<Node, Impossible>();
  for (const response of all) {
    if (response.listed || response.declared === 'elsewhere') continue;
    for (const condition of response.conditions) {
      const kind = kindOf(response, condition);
      // A variable may hold one of several responses: what is dead for one of them may not be so for another.
      const isForAll = kind && seen.get(condition.node)!.every((other) => sameKind(kind, condition, other));
      if (!isForAll) continue;
      const node = kind === 'orNumber' ? orNumber(condition.node)! : condition.node;
      if (!found.has(node)) found.set(node, { node, kind, condition, response });
    }
  }
  return [...found.values()];
}

const sameKind = (kind: Impossible['kind'], a: Condition, b: Condition): boolean =>
  !isOfSet.has(kind) || (a.whenTrue.isEmpty === b.whenTrue.isEmpty && a.whenFalse.isEmpty === b.whenFalse.isEmpty);

/** The kinds that come from the statuses before the comparison, not from its text. */
const isOfSet: ReadonlySet<Impossible['kind']> = new Set(['never', 'always', 'opaque']);

function kindOf(response: ResponseReport, condition: Condition): Impossible['kind'] | undefined {
  const { node, before, whenTrue, whenFalse } = condition;
  if (before.isEmpty || (node.parent?.type === 'SwitchStatement' && node.parent.discriminant === node))
    return undefined;
  const comparison = comparisonOf(node);
  const isDecided = whenTrue.isEmpty || whenFalse.isEmpty;
  if (isDecided && comparison && isText(comparison)) return isNumeric(comparison) ? 'asText' : undefined;
  if (isDecided && comparison && isNoStatus(comparison)) return 'noStatus';
  if (orNumber(node)) return 'orNumber';
  if (comparison && isEdge(response, condition, comparison)) return 'edge';
  if (response.opaque) return whenTrue.isEmpty ? 'opaque' : undefined;
  if (whenTrue.isEmpty && !isNegated(node)) return isListedTwice(response, condition) ? undefined : 'never';
  return whenFalse.isEmpty && !whenTrue.isEmpty && isAlternative(response, node) ? 'always' : undefined;
}

const comparisonOf = (node: Node): Comparison | undefined =>
  node.type === 'BinaryExpression' && node.left.type !== 'PrivateIdentifier' ? node : undefined;

/** `!==`, `!res.ok`: that it is decided here is no more than a second look. */
const isNegated = (node: Node): boolean => {
  const { parent } = outermost(node);
  if (parent?.type === 'UnaryExpression' && parent.operator === '!') return true;
  return node.type === 'BinaryExpression' && node.operator.startsWith('!');
};

/** `status === '404'`: a number is never the same as a text. */
const isText = ({ operator, left, right }: Comparison): boolean =>
  /^[!=]==$/.test(operator) && [left, right].some((side) => side.type === 'Literal' && typeof side.value === 'string');

/** Another text is no status: it is a job's, or that of a parsed body. */
const isNumeric = ({ left, right }: Comparison): boolean =>
  [left, right].some((side) => side.type === 'Literal' && /^\d+$/.test(String(side.value)));

/** `status === 2000`. */
const isNoStatus = ({ operator, left, right }: Comparison): boolean =>
  /^[!=]==?$/.test(operator) &&
  [left, right].some(
    (side) => side.type === 'Literal' && typeof side.value === 'number' && !StatusSet.all.has(side.value),
  ) &&
  [left, right].some((side) => unwrap(side).type !== 'Literal' && isPlain(side));

/** The status itself, not what is computed from it. */
const isPlain = (node: Node): boolean => ['MemberExpression', 'Identifier'].includes(unwrap(node).type);

/** `status === 400 || 404`: the number alone is always true. */
function orNumber(node: Node): TSESTree.LogicalExpression | undefined {
  if (node.type !== 'BinaryExpression' || !node.operator.startsWith('==')) return undefined;
  const { parent } = node;
  if (parent.type !== 'LogicalExpression' || parent.operator !== '||') return undefined;
  const isNumber = ({ right }: TSESTree.LogicalExpression) =>
    right.type === 'Literal' && typeof right.value === 'number' && StatusSet.all.has(right.value);
  return isNumber(parent) && (parent.left === node || parent.right === node) ? parent : undefined;
}

/** `status === 404 || res.ok` after a test that took the same already: a list of what is meant, which repeats itself. */
function isListedTwice({ conditions }: ResponseReport, { node, accepts }: Condition): boolean {
  const around = conditionAround(node);
  const first = conditions.find((other) => conditionAround(other.node) === around);
  if (!first || first.node === node || first.before.isDisjointWith(accepts)) return false;
  return isUnder(node, '||') && !isUnder(node, '&&');
}

function isUnder(node: Node, operator: '||' | '&&'): boolean {
  const around = conditionAround(node);
  for (let at: Node | undefined = node; at && at !== around; at = at.parent) {
    const parent: Node | undefined = at.parent;
    if (parent?.type === 'LogicalExpression' && parent.right === at && parent.operator === operator) return true;
  }
  return false;
}

/** `status >= 200 || status < 300`: the second is true wherever the first is false. */
function isAlternative({ conditions }: ResponseReport, node: Node): boolean {
  const { parent } = node;
  if (parent?.type !== 'LogicalExpression' || parent.operator !== '||' || parent.right !== node) return false;
  return conditions.some(
    (other) =>
      other.node !== node &&
      other.node.range[0] >= parent.left.range[0] &&
      other.node.range[1] <= parent.left.range[1] &&
      !other.whenFalse.isEmpty,
  );
}

/** The first status of a group that a comparison leaves on the wrong side: 400 of `status > 400`. */
export function edgeOf({ operator, left, right }: Comparison): number | undefined {
  const [plain, code] = right.type === 'Literal' ? [left, right.value] : [right, left.type === 'Literal' && left.value];
  if (typeof code !== 'number' || code % 100 !== 0 || code < 200 || code > 500 || !isPlain(plain)) return undefined;
  const isAbove = right.type === 'Literal' ? operator === '>' : operator === '<';
  const isUpTo = right.type === 'Literal' ? operator === '<=' : operator === '>=';
  return isAbove || (isUpTo && code > 200) ? code : undefined;
}

function isEdge({ conditions, decisions }: ResponseReport, condition: Condition, comparison: Comparison): boolean {
  const code = edgeOf(comparison);
  const { before, accepts } = condition;
  if (code === undefined || !before.has(code) || !before.has(code + 1)) return false;
  if (!accepts.equals(StatusSet.range(code + 1, 999)) && !accepts.equals(StatusSet.range(0, code))) return false;
  if (
    conditions.some(({ whenTrue, whenFalse }) => [whenTrue, whenFalse].some((side) => side.equals(StatusSet.of(code))))
  )
    return false;
  if (code > 200) return true;
  // `status > 200` alone asks for something else than 200; between 200 and 300 it means the successes.
  const decision = decisions.get(condition.node);
  const successes = StatusSet.range(201, 299);
  return !!decision && (decision.whenTrue.equals(successes) || decision.whenFalse.equals(successes));
}
