// ResponseOf: a code before its group, a group before default, and no body where there is none.
import type {
  EmptyResponse,
  NullBodyResponse,
  ResponseOf,
  Status2xx,
  Status3xx,
  Status4xx,
  Status5xx,
  TypedResponse,
} from 'eslint-plugin-http-status/types';
import type { Equal, Expect, NotFound, Problem, User } from './expect.js';

type Body<R, S> = R extends { readonly status: infer Own; json(): Promise<infer B> }
  ? S extends Own
    ? B
    : never
  : never;
type Is<R, S extends number> = R extends { readonly status: infer Own } ? (S extends Own ? R : never) : never;

type Precedence = ResponseOf<{ 404: NotFound; '4xx': User; default: Problem }>;
export type ExactBeforeGroup = Expect<Equal<Body<Precedence, 404>, NotFound>>;
export type GroupBeforeDefault = Expect<Equal<Body<Precedence, 403>, User>>;
export type DefaultIsTheRest = Expect<Equal<Body<Precedence, 500 | 302 | 201>, Problem>>;
export type EveryStatusOnce = Expect<
  Equal<Precedence['status'], Exclude<Status2xx | Status3xx | Status4xx | Status5xx, 204 | 205 | 304>>
>;
export type ExactIsNotInTheGroup = Expect<Equal<Is<Precedence, 403>, TypedResponse<Exclude<Status4xx, 404>, User>>>;

type EachGroup = ResponseOf<{ '1xx': 1; '2xx': 2; '3xx': 3; '4xx': 4; '5xx': 5; default: 6 }>;
export type NothingLeft = Expect<Equal<Body<EachGroup, 100 | 200 | 300 | 400 | 500>, 1 | 2 | 3 | 4 | 5>>;
export type OneByOne = Expect<
  Equal<[Body<EachGroup, 199>, Body<EachGroup, 299>, Body<EachGroup, 399>, Body<EachGroup, 599>], [1, 2, 3, 5]>
>;

// Both spellings of a group
type OpenApi = ResponseOf<{ 404: NotFound; '4XX': User; '5XX': Problem; default: null }>;
export type UpperCase = Expect<Equal<Body<OpenApi, 403>, User>>;
export type UpperCaseExact = Expect<Equal<Body<OpenApi, 404>, NotFound>>;
export type UpperCaseBeforeDefault = Expect<Equal<Body<OpenApi, 503>, Problem>>;
export type SameMeaning = Expect<Equal<ResponseOf<{ '4XX': User }>, ResponseOf<{ '4xx': User }>>>;

// No body
type Success = ResponseOf<{ '2xx': User }>;
export type No204 = Expect<Equal<Is<Success, 204 | 205>, NullBodyResponse<204> | NullBodyResponse<205>>>;
export type Only204 = Expect<
  Equal<
    ResponseOf<{ 204: null; '2xx': User }>,
    TypedResponse<Exclude<Status2xx, 204 | 205>, User> | NullBodyResponse<204> | NullBodyResponse<205>
  >
>;
export type BothNamed = Expect<
  Equal<Is<ResponseOf<{ 204: null; 205: null; '2xx': User }>, 205>, NullBodyResponse<205>>
>;
export type No304 = Expect<Equal<Is<ResponseOf<{ '3xx': User }>, 304>, NullBodyResponse<304>>>;
export type No101 = Expect<Equal<Is<ResponseOf<{ '1xx': User }>, 103>, NullBodyResponse<103>>>;
export type BodyIgnored = Expect<Equal<ResponseOf<{ 204: User }>, NullBodyResponse<204>>>;

export async function noBodyIn2xx(res: Success | ResponseOf<{ '4xx': Problem }>) {
  // @ts-expect-error a 204 or 205 response has no body
  if (res.ok) await res.json();
  if (res.status === 204) {
    // @ts-expect-error a 204 response has no body
    await res.json();
  }
  if (res.ok && res.status !== 204 && res.status !== 205) return (await res.json()).name;
  if (!res.ok) return (await res.json()).title;
  return res.status satisfies 204 | 205;
}

/** Who knows that the server sends neither takes them out. */
export async function withoutNullBody(res: Exclude<Success, NullBodyResponse>) {
  return (await res.json()).name;
}

// ok is a literal in every member
export type OkByStatus = Expect<Equal<Is<Precedence, 201>['ok'], true>>;
export type NotOk = Expect<Equal<Is<Precedence, 302 | 404 | 500>['ok'], false>>;
export type OkOfMixed = Expect<Equal<TypedResponse<200 | 404>['ok'], boolean>>;
export type OkOfNumber = Expect<Equal<TypedResponse['ok'], boolean>>;
export type OkOf999 = Expect<Equal<ResponseOf<{ 999: Problem }>['ok'], false>>;

