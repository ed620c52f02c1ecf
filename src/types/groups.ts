import type { StatusIds, Status1xx, Status2xx, Status3xx, Status4xx, Status5xx } from './groups.generated.js';

/** The statuses of each group, by the group's name. */
export interface StatusesByGroup {
  '1xx': Status1xx;
  '2xx': Status2xx;
  '3xx': Status3xx;
  '4xx': Status4xx;
  '5xx': Status5xx;
}

/**
 * The name of a group of statuses: `'1xx'`, `'2xx'`, `'3xx'`, `'4xx'` or `'5xx'`.
 *
 * ```ts
 * const errors: StatusGroup[] = ['4xx', '5xx'];
 * ```
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
export type StatusGroup = '1xx' | '2xx' | '3xx' | '4xx' | '5xx';

/**
 * Is `T` an informational status? `true`, `false`, or `boolean` where it may be one.
 *
 * ```ts
 * type A = Is1xx<103>; //=> true
 * type B = Is1xx<200>; //=> false
 * type C = Is1xx<number>; //=> boolean
 * ```
 *
 * @see [RFC 9110, Section 15.2](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.2)
 */
export type Is1xx<T> = T extends Status1xx ? true : Status1xx extends T ? boolean : false;

/**
 * Is `T` a success? `true`, `false`, or `boolean` where it may be one.
 *
 * ```ts
 * type A = Is2xx<201 | 204>; //=> true
 * type B = Is2xx<304>; //=> false
 * type C = Is2xx<200 | 404>; //=> boolean
 * ```
 *
 * @see [RFC 9110, Section 15.3](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.3)
 */
export type Is2xx<T> = T extends Status2xx ? true : Status2xx extends T ? boolean : false;

/**
 * Is `T` a redirection? `true`, `false`, or `boolean` where it may be one.
 *
 * ```ts
 * type A = Is3xx<304>; //=> true
 * type B = Is3xx<'304'>; //=> false
 * type C = Is3xx<unknown>; //=> boolean
 * ```
 *
 * @see [RFC 9110, Section 15.4](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4)
 */
export type Is3xx<T> = T extends Status3xx ? true : Status3xx extends T ? boolean : false;

/**
 * Is `T` a client error? `true`, `false`, or `boolean` where it may be one. Any number from 400 to 499 counts, registered
 * or not.
 *
 * ```ts
 * type A = Is4xx<404 | 499>; //=> true
 * type B = Is4xx<500 | 999>; //=> false
 * type C = Is4xx<200 | 404>; //=> boolean
 * type D = Is4xx<never>; //=> never
 * ```
 *
 * @see [RFC 9110, Section 15.5](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5)
 */
export type Is4xx<T> = T extends Status4xx ? true : Status4xx extends T ? boolean : false;

/**
 * Is `T` a server error? `true`, `false`, or `boolean` where it may be one.
 *
 * ```ts
 * type A = Is5xx<503>; //=> true
 * type B = Is5xx<429>; //=> false
 * type C = Is5xx<number>; //=> boolean
 * ```
 *
 * @see [RFC 9110, Section 15.6](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.6)
 */
export type Is5xx<T> = T extends Status5xx ? true : Status5xx extends T ? boolean : false;

/**
 * The group of a status. Of a union: the groups of its members; of what is not a status: `never`.
 *
 * ```ts
 * type A = StatusGroupOf<404>; //=> '4xx'
 * type B = StatusGroupOf<204 | 503>; //=> '2xx' | '5xx'
 * type C = StatusGroupOf<999 | '404'>; //=> never
 * type D = StatusGroupOf<number>; //=> StatusGroup
 * ```
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
export type StatusGroupOf<T> = T extends Status2xx
  ? '2xx'
  : T extends Status4xx
    ? '4xx'
    : T extends Status5xx
      ? '5xx'
      : T extends Status3xx
        ? '3xx'
        : T extends Status1xx
          ? '1xx'
          : Anything extends T
            ? StatusGroup
            : never;

/**
 * The groups in which a set of statuses has members. The answer is that of `StatusGroupOf`; it asks once for each group
 * instead of once for each status, which is cheaper for a union of many.
 *
 * ```ts
 * type A = GroupsOf<200 | 201 | 404>; //=> '2xx' | '4xx'
 * type B = GroupsOf<ServerErrorStatusCode>; //=> '5xx'
 * type C = GroupsOf<number>; //=> StatusGroup
 * ```
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
export type GroupsOf<S> = Anything extends S
  ? StatusGroup
  : { [G in StatusGroup]: [Plain<S> & StatusesByGroup[G]] extends [never] ? never : G }[StatusGroup];

/**
 * A number that no set of statuses holds, so that it is assignable only to types as wide as `number`. `number` itself would
 * not do for the question: it is assignable to every enum of numbers.
 */
export type Anything = 0.5;

/**
 * The numbers of a set of statuses. They are the set itself, but for members of an enum: these are assignable to the literal
 * of the same value, and yet the intersection of the two is `never`; a table of literals, read at the member, has the
 * literal.
 */
export type Plain<S> = [S] extends [S & keyof StatusIds]
  ? S
  : S extends keyof StatusIds
    ? StatusIds[S]
    : S extends number
      ? S
      : never;

/** The statuses that a choice names: `'4xx'` stands for all of its group, a number for itself. */
export type StatusesIn<Choice> = Choice extends StatusGroup ? StatusesByGroup[Choice] : Choice;
