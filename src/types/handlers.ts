import type { StatusCode } from './codes.js';
import type { Anything, GroupsOf, StatusesIn, StatusGroup } from './groups.js';
import type { ResponseIn, StatusOf, WithStatus, WithStatusIn, WithStatusNotIn } from './selection.js';

/** What may stand as a key in a map of handlers: a status that `R` can have, a group in which it has one, `default`. */
export type HandlerKey<R> = StatusOf<R> | GroupsOf<StatusOf<R>> | 'default';

/**
 * What the handler under `Key` is called with: the responses of that status; of that group, without the statuses that have
 * a handler of their own; for `default`, those that no other key of `Keys` covers.
 */
export type HandlerInput<R, Key, Keys> = Key extends number
  ? WithStatusIn<R, Key>
  : Key extends StatusGroup
    ? WithStatusNotIn<ResponseIn<R, Key>, Keys & number>
    : WithStatusNotIn<R, StatusesIn<Keys>>;

/**
 * A map of handlers for the responses of `R`: one for each status, or for each group, or `default`, as you like. A code goes
 * before its group, a group before `default`. Nothing has to be there; `Exhaustive` and `MatchStatus` ask for the rest.
 *
 * ```ts
 * type Keys = keyof StatusHandlers<TypedResponse<404>>; //=> 404 | '4xx' | 'default'
 *
 * type UserResponse = ResponseOf<{ 200: User; 404: NotFound; '5xx': Problem }>;
 * const handlers: StatusHandlers<UserResponse> = {
 *   200: async (res) => (await res.json()).name,
 *   '5xx': (res) => `The server failed with ${res.status}.`,
 *   // @ts-expect-error no response of this API has the status 403
 *   403: () => 'forbidden',
 * };
 * ```
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
export type StatusHandlers<R> = { readonly [Key in HandlerKey<R>]?: (res: HandlerInput<R, Key, Key>) => unknown };

/**
 * The statuses of `R` that no key of `Keys` covers: `never` where all are handled.
 *
 * ```ts
 * type Left = Unhandled<TypedResponse<200 | 404>, 200>; //=> 404
 *
 * type UserResponse = ResponseOf<{ 200: User; 404: NotFound; 500: Problem }>;
 * type A = Unhandled<UserResponse, 200>; //=> 404 | 500
 * type B = Unhandled<UserResponse, 200 | '4xx'>; //=> 500
 * type C = Unhandled<UserResponse, 200 | 'default'>; //=> never
 * ```
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
export type Unhandled<R, Keys> = 'default' extends Keys ? never : Exclude<StatusOf<R>, StatusesIn<Keys>>;

/**
 * What a map of handlers `H` has to be in order to be exhaustive for `R`: it must have a handler for each status that it
 * leaves out, and nothing under a key that is no status of `R`. Ask for `H & Exhaustive<R, H>`, as `MatchStatus` does.
 *
 * ```ts
 * type Keys = keyof Exhaustive<TypedResponse<200 | 404>, { 200: () => void }>; //=> 200 | 404
 *
 * type UserResponse = ResponseOf<{ 200: User; 404: NotFound }>;
 * function register<H extends StatusHandlers<UserResponse>>(handlers: H & Exhaustive<UserResponse, H>) {}
 *
 * register({ 200: () => 'found', 404: () => 'missing' });
 * // @ts-expect-error 404 has no handler
 * register({ 200: () => 'found' });
 * ```
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
export type Exhaustive<R, H> = Present<H> &
  MissingHandlers<R, keyof H> &
  UnknownHandlers<Exclude<keyof H, HandlerKey<R>>>;

/** A handler that may be there, as in a variable of type `StatusHandlers`, is not one that is there. */
type Present<H> = { readonly [Key in keyof H]-?: unknown };

// The values are `unknown`, not functions: the compiler would take those for hints about the parameters of the handlers that
// are there. What a handler has to look like is said by `HandlersFor` and `StatusHandlers`.
type MissingHandlers<R, Keys> = { readonly [Key in MissingKey<Unhandled<R, Keys>>]: unknown };

/**
 * The keys to ask for: each status that is left; but its group where unregistered ones are left too, since nobody lists
 * those one by one (999 is in no group, so it is listed); and `default` where any number is left, since only that covers it.
 */
type MissingKey<Left extends number> = Anything extends Left
  ? 'default'
  : [Left] extends [StatusCode]
    ? Left
    : [GroupsOf<Left>] extends [never]
      ? Left
      : GroupsOf<Left>;

type UnknownHandlers<Key> = [Key] extends [never]
  ? unknown
  : { readonly [K in Key & (string | number)]: `${K} is not a status of this response: remove this handler` };

/**
 * A function that calls the one handler that fits a response and returns what that returns. The map has to be exhaustive: a
 * missing status and an unknown one do not compile, and each handler receives the responses that really reach it. The
 * implementation is yours; this library has no code:
 *
 * ```ts
 * const found = (match: MatchStatus, res: TypedResponse<200 | 404>) => match(res, { 200: () => true, 404: () => false });
 *
 * const matchStatus: MatchStatus = (res, handlers) => {
 *   const map = handlers as Record<string, ((res: unknown) => any) | undefined>;
 *   const handler = map[res.status] ?? map[`${Math.floor(res.status / 100)}xx`] ?? map.default;
 *   if (!handler) throw new Error(`The server answered ${res.status}, which its description leaves out.`);
 *   return handler(res);
 * };
 *
 * type UserResponse = ResponseOf<{ 200: User; 404: NotFound; '5xx': Problem }>;
 *
 * async function show(res: UserResponse): Promise<string> {
 *   return matchStatus(res, {
 *     200: async (found) => (await found.json()).name,
 *     404: async (missing) => (await missing.json()).message,
 *     '5xx': (failed) => `The server failed with ${failed.status}, try again later.`,
 *   });
 * }
 * ```
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
export interface MatchStatus {
  // `Keys` is inferred from the map before its functions are, so that the parameter of each handler, `default` included,
  // can depend on which other keys there are.
  <R extends WithStatus, Keys extends PropertyKey, H extends HandlersFor<R, Keys>>(
    res: R,
    handlers: H & Handled<Keys> & Exhaustive<R, H>,
  ): ResultOf<H>;
}

/** Where the compiler finds `Keys`. */
type Handled<Keys extends PropertyKey> = { readonly [Key in Keys]: unknown };

type HandlersFor<R, Keys extends PropertyKey> = {
  readonly [Key in Keys]: (res: HandlerInput<R, Key, Keys>) => unknown;
};

type ResultOf<H> = H[keyof H] extends (res: never) => infer Result ? Result : never;
