import type { Ids1xx, Ids2xx, Ids3xx, Ids4xx, Ids5xx, Status4xx, Status5xx } from './groups.generated.js';
import type { Plain, StatusGroup } from './groups.js';
import type { NullBodyStatus } from './meaning.js';
import type { EmptyResponse, NullBodyResponse, TypedResponse } from './responses.js';

/**
 * The responses of an API, from a map of statuses to bodies. Keys are codes, groups (`'4xx'`, or `'4XX'` as OpenAPI spells
 * it) and `default`. As in OpenAPI, a code goes before its group and a group before `default`.
 *
 * - 101, 103, 204, 205 and 304 have no body, whatever the map says; write `null`. A group leaves them without one, too:
 *   `'2xx': User` gives 204 and 205 no body.
 * - `null` says that there is no body: `json()` of such a response does not compile. (A body that is JSON's `null` at times
 *   is `User | null`.) In a generic function, where nobody knows yet whether `T` is `null`, write
 *   `TypedResponse<200, T> | ResponseOf<{ … }>`.
 * - `default` stands for every other status from 200 to 599 that can have a body. Name 204, 205 and 304 where a server
 *   sends them.
 *
 * ```ts
 * type UserResponse = ResponseOf<{ 200: User; 204: null; 404: NotFound; '5xx': Problem }>;
 *
 * async function show(res: UserResponse): Promise<string> {
 *   switch (res.status) {
 *     case 200:
 *       return (await res.json()).name;
 *     case 204:
 *       return 'deleted';
 *     case 404:
 *       return (await res.json()).message;
 *     default:
 *       return (await res.json()).title;
 *   }
 * }
 * ```
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
// The codes that nearly every map consists of are asked for first: each question less is 3 instantiations less for each key.
export type ResponseOf<Map> = {
  [K in keyof Map]-?: K extends WithBody[StatusGroup]
    ? Map[K] extends NoContent
      ? Emptied<TypedResponse<K, Map[K]>, Map[K]>
      : TypedResponse<K, Map[K]>
    : K extends NullBodyStatus
      ? NullBodyResponse<K>
      : K extends number
        ? TypedResponse<K, Map[K]>
        : K extends StatusGroup | Uppercase<StatusGroup>
          ? Map[K] extends NoContent
            ? Emptied<GroupResponse<Lowercase<K>, Map[K], Plain<keyof Map & number>>, Map[K]>
            : GroupResponse<Lowercase<K>, Map[K], Plain<keyof Map & number>>
          : K extends 'default'
            ? Map[K] extends NoContent
              ? Emptied<DefaultResponse<Map[K], Lowercase<keyof Map & string>, Plain<keyof Map & number>>, Map[K]>
              : DefaultResponse<Map[K], Lowercase<keyof Map & string>, Plain<keyof Map & number>>
            : InvalidKey<K>;
}[keyof Map];

/** What a map says of an answer without content. JSON has no `undefined`, so that means the same as `null`. */
type NoContent = null | undefined;

/**
 * The same responses without a body. 204 and its like, which a group has beside the others, have none already. `any` comes
 * here, too, since it is assignable to everything: it says nothing of the body, and such a response stays as it is.
 */
type Emptied<R, Body> = unknown extends Body
  ? R
  : R extends { readonly body: null }
    ? R
    : R extends { readonly status: infer S extends number }
      ? EmptyResponse<S>
      : never;

/** A group without the codes that have keys of their own; those that never have a body stand apart. */
type GroupResponse<G extends StatusGroup, Body, Codes> =
  TypedResponse<StatusesWithout<WithBody[G], IdTables[G], Codes & WithBody[G]>, Body> | NullBodyInGroup[G];

/**
 * One member for each group that has no key, so that `ok` is a literal in each. No 1xx: it is never the last response, so
 * no client sees it by default. Written out line by line because a mapped type would cost half as much again.
 */
type DefaultResponse<Body, Groups, Codes> =
  | ('2xx' extends Groups
      ? never
      : TypedResponse<StatusesWithout<WithBody['2xx'], Ids2xx, Codes & WithBody['2xx']>, Body>)
  | ('3xx' extends Groups
      ? never
      : TypedResponse<StatusesWithout<WithBody['3xx'], Ids3xx, Codes & WithBody['3xx']>, Body>)
  | ('4xx' extends Groups ? never : TypedResponse<StatusesWithout<Status4xx, Ids4xx, Codes & Status4xx>, Body>)
  | ('5xx' extends Groups ? never : TypedResponse<StatusesWithout<Status5xx, Ids5xx, Codes & Status5xx>, Body>);

/**
 * The statuses `All` without `Taken`. `Ids` is the table that maps each of `All` to itself: overwriting rows with `never`
 * and reading all the columns costs 5 instantiations, where `Exclude` looks at each status and needs 1,000.
 */
type StatusesWithout<All extends number, Ids, Taken extends number> = [Taken] extends [never]
  ? All
  : (Ids & { [S in Taken]: never })[keyof Ids & All];

interface IdTables {
  '1xx': Ids1xx;
  '2xx': Ids2xx;
  '3xx': Ids3xx;
  '4xx': Ids4xx;
  '5xx': Ids5xx;
}

/** The statuses of each group that can have a body. */
interface WithBody {
  '1xx': Ids1xx[keyof Ids1xx];
  '2xx': Ids2xx[keyof Ids2xx];
  '3xx': Ids3xx[keyof Ids3xx];
  '4xx': Status4xx;
  '5xx': Status5xx;
}

/** One member for each status: `res.status !== 204` takes a member out of a union, not a status out of a member. */
interface NullBodyInGroup {
  '1xx': NullBodyResponse<101> | NullBodyResponse<103>;
  '2xx': NullBodyResponse<204> | NullBodyResponse<205>;
  '3xx': NullBodyResponse<304>;
  '4xx': never;
  '5xx': never;
}

/** Stands in the union for a key that means nothing (`'40x'`), so that any use of the response shows the mistake. */
interface InvalidKey<K> {
  readonly invalidKey: K;
  readonly hint: "keys are codes (404), groups ('4xx', '4XX') and 'default'";
}
