import type { TSESTree } from '@typescript-eslint/utils';
import { keyName, unwrap, type Node } from '../../syntax/nodes.js';
import { unknownValue, type ResponseValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { joinedValue } from '../flow/join.js';
import { defaultAt, withDefault } from './answer-values.js';
import { declareBinding } from './declare.js';
import { itemAt, readMember } from './members.js';

/** Puts a value in a binding: a name, a destructuring pattern, a member. */
export function bind(flow: Flow, target: Node, value: Value): void {
  const pattern = unwrap(target);
  declareBinding(flow, pattern, value);
  switch (pattern.type) {
    case 'Identifier': {
      if (value === unknownValue && !flow.mayKnow(pattern.name)) return;
      flow.noteStep(value.kind === 'response' ? 'bound' : 'held', pattern, value);
      const variable = flow.facts.file.variable(pattern);
      if (variable) flow.assign(variable, value, pattern);
      else flow.handOn(value, pattern);
      return;
    }
    case 'AssignmentPattern':
      return bindDefault(flow, pattern, value);
    case 'ObjectPattern':
      if (value.kind === 'response') flow.noteStep('opened', pattern, value);
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') bind(flow, property.argument, unknownValue);
        else bind(flow, property.value, readMember(flow, value, keyName(property), property));
      }
      return;
    case 'ArrayPattern':
      if (value.kind === 'list') flow.noteStep('picked', pattern, value);
      // `[a, b] = [b, a]`: binding `a` must not bury the response that is still to be bound to `b`.
      return flow.holding(value, () => bindElements(flow, pattern, value));
    case 'RestElement':
      return bind(flow, pattern.argument, { kind: 'list', each: value });
    case 'MemberExpression':
      flow.evaluate(pattern.object);
      return flow.handOn(value, pattern);
    case 'TSParameterProperty' as never:
      return bind(flow, (pattern as unknown as TSESTree.TSParameterProperty).parameter, value);
  }
}

function bindDefault(flow: Flow, pattern: TSESTree.AssignmentPattern, value: Value): void {
  if (isThere(value)) return bind(flow, pattern.left, value);
  const before = flow.state;
  const values = flow.joined([
    [before, () => value],
    [before, () => flow.evaluate(pattern.right)],
  ]);
  const [read, fallback = unknownValue] = values;
  const answer = read && withDefault(read, defaultAt(flow, pattern.right, fallback), pattern);
  bind(flow, pattern.left, answer ?? joinedValue(flow, values, pattern));
}

/** `const { ok = false } = res`: a response always has its members, so nothing takes the default. */
function isThere(value: Value): boolean {
  const isCertainly = ({ maybeOther, isAnswer }: ResponseValue) => !maybeOther && !isAnswer;
  switch (value.kind) {
    case 'status':
    case 'body':
      return isCertainly(value.of);
    case 'test':
      return value.tests.every(({ of }) => isCertainly(of));
    case 'response':
      return isCertainly(value);
    default:
      return false;
  }
}

function bindElements(flow: Flow, { elements }: TSESTree.ArrayPattern, value: Value): void {
  elements.forEach((element, i) => {
    if (!element) return;
    const rest = element.type === 'RestElement';
    const item = value.kind === 'list' ? (rest ? value : itemAt(value, i)) : unknownValue;
    bind(flow, rest ? element.argument : element, item);
  });
}
