import type { Declared } from '../../sources/declared.js';
import type { FunctionNode, Node } from '../../syntax/nodes.js';
import { annotationOf } from '../../syntax/type-names.js';
import { restrict, type Table } from '../domain/table.js';
import { responsesIn, settledValue, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';

// A type says which statuses a response can have: `(await fetch(url)) as ResponseOf<{ 200: User; 404: Problem }>`.

/** `value as T`, `<T>value`. `satisfies` asks, and declares nothing. */
export function declareCast(flow: Flow, node: Node, value: Value): Value {
  if (node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion') {
    declare(flow, value, () => flow.facts.declaredTypes.of(annotationOf(node)));
  }
  return value;
}

/** `const res: T = value`, `({ status }: T) => …`. */
export function declareBinding(flow: Flow, target: Node, value: Value): void {
  declare(flow, value, () => flow.facts.declaredTypes.ofBinding(target));
}

/** `async (): Promise<T> => value`. */
export function declareResult(flow: Flow, fn: FunctionNode | undefined, value: Value): void {
  if (fn) declare(flow, value, () => flow.facts.declaredTypes.ofResult(fn));
}

/** From here on the responses that a value is have no other statuses. Few values are one: of others no type is read. */
function declare(flow: Flow, value: Value, typed: () => Declared | undefined): void {
  const settled = settledValue(value);
  if (settled.kind !== 'response' && settled.kind !== 'list') return;
  const responses = responsesIn(settled);
  const declared = responses.length > 0 ? typed() : undefined;
  if (!declared) return;
  for (const response of responses) {
    for (const origin of response.origins) {
      flow.noteDeclared(origin, declared);
      if (declared !== 'elsewhere' && flow.pinsDown(response, origin))
        flow.change(origin, (table) => narrowed(table, declared));
    }
  }
}

/** A type that contradicts what the code has found out narrows nothing. */
function narrowed(table: Table, declared: Exclude<Declared, string>): Table {
  const restricted = restrict(table, declared);
  return restricted.length > 0 ? restricted : table;
}
