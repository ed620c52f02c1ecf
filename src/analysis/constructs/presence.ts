import { unwrap, type Node } from '../../syntax/nodes.js';
import { withTable, withVar, type BranchStates } from '../domain/state.js';
import { withoutLive } from '../domain/table.js';
import { responseOf, unknownValue, type BodyValue, type ResponseValue } from '../domain/value.js';
import { Flow } from '../flow/flow.js';

// Whether there is a response, or a reader of its body: what `if (res)` and `if (!reader)` tell.

/** `if (res)`: tells whether there is a response, and nothing of its status. */
export function splitByPresence(flow: Flow, value: ResponseValue, node: Node): BranchStates {
  const subject = unwrap(node);
  const variable = subject.type === 'Identifier' ? flow.facts.file.variable(subject) : undefined;
  let whenTrue = flow.state;
  const isOptional = mayBeMissing(flow, value);
  let whenFalse = isOptional ? flow.state : undefined;
  for (const origin of value.origins) {
    if (whenFalse && flow.pinsDown(value, origin)) whenFalse = withTable(whenFalse, origin, withoutLive);
  }
  if (variable && isOptional) {
    const number = flow.facts.file.number(variable);
    whenTrue = whenTrue && withVar(whenTrue, number, { ...responseOf(value.origins), isMixed: value.isMixed });
    whenFalse = whenFalse && withVar(whenFalse, number, unknownValue);
  }
  return { whenTrue, whenFalse };
}

/** `const reader = res.body?.getReader(); if (!reader) …`: where there is no reader, nothing is locked. */
export function splitByStream(flow: Flow, { stream, of }: BodyValue): BranchStates {
  const whenTrue = flow.state;
  if (stream) flow.unspend(of);
  return { whenTrue, whenFalse: flow.state };
}

export const mayBeMissing = (flow: Flow, value: ResponseValue): boolean => value.maybeOther || flow.isOptional(value);
