// How responses narrow: by switch, by ===, by ok, by destructured and aliased conditions.
import type { NullBodyResponse, ResponseOf, TypedResponse } from 'eslint-plugin-http-status/types';
import { expectType, type NotFound, type Problem, type User } from './expect.js';

type Api = ResponseOf<{ 200: User; 204: null; 404: NotFound; '5xx': Problem }>;

function assertNever(value: never): never {
  throw new Error(`Unexpected ${String(value)}`);
}

export async function bySwitch(res: Api) {
  switch (res.status) {
    case 200:
      expectType<TypedResponse<200, User>>()(res);
      return (await res.json()).name;
    case 204:
      expectType<NullBodyResponse<204>>()(res);
      // @ts-expect-error a 204 response has no body
      await res.json();
      // @ts-expect-error nor can it be read as a form
      await res.formData();
      expectType<''>()(await res.text());
      return expectType<null>()(res.body);
    case 404:
      return (await res.json()).message;
    // @ts-expect-error no response of this API has the status 403
    case 403:
      return 'forbidden';
    default:
      return (await res.json()).title;
  }
}

export function unfinished(res: Api) {
  switch (res.status) {
    case 200:
    case 204:
    case 404:
      return;
    default:
      // @ts-expect-error 5xx is left
      res satisfies never;
      // @ts-expect-error 5xx is left
      return assertNever(res);
  }
}

export async function byEquality(res: Api) {
  // @ts-expect-error no response of this API has the status 403
  if (res.status === 403) return;
  if (res.status === 404) return expectType<NotFound>()(await res.json());
  if (res.status === 502 || res.status === 503) return expectType<Problem>()(await res.json());
  if (res.status !== 200) {
    // @ts-expect-error 204 is still possible here
    await res.json();
    return;
  }
  expectType<User>()(await res.json());
}

export async function byOk(res: Api) {
  if (!res.ok) {
    expectType<NotFound | Problem>()(await res.json());
    expectType<false>()(res.ok);
    return;
  }
  expectType<200 | 204>()(res.status);
  // @ts-expect-error a 204 is ok, too, and has no body
  await res.json();
  if (res.status !== 204) expectType<User>()(await res.json());
}

export async function exhaustively(res: ResponseOf<{ 200: User; 404: NotFound; 500: Problem }>) {
  switch (res.status) {
    case 200:
      return (await res.json()).name;
    case 404:
      return (await res.json()).message;
    case 500:
      return (await res.json()).title;
    default:
      res satisfies never;
      return assertNever(res);
  }
}

export function byReturnType(res: ResponseOf<{ 200: User; 404: NotFound }>): string {
  switch (res.status) {
    case 200:
      return 'found';
    case 404:
      return 'missing';
  }
}

// @ts-expect-error a function that forgets 500 does not always return a string
export function forgetful(res: ResponseOf<{ 200: User; 404: NotFound; 500: Problem }>): string {
  switch (res.status) {
    case 200:
      return 'found';
    case 404:
      return 'missing';
  }
}

export async function destructured(res: Api) {
  const { status, ok } = res;
  if (status === 404) return expectType<NotFound>()(await res.json());
  if (!ok) return expectType<Problem>()(await res.json());
}

export async function aliased(res: Api) {
  const failed = !res.ok;
  const missing = res.status === 404;
  if (missing) return expectType<NotFound>()(await res.json());
  if (failed) return expectType<Problem>()(await res.json());
}

export function cloned(res: TypedResponse<200, User>) {
  expectType<TypedResponse<200, User>>()(res.clone());
}

/** A typed response is a response: it goes wherever one is expected, and what `fetch` gives can be declared to be one. */
export async function platform(res: Api): Promise<Response> {
  const again = (await fetch('/users/1')) as Api;
  expectType<Api>()(again);
  expectType<Headers>()(res.headers);
  const some: TypedResponse = res.status === 200 ? res : again.status === 404 ? again : (undefined as never);
  expectType<number>()(some.status);
  expectType<boolean>()(some.ok);
  return res;
}
