// The programs that scripts/types-budget.js measures.

const bodies = `
interface User { name: string }
interface NotFound { message: string }
interface Problem { title: string }
`;

/** The same function for every library whose responses have `status` and `json()`. */
const show = (/** @type {string} */ type, last = 'case 500') => `${bodies}
export async function show(res: ${type}): Promise<string> {
  switch (res.status) {
    case 200: return (await res.json()).name;
    case 404: return (await res.json()).message;
    ${last}: return (await res.json()).title;
    ${last === 'default' ? '' : 'default: return res satisfies never;'}
  }
}
`;

const ours = (/** @type {string} */ names) => `import type { ${names} } from 'eslint-plugin-http-status/types';`;

const uses = (/** @type {number[]} */ statuses) =>
  `${ours('Is4xx')}\n${statuses.map((status, i) => `export type Use${i} = Is4xx<${status}>;`).join('\n')}\n`;

/**
 * TypeScript 5.4 counts more than its successors for the same work, up to a third: it has limits of its own.
 * @typedef {{ files?: number, types?: number, instantiations?: number }} Limits
 * @type {readonly { name: string, text: string, budget: Limits & { on?: Record<string, Limits> } }[]}
 */
export const scenarios = [
  {
    name: 'import StatusCode and use it',
    text: `${ours('StatusCode')}\nexport const code: StatusCode = 404;\n`,
    budget: { files: 1, types: 130, instantiations: 0 },
  },
  { name: 'Is4xx, 2 uses', text: uses([200, 404]), budget: { instantiations: 5 } },
  {
    name: 'Is4xx, 500 uses',
    text: uses(Array.from({ length: 500 }, (_, i) => 100 + i)),
    budget: { instantiations: 1400 },
  },
  {
    name: '200 | 404 | 500 handled exhaustively',
    text: ours('ResponseOf') + show('ResponseOf<{ 200: User; 404: NotFound; 500: Problem }>'),
    budget: { files: 1, instantiations: 60, on: { 5.4: { instantiations: 66 } } },
  },
  {
    name: 'ready made: 200 | 404 | 500 exhaustively',
    text:
      ours('TypedResponse') +
      show('TypedResponse<200, User> | TypedResponse<404, NotFound> | TypedResponse<500, Problem>'),
    budget: { instantiations: 30 },
  },
  {
    name: '200, 404 and default',
    text: ours('ResponseOf') + show('ResponseOf<{ 200: User; 404: NotFound; default: Problem }>', 'default'),
    budget: { instantiations: 220, on: { 5.4: { instantiations: 260 } } },
  },
  {
    name: '200 | 404 | 500 through MatchStatus',
    text: `${ours('MatchStatus, ResponseOf')}${bodies}
declare const matchStatus: MatchStatus;
export function show(res: ResponseOf<{ 200: User; 404: NotFound; 500: Problem }>): Promise<string> {
  return matchStatus(res, {
    200: async (found) => (await found.json()).name,
    404: async (missing) => (await missing.json()).message,
    500: async (failed) => (await failed.json()).title,
  });
}
`,
    budget: { instantiations: 1300 },
  },
];

/** openapi-fetch's client for the same answers, and what is done with its result. */
const openapi = (/** @type {string} */ head, /** @type {string} */ show) => `import createClient from 'openapi-fetch';
${head}${bodies}
interface paths {
  '/users/{id}': {
    get: {
      parameters: { path: { id: number } };
      responses: {
        200: { content: { 'application/json': User } };
        404: { content: { 'application/json': NotFound } };
        500: { content: { 'application/json': Problem } };
      };
    };
  };
}
const client = createClient<paths>();
${show}`;

/**
 * The same map of statuses in other libraries, and ours on top of one of them: `over` names what the client costs by itself,
 * and `budget` what may be added to that. openapi-fetch does not tell statuses apart: it gives the union of the bodies on
 * success and that on failure.
 * @type {readonly { name: string, package: string, text: string, over?: string, budget?: Limits }[]}
 */