// Any object type does as a map
interface Documented {
  readonly 200: User;
  404?: NotFound;
}
export type FromInterface = Expect<Equal<ResponseOf<Documented>['status'], 200 | 404>>;
export type Generic<T> = ResponseOf<{ 200: T; default: Problem }>;
export type OfGeneric = Expect<Equal<Body<Generic<User[]>, 200>, User[]>>;

/** A key that means nothing is not dropped in silence: the response cannot be used. */
export function misspelt(res: ResponseOf<{ 200: User; '40x': Problem }>) {
  // @ts-expect-error '40x' is not a key
  return res.status;
}

// Keys and statuses may come from an enum
enum Code {
  Ok = 200,
  NotFound = 404,
  Gone = 410,
}
type ByEnum = ResponseOf<{ [Code.Ok]: User; [Code.NotFound]: NotFound; '4xx': Problem; default: null }>;
export type EnumExact = Expect<Equal<Body<ByEnum, Code.NotFound>, NotFound>>;
export type EnumIsNotInTheGroup = Expect<Equal<Body<ByEnum, 404>, NotFound>>;
export type EnumIsNotInDefault = Expect<Equal<Body<ByEnum, 200>, User>>;
export type EnumGroup = Expect<Equal<Body<ByEnum, 403>, Problem>>;
export type EnumOk = Expect<Equal<TypedResponse<Code.Ok>['ok'], true>>;
export type EnumNotOk = Expect<Equal<TypedResponse<Code.NotFound | Code.Gone>['ok'], false>>;
export type EnumMixed = Expect<Equal<TypedResponse<Code>['ok'], boolean>>;

// null says that there is no body, under every kind of key
type Bodiless = ResponseOf<{ 200: User; 404: null; '3xx': null; '4xx': undefined; default: null }>;
export type EmptyExact = Expect<Equal<Is<Bodiless, 404>, EmptyResponse<404>>>;
export type EmptyGroup = Expect<Equal<Is<Bodiless, 403>, EmptyResponse<Exclude<Status4xx, 404>>>>;
export type EmptyRedirection = Expect<Equal<Is<Bodiless, 302>, EmptyResponse<Exclude<Status3xx, 304>>>>;
export type StillNullBody = Expect<Equal<Is<Bodiless, 304>, NullBodyResponse<304>>>;
export type EmptyDefault = Expect<Equal<Is<Bodiless, 503>, EmptyResponse<Status5xx>>>;
export type EmptyOk = Expect<Equal<[Is<Bodiless, 404>['ok'], Is<Bodiless, 201>['ok']], [false, true]>>;
export type EmptyUndefined = Expect<Equal<ResponseOf<{ 202: undefined }>, EmptyResponse<202>>>;
export type EmptyNever = Expect<Equal<ResponseOf<{ 202: never }>, EmptyResponse<202>>>;
export type EmptyByEnum = Expect<Equal<ResponseOf<{ [Code.NotFound]: null }>, EmptyResponse<Code.NotFound>>>;
// … and nothing else does
export type MayBeNull = Expect<Equal<ResponseOf<{ 200: User | null }>, TypedResponse<200, User | null>>>;
export type AnyBody = Expect<Equal<ResponseOf<{ 200: any }>, TypedResponse<200, any>>>;
export type AnyGroup = Expect<Equal<ResponseOf<{ '5xx': any }>, TypedResponse<Status5xx, any>>>;
export type UnknownBody = Expect<Equal<ResponseOf<{ 200: unknown }>, TypedResponse<200, unknown>>>;
export type FalsyBody = Expect<Equal<ResponseOf<{ 200: '' | 0 | false }>, TypedResponse<200, '' | 0 | false>>>;

export async function bodiless(res: Bodiless): Promise<string | null> {
  // @ts-expect-error a 404 of this API has no body
  if (res.status === 404) return (await res.json()).message;
  // @ts-expect-error neither has a 503
  if (res.status === 503) await res.formData();
  if (!res.ok) return (await res.text()) satisfies '';
  const platform: Response = res;
  return res.status === 200 ? (await res.json()).name : platform.statusText;
}

/** Whether a type parameter is null cannot be known in a generic function: there its response is named by itself. */
export async function unwrap<T>(
  res: TypedResponse<200, T> | ResponseOf<{ 404: null; 500: Problem }>,
): Promise<T | null> {
  if (res.status === 404) return null;
  if (!res.ok) throw new Error((await res.json()).title);
  return await res.json();
}
export const unwrapped = (res: ResponseOf<{ 200: User; 404: null; 500: Problem }>): Promise<User | null> => unwrap(res);
export type GenericNull = Expect<Equal<Generic<null>, ResponseOf<{ 200: null; default: Problem }>>>;
