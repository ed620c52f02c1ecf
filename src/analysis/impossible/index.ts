import { StatusSet } from '../../status/index.js';
import { conditionAround, type Node } from '../../syntax/nodes.js';
import type { Condition } from '../observations/observation.js';
import type { ErrorReport, ResponseReport } from '../report.js';
import {
  comparisonOf,
  edgeOf,
  isNegated,
  isNoStatus,
  isNumeric,
  isText,
  orNumber,
  type Comparison,
  type Edge,
} from './comparison.js';

// Comparisons that are always true or always false, or off by one.

/** What is wrong with a comparison. */
export interface Impossible {
  /** What is reported. */
  readonly node: Node;
  readonly kind: 'never' | 'always' | 'opaque' | 'asText' | 'noStatus' | 'orNumber' | 'edge';
  readonly condition: Condition;
  readonly response: Comparable;
  /** Of a comparison that is off by one. */
  readonly edge: Edge | undefined;
  /** No answer that anybody sees meets the difference. */
  readonly isHarmless: boolean;
}

/** Multiple Choices: servers leave the choice to content negotiation (RFC 9110, sections 12 and 15.4.1). */
const rare = 300;

/** The reports of a file. */
interface Reports {
  readonly responses: readonly Comparable[];
  readonly parameters: readonly Comparable[];
  readonly errors: readonly ErrorReport[];
}

/** What has to be known of a response to judge the comparisons of its status. */
type Comparable = Pick<ResponseReport, 'conditions' | 'decisions'> &
  Partial<Pick<ResponseReport, 'listed' | 'declared' | 'opaque' | 'statuses'>> & {
    /** A condition may have told less than it seems to: the statuses that arrive somewhere decide nothing. */
    readonly isUnsure?: boolean;
  };

/** Every impossible comparison of the file, each once. */
export function findImpossible({ responses, parameters, errors }: Reports): readonly Impossible[] {
  const all: readonly Comparable[] = [...responses, ...parameters, ...errors.map(comparableOf)];
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
      const comparison = kind === 'edge' ? comparisonOf(node) : undefined;
      const edge = comparison && edgeOf(comparison);
      if (!found.has(node))
        found.set(node, { node, kind, condition, response, edge, isHarmless: edge?.status === rare });
    }
  }
  return [...found.values()];
}

/** Of an error, what compares the status of its answer, and not what asks whether one came. */
const comparableOf = ({ client, conditions, decisions }: ErrorReport): Comparable => ({
  conditions: conditions.filter(({ node }) => comparisonOf(node)),
  decisions,
  // `if (error.status === 404) …; if (error.response?.status === 404) …`: the first may be undefined for a 404, too.
  isUnsure: !!client.rejection?.areRecent && conditions.some(({ isCopied }) => isCopied),
});

const sameKind = (kind: Impossible['kind'], a: Condition, b: Condition): boolean =>
  !isOfSet.has(kind) || (a.whenTrue.isEmpty === b.whenTrue.isEmpty && a.whenFalse.isEmpty === b.whenFalse.isEmpty);

/** The kinds that come from the statuses before the comparison, not from its text. */
const isOfSet: ReadonlySet<Impossible['kind']> = new Set(['never', 'always', 'opaque']);

function kindOf(response: Comparable, condition: Condition): Impossible['kind'] | undefined {
  const { node, before, whenTrue, whenFalse, isMixed } = condition;
  if (before.isEmpty || (node.parent?.type === 'SwitchStatement' && node.parent.discriminant === node))
    return undefined;
  const comparison = comparisonOf(node);
  // What stands in the place of a request that was rejected may have the statuses that it has not.
  if (isMixed && !response.statuses?.equals(StatusSet.all)) return undefined;
  const isDecided = whenTrue.isEmpty || whenFalse.isEmpty;
  if (isDecided && comparison && isText(comparison)) return isNumeric(comparison) ? 'asText' : undefined;
  if (isDecided && comparison && isNoStatus(comparison)) return 'noStatus';
  if (orNumber(node)) return 'orNumber';
  if (comparison && isEdge(response, condition, comparison)) return 'edge';
  if (response.isUnsure) return undefined;
  if (response.opaque) return whenTrue.isEmpty ? 'opaque' : undefined;
  if (whenTrue.isEmpty && !isNegated(node)) return isListedTwice(response, condition) ? undefined : 'never';
  return whenFalse.isEmpty && !whenTrue.isEmpty && isAlternative(response, node) ? 'always' : undefined;
}

/** `status === 404 || res.ok` after a test that took the same already: a list of what is meant, which repeats itself. */
function isListedTwice({ conditions }: Comparable, { node, accepts }: Condition): boolean {
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
function isAlternative({ conditions }: Comparable, node: Node): boolean {
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

function isEdge({ conditions, decisions }: Comparable, condition: Condition, comparison: Comparison): boolean {
  const code = edgeOf(comparison)?.status;
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
