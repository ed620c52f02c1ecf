import { success } from '../../status/index.js';
import type { Node } from '../../syntax/nodes.js';
import { okOf, statusItself, truthSets, valueFor } from '../constructs/status-values.js';
import { promiseOf, responseOf, responsesIn, unknownValue, type Value } from '../domain/value.js';
import type { Shape, ShapeKind } from '../domain/shape.js';
import { freshTable } from '../domain/table.js';
import { Flow } from '../flow/flow.js';
import type { Origin } from '../observations/origin.js';

export function shapeOf(flow: Flow, value: Value): Shape {
  const kind = kindOf(value);
  const client = kind === '' ? undefined : flow.origins(value.kind === 'giver' ? value.of : value)[0]?.client;
  return kind === '' || !client || client === flow.facts.defaultClient ? kind : `${kind} of ${client.name}`;
}

/** The name of the client whose response it is; undefined for the most common one. */
export const clientOfShape = (shape: Shape): string | undefined => shape.split(' of ')[1];

function kindOf(value: Value): ShapeKind | '' {
  switch (value.kind) {
    case 'response':
      return value.isAnswer ? '' : 'response';
    case 'promise':
      return value.of.kind === 'response' ? 'promise' : '';
    case 'list':
      return responsesIn(value).length === 1 && value.each.kind === 'response' ? 'list' : '';
    case 'status': {
      if (value.of.isAnswer) return '';
      if (valueFor(value, 404) === 404 && valueFor(value, 200) === 200) return 'status';
      return truthSets(value)?.whenTrue.equals(success) ? 'ok' : '';
    }
    case 'giver':
      return 'giver';
    default:
      return '';
  }
}

/** The value that stands for a parameter of this shape inside the function. */
export function parameterValue(shape: Shape, { id, statuses }: Origin, node: Node): Value {
  const response = responseOf([id]);
  switch (shape.split(' ')[0] as ShapeKind | '') {
    case 'response':
      return response;
    case 'promise':
      return promiseOf(response);
    case 'list':
      return { kind: 'list', each: response };
    case 'status':
      return statusItself({ ...response, isCopied: true }, node);
    case 'ok':
      return okOf(response, node);
    case 'giver':
      return { kind: 'giver', of: response, tables: [freshTable(statuses)] };
    case '':
      return unknownValue;
  }
}
