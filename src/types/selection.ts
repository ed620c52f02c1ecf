import type { Anything, GroupsOf, Plain, StatusesIn, StatusGroup } from './groups.js';
import type { OkOf } from './responses.js';

/** Anything with a numeric `status`: a `Response`, undici's, or what another client returns. */
export interface WithStatus {
  readonly status: number;
}

/** What is added to a response whose status is known better than its type says. */
export interface Narrowed<S> {
  readonly status: S;
  readonly ok: OkOf<S>;
}

export type StatusOf<R> = R extends { readonly status: infer S extends number } ? S : never;

/**
 * The part of `R`, member by member, whose status is in `Wanted`. A member that is all in stays as it is; one that is partly
 * in (`TypedResponse<404 | 500, Problem>`, a plain `Response`) is narrowed.
 */
export type WithStatusIn<R, Wanted> = R extends { readonly status: infer S }
  ? [S] extends [Wanted]
    ? R
    : [Plain<S> & Plain<Wanted>] extends [never]
      ? never
      : R & Narrowed<Anything extends S ? Wanted : Extract<S, Wanted>>
  : never;

/** The part of `R`, member by member, whose status is not in `Taken`. */
export type WithStatusNotIn<R, Taken> = R extends { readonly status: infer S }
  ? [Plain<S> & Plain<Taken>] extends [never]
    ? R
    : WithStatusIn<R, Exclude<S, Taken>>
  : never;

/**
 * The responses of `R` in a status group: the intersection of the two. A member of which only some statuses are in the
 * group is narrowed to those. Codes are allowed beside groups.
 *
 * ```ts
 * type Failed = ResponseIn<TypedResponse<200 | 404 | 500>, '4xx' | '5xx'>['status']; //=> 404 | 500
 *
 * type UserResponse = ResponseOf<{ 200: User; 404: NotFound; 422: Problem; '5xx': Problem }>;
 * type ClientError = ResponseIn<UserResponse, '4xx'>;
 * type Status = ClientError['status']; //=> 404 | 422
 * type Ok = ResponseIn<Response, '4xx'>['ok']; //=> false
 * ```
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
export type ResponseIn<R, Group extends StatusGroup | number> = WithStatusIn<R, StatusesIn<Group>>;

/**
 * A response together with the name of its group, one member for each group that `R` can be in: a `switch` on `group` then
 * narrows `res`.
 *
 * ```ts
 * type Groups = GroupedResponse<TypedResponse<200 | 404>>['group']; //=> '2xx' | '4xx'
 *
 * type UserResponse = ResponseOf<{ 200: User; 404: NotFound; '5xx': Problem }>;
 * function describe({ group, res }: GroupedResponse<UserResponse>) {
 *   switch (group) {
 *     case '2xx':
 *       return res.json().then((user) => user.name);
 *     case '4xx':
 *       return res.json().then((notFound) => notFound.message);
 *     case '5xx':
 *       return `The server failed with ${res.status}, try again later.`;
 *   }
 * }
 * ```
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
export type GroupedResponse<R> = {
  [G in GroupsOf<StatusOf<R>>]: { readonly group: G; readonly res: ResponseIn<R, G> };
}[GroupsOf<StatusOf<R>>];

/**
 * A function that tells whether a response is in one of some groups (or has one of some codes), as a type guard. It works on
 * a union of typed responses, on a plain `Response`, and on any object with a numeric `status`. The implementation is
 * yours; this library has no code:
 *
 * ```ts
 * const isGone = (isIn: StatusGuard, res: Response) => isIn(res, 404, 410);
 *
 * const isStatusIn: StatusGuard = (res, ...choices): res is never =>
 *   choices.some((choice) => choice === res.status || choice === `${Math.floor(res.status / 100)}xx`);
 *
 * function check(res: Response) {
 *   if (isStatusIn(res, '4xx', '5xx')) {
 *     const failed: false = res.ok;
 *   }
 * }
 * ```
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
export interface StatusGuard {
  <R extends WithStatus, Choice extends StatusGroup | number>(
    res: R,
    ...choices: Choice[]
  ): res is R & ResponseIn<R, Choice>;
}

/**
 * As `StatusGuard`, but throws where the response has another status. What follows the call knows the status. TypeScript
 * wants the type written out at the declaration of such a function, as here:
 *
 * ```ts
 * const checked = (assertIn: AssertStatus, res: Response): void => assertIn(res, '2xx');
 *
 * const assertStatusIn: AssertStatus = (res, ...choices) => {
 *   if (choices.some((choice) => choice === res.status || choice === `${Math.floor(res.status / 100)}xx`)) return;
 *   throw new Error(`Expected ${choices.join(' or ')}, got ${res.status}.`);
 * };
 *
 * async function load(res: ResponseOf<{ 200: User; default: Problem }>) {
 *   assertStatusIn(res, 200);
 *   return (await res.json()).name;
 * }
 * ```
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
export interface AssertStatus {
  <R extends WithStatus, Choice extends StatusGroup | number>(
    res: R,
    ...choices: Choice[]
  ): asserts res is R & ResponseIn<R, Choice>;
}
