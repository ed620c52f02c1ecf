import type { StatusesIn, StatusGroup } from './groups.js';
import type { ResponseOf } from './response-of.js';
import type { TypedResponse } from './responses.js';
import type { ResponseIn, WithStatus, WithStatusNotIn } from './selection.js';

/**
 * The same client, but its calls resolve with responses of these groups and codes only: what is left of it behind a wrapper
 * that throws on all others. A client is an object of functions that return responses, nested as it likes (Hono's `hc`), or
 * a table of responses by address. What is no response stays as it is.
 *
 * ```ts
 * type Ok = PickStatus<TypedResponse<200, User> | TypedResponse<404, NotFound>, '2xx'>; //=> TypedResponse<200, User>
 *
 * interface Api {
 *   user(id: number): Promise<ResponseOf<{ 200: User; 404: NotFound; '5xx': Problem }>>;
 * }
 *
 * async function nameOf(api: PickStatus<Api, '2xx'>) {
 *   const res = await api.user(1);
 *   return (await res.json()).name;
 * }
 * ```
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
export type PickStatus<Client, Choice extends StatusGroup | number> = Client extends WithStatus
  ? ResponseIn<Client, Choice>
  : Client extends (...args: infer Args) => Promise<infer R>
    ? (...args: Args) => Promise<PickStatus<R, Choice>>
    : Client extends (...args: never) => unknown
      ? Client
      : Client extends object
        ? { [Name in keyof Client]: PickStatus<Client[Name], Choice> }
        : Client;

/**
 * The same client without responses of these groups and codes: what is left of it behind a wrapper that deals with them, as
 * one that sends the user to the login page on every 401.
 *
 * ```ts
 * type Ok = OmitStatus<TypedResponse<200, User> | TypedResponse<401, Problem>, 401>; //=> TypedResponse<200, User>
 *
 * interface Api {
 *   user(id: number): Promise<ResponseOf<{ 200: User; 401: Problem; 404: NotFound }>>;
 * }
 *
 * async function nameOf(api: OmitStatus<Api, 401>) {
 *   const res = await api.user(1);
 *   return res.ok ? (await res.json()).name : (await res.json()).message;
 * }
 * ```
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
export type OmitStatus<Client, Choice extends StatusGroup | number> = Client extends WithStatus
  ? WithStatusNotIn<Client, StatusesIn<Choice>>
  : Client extends (...args: infer Args) => Promise<infer R>
    ? (...args: Args) => Promise<OmitStatus<R, Choice>>
    : Client extends (...args: never) => unknown
      ? Client
      : Client extends object
        ? { [Name in keyof Client]: OmitStatus<Client[Name], Choice> }
        : Client;

/**
 * What openapi-fetch returns for an operation, one member for each status: a test of `status` narrows `data` and `error`.
 * openapi-fetch itself gives the union of all bodies on success and of all on failure, and has the status in `response`
 * only; a line of yours puts it beside them. The types of the operation come from openapi-typescript.
 *
 * ```ts
 * type Statuses = StatusResult<{ responses: { 200: {}; 404: {} } }>['status']; //=> 200 | 404
 *
 * interface GetUser {
 *   responses: {
 *     200: { content: { 'application/json': User } };
 *     404: { content: { 'application/json': NotFound } };
 *     '5XX': { content: { 'application/json': Problem } };
 *   };
 * }
 *
 * function show({ status, data, error }: StatusResult<GetUser>): string {
 *   if (status === 200) return data.name;
 *   return status === 404 ? error.message : error.title;
 * }
 * ```
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
export type StatusResult<Operation> = Operation extends { responses: infer Answers }
  ? ResultOfResponse<ResponseOf<{ [Status in keyof Answers]: ContentOf<Answers[Status]> }>>
  : never;

/** The body that openapi-typescript describes, of whatever media type; `content?: never` where there is none. */
type ContentOf<Answer> = Answer extends { content: infer Content } ? Content[keyof Content] : undefined;

/** The body has been read when the result is there: reading it again rejects, so `json()` gives nothing. */
type ResultOfResponse<R> = R extends {
  readonly status: infer S extends number;
  readonly ok: infer Ok;
  json(): Promise<infer Body>;
}
  ? Ok extends true
    ? SuccessResult<S, [Body] extends [never] ? undefined : Body>
    : FailureResult<S, [Body] extends [never] ? undefined : Body>
  : never;

interface SuccessResult<S extends number, Data> {
  readonly status: S;
  readonly data: Data;
  readonly error?: undefined;
  readonly response: TypedResponse<S, never>;
}

interface FailureResult<S extends number, E> {
  readonly status: S;
  readonly data?: undefined;
  readonly error: E;
  readonly response: TypedResponse<S, never>;
}
