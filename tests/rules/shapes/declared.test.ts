import no200Only from '../../../rules/no-200-only.js';
import noUncheckedResponse from '../../../rules/no-unchecked-response.js';
import requireErrorBranch from '../../../rules/require-error-branch.js';
import { testVerdicts, type Invalid } from '../tester.js';

// What a type declares of a response, in the file or elsewhere.

const library = `import type { NullBodyResponse, ResponseOf, TypedResponse } from 'eslint-plugin-http-status/types';\n`;

/** A function that handles 200 and 404 and no other status, of a response with this type. */
const handling = (cast: string, before = library): string => `${before}
async function load(u: string) {
  const res = (await fetch(u)) ${cast};
  switch (res.status) {
    case 200:
      show(await res.json());
      break;
    case 404:
      return null;
  }
}`;

/** One that reads the body without a look at the status. */
const reading = (cast: string, before = library): string => `${before}
async function load(u: string) {
  const res = (await fetch(u)) ${cast};
  return res.json();
}`;

const declared = 'ResponseOf<{ 200: User; 404: Problem }>';

/** Types that declare 200 and 404, or that only the compiler knows. */
const narrow = [
  handling(`as ${declared}`),
  handling(`as unknown as ${declared}`),
  handling('as TypedResponse<200, User> | TypedResponse<404, Problem>'),
  handling('as TypedResponse<200 | 404, User>'),
  handling(`as ${declared} | undefined`),
  handling(`as ${declared} & { url: string }`),
  handling('as R', `${library}type R = ${declared};`),
  handling('as R', `${library}type Statuses = 200 | 404; type R = TypedResponse<Statuses, User>;`),
  handling('as R', `${library}interface R extends TypedResponse<200 | 404, User> {}`),
  handling('as R<User>', `${library}type R<T> = ResponseOf<{ 200: T; 404: Problem }>;`),
  handling('as R<200 | 404>', `${library}type R<S extends number> = TypedResponse<S, User>;`),
  handling('as ResponseOf<Users>', `${library}interface Users { 200: User; 404: Problem }`),
  handling('as ResponseOf<Found & Missing>', `${library}type Found = { 200: User }; type Missing = { 404: Problem };`),
  handling('as Of<{ 200: User; 404: Problem }>', "import type { ResponseOf as Of } from 'typed-http-status';"),
  handling('as T.ResponseOf<{ 200: User; 404: Problem }>', "import type * as T from 'typed-http-status';"),
  handling(`as import('typed-http-status').${declared}`, ''),
  // The platform's name for something else.
  handling('as Response', `${library}type Response = ${declared};`),
  // Written by hand.
  handling('as R', 'type R = { status: 200; json(): Promise<User> } | { status: 404; json(): Promise<Problem> };'),
  // In code that is not read.
  handling('as MyResponse', "import type { MyResponse } from './api.js';"),
  handling('as MyResponse', ''),
  handling("as paths['/users']['get']", "import type { paths } from './schema.js';"),
  handling('as ResponsesOf<Users>', 'type ResponsesOf<M> = { [S in keyof M]: M[S] }[keyof M];'),
  handling('as TypedResponse<HttpStatus.OK, User>', library),
  handling('as ResponseOf<{ [Status.Ok]: User }>', library),
  // A type that is made of itself.
  handling('as A', 'type A = B; type B = A;'),
  handling('as A', 'interface A extends B {} interface B extends A {}'),
];

/** Types that say no more than `Response` does. */
const plain = [
  'as Response',
  'as any',
  'as unknown',
  'as unknown as Response',
  'as globalThis.Response',
  'as Response & { ok: true }',
  'as Response & Extra',
  'as Response | undefined',
  `as Response | ${declared}`,
  'as Awaited<ReturnType<typeof fetch>>',
  'as Awaited<ReturnType<typeof window.fetch>>',
  'as NonNullable<Response>',
  'as TypedResponse',
  'as TypedResponse<number, User>',
  'as { ok: boolean; json(): Promise<User> }',
  `satisfies ${declared}`,
  '',
];
const plainBefore: readonly (readonly [string, string])[] = [
  ['as R', 'interface R extends Response { json(): Promise<User> }'],
  ['as R', 'interface R { readonly ok: boolean; json(): Promise<User> }'],
  ['as Maybe<Response>', 'type Maybe<T> = T | null;'],
  ['as FetchResponse', "import { Response as FetchResponse } from 'node-fetch';"],
  ['as nodeFetch.Response', "import * as nodeFetch from 'node-fetch';"],
];
const plainPrograms = (program: (cast: string, before?: string) => string): string[] => [
  ...plain.map((cast) => program(cast)),
  ...plainBefore.map(([cast, before]) => program(cast, before)),
];

const invalid = (codes: readonly string[], messageId: string): Invalid[] =>
  codes.map((code) => ({ code, errors: [messageId] }));

/** Where a type may stand, each with a switch that is exhaustive for it. */
const exhaustive = `switch (res.status) {
    case 200:
      show(await res.json());
      break;
    case 404:
      return null;
  }`;
