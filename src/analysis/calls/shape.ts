/** What an argument is to the function that gets it, as far as its summary depends on it. */

import { success } from '../../status/groups.js';
import type { Node } from '../../syntax/nodes.js';
import { imageSets, okImage, statusImage } from '../constructs/status-values.js';
import { other, promiseOf, responseOf, responsesIn, type Value } from '../domain/value.js';

export type Shape = 'response' | 'promise' | 'list' | 'status' | 'ok' | '';
export function shapeOf(value: Value): Shape {
  switch (value.kind) {
    case 'response':
      return 'response';
    case 'promise':
      return value.of.kind === 'response' ? 'promise' : '';
    case 'list':
      return responsesIn(value).length === 1 && value.each.kind === 'response' ? 'list' : '';
    case 'image': {
      if (value.at?.(404) === 404 && value.at(200) === 200) return 'status';
      return imageSets(value)?.whenTrue.equals(success) ? 'ok' : '';
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
      return statusImage(response, node);
    case 'ok':
      return okImage(response, node);
    case '':
      return other;
  }
}
