import type { TSESTree } from '@typescript-eslint/utils';
import { anyAnswer, noAnswer } from '../../models/rejections.js';
import { StatusSet } from '../../status/index.js';
import { unwrap, type Node } from '../../syntax/nodes.js';
import { sameValue } from '../domain/join-values.js';
import { tableAt } from '../domain/state.js';
import { choice, type StatusExpression } from '../domain/status-expression.js';
import { Fact, statusesOf } from '../domain/table.js';
import {
  constant,
  unknownValue,
  type ResponseValue,
  type State,
  type StatusValue,
  type TestValue,
  type Value,
} from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { answerBehind, isPartOfAnswer } from './answers.js';
import { branch, splitBy } from './branch.js';
import { partOfAnswer } from './errors.js';
import { staticValue } from './static-value.js';
import { statusValue } from './status-values.js';

// What a program makes of an answer that may not be there: `e.response && e.response.status`, `e.response?.status ?? 0`,
// `e.response || {}`, and `e.response?.data` as compilers write it out,
// `(r = e.response) === null || r === void 0 ? void 0 : r.data`.

type Either = TSESTree.LogicalExpression | TSESTree.ConditionalExpression;

/** One of the values that an expression may have, and where it has it. */
interface Way {
  readonly value: Value;
  readonly state: State;
}

/** The same, with the statuses that the answer has there: 0 where none came. */
interface Piece {
  readonly value: Value;
  readonly statuses: StatusSet;
}

/**
 * The value of `a && b`, `a || b`, `a ?? b` and `a ? b : c` where it depends on the answer of an error; undefined for any
 * other. The expression is not run by this.
 */
export function answerValue(flow: Flow, node: Either): Value | undefined {
  if (flow.facts.handlers.size === 0 || !flow.state || !isReadable(node)) return undefined;
  return flow.tentatively(() => {
    const ways: Way[] = [];
    addWays(flow, node, ways);
    const of = ways.map(({ value }) => answerBehind(value)).find(Boolean);
    if (!of) return undefined;
    const [origin] = of.origins;
    const pieces = ways.map(({ value, state }) => ({
      value,
      statuses: statusesOf(tableAt(state, origin!), Fact.live),
    }));
    return joinPieces(of, pieces, node);
  });
}

/** `const { status = 0 } = e.response ?? {}`: what is read of an answer, or a default where there is none. */
export function withDefault(value: Value, fallback: Value, node: Node): Value | undefined {
  const of = answerBehind(value);
  const pieces = [
    { value, statuses: anyAnswer },
    { value: fallback, statuses: noAnswer },
  ];
  return of && joinPieces(of, pieces, node);
}

function joinPieces(answer: ResponseValue, all: readonly Piece[], node: Node): Value | undefined {
  const of: ResponseValue = { ...answer, hasDefault: undefined };
  const pieces: Piece[] = [];
  for (const { value, statuses } of all) {
    if (statuses.isEmpty) continue;
    const at = pieces.findIndex((piece) => sameValue(piece.value, value));
    if (at < 0) pieces.push({ value, statuses });
    else pieces[at] = { value, statuses: statuses.union(pieces[at]!.statuses) };
  }
  return statusOrDefault(of, pieces, node) ?? answerOrDefault(of, pieces) ?? partOrDefault(of, pieces, node);
}

/** `e.response ? e.response.status : 0`: known for each status, and for no answer. */
function statusOrDefault(of: ResponseValue, pieces: readonly Piece[], node: Node): StatusValue | undefined {
  const isStatus = ({ value }: Piece) => value.kind === 'status';
  if (!pieces.some(isStatus)) return undefined;
  let others = StatusSet.empty;
  let expression: StatusExpression | undefined;
  // Statuses that cannot be here are no matter: of those the last one of the choices says something.
  for (const { value, statuses } of pieces.toSorted((a, b) => Number(isStatus(b)) - Number(isStatus(a)))) {
    const one = value.kind === 'constant' ? value : value.kind === 'status' ? value.expression : undefined;
    if (!one || !statuses.isDisjointWith(others)) return undefined;
    expression = expression ? choice(statuses, one, expression) : one;
    others = others.union(statuses);
  }
  return statusValue(of, node, expression);
}

