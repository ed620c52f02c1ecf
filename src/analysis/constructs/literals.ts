import type { TSESTree } from '@typescript-eslint/utils';
import { keyName } from '../../syntax/nodes.js';
import { unknownValue, type RecordValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { joinedValue } from '../flow/join.js';
import { elementOf } from './members.js';
import { handOnIndex } from './operands.js';

/** `{ res, status: res.status }`: each field has a value of its own. */
export function evaluateObject(flow: Flow, node: TSESTree.ObjectExpression): Value {
  const fields = new Map<string, Value>();
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const value = flow.evaluate(property.argument);
      if (value.kind === 'record') for (const [name, field] of value.fields) fields.set(name, field);
      continue;
    }
    if (property.computed) handOnIndex(flow, property.key);
    const value = flow.evaluate(property.value);
    const name = keyName(property);
    if (name === undefined) flow.handOn(value, property);
    else if (value.kind === 'constant' && mayChange(flow, node)) continue;
    else if (value.kind !== 'unknown') fields.set(name, value);
  }
  const record: RecordValue = { kind: 'record', fields };
  return record;
}

/** `state = { on: false }; state.on = true;`: whether a constant in an object may be overwritten before it is read. */
function mayChange({ facts }: Flow, { parent }: TSESTree.ObjectExpression): boolean {
  if (parent.type !== 'VariableDeclarator') return true;
  if (parent.id.type === 'ObjectPattern') return false;
  const variable = parent.id.type === 'Identifier' && facts.file.variable(parent.id);
  return !variable || !facts.file.isOnlyRead(variable);
}

/** `[first, ...others]`: each item has a value of its own, unless it is not known how many there are. */
export function evaluateArray(flow: Flow, node: TSESTree.ArrayExpression): Value {
  const items: Value[] = [];
  let isCounted = true;
  for (const element of node.elements) {
    if (element?.type === 'SpreadElement') {
      const value = flow.evaluate(element.argument);
      const spread = value.kind === 'list' ? value.items : undefined;
      isCounted &&= !!spread;
      items.push(...(spread ?? [elementOf(flow, value, element)]));
    } else items.push(element ? flow.evaluate(element) : unknownValue);
  }
  return isCounted
    ? { kind: 'list', items, each: unknownValue }
    : { kind: 'list', each: joinedValue(flow, items, node) };
}
