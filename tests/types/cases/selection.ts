// Choosing responses by group: the types, guards, assertions.
import type {
  AssertStatus,
  GroupedResponse,
  NullBodyResponse,
  ResponseIn,
  ResponseOf,
  StatusGuard,
  TypedResponse,
} from 'eslint-plugin-http-status/types';
import { type Equal, type Expect, expectType, type NotFound, type Problem, type User } from './expect.js';

type Api = ResponseOf<{ 200: User; 404: NotFound; 422: Problem; 500: Problem }>;

export type WholeMembers = Expect<
  Equal<ResponseIn<Api, '4xx'>, TypedResponse<404, NotFound> | TypedResponse<422, Problem>>
>;
export type SeveralGroups = Expect<Equal<ResponseIn<Api, '2xx' | '5xx'>['status'], 200 | 500>>;
export type CodesToo = Expect<Equal<ResponseIn<Api, 422 | '5xx'>['status'], 422 | 500>>;
export type Nothing = Expect<Equal<ResponseIn<Api, '3xx'>, never>>;

// A member that spans two groups is split
type Spanning = TypedResponse<200, User> | TypedResponse<404 | 500, Problem>;
export type Split = Expect<Equal<ResponseIn<Spanning, '4xx'>['status'], 404>>;
export type SplitOk = Expect<Equal<ResponseIn<TypedResponse<200 | 404, User>, '2xx'>['ok'], true>>;
export type SplitBody = Expect<Equal<Awaited<ReturnType<ResponseIn<Spanning, '4xx'>['json']>>, Problem>>;

// Other things with a status
export type PlainOk = Expect<Equal<ResponseIn<Response, '4xx'>['ok'], false>>;
export type OtherClient = Expect<
  Equal<ResponseIn<{ status: 200; data: User } | { status: 404 }, '2xx'>, { status: 200; data: User }>
>;

declare const isStatusIn: StatusGuard;
declare const assertStatusIn: AssertStatus;

export async function guardOnUnion(res: Api) {
  if (isStatusIn(res, '4xx')) {
    expectType<404 | 422>()(res.status);
    expectType<NotFound | Problem>()(await res.json());
    if (res.status === 404) expectType<NotFound>()(await res.json());
    // @ts-expect-error already 4xx
    if (res.status === 200) return;
    return;
  }
  expectType<200 | 500>()(res.status);
  if (!isStatusIn(res, 500)) return expectType<User>()(await res.json());
}

export async function guardOnSpanning(res: Spanning) {
  if (isStatusIn(res, '5xx')) {
    expectType<500>()(res.status);
    expectType<Problem>()(await res.json());
  }
}

export async function guardOnPlain(res: Response) {
  if (isStatusIn(res, '4xx', '5xx')) {
    expectType<false>()(res.ok);
    expectType<any>()(await res.json());
    // @ts-expect-error 200 is not an error
    if (res.status === 200) return;
    const plain: Response = res;
    return plain;
  }
  expectType<number>()(res.status);
}

export function guardAgainstNothing(res: Api) {
  // @ts-expect-error there is no group 6xx
  isStatusIn(res, '6xx');
  if (isStatusIn(res, '3xx')) res satisfies never;
}

export function guardInFilter(all: Api[]) {
  const failed = all.filter((res) => isStatusIn(res, '4xx', '5xx'));
  return failed;
}

export async function assertion(res: Api) {
  assertStatusIn(res, '2xx');
  expectType<TypedResponse<200, User>>()(res);
}

export function assertionOnPlain(res: Response) {
  assertStatusIn(res, 200, 404);
  expectType<200 | 404>()(res.status);
}

export async function grouped(
  it: GroupedResponse<ResponseOf<{ 200: User; 204: null; 404: NotFound; '5xx': Problem }>>,
) {
  switch (it.group) {
    case '2xx':
      return expectType<TypedResponse<200, User> | NullBodyResponse<204>>()(it.res);
    case '4xx':
      return (await it.res.json()).message;
    case '5xx':
      return (await it.res.json()).title;
    default:
      return it satisfies never;
  }
}
export type GroupsOfPlain = Expect<Equal<GroupedResponse<Response>['group'], '1xx' | '2xx' | '3xx' | '4xx' | '5xx'>>;
export type GroupsOfSpanning = Expect<Equal<GroupedResponse<Spanning>['group'], '2xx' | '4xx' | '5xx'>>;

// Statuses may come from an enum
enum Code {
  Ok = 200,
  NotFound = 404,
  Gone = 410,
}
export type EnumIn = Expect<Equal<ResponseIn<TypedResponse<Code, User>, '4xx'>['status'], Code.NotFound | Code.Gone>>;
export type EnumOut = Expect<Equal<ResponseIn<TypedResponse<Code, User>, '5xx'>, never>>;
export type EnumGroups = Expect<Equal<GroupedResponse<TypedResponse<Code, User>>['group'], '2xx' | '4xx'>>;
