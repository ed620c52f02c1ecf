import type { Status1xx, Status2xx, Status3xx, Status4xx, Status5xx } from './groups.generated.js';
import type { NullBodyStatus } from './meaning.js';
import type { PlatformResponse } from './platform.js';

/**
 * `ok` of a response with one of these statuses: a literal where they agree, so that `if (!res.ok)` tells unions apart. Sets
 * inside one group, the usual ones, are answered as a whole. For the others, the intersection knows about `number`, and
 * `Extract` about the members of enums. `S` stands left of `extends` only: on the right it would make `TypedResponse`
 * invariant, and a `TypedResponse<200>` would not be a `TypedResponse<number>`.
 */
export type OkOf<S> = [S] extends [Status2xx]
  ? true
  : [S] extends [Status1xx | Status3xx | Status4xx | Status5xx]
    ? false
    : [(S & Status2xx) | Extract<S, Status2xx>] extends [never]
      ? false
      : boolean;

/**
 * The sentence that the compiler prints where somebody parses a body that does not exist. The same for every status: for a
 * union of responses the compiler asks for all their sentences at once, and two different ones together are only `never`.
 */
export type NoBody =
  'no body: the status (101, 103, 204, 205, 304) or the description of the API (null) says so; check the status first';

/**
 * A `Response` that is known to have one of these statuses and a JSON body of this type.
 *
 * It extends the platform's `Response`, so it fits wherever one is expected. `ok` follows from the status: `true`, `false`,
 * or `boolean` where the statuses do not agree.
 *
 * ```ts
 * type Ok = TypedResponse<200, User>['ok']; //=> true
 *
 * async function nameOf(res: TypedResponse<200, User> | TypedResponse<404, Problem>) {
 *   if (!res.ok) throw new Error(`${res.status}: ${(await res.json()).title}`);
 *   return (await res.json()).name;
 * }
 * ```
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
// An interface, not `Response & { … }`: in an intersection the platform's `json(): Promise<any>` would win.
export interface TypedResponse<Status extends number = number, Body = unknown> extends PlatformResponse {
  readonly status: Status;
  readonly ok: OkOf<Status>;
  json(): Promise<Body>;
  clone(): TypedResponse<Status, Body>;
}

/**
 * A `Response` that has no body: 101, 103, 204, 205 or 304. `text()` gives `''`; `json()` would reject, so it does not
 * compile.
 *
 * ```ts
 * type Body = NullBodyResponse<204>['body']; //=> null
 *
 * async function read(res: TypedResponse<200, User> | NullBodyResponse<204>) {
 *   // @ts-expect-error a 204 response has no body
 *   const careless = () => res.json();
 *   return res.status === 204 ? null : await res.json();
 * }
 * ```
 *
 * @see [RFC 9110, Section 6.4.1](https://www.rfc-editor.org/rfc/rfc9110.html#section-6.4.1)
 */
export interface NullBodyResponse<Status extends number = NullBodyStatus> extends PlatformResponse {
  readonly status: Status;
  readonly ok: OkOf<Status>;
  readonly body: null;
  json(this: NoBody): Promise<never>;
  formData(this: NoBody): Promise<never>;
  text(): Promise<''>;
  clone(): NullBodyResponse<Status>;
}

/**
 * A `Response` that could have a body and comes without one: a 404 that an API declares as `null`. `text()` gives `''`;
 * `json()` would reject, so it does not compile. `ResponseOf` makes it of `null`.
 *
 * ```ts
 * type Ok = EmptyResponse<404>['ok']; //=> false
 *
 * async function find(res: TypedResponse<200, User> | EmptyResponse<404>) {
 *   // @ts-expect-error a 404 of this API has no body
 *   const careless = () => res.json();
 *   return res.ok ? await res.json() : null;
 * }
 * ```
 *
 * @see [RFC 9110, Section 6.4](https://www.rfc-editor.org/rfc/rfc9110.html#section-6.4)
 */
// `body` is the platform's: fetch gives a 404 without content an empty stream, not `null`.
export interface EmptyResponse<Status extends number = number> extends PlatformResponse {
  readonly status: Status;
  readonly ok: OkOf<Status>;
  json(this: NoBody): Promise<never>;
  formData(this: NoBody): Promise<never>;
  text(): Promise<''>;
  clone(): EmptyResponse<Status>;
}