const places = [
  `async function load(u) { const res: R = await get(u); ${exhaustive} }
  const get = (u): Promise<any> => fetch(u);`,
  `async function load(u) { const promise: Promise<R> = fetch(u) as any; const res = await promise; ${exhaustive} }`,
  `async function load(u) { let res: R; res = (await fetch(u)) as any; ${exhaustive} }`,
  `async function load(u) { const res = await get(u); ${exhaustive} }
  async function get(u): Promise<R> { return fetch(u) as any; }`,
  `async function load(u) { const res = await get(u); ${exhaustive} }
  const get: (u: string) => Promise<R> = (u) => fetch(u) as any;`,
  `const get = (u) => fetch(u) as Promise<R>;
  async function load(u) { const res = await get(u); ${exhaustive} }`,
  `const load = (u) => fetch(u).then(async (res: R) => { ${exhaustive} });`,
  `const load = (u) => fetch(u).then(take); async function take(res: R) { ${exhaustive} }`,
  `async function load(us) { const [res] = (await Promise.all([fetch(us[0])])) as R[]; ${exhaustive} }`,
  `async function load(u) { for (const res of (await Promise.all([fetch(u)])) as readonly R[]) { ${exhaustive} } }`,
  `async function load(u) { const { status }: R = (await fetch(u)) as any; if (status === 200) ok(); else no(); }`,
  `async function load(res: R) { ${exhaustive} }`,
  `class Api { async load(u) { const res = await this.get(u); ${exhaustive} } get(u): Promise<R> { return fetch(u) as any; } }`,
].flatMap((code) => [`${library}type R = ${declared};\n${code}`, `import type { R } from './api.js';\n${code}`]);

testVerdicts('no-unchecked-response', noUncheckedResponse, {
  valid: [
    ...narrow.map((code) => code.replace(/switch[^]*?\n  \}\n\}/, 'return res.json();\n}')),
    ...places.map((code) => code.replaceAll(exhaustive, 'return res.json();')),
    // Nothing that it declares is an error.
    `${library}async function save(u): Promise<TypedResponse<201, User> | NullBodyResponse<204>> { return fetch(u) as any; }
    async function run(u) { await save(u); }`,
    `import type { Saved } from './api.js';
    async function save(u): Promise<Saved> { return fetch(u) as any; }
    async function run(u) { await save(u); }`,
  ],
  invalid: [
    ...invalid(plainPrograms(reading), 'unchecked'),
    // No body is read, so no type says anything.
    {
      code: `${library}async function save(u): Promise<ResponseOf<{ 201: User; '4xx': Problem }>> { return fetch(u) as any; }
      async function run(u) { await save(u); }`,
      errors: [{ messageId: 'dropped', data: { statuses: '404', ok: 'ok' }, line: 3 }],
    },
    {
      code: `${library}async function save(u): Promise<ResponseOf<{ 201: User; 409: Problem }>> { return fetch(u) as any; }
      async function run(u) { await save(u); }`,
      errors: [{ messageId: 'dropped', data: { statuses: '409', ok: 'ok' } }],
    },
  ],
});

testVerdicts('require-error-branch', requireErrorBranch, {
  valid: [
    ...narrow,
    ...places,
    handling('as ResponseOf<{ 200: User; 404: Problem; 204: null }>'),
    handling('as NullBodyResponse | TypedResponse<200>'),
  ],
  invalid: [
    ...invalid(plainPrograms(handling), 'ignored'),
    ...[
      'as ResponseOf<{ 200: User; 404: Problem; 500: Problem }>',
      "as ResponseOf<{ 200: User; '4xx': Problem }>",
      "as ResponseOf<{ 200: User; '4XX': Problem }>",
      'as ResponseOf<{ 200: User; default: Problem }>',
      'as TypedResponse<200 | ClientErrorStatusCode>',
    ].map((cast) => ({
      code: handling(cast, library.replace('NullBodyResponse', 'NullBodyResponse, ClientErrorStatusCode')),
      errors: ['ignored'],
    })),
    // 500 is declared, and has no branch; that few statuses are left of `=== 404` does not say that they were thought of.
    {
      code: `${library}async function load(u) {
        const res = (await fetch(u)) as ResponseOf<{ 200: User; 404: null; 500: Problem }>;
        if (res.status === 404) return null;
        return res.json();
      }`,
      errors: [{ messageId: 'read', data: { statuses: '500', use: 'res.json()', where: ' on line 5' }, line: 4 }],
    },
  ],
});

const only200 = (cast: string): string => `${library}async function load(u) {
  const res = (await fetch(u)) ${cast};
  if (res.status !== 200) throw new Error('failed');
  return res.json();
}`;

testVerdicts('no-200-only', no200Only, {
  valid: [
    ...narrow,
    ...places,
    only200(`as ${declared}`),
    only200("as ResponseOf<{ 200: User; '4xx': Problem; '5xx': Problem }>"),
    only200('as Elsewhere'),
    `${library}function isGood(res: ${declared}) { if (res.status === 200) good(); else throw new Error('failed'); }`,
  ],
  invalid: [
    ...invalid(plain.map(only200), 'only200'),
    ...invalid(
      [
        only200('as ResponseOf<{ 200: User; 201: User; 404: Problem }>'),
        only200("as ResponseOf<{ '2xx': User; 404: Problem }>"),
        only200('as ResponseOf<{ 200: User; default: Problem }>'),
        `${library}function take(res: TypedResponse<200 | 202 | 404>) {
          if (res.status === 200) good(); else throw new Error('failed');
        }`,
      ],
      'only200',
    ),
  ],
});
