// Maps of handlers: complete ones compile, incomplete and mistaken ones do not.
import type {
  Exhaustive,
  MatchStatus,
  ResponseOf,
  StatusHandlers,
  TypedResponse,
  Unhandled,
} from 'eslint-plugin-http-status/types';
import { type Equal, type Expect, expectType, type NotFound, type Problem, type User } from './expect.js';

type Api = ResponseOf<{ 200: User; 204: null; 404: NotFound; '5xx': Problem }>;
declare const matchStatus: MatchStatus;

export async function complete(res: Api) {
  const text = await matchStatus(res, {
    200: async (found) => (await found.json()).name,
    204: () => 'deleted',
    404: async (missing) => (await missing.json()).message,
    '5xx': async (failed) => (await failed.json()).title,
  });
  expectType<string>()(text);
}

/** The result is the union of what the handlers return. */
export function results(res: ResponseOf<{ 200: User; 404: NotFound }>) {
  const result = matchStatus(res, { 200: (found) => found.json(), 404: () => null });
  expectType<Promise<User> | null>()(result);
}

/** A handler receives what really reaches it: a group without the codes beside it, default without both. */
export function inputs(res: ResponseOf<{ 200: User; 404: NotFound; 410: NotFound; 500: Problem; 503: Problem }>) {
  matchStatus(res, {
    200: (found) => expectType<TypedResponse<200, User>>()(found),
    404: (missing) => expectType<TypedResponse<404, NotFound>>()(missing),
    '4xx': (gone) => expectType<TypedResponse<410, NotFound>>()(gone),
    default: (failed) => expectType<TypedResponse<500, Problem> | TypedResponse<503, Problem>>()(failed),
  });
  matchStatus(res, {
    '2xx': (found) => expectType<TypedResponse<200, User>>()(found),
    default: (failed) => expectType<404 | 410 | 500 | 503>()(failed.status),
  });
}

export function partOfMember(res: TypedResponse<404 | 410, NotFound>) {
  return matchStatus(res, {
    404: (missing) => expectType<404>()(missing.status),
    410: (gone) => expectType<410>()(gone.status),
  });
}

export function missing(res: Api) {
  // @ts-expect-error 404 has no handler
  matchStatus(res, { 200: () => 1, 204: () => 2, '5xx': () => 3 });
  // @ts-expect-error one 5xx handler is not all of 5xx
  matchStatus(res, { 200: () => 1, 204: () => 2, 404: () => 3, 500: () => 4 });
  // @ts-expect-error nothing is handled
  matchStatus(res, {});
}

export function unregistered(res: ResponseOf<{ 200: User; 440: Problem; 999: Problem }>) {
  matchStatus(res, { 200: () => 1, 440: () => 2, 999: () => 3 });
  matchStatus(res, { 200: () => 1, '4xx': () => 2, 999: (r) => expectType<TypedResponse<999, Problem>>()(r) });
  // @ts-expect-error 440 and 999 have no handler
  matchStatus(res, { 200: () => 1 });
  // @ts-expect-error 999 has no handler, and is in no group
  matchStatus(res, { 200: () => 1, '4xx': () => 2 });
  // @ts-expect-error 440 has no handler
  matchStatus(res, { 200: () => 1, 999: () => 3 });
}

export function unknown(res: Api) {
  matchStatus(res, {
    200: () => 1,
    204: () => 2,
    404: () => 3,
    '5xx': () => 4,
    // @ts-expect-error no response of this API has the status 403
    403: () => 5,
  });
  matchStatus(res, {
    '2xx': () => 1,
    default: () => 2,
    // @ts-expect-error nor one in 3xx
    '3xx': () => 3,
  });
  matchStatus(res, {
    default: () => 2,
    // @ts-expect-error a misspelt group
    '4x': () => 3,
  });
}

export function wrongHandler(res: ResponseOf<{ 200: User; 404: NotFound }>) {
  matchStatus(res, {
    200: () => 1,
    // @ts-expect-error a handler is a function
    404: 'not found',
  });
  matchStatus(res, {
    200: () => 1,
    // @ts-expect-error the 404 body has no name
    404: async (missing) => (await missing.json()).name,
  });
}

/** Any number may be the status of a plain response: only default covers them all. */
export function plain(res: Response) {
  matchStatus(res, {
    200: (found) => expectType<200>()(found.status),
    default: (rest) => expectType<number>()(rest.status),
  });
  // @ts-expect-error 999 has no handler
  matchStatus(res, { '1xx': () => 1, '2xx': () => 2, '3xx': () => 3, '4xx': () => 4, '5xx': () => 5 });
}

const reusable = { 200: () => 'found', 404: () => 'missing' };
export const fits = matchStatus(null as never as ResponseOf<{ 200: User; 404: NotFound }>, reusable);
export type Fits = Expect<Equal<typeof fits, string>>;

// The parts
export type Rest = Expect<Equal<Unhandled<Api, 200 | 204 | 404>, ResponseOf<{ '5xx': null }>['status']>>;
export type ByGroup = Expect<Equal<Unhandled<Api, '2xx' | '5xx'>, 404>>;
export type ByDefault = Expect<Equal<Unhandled<Api, 'default'>, never>>;
export type OfPlain = Expect<Equal<Unhandled<Response, '2xx' | '5xx'>, number>>;

export const some: StatusHandlers<Api> = {
  200: (found) => expectType<TypedResponse<200, User>>()(found),
  // @ts-expect-error no response of this API has the status 403
  403: () => 0,
};

export function register<H extends StatusHandlers<Api>>(handlers: H & Exhaustive<Api, H>) {
  return handlers;
}
register({ '2xx': () => 1, '4xx': () => 2, '5xx': () => 3 });
// @ts-expect-error 404 has no handler
register({ '2xx': () => 1, '5xx': () => 3 });
// @ts-expect-error handlers that may be there are not enough
register(some);
// @ts-expect-error nor here
matchStatus(null as never as Api, some);

// Keys may come from an enum
enum Code {
  Ok = 200,
  NotFound = 404,
  Gone = 410,
}
export function byEnum(res: ResponseOf<{ 200: User; 404: NotFound; 410: Problem }>, other: TypedResponse<Code, User>) {
  matchStatus(res, {
    [Code.Ok]: (found) => expectType<TypedResponse<200, User>>()(found),
    [Code.NotFound]: (missing) => expectType<TypedResponse<404, NotFound>>()(missing),
    '4xx': (gone) => expectType<TypedResponse<410, Problem>>()(gone),
  });
  // @ts-expect-error Gone has no handler
  matchStatus(other, { [Code.Ok]: () => 1, [Code.NotFound]: () => 2 });
  matchStatus(other, { 200: () => 1, '4xx': (failed) => expectType<Code.NotFound | Code.Gone>()(failed.status) });
}
