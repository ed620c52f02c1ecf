import type { TSESTree } from '@typescript-eslint/utils';
import { anyAnswer, isBroad, noAnswer, saidByText, tellsCancelled, unseenClient } from '../../models/rejections.js';
import { StatusSet } from '../../status/index.js';
import { isEquality, isNullish, lastName, memberName, unwrap, type Node } from '../../syntax/nodes.js';
import { withTable, type BranchStates } from '../domain/state.js';
import { Fact, restrict, statusesOf } from '../domain/table.js';
import { isCertain, type RecordValue, type ResponseValue, type State, type StatusValue } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { isPartOfAnswer } from './answers.js';
import { answerIn } from './errors.js';
import { valueFor } from './status-values.js';

// Conditions that tell whether an answer came, without a look at its status: `error instanceof HTTPError`,
// `error.code === 'ERR_NETWORK'`, `error.response?.data.code === 'taken'`.

/** What is left on either side of a condition; without a set, all that was there. */
interface Sides {
  readonly whenTrue?: StatusSet;
  readonly whenFalse?: StatusSet;
}

const answered: Sides = { whenTrue: anyAnswer };

/** `if (error.response)`. */
export const splitByAnswer = (flow: Flow, of: ResponseValue): BranchStates =>
  of.maybeOther || of.hasDefault
    ? { whenTrue: flow.state, whenFalse: flow.state }
    : sidesOf(flow, of, { whenTrue: anyAnswer, whenFalse: noAnswer });

/** `if (error)`: where there is no error, there is no answer in it. */
export function splitByHolder(flow: Flow, value: RecordValue): BranchStates {
  const of = answerIn(value);
  return { whenTrue: flow.state, whenFalse: of && isCertain(of) ? kept(flow, of, noAnswer) : flow.state };
}

/** The two branches of a condition on an error; undefined for any other. */
export function splitByError(flow: Flow, node: Node): BranchStates | undefined {
  if (flow.facts.handlers.size === 0) return undefined;
  switch (node.type) {
    case 'CallExpression':
      return splitByCall(flow, node);
    case 'BinaryExpression':
      return splitByComparison(flow, node);
    default:
      return undefined;
  }
}

/** The error, or its answer, that an expression is; only what is read from a variable is one. */
function answerAt(flow: Flow, node: Node): ResponseValue | undefined {
  const subject = unwrap(node);
  if (subject.type !== 'Identifier' && subject.type !== 'MemberExpression') return undefined;
  return answerIn(flow.tentatively(() => flow.evaluate(subject)));
}

/** `axios.isAxiosError(error)`, `isHttpError(error)`, `error.response?.data?.includes('taken')`. */
function splitByCall(flow: Flow, node: TSESTree.CallExpression): BranchStates | undefined {
  const { callee } = node;
  const part = callee.type === 'MemberExpression' ? partAt(flow, callee.object) : undefined;
  if (part) return after(flow, node, part, answered);
  const of = node.arguments.map((argument) => answerAt(flow, argument)).find(Boolean);
  if (!of) return undefined;
  const name = lastName(callee) ?? '';
  const { kinds = [] } = flow.origins(of)[0]!.client.rejection ?? {};
  if (tellsCancelled(name)) return sidesOf(flow, of, { whenTrue: noAnswer });
  if (kinds.includes(name)) return ofItsKind(flow, of);
  if (isBroad(name)) return sidesOf(flow, of, {});
  // What another function asks is not known, so either answer of it may say that one came.
  return after(flow, node, of, { whenTrue: anyAnswer, whenFalse: anyAnswer });
}

/** An error of another kind has no answer, as far as it is known whose it would be. */
const ofItsKind = (flow: Flow, of: ResponseValue): BranchStates =>
  sidesOf(flow, of, flow.origins(of)[0]!.client === unseenClient ? {} : { whenFalse: noAnswer });

function splitByComparison(flow: Flow, node: TSESTree.BinaryExpression): BranchStates | undefined {
  const { operator, left, right } = node;
  if (operator === 'in') {
    const of = answerAt(flow, right);
    const isHead = left.type === 'Literal' && of && flow.origins(of)[0]!.client.rejection?.response?.[0] === left.value;
    return isHead ? sidesOf(flow, of, { whenTrue: anyAnswer, whenFalse: noAnswer }) : undefined;
  }
  if (operator === 'instanceof') return splitByClass(flow, left, right);
  const presence = splitByPresence(flow, node);
  if (presence) return presence;
  const part = partAt(flow, left) ?? partAt(flow, right);
  if (part) return after(flow, node, part, sidesOfPart(node));
  return isEquality(operator) ? splitByText(flow, node) : undefined;
}

function splitByClass(flow: Flow, left: Node, right: Node): BranchStates | undefined {
  const of = answerAt(flow, left);
  if (!of) return undefined;
  const name = lastName(right) ?? '';
  const { kinds = [] } = flow.origins(of)[0]!.client.rejection ?? {};
  if (kinds.includes(name)) return ofItsKind(flow, of);
  if (isBroad(name)) return sidesOf(flow, of, {});
  return sidesOf(flow, of, saidByText('name', name) ? { whenTrue: noAnswer } : answered);
}

