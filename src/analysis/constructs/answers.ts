import type { TSESTree } from '@typescript-eslint/utils';
import { StatusSet } from '../../status/index.js';
import type { Node } from '../../syntax/nodes.js';
import { Fact, statusesOf } from '../domain/table.js';
import { isCertain, type ResponseValue, type TestValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { partOfAnswer, statusOfAnswer } from './errors.js';
import { okOf } from './status-values.js';

// What is read from the answer of an error: `error.response.status`, `error.response?.data`.

/** The value of a member, or of what a method gives. */
export function readAnswer(flow: Flow, answer: ResponseValue, name: string | undefined, node: Node): Value {
  const of: ResponseValue = { ...answer, hasDefault: undefined };
  if (!isOptional(node) && !of.maybeOther && !answer.hasDefault) {
    for (const origin of of.origins)
      flow.noteArrival(origin, 'answerReads', node, statusesOf(flow.table(origin), Fact.live));
  }
  const { members } = flow.origins(of)[0]!.client;
  if (name === members.status || name === 'statusCode' || name === 'status') return statusOfAnswer(of, node);
  if (name !== undefined && name === members.ok) return okOf(of, node, members.okStatuses);
  return partOfAnswer(of, node);
}

/** The one answer that a value is, or is a part or the status of; undefined where it may be something else. */
export function answerBehind(value: Value): ResponseValue | undefined {
  const of = value.kind === 'status' ? value.of : isPartOfAnswer(value) ? value.tests[0]!.of : value;
  return of.kind === 'response' && of.isAnswer && isCertain(of) ? of : undefined;
}

/** Whether a value is a part of the answer: `error.response?.data.message`. */
export const isPartOfAnswer = (value: Value): value is TestValue =>
  value.kind === 'test' &&
  value.tests.length === 1 &&
  !!value.tests[0]!.of.isAnswer &&
  value.tests[0]!.whenFalse.equals(StatusSet.all);

/** `error.response?.data`; a pattern (`const { data } = error.response`) has no such sign. */
const isOptional = (node: Node): boolean => (node as TSESTree.MemberExpression).optional === true;
