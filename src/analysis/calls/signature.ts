import { File } from '../../syntax/file.js';
import type { Node } from '../../syntax/nodes.js';
import { isWritable } from '../domain/signature-text.js';
import type { Effect, Made, Place, Signature, SignatureResponse, SignatureValue, Step } from '../domain/signature.js';
import type { Observation } from '../observations/observation.js';
import { originsIn, tableAt } from '../domain/state.js';
import type { StatusExpression } from '../domain/status-expression.js';
import type { Entry, Table } from '../domain/table.js';
import {
  never,
  promiseOf,
  responseOf,
  unknownValue,
  type ResponseValue,
  type State,
  type Value,
} from '../domain/value.js';
import { returnedTests, type Walked } from './walked.js';

// From the walk of a function to its signature, and from what a signature says back to what the walk of a caller knows.

/** What a walk found, as data. */
export function signatureOf({ flow, ...walked }: Walked): Signature {
  const { parameters, ends, value } = walked;
  const failed = walked.failed();
  const made = [...new Set(originsIn(value))].filter((origin) => !parameters.includes(origin));
  const numbers = new Map<number, number>();
  parameters.forEach((origin, i) => origin !== undefined && numbers.set(origin, i));
  made.forEach((origin, i) => numbers.set(origin, parameters.length + i));
  const { file, origins } = flow.facts;
  const effect = (origin: number): Effect => {
    const seen = origins.seen(origin);
    const { touched, passive, awaited, uses } = seen;
    const steps = (state: State | undefined) => stepsOf(file, tableAt(state, origin));
    const places = Array.from(uses.keys(), (use) => file.placeOf(use));
    return { ends: steps(ends), failed: steps(failed), touched, passive, awaited, ...looksOf(seen), uses: places };
  };
  return {
    parameters: parameters.map((origin) => (origin === undefined ? undefined : effect(origin))),
    made: made.map((origin): Made => {
      const { client, method, isExact } = origins.at(origin);
      const steps = stepsOf(file, tableAt(ends, origin));
      return { ends: steps, client: client.name, method, isExact, ...looksOf(origins.seen(origin)) };
    }),
    ends: !!ends,
    fails: !!failed,
    rejects: walked.rejects,
    value: encodeValue(value, numbers),
    tests: returnedTests(walked).map(({ origin, ...test }) => ({ parameter: numbers.get(origin)!, ...test })),
  };
}

/** What the function asks of a response, or of the result that has it. */
const looksOf = ({ copied, tellsErrors, failureAsked, declared }: Observation) => ({
  copied,
  tellsErrors,
  failureAsked,
  declared,
});

const stepsOf = (file: File, table: Table): readonly Step[] =>
  table.map(({ facts, statuses, use, guard }) => ({
    facts,
    statuses,
    ...(use && { use: file.placeOf(use) }),
    ...(guard && { guard: file.placeOf(guard) }),
  }));

/** The node of a place; of one in another file, what stands for it here. */
export type NodeAt = (place: Place) => Node | undefined;

/** The table that steps were made of. */
export const tableOfSteps = (nodeAt: NodeAt, steps: readonly Step[]): Table =>
  steps.map(({ facts, statuses, use, guard }): Entry => ({
    facts,
    statuses,
    use: use === undefined ? undefined : nodeAt(use),
    guard: guard === undefined ? undefined : nodeAt(guard),
  }));

const unknownSignature: SignatureValue = { kind: 'unknown' };

/** A status computed with something that cannot be written down is vague for whoever calls. */
const writable = (expression: StatusExpression | undefined): StatusExpression | undefined => {
  if (!expression || (expression.kind === 'constant' && !isWritable(expression.value))) return undefined;
  if (expression.kind === 'choice' && !(writable(expression.inside) && writable(expression.outside))) return undefined;
  return expression.kind === 'operation' && !expression.operands.every(writable) ? undefined : expression;
};

function encodeValue(value: Value, numbers: ReadonlyMap<number, number>): SignatureValue {
  const response = ({ origins, maybeOther, isMixed }: ResponseValue): SignatureResponse | undefined => {
    const of = origins.flatMap((origin) => numbers.get(origin) ?? []);
    return of.length > 0 ? { of, maybeOther, ...(isMixed && { isMixed }) } : undefined;
  };
  switch (value.kind) {
    case 'response': {
      const of = response(value);
      return of ? { kind: 'response', ...of } : unknownSignature;
    }
    case 'body': {
      const of = response(value.of);
      return of ? { kind: 'body', ...of } : unknownSignature;
    }
    case 'status': {
      const of = response(value.of);
      return of ? { kind: 'status', ...of, expression: writable(value.expression) } : unknownSignature;
    }
    case 'promise':
      return { kind: 'promise', of: encodeValue(value.of, numbers) };
    case 'list': {
      const { items, isRest } = value;
      const each = encodeValue(value.each, numbers);
      return { kind: 'list', items: items?.map((item) => encodeValue(item, numbers)), each, isRest };
    }
    case 'record':
      return {
        kind: 'record',
        fields: Array.from(value.fields, ([name, field]) => [name, encodeValue(field, numbers)]),
      };
    case 'constant':
      return isWritable(value.value) ? value : unknownSignature;
    case 'never':
      return { kind: 'never' };
    default:
      return unknownSignature;
  }
}

/**
 * The value of a call, by what the signature says its function gives: `origins` are the responses of the caller that each
 * number stands for, and `node` is the call.
 */
export function decodeValue(
  value: SignatureValue,
  origins: (numbers: readonly number[]) => readonly number[],
  node: Node,
): Value {
  const decode = (inner: SignatureValue): Value => decodeValue(inner, origins, node);
  switch (value.kind) {
    case 'response':
    case 'body':
    case 'status': {
      const all = [...new Set(origins(value.of))].sort((a, b) => a - b);
      const of: ResponseValue = { ...responseOf(all, value.maybeOther), ...(value.isMixed && { isMixed: true }) };
      if (all.length === 0) return unknownValue;
      if (value.kind === 'response') return of;
      return value.kind === 'status'
        ? { kind: 'status', of, node, expression: value.expression }
        : { kind: 'body', of };
    }
    case 'promise':
      return promiseOf(decode(value.of));
    case 'list':
      return { kind: 'list', items: value.items?.map(decode), each: decode(value.each), isRest: value.isRest };
    case 'record':
      return { kind: 'record', fields: new Map(value.fields.map(([name, field]) => [name, decode(field)])) };
    case 'constant':
      return value;
    case 'never':
      return never;
    case 'unknown':
      return unknownValue;
  }
}
