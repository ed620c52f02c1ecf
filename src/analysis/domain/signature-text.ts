import { formatStatuses, parseStatuses, StatusSet } from '../../status/index.js';
import type { Signature } from './signature.js';

// The text of a signature: JSON, in which sets of statuses, and constants that JSON does not have, are said in words.

type Tagged = readonly [tag: string, ...rest: unknown[]];

const isTagged = (value: unknown): value is Tagged =>
  Array.isArray(value) && typeof value[0] === 'string' && value[0].startsWith('#');

/** A signature as text: the same text for the same signature. */
export const writeSignature = (signature: Signature): string => JSON.stringify(encode(signature));

/**
 * Reads the text back.
 * @throws {SyntaxError} where it is no JSON, {RangeError} where a set of statuses is none.
 */
export const readSignature = (text: string): Signature => decode(JSON.parse(text)) as Signature;

/** Whether a constant can be written down: what is made of nothing but texts, numbers and the like. */
export function isWritable(value: unknown): boolean {
  if (typeof value === 'function' || typeof value === 'symbol') return false;
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return true;
  if (Array.isArray(value)) return value.every(isWritable);
  return value instanceof Set && [...value].every(isWritable);
}

function encode(value: unknown): unknown {
  if (value instanceof StatusSet) return ['#statuses', formatStatuses(value)];
  if (value instanceof Set) return ['#set', ...Array.from(value, encode)];
  if (value instanceof RegExp) return ['#regex', value.source, value.flags];
  if (Array.isArray(value)) {
    const items = value.map(encode);
    return isTagged(items) ? ['#list', ...items] : items;
  }
  switch (typeof value) {
    case 'undefined':
      return ['#undefined'];
    case 'bigint':
      return ['#bigint', String(value)];
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : ['#number', Object.is(value, -0) ? '-0' : String(value)];
    case 'object':
      return value && Object.fromEntries(fieldsOf(value).map(([name, field]) => [name, encode(field)]));
    default:
      return value;
  }
}

/** A constant that is undefined has its field; of anything else what is undefined is left out. */
const fieldsOf = (value: object): (readonly [string, unknown])[] => {
  const isConstant = (value as { kind?: unknown }).kind === 'constant';
  return Object.entries(value).filter(([name, field]) => field !== undefined || (isConstant && name === 'value'));
};

function decode(value: unknown): unknown {
  if (isTagged(value)) return decodeTagged(value);
  if (Array.isArray(value))
    return value.map((item) => (isTagged(item) && item[0] === '#undefined' ? undefined : decode(item)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, decode(field)]));
}

function decodeTagged([tag, ...rest]: Tagged): unknown {
  switch (tag) {
    case '#statuses':
      return parseStatuses(rest[0] as string);
    case '#set':
      return new Set(rest.map(decode));
    case '#regex':
      return new RegExp(rest[0] as string, rest[1] as string);
    case '#list':
      return rest.map(decode);
    case '#bigint':
      return BigInt(rest[0] as string);
    case '#number':
      return Number(rest[0]);
    default:
      return undefined;
  }
}
