import rule from '../../rules/no-unnarrowed-body.js';
import { testTyped } from './typed.js';

const better = (good: string, output: string) => ({
  suggestions: [{ messageId: 'testByType', data: { good }, output }],
});

testTyped('no-unnarrowed-body', rule, {
  valid: [
    { code: 'async function f(res: Api) { if (!res.ok) throw new Error(); return res.json(); }' },
    { code: 'async function f(res: Api) { switch (res.status) { case 200: return res.json(); } }' },
    { code: 'async function f(res: Hono) { return res.ok ? (await res.json()).name : (await res.json()).title; }' },
    { code: 'function f(res: Rest) { return res.status === 200 ? res.body.name : res.body.title; }' },
    // Narrowed together, as they are taken apart together.
    { code: 'function f({ status, body }: Rest) { return status === 200 ? body.name : body.title; }' },
    // The same type for each of them, a text for all, a stream.
    { code: 'async function f(res: Of<{ 200: User; 201: User }>) { return res.json(); }' },
    { code: 'async function f(res: Api) { return res.text(); }' },
    { code: 'async function f(res: Hono) { return res.body; }' },
    { code: 'async function f(res: Response) { if (res.status >= 400) throw new Error(); return res.json(); }' },
    // What all bodies have.
    {
      code: 'type Told = { status: 200; body: { message: string; user: User } } | { status: 404; body: { message: string } };\nfunction f(res: Told) { show([res.status === 200, res.body.message]); }',
    },
    // A range that is no condition, and one that is decided.
    { code: 'const f = (res: Api) => res.status >= 400;' },
    { code: 'const f = (res: Api) => (res.status >= 100 ? 1 : 2);' },
    { code: 'async function f(url: string) { return (await fetch(url)) as Of<{ 200: User; 404: Problem }>; }' },
    {
      code: "async function f(url: string) { return (await fetch(url)) as Of<{ 200: User; '5xx': Problem }>; }",
      options: [{ castsWithoutServerErrors: true }],
    },
    {
      code: 'async function f(res: Api) { return res as Of<{ 200: User }>; }',
      options: [{ castsWithoutServerErrors: true }],
    },
    {
      code: "const f = (url: string) => fetch(url) as Promise<Of<{ 200: User; '5xx': Problem }>>;",
      options: [{ castsWithoutServerErrors: true }],
    },
    {
      code: 'const f = (value: object) => value as unknown as Of<{ 200: User }>;',
      options: [{ castsWithoutServerErrors: true }],
    },
    // TypeScript narrows nothing of openapi-fetch by a status.
    {
      code: "async function f() { const { response } = await client.GET('/user'); if (response.status >= 400) show(1); }",
    },
  ],
  invalid: [
    {
      code: 'async function f() { return (await load()).json(); }',
      errors: [
        {
          messageId: 'unnarrowed',
          data: {
            read: '(await load()).json()',
            errors: 'a 404, a 500 or a 503',
            successes: 'a 200',
            owner: 'await load()',
          },
        },
      ],
    },
    {
      code: 'const f = () => load().then((res) => res.json());',
      errors: [{ messageId: 'unnarrowed', line: 1, column: 45 }],
    },
    {
      code: "async function f(res: Of<{ 200: User; '4xx': Problem }>) { const body = await res.json(); return res.ok ? body : null; }",
      errors: [
        {
          messageId: 'unnarrowed',
          data: { read: 'res.json()', errors: 'a 4xx', successes: 'a 200', owner: 'res' },
        },
      ],
    },
    {
      code: 'function f(res: { status: 200; body: any } | { status: 404; body: any }) { show(res.body.name); }',
      errors: [{ messageId: 'unnarrowed' }],
    },
    { code: 'function f(res: Rest) { show((res.body as User).name); }', errors: [{ messageId: 'unnarrowed' }] },
    { code: 'function f(res: Rest) { show(res.body); }', errors: [{ messageId: 'unnarrowed' }] },
    { code: 'async function f(res: Hono) { return res.json(); }', errors: [{ messageId: 'unnarrowed' }] },
    // What is left after some were dealt with.
    {
      code: 'async function f(res: Api) { if (res.status === 404) return null; return res.json(); }',
      errors: [
        {
          messageId: 'unnarrowed',
          data: { read: 'res.json()', errors: 'a 500 or a 503', successes: 'a 200', owner: 'res' },
        },
      ],
    },
    {
      code: 'function f(res: Api) { if (res.status >= 400) throw new Error(); }',
      errors: [
        {
          messageId: 'range',
          data: { text: 'res.status >= 400', good: '!res.ok' },
          ...better('!res.ok', 'function f(res: Api) { if (!res.ok) throw new Error(); }'),
        },
      ],
    },
    {
      code: 'function f(res: Api) { return res.status >= 200 && 300 > res.status ? res.json() : null; }',
      errors: [
        {
          messageId: 'range',
          data: { text: 'res.status >= 200 && 300 > res.status', good: 'res.ok' },
          ...better('res.ok', 'function f(res: Api) { return res.ok ? res.json() : null; }'),
        },
        { messageId: 'unnarrowed' },
      ],
    },
    {
      code: 'function f(res: Api, x: boolean) { if (x && res.status >= 500) show(1); }',
      errors: [
        {
          messageId: 'range',
          data: { text: 'res.status >= 500', good: 'res.status === 500 || res.status === 503' },
          ...better(
            'res.status === 500 || res.status === 503',
            'function f(res: Api, x: boolean) { if (x && (res.status === 500 || res.status === 503)) show(1); }',
          ),
        },
      ],
    },
    {
      code: 'function f({ status }: Rest) { if (status < 300) show(1); }',
      errors: [
        {
          messageId: 'range',
          data: { text: 'status < 300', good: 'status === 200' },
          ...better('status === 200', 'function f({ status }: Rest) { if (status === 200) show(1); }'),
        },
      ],
    },
    {
      code: "function f(res: Of<{ 200: User; '4xx': Problem; '5xx': Problem }>) { if (res.status >= 500) show(1); }",
      errors: [{ messageId: 'range', data: { text: 'res.status >= 500', good: "isStatusIn(res, '5xx')" } }],
    },
    {
      code: 'async function f(url: string) { return (await fetch(url)) as Of<{ 200: User; 404: Problem }>; }',
      options: [{ castsWithoutServerErrors: true }],
      errors: [{ messageId: 'cast', data: { statuses: '200, 404' } }],
    },
    {
      code: 'const f = (url: string) => fetch(url) as Promise<Of<{ 200: User; 404: Problem }>>;',
      options: [{ castsWithoutServerErrors: true }],
      errors: [{ messageId: 'cast', data: { statuses: '200, 404' } }],
    },
    {
      code: 'const f = async (url: string) => (await fetch(url)) as unknown as Of<{ 200: User }>;',
      options: [{ castsWithoutServerErrors: true }],
      errors: [{ messageId: 'cast', data: { statuses: '200' } }],
    },
  ],
});
