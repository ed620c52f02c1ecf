import { plainResponse } from '../models/declared-types.js';
import { isPlatformFile } from '../models/platform.js';
import { StatusSet } from '../status/index.js';
import type { Type } from './type.js';

/** How many literals a status may be one of: more than there are statuses are none. */
const mostParts = 1000;

/** The statuses of a type that is a union of numbers: `200 | 404`. Undefined for `number`, and for what is no status. */
export function statusesOfType(type: Type | undefined): StatusSet | undefined {
  const parts = type?.parts ?? [];
  if (parts.length === 0 || parts.length > mostParts) return undefined;
  const codes = parts.map(({ literal }) => literal).filter((literal) => typeof literal === 'number');
  const statuses = StatusSet.where((status) => codes.includes(status));
  return codes.length === parts.length && statuses.size === codes.length ? statuses : undefined;
}

/** The statuses that a response, or what is like one, has by its type: `{ status: 200; body: User } | { status: 404 }`. */
export const declaredStatuses = (response: Type | undefined): StatusSet | undefined =>
  statusesOfType(response?.property('status'));

/** Whether a type is the platform's `Response`, or made of it. */
export const isPlatformResponse = (type: Type): boolean =>
  type.names.some(({ name, path }) => name === plainResponse && isPlatformFile(path));

/** `error` is the type of what the compiler could not find: an import that leads nowhere. */
const anything = new Set(['any', 'unknown', 'error']);

/** Whether a type is a response of the platform, of a package that has its own, or anything. */
export const isResponse = (type: Type): boolean =>
  anything.has(type.word ?? '') || type.names.some(({ name }) => name === plainResponse);

/** What there is once it was waited for: `User` of `Promise<User>`. */
export function awaited(type: Type | undefined): Type | undefined {
  const isPromise = type?.names.some(({ name, path }) => name === 'Promise' && isPlatformFile(path));
  return isPromise ? type!.arguments[0] : type;
}

/** What there may be once it was waited for: `User` and `undefined` of `Promise<User> | undefined`. */
export const resultsOf = (type: Type): readonly Type[] => type.parts.flatMap((part) => awaited(part)?.parts ?? []);

const plain = new Set([
  'void',
  'undefined',
  'null',
  'never',
  'string',
  'number',
  'boolean',
  'bigint',
  'symbol',
  'error',
]);

/** Whether what there is once it was waited for is no object that anybody knows: `void` of `Promise<void>`. */
export const givesNoObject = (type: Type): boolean =>
  resultsOf(type).every(({ word, literal }) => literal !== undefined || plain.has(word ?? ''));