/** `e.response || {}`, `e && e.response`: the answer, or an object without its members, or nothing. */
function answerOrDefault(of: ResponseValue, pieces: readonly Piece[]): ResponseValue | undefined {
  const others = pieces.filter(({ value }) => value.kind !== 'response');
  if (others.length === pieces.length) return undefined;
  const isMissing = ({ value, statuses }: Piece) => isFalsy(value) && statuses.isSubsetOf(noAnswer);
  if (others.every(isMissing)) return of;
  return others.every(({ value }) => isEmptyObject(value)) ? { ...of, hasDefault: true } : undefined;
}

/** `e.response?.data ?? ''`: a part of the answer, or nothing; `e.response?.data || {}` is true either way. */
function partOrDefault(of: ResponseValue, pieces: readonly Piece[], node: Node): TestValue | undefined {
  const others = pieces.filter(({ value }) => !isPartOfAnswer(value));
  if (others.length === pieces.length) return undefined;
  if (others.every(({ value }) => isFalsy(value))) return partOfAnswer(of, node);
  const isKnown = others.every(({ value }) => isFalsy(value) || isEmptyObject(value));
  return isKnown ? partOfAnswer(of, node, StatusSet.all) : undefined;
}

/** A value that may be a default: a constant also where it is computed; of an object by a name it is not known what it has. */
export function defaultAt(flow: Flow, node: Node, value: Value): Value {
  if (node.type !== 'ObjectExpression' && isEmptyObject(value)) return unknownValue;
  const known = value === unknownValue ? staticValue(flow, node) : undefined;
  return known ? constant(known.value) : value;
}

const isFalsy = (value: Value): boolean => value.kind === 'constant' && !value.value;

const isEmptyObject = (value: Value): boolean => value.kind === 'record' && value.fields.size === 0;

/** Whether an expression only reads, but for the variables in which compilers keep what they have read. */
function isReadable(node: Node): boolean {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'Identifier':
    case 'Literal':
    case 'ThisExpression':
      return true;
    case 'LogicalExpression':
    case 'BinaryExpression':
      return isReadable(inner.left) && isReadable(inner.right);
    case 'ConditionalExpression':
      return [inner.test, inner.consequent, inner.alternate].every(isReadable);
    case 'UnaryExpression':
      return inner.operator !== 'delete' && isReadable(inner.argument);
    case 'MemberExpression':
      return isReadable(inner.object) && (!inner.computed || isReadable(inner.property));
    case 'AssignmentExpression':
      return inner.operator === '=' && inner.left.type === 'Identifier' && isReadable(inner.right);
    case 'ObjectExpression':
      return inner.properties.length === 0;
    default:
      return false;
  }
}

function addWays(flow: Flow, node: Node, ways: Way[]): void {
  const inner = unwrap(node);
  if (inner.type === 'ConditionalExpression') {
    const { whenTrue, whenFalse } = branch(flow, inner.test);
    addAt(flow, whenTrue, inner.consequent, ways);
    addAt(flow, whenFalse, inner.alternate, ways);
  } else if (inner.type === 'LogicalExpression') addLogical(flow, inner, ways);
  else {
    const value = defaultAt(flow, inner, flow.evaluate(inner));
    if (flow.state) ways.push({ value, state: flow.state });
  }
}

function addAt(flow: Flow, state: State | undefined, node: Node, ways: Way[]): void {
  flow.state = state;
  if (state) addWays(flow, node, ways);
}

function addLogical(flow: Flow, { operator, left, right }: TSESTree.LogicalExpression, ways: Way[]): void {
  const { whenTrue, whenFalse } = operator === '??' ? splitBy(flow, flow.evaluate(left), left) : branch(flow, left);
  if (operator !== '&&') {
    addAt(flow, whenTrue, left, ways);
    return addAt(flow, whenFalse, right, ways);
  }
  // Where it ends at the left side, that is false or missing.
  const from = ways.length;
  addAt(flow, whenFalse, left, ways);
  for (const way of ways.splice(from)) ways.push(way.value.kind === 'status' ? way : { ...way, value: nothing });
  addAt(flow, whenTrue, right, ways);
}

const nothing = constant(undefined);
