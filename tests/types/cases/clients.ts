// Types of whole clients: PickStatus, OmitStatus, StatusResult.
import type { OmitStatus, PickStatus, ResponseOf, StatusResult, TypedResponse } from 'eslint-plugin-http-status/types';
import { type Equal, type Expect, expectType, type NotFound, type Problem, type User } from './expect.js';

type UserResponse = ResponseOf<{ 200: User; 401: Problem; 404: NotFound; 500: Problem }>;

interface Client {
  readonly version: string;
  users: {
    get(id: number): Promise<UserResponse>;
    list: (page?: number, size?: number) => Promise<ResponseOf<{ 200: User[]; 500: Problem }>>;
    url(id: number): URL;
    count(): Promise<number>;
  };
}

type Ok = PickStatus<Client, '2xx'>;
export async function onlyOk(client: Ok) {
  expectType<TypedResponse<200, User>>()(await client.users.get(1));
  expectType<User[]>()(await (await client.users.list(1, 20)).json());
  // @ts-expect-error the arguments stay as they are
  void client.users.get('1');
  // What is no response stays as it is.
  expectType<URL>()(client.users.url(1));
  expectType<number>()(await client.users.count());
  expectType<string>()(client.version);
}

type LoggedIn = OmitStatus<Client, 401 | '5xx'>;
export async function loggedIn(client: LoggedIn) {
  const res = await client.users.get(1);
  expectType<200 | 404>()(res.status);
  // @ts-expect-error the wrapper has dealt with 401
  if (res.status === 401) return;
  return res.ok ? (await res.json()).name : (await res.json()).message;
}

/** A table of responses by address is a client, too. */
interface Table {
  '/users': UserResponse;
  [path: `/users/${number}`]: UserResponse;
}
export type OfTable = Expect<Equal<PickStatus<Table, 404>['/users'], TypedResponse<404, NotFound>>>;
export type OfPattern = Expect<Equal<OmitStatus<Table, '4xx' | '5xx'>['/users/1'], TypedResponse<200, User>>>;
/** So is a response by itself, and other things with a status. */
export type OfResponse = Expect<Equal<PickStatus<UserResponse, 500>, TypedResponse<500, Problem>>>;
export type OfOther = Expect<Equal<OmitStatus<{ status: 200; data: User } | { status: 404 }, 200>, { status: 404 }>>;

interface Operation {
  parameters: { path: { id: number } };
  responses: {
    200: { headers: {}; content: { 'application/json': User } };
    204: { content?: never };
    404: { content: { 'application/json': NotFound } };
    410: { content?: never };
    '5XX': { content: { 'application/problem+json': Problem } };
  };
}

export function everyStatus(result: StatusResult<Operation>): string {
  switch (result.status) {
    case 200:
      expectType<undefined>()(result.error);
      return result.data.name;
    case 204:
      return String(expectType<undefined>()(result.data));
    case 404:
      expectType<undefined>()(result.data);
      return result.error.message;
    case 410:
      expectType<410>()(result.response.status);
      return String(expectType<undefined>()(result.error));
    default:
      return result.error.title;
  }
}

export async function destructured({ status, data, error, response }: StatusResult<Operation>) {
  if (status === 404) return error.message;
  // @ts-expect-error no 403 is declared
  if (status === 403) return;
  // @ts-expect-error it may be an error
  void data.name;
  if (status !== 200) return response.statusText;
  expectType<User>()(data);
  // The body has been read: what json() would give is never there.
  expectType<never>()(await response.json());
}

export type NoOperation = Expect<Equal<StatusResult<{ method: 'GET' }>, never>>;
type WithDefault = StatusResult<{
  responses: { 200: { content: { 'application/json': User } }; default: { content: { 'application/json': Problem } } };
}>;
export function withDefault(result: WithDefault): string {
  if (result.status === 200) return result.data.name;
  // An undescribed success is a success: openapi-fetch gives its body as data.
  if (result.status === 201) return result.data.title;
  return result.status === 404 ? result.error.title : '';
}
