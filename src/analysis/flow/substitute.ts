import { mapItems, promiseOf, unknownValue, type ResponseValue, type Value } from '../domain/value.js';

/** Replaces the responses in a value; where none is left, the value is unknown, and so is a test of the old ones. */
export function mapValue(value: Value, change: (response: ResponseValue) => ResponseValue): Value {
  switch (value.kind) {
    case 'response': {
      const changed = change(value);
      return changed.origins.length > 0 ? changed : unknownValue;
    }
    case 'promise':
      return promiseOf(mapValue(value.of, change));
    case 'list':
      return mapItems(value, (item) => mapValue(item, change));
    case 'record':
      return {
        kind: 'record',
        fields: new Map([...value.fields].map(([name, field]) => [name, mapValue(field, change)])),
      };
    case 'status':
    case 'body':
      return change(value.of).origins.length > 0 ? { ...value, of: change(value.of) } : unknownValue;
    case 'test':
      return unknownValue;
    default:
      return value;
  }
}