export const comparisons = [
  {
    name: 'hono, ready made: 200 | 404 | 500 exhaustively',
    package: 'hono',
    text: `import type { ClientResponse } from 'hono/client';${show(
      "ClientResponse<User, 200, 'json'> | ClientResponse<NotFound, 404, 'json'> | ClientResponse<Problem, 500, 'json'>",
    )}`,
  },
  {
    name: 'hono, from the route: 200 | 404 | 500 exhaustively',
    package: 'hono',
    text: `import type { ClientRequest } from 'hono/client';${bodies.replaceAll('interface', 'export interface')}
type Answer<Body, Status extends number> = { input: {}; output: Body; outputFormat: 'json'; status: Status };
type Route = { $get: Answer<User, 200> | Answer<NotFound, 404> | Answer<Problem, 500> };
declare const user: ClientRequest<'http://localhost', '/user', Route>;
${show('Awaited<ReturnType<typeof user.$get>>').replace(bodies, '')}`,
  },
  {
    name: 'hono, through its client: 200 | 404 | 500 exhaustively',
    package: 'hono',
    text: `import type { Hono } from 'hono';
import { hc } from 'hono/client';${bodies.replaceAll('interface', 'export interface')}
type Answer<Body, Status extends number> = { input: {}; output: Body; outputFormat: 'json'; status: Status };
type App = Hono<{}, { '/user': { $get: Answer<User, 200> | Answer<NotFound, 404> | Answer<Problem, 500> } }>;
const client = hc<App>('http://localhost');
${show('Awaited<ReturnType<typeof client.user.$get>>').replace(bodies, '')}`,
  },
  {
    name: 'ts-rest, from the route: 200 | 404 | 500 exhaustively',
    package: '@ts-rest/core',
    text: `import type { ClientInferResponses, ContractPlainType } from '@ts-rest/core';${bodies}
interface Route {
  method: 'GET';
  path: '/users';
  responses: { 200: ContractPlainType<User>; 404: ContractPlainType<NotFound>; 500: ContractPlainType<Problem> };
  strictStatusCodes: true;
}
export function show(res: ClientInferResponses<Route>): string {
  switch (res.status) {
    case 200: return res.body.name;
    case 404: return res.body.message;
    case 500: return res.body.title;
    default: return res satisfies never;
  }
}
`,
  },
  {
    name: 'ts-rest, through its client: 200 | 404 | 500 exhaustively',
    package: '@ts-rest/core',
    text: `import { initClient, initContract } from '@ts-rest/core';${bodies}
const c = initContract();
const contract = c.router({
  user: {
    method: 'GET',
    path: '/user',
    responses: { 200: c.type<User>(), 404: c.type<NotFound>(), 500: c.type<Problem>() },
    strictStatusCodes: true,
  },
});
const client = initClient(contract, { baseUrl: '', baseHeaders: {} });
export async function show(): Promise<string> {
  const res = await client.user();
  switch (res.status) {
    case 200: return res.body.name;
    case 404: return res.body.message;
    case 500: return res.body.title;
    default: return res satisfies never;
  }
}
`,
  },
  {
    name: 'fets, ready made: 200 | 404 | 500 exhaustively',
    package: 'fets',
    text: `import type { Response } from 'fets';${show(
      'Response<User, {}, 200> | Response<NotFound, {}, 404> | Response<Problem, {}, 500>',
    )}`,
  },
  {
    name: 'openapi-fetch: success or failure only',
    package: 'openapi-fetch',
    text: openapi(
      '',
      `export async function show(): Promise<string> {
  const { data, error } = await client.GET('/users/{id}', { params: { path: { id: 1 } } });
  if (data) return data.name;
  return 'title' in error ? error.title : error.message;
}
`,
    ),
  },
  {
    name: 'openapi-fetch with StatusResult: exhaustively',
    package: 'openapi-fetch',
    over: 'openapi-fetch: success or failure only',
    budget: { instantiations: 100 },
    text: openapi(
      ours('StatusResult'),
      `async function narrowed<Operation>(request: Promise<{ response: Response }>) {
  return request.then((result) => ({ ...result, status: result.response.status }) as StatusResult<Operation>);
}
export async function show(): Promise<string> {
  const request = client.GET('/users/{id}', { params: { path: { id: 1 } } });
  const { status, data, error } = await narrowed<paths['/users/{id}']['get']>(request);
  switch (status) {
    case 200: return data.name;
    case 404: return error.message;
    case 500: return error.title;
    default: return status satisfies never;
  }
}
`,
    ),
  },
];
