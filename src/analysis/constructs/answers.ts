import type { TSESTree } from '@typescript-eslint/utils';
import { anyAnswer } from '../../models/rejections.js';
import { StatusSet } from '../../status/index.js';
import type { Node } from '../../syntax/nodes.js';
import { Fact, statusesOf } from '../domain/table.js';
import type { ResponseValue, TestValue, Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { statusOfAnswer } from './errors.js';
import { okOf } from './status-values.js';

// What is read from the answer of an error: `error.response.status`, `error.response?.data`.

/** The value of a member, or of what a method gives. */
export function readAnswer(flow: Flow, of: ResponseValue, name: string | undefined, node: Node): Value {
  if (!isOptional(node) && !of.maybeOther) {
    for (const origin of of.origins)
      flow.noteArrival(origin, 'answerReads', node, statusesOf(flow.table(origin), Fact.live));
  }
  const { members } = flow.origins(of)[0]!.client;
  if (name === members.status || name === 'statusCode' || name === 'status') return statusOfAnswer(of, node);
  if (name !== undefined && name === members.ok) return okOf(of, node, members.okStatuses);
  return partOfAnswer(of, node);
}

/** `error.response?.data`: if it is true an answer came, whatever its status; if not, one may have come all the same. */
const partOfAnswer = (of: ResponseValue, node: Node): TestValue => ({
  kind: 'test',
  tests: [{ of, whenTrue: anyAnswer, whenFalse: StatusSet.all }],
  node,
});

/** Whether a value is a part of the answer: `error.response?.data.message`. */
export const isPartOfAnswer = (value: Value): value is TestValue =>
  value.kind === 'test' &&
  value.tests.length === 1 &&
  !!value.tests[0]!.of.isAnswer &&
  value.tests[0]!.whenFalse.equals(StatusSet.all);

/** `error.response?.data`; a pattern (`const { data } = error.response`) has no such sign. */
const isOptional = (node: Node): boolean => (node as TSESTree.MemberExpression).optional === true;