/** `error.code === 'ERR_NETWORK'`. */
function splitByText(flow: Flow, { operator, left, right }: TSESTree.BinaryExpression): BranchStates | undefined {
  const member = unwrap(left);
  if (member.type !== 'MemberExpression' || right.type !== 'Literal' || typeof right.value !== 'string')
    return undefined;
  const said = saidByText(memberName(member) ?? '', right.value);
  const of = said && answerAt(flow, member.object);
  if (!of) return undefined;
  // Whoever asks for a lost connection knows of errors without an answer.
  const sides: Sides = { whenTrue: noAnswer, ...(said === 'offline' && { whenFalse: anyAnswer }) };
  return sidesOf(flow, of, operator.startsWith('=') ? sides : { whenTrue: sides.whenFalse, whenFalse: sides.whenTrue });
}

/** `typeof error.response !== 'undefined'`, `error.response?.status === undefined`: whether an answer came, and no more. */
function splitByPresence(flow: Flow, { operator, left, right }: TSESTree.BinaryExpression): BranchStates | undefined {
  if (!isEquality(operator)) return undefined;
  const [subject, other] = isNothing(left) ? [right, left] : [left, right];
  const of = isNothing(other) ? wholeAt(flow, subject) : undefined;
  if (!of) return undefined;
  flow.evaluate(subject);
  const [whenTrue, whenFalse] = operator.startsWith('=') ? [noAnswer, anyAnswer] : [anyAnswer, noAnswer];
  return sidesOf(flow, of, { whenTrue, whenFalse });
}

/** `null`, `undefined`, and what `typeof` says of it. */
const isNothing = (node: Node): boolean => isNullish(node) || (node.type === 'Literal' && node.value === 'undefined');

/** The answer that is there wherever an expression has a value: itself, or its status. */
function wholeAt(flow: Flow, node: Node): ResponseValue | undefined {
  const subject = unwrap(node);
  if (subject.type === 'UnaryExpression')
    return subject.operator === 'typeof' ? wholeAt(flow, subject.argument) : undefined;
  if (!mayBeAnswer(subject)) return undefined;
  const value = flow.tentatively(() => flow.evaluate(subject));
  const of = value.kind === 'status' && tellsPresence(value) ? value.of : value;
  return of.kind === 'response' && of.isAnswer && !of.maybeOther && !of.hasDefault ? of : undefined;
}

/** `error.response && error.response.status`: a status where an answer came, else undefined. */
const tellsPresence = (value: StatusValue): boolean =>
  valueFor(value, 0) === undefined && [200, 404, 500].every((status) => valueFor(value, status) === status);

/** What an error has of an answer is read from a variable, or chosen from what is. */
const mayBeAnswer = ({ type }: Node): boolean =>
  type === 'Identifier' ||
  type === 'MemberExpression' ||
  type === 'LogicalExpression' ||
  type === 'ConditionalExpression';

/** The answer that an expression reads something of: `error.response?.data.code`, `typeof error.response?.data`. */
function partAt(flow: Flow, node: Node): ResponseValue | undefined {
  const subject = unwrap(node);
  if (subject.type === 'UnaryExpression' && subject.operator === 'typeof')
    return wholeAt(flow, subject) ?? partAt(flow, subject.argument);
  if (!mayBeAnswer(subject)) return undefined;
  const value = flow.tentatively(() => flow.evaluate(subject));
  return isPartOfAnswer(value) ? value.tests[0]!.of : undefined;
}

/** Where there is no answer, what is read of it is undefined, and equal to nothing else. */
function sidesOfPart({ operator, left, right }: TSESTree.BinaryExpression): Sides {
  const asksForNothing = isNothing(left) || isNothing(right);
  switch (operator) {
    case '==':
    case '===':
      return asksForNothing ? { whenFalse: anyAnswer } : answered;
    case '!=':
    case '!==':
      return asksForNothing ? answered : { whenFalse: anyAnswer };
    default:
      return answered;
  }
}

/** Runs the condition, which hands on what it is given, and narrows both sides after it. */
function after(flow: Flow, node: Node, of: ResponseValue, sides: Sides): BranchStates {
  flow.inspect(flow.evaluate(node));
  return sidesOf(flow, of, sides);
}

function sidesOf(flow: Flow, of: ResponseValue, { whenTrue, whenFalse }: Sides): BranchStates {
  for (const origin of of.origins) flow.noteAsked(origin);
  return {
    whenTrue: whenTrue ? kept(flow, of, whenTrue) : flow.state,
    whenFalse: whenFalse ? kept(flow, of, whenFalse) : flow.state,
  };
}

/** The state with these statuses of the answer alone; undefined where none is left. */
function kept(flow: Flow, of: ResponseValue, statuses: StatusSet): State | undefined {
  let { state } = flow;
  for (const origin of of.origins) {
    const before = statusesOf(flow.table(origin), Fact.live);
    if (!before.isEmpty && before.isDisjointWith(statuses)) return undefined;
    state = state && withTable(state, origin, (table) => restrict(table, statuses));
  }
  return state;
}
