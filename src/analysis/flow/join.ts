import type { Node } from '../../syntax/nodes.js';
import { joinValues } from '../domain/join-values.js';
import { unknownValue, type Value } from '../domain/value.js';
import { Flow } from './flow.js';

/** The join of values in the current state; a response that the result cannot hold any more is handed on. */
export function joinedValue(flow: Flow, values: readonly Value[], node: Node): Value {
  return values.length === 0
    ? unknownValue
    : values.reduce((a, b) => joinValues(a, b, (lost) => flow.handOn(lost, node)));
}
