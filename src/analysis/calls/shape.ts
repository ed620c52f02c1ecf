import { success } from '../../status/index.js';
import type { Node } from '../../syntax/nodes.js';
import { okOf, statusItself, truthSets, valueFor } from '../constructs/status-values.js';
import { promiseOf, responseOf, responsesIn, unknownValue, type Value } from '../domain/value.js';
import type { Shape } from '../domain/shape.js';

export function shapeOf(value: Value): Shape {
  switch (value.kind) {
    case 'response':
      return 'response';
    case 'promise':
      return value.of.kind === 'response' ? 'promise' : '';
    case 'list':
      return responsesIn(value).length === 1 && value.each.kind === 'response' ? 'list' : '';
    case 'status': {
      if (valueFor(value, 404) === 404 && valueFor(value, 200) === 200) return 'status';
      return truthSets(value)?.whenTrue.equals(success) ? 'ok' : '';
    }
    default:
      return '';
  }
}

/** The value that stands for a parameter of this shape inside the function. */
export function parameterValue(shape: Shape, origin: number, node: Node): Value {
  const response = responseOf([origin]);
  switch (shape) {
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
    case '':
      return unknownValue;
  }
}
