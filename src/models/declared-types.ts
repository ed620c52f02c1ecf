import {
  clientError,
  informational,
  nullBody,
  redirection,
  redirects,
  registry,
  retryable,
  serverError,
  StatusSet,
  success,
} from '../status/index.js';

// What types say of the statuses of a response, by their names.

/** The modules of the type library. */
export const typeModules: readonly string[] = ['eslint-plugin-http-status/types', 'typed-http-status'];

/** How a type of the library is told its statuses: by the keys of a map, as a type of numbers, or by groups of another type. */
interface Declaring {
  readonly by: 'map' | 'status' | 'group';
  /** The statuses where it is told none: `TypedResponse` alone. */
  readonly otherwise?: StatusSet;
}

/** The types of the library that are a response. */
export const declaringTypes: ReadonlyMap<string, Declaring> = new Map<string, Declaring>([
  ['ResponseOf', { by: 'map' }],
  ['TypedResponse', { by: 'status' }],
  ['EmptyResponse', { by: 'status' }],
  ['NullBodyResponse', { by: 'status', otherwise: nullBody }],
  ['ResponseIn', { by: 'group' }],
]);

const registered = (group: StatusSet): StatusSet => StatusSet.of(...registry.map(({ code }) => code)).intersect(group);

/** The types of the library that are statuses. */
export const statusTypes: ReadonlyMap<string, StatusSet> = new Map([
  ['StatusCode', registered(StatusSet.all)],
  ['InformationalStatusCode', registered(informational)],
  ['SuccessfulStatusCode', registered(success)],
  ['RedirectionStatusCode', registered(redirection)],
  ['ClientErrorStatusCode', registered(clientError)],
  ['ServerErrorStatusCode', registered(serverError)],
  ['Status1xx', informational],
  ['Status2xx', success],
  ['Status3xx', redirection],
  ['Status4xx', clientError],
  ['Status5xx', serverError],
  ['NullBodyStatus', nullBody],
  ['RedirectStatus', redirects],
  ['RetryableStatus', retryable],
]);

/** What `default` in a map stands for beside the keys: every status from 200 to 599 that can have a body. */
const byDefault = StatusSet.range(200, 599).difference(nullBody);

/** The statuses of a key in a map of the library, as it is written there; undefined for one that means nothing. */
export function statusesOfKey(key: string | number): StatusSet | undefined {
  if (typeof key === 'number') return StatusSet.of(key);
  if (key === 'default') return byDefault;
  return statusesOfGroup(key);
}

/** The statuses of `'4xx'`, or `'4XX'` as OpenAPI spells it. */
export function statusesOfGroup(group: string): StatusSet | undefined {
  const [, digit] = /^([1-5])(?:xx|XX)$/.exec(group) ?? [];
  return digit ? StatusSet.range(Number(digit) * 100, Number(digit) * 100 + 99) : undefined;
}

/** The platform's own response: nothing is declared with it. */
export const plainResponse = 'Response';

const builtOnFirst = new Set([
  ...['Promise', 'PromiseLike', 'Awaited', 'Array', 'ReadonlyArray', 'ReturnType'],
  ...['NonNullable', 'Readonly', 'Required', 'Partial', 'Pick', 'Omit'],
]);

/** Types of the language that are made of their first argument, and say of a response what that says: `Promise<R>`. */
export const isBuiltOnFirst = (name: string): boolean => builtOnFirst.has(name);
