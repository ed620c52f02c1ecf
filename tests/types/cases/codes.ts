// Codes, phrases, groups, and bodies that repeat the status.
import type * as Types from 'eslint-plugin-http-status/types';
import type { Equal, Expect } from './expect.js';

export type Client = Expect<
  Equal<Extract<Types.ClientErrorStatusCode, 400 | 404 | 418 | 440 | 451 | 500>, 400 | 404 | 440 | 451>
>;
export type All = Expect<Equal<Types.StatusCode, keyof Types.StatusCodes>>;
export type Groups = Expect<Equal<Types.GroupsOf<Types.StatusCode>, Types.StatusGroup>>;

export type Phrase = Expect<Equal<Types.ReasonPhrase<404>, 'Not Found'>>;
export type Phrases = Expect<Equal<Types.ReasonPhrase<502 | 503>, 'Bad Gateway' | 'Service Unavailable'>>;
// @ts-expect-error 418 is unused
export type NoPhrase = Types.ReasonPhrase<418>;
// @ts-expect-error 306 is unused
export const unused: Types.StatusCode = 306;

// Codes of one's own
declare module 'eslint-plugin-http-status/types' {
  interface StatusCodes {
    readonly 440: 'Login Time-out';
  }
}
export type OwnPhrase = Expect<Equal<Types.ReasonPhrase<440>, 'Login Time-out'>>;
export const own: Types.StatusCode & Types.ClientErrorStatusCode = 440;
// @ts-expect-error but not a server error
export const notServer: Types.ServerErrorStatusCode = 440;

export type Name = Expect<Equal<Types.StatusLike<404>, 404 | '404'>>;
export type AnyName = Expect<Equal<Types.StatusLike, number | `${number}`>>;
export type FromText = Expect<Equal<Types.ToStatus<'404'>, 404>>;
export type FromBoth = Expect<Equal<Types.ToStatus<401 | '404'>, 401 | 404>>;
export type RoundTrip = Expect<Equal<Types.ToStatus<Types.StatusLike<401 | 429>>, 401 | 429>>;
export type NotANumber = Expect<Equal<Types.ToStatus<'not found' | null | undefined>, never>>;
export type Wide = Expect<Equal<Types.ToStatus<string>, number>>;
export type Unknown = Expect<Equal<Types.ToStatus<unknown>, number>>;
export type Never = Expect<Equal<Types.ToStatus<never>, never>>;

// The types in between are not part of what is public.
// @ts-expect-error private
export type Private = Types.StatusesByGroup;
