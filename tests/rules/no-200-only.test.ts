import { Linter } from 'eslint';
import { expect, it } from 'vitest';
import rule from '../../rules/no-200-only.js';
import { testVerdicts } from './tester.js';

const inAsync = (body: string): string => `async function f(u, x, e) {\n${body}\n}`;

const gets = [
  'fetch(u)',
  'fetch(u, { headers: x })',
  "fetch(u, { method: 'get' })",
  "fetch(new URL(u), { ...x, method: 'GET' })",
  'fetch(new Request(u))',
];

const others = [
  "fetch(u, { method: 'POST' })",
  'fetch(u, { ...x })',
  "fetch(u, { method: 'GET', ...x })",
  'fetch(u, { [x]: 1 })',
  'fetch(u, x)',
  'fetch(request)',
  "fetch(new Request(u, { method: 'PUT' }))",
  'fetch(new Request(u, x))',
];

const ask = (request: string) => ({
  code: inAsync(`const r = await ${request}; if (r.status !== 200) throw e; return r.json();`),
});

testVerdicts('no-200-only', rule, {
  valid: [
    // A helper to which no error is passed: its callers have looked.
    'async function f() { const r = await fetch(u); if (!r.ok) throw e; return show(r); } function show(p) { if (p.status !== 200) return null; return p.json(); }',
    // Another test of all successes.
    inAsync('const r = await fetch(u); if (r.status === 200) show(await r.json()); if (!r.ok) throw e;'),
    // Only a 200 opens an event stream; of a part, a 200 is the whole.
    ...[
      "{ headers: { Accept: 'text/event-stream' } }",
      "{ headers: { 'accept': `text/event-stream` } }",
      '{ headers: { Range: `bytes=${x}-` } }',
      "{ headers: new Headers({ range: 'bytes=0-99' }) }",
      '{ headers }',
    ].map((options) =>
      inAsync(
        `const headers = {}; headers.Range = x; const r = await fetch(u, ${options}); if (r.status !== 200) throw e; return r.body;`,
      ),
    ),
    inAsync(
      "const headers = new Headers(); headers.set('Range', x); const r = await fetch(u, { headers }); if (r.status !== 200) throw e; return r.body;",
    ),
    `const get = (u, range) => fetch(u, { headers: { range } }); async function f(u) { const r = await get(u, 1); if (r.status !== 200) throw u; return r.body; }`,
    ...gets.map((request) => ({ ...ask(request), options: [{ ignoreGet: true }] })),
    // Whoever is told the status decides.
    inAsync(
      'const r = await fetch(u); if (r.status === 200) keep(u); return { status: r.status, body: await r.text() };',
    ),
    inAsync(
      'const { status, body } = await fetch(u); if (x && status === 200) console.log(1); return { status, body };',
    ),
    // Another success is told from the failures, by a test in two halves.
    inAsync(
      'const r = await fetch(u); if (r.status === 200) return 1; return r.status >= 201 && r.status < 300 ? 2 : fail();',
    ),
    "function kindOf(s) { switch (s) { case 200: return 'ok'; case 404: return 'none'; default: return s >= 200 && s < 300 ? x.ok : s > 499 ? x.bad : x.no; } } async function f(u, o) { const r = await fetch(u); return kindOf(r.status); }",
    inAsync('const r = await fetch(u); if (!r.ok) throw e; return r.json();'),
    inAsync('const r = await fetch(u); if (r.status < 200 || r.status > 299) throw e; return r.json();'),
    // Its value is the answer: the caller decides.
    inAsync('const r = await fetch(u); return r.status === 200;'),
    inAsync('const r = await fetch(u); if (r.status === 200) return true; return false;'),
    inAsync('const r = await fetch(u); if (r.status === 200) { return true; } else { return false; }'),
    'const up = fetch(u).then((r) => r.status === 200);',
    inAsync('const r = await fetch(u); setUp(r.status === 200);'),
    inAsync('const r = await fetch(u); expect(r.status === 200).toBe(true);'),
    // The other side hands the response on.
    inAsync('const r = await fetch(u); if (r.status === 200) await cache.put(u, r.clone()); return r;'),
    // Another success is accepted beside it.
    inAsync('const r = await fetch(u); if (r.status === 200 || r.status === 201) return r.json(); throw e;'),
    inAsync(
      'const r = await fetch(u); if (r.status === 200) return r.json(); if (r.status === 204) return null; throw e;',
    ),
    inAsync('const r = await fetch(u); if (![200, 204].includes(r.status)) throw e; return r.text();'),
    inAsync('const r = await fetch(u); switch (r.status) { case 200: case 201: return r.json(); default: throw e; }'),
    inAsync('const r = await fetch(u); if (r.status === 200) return r.json(); else if (r.ok) return null; throw e;'),
    // 200 is told apart from other successes, and they are successes all the same.
    inAsync('const r = await fetch(u); if (!r.ok) throw e; return r.status === 200 ? r.json() : null;'),
    inAsync('const r = await fetch(u); if (r.status === 200) fresh(); const d = await r.json(); return [d, r.status];'),
    // The body that was read is the answer with either.
    inAsync(
      'const r = await fetch(u); if (r.status === 416) return null; const b = await r.blob(); return r.status === 200 ? b.slice(x) : b;',
    ),
    inAsync('const r = await fetch(u); const b = await r.blob(); if (r.status === 200) return b.slice(x); return b;'),
    inAsync('const r = await fetch(u); const b = await r.blob(); if (r.status !== 200) return b; return b.slice(x);'),
    inAsync(
      'let b = await (await fetch(u)).blob(); const r = await fetch(u); b = await r.blob(); if (r.status !== 200) { return b; } return b.slice(x);',
    ),
    // 200 itself is the failure.
    inAsync(
      "const r = await fetch(u); if (r.status === 200 && r.headers.get('x') !== 'y') throw e; if (!r.ok) throw e;",
    ),
    inAsync('const r = await fetch(u); if (r.status !== 200) { make(); } else { log(1); throw new Error(); }'),
    inAsync('const r = await fetch(u); if (!(r.status !== 200)) throw e; return make();'),
    // An event stream is a 200.
    inAsync(
      "const r = await fetch(u); if (r.status !== 200 || r.headers.get('content-type') !== 'text/event-stream') throw e; return r.body;",
    ),
    // 0 is accepted too: files and opaque responses.
    inAsync('const r = await fetch(u); if (r.status === 200 || r.status === 0) return r.blob(); throw e;'),
    // A poll: anything else means "not yet".
    inAsync('while (true) { const r = await fetch(u); if (r.status === 200) return r.json(); await sleep(100); }'),
    // Not a response.
    inAsync('const job = await queue.next(); if (job.status !== 200) throw e;'),
    inAsync('const r = await fetch(u); const d = await r.json(); if (!r.ok || d.status !== 200) throw e; return d;'),
    'function handler(req, res) { if (res.status === 200) next(); }',
    'if (process.exitCode === 200) stop();',
    {
      code: inAsync('const r = await fetch(`${u}/health`); if (r.status !== 200) throw e;'),
      options: [{ allowFor: ['/health'] }],
    },
  ],
  invalid: [
    {
      code: 'async function f() { const r = await fetch(u); if (r.status === 404) throw e; return show(r); } function show(p) { if (p.status !== 200) return null; return p.json(); }',
      errors: ['only200'],
    },
    {
      code: 'async function f() { const r = await fetch(u); if (!r.ok) throw e; return show(r); } export function show(p) { if (p.status !== 200) return null; return p.json(); }',
      errors: ['only200'],
    },
    {
      code: inAsync(
        "const headers = { Accept: 'text/html' }; x.Range = e; const r = await fetch(u, { headers }); if (r.status !== 200) throw e; return r.body;",
      ),
      errors: ['only200'],
    },
    // A plain object has no `ok`.
    {
      code: inAsync(
        'const a = await fetch(u).then(async (r) => ({ status: r.status, data: await r.json() })); if (a.status !== 200) throw e; return a.data;',
      ),
      errors: [
        {
          messageId: 'onlyRange',
          data: { others: '201, 202 or 204 (which has no body)', good: 'a.status < 200 || a.status >= 300' },
        },
      ],
    },
    {
      code: inAsync(
        'const r = await fetch(u); const a = { status: r.status }; const { status } = a; if (200 === status) { x(); } else { e(); }',
      ),
      errors: [
        {
          messageId: 'onlyRange',
          data: { others: '201, 202 or 204 (which has no body)', good: 'status >= 200 && status < 300' },
        },
      ],
    },
    ...gets.map((request) => ({ ...ask(request), errors: ['only200'] })),
    // To say the status in an exception is not to hand it on.
    ...[
      'if (x) { if (r.status !== 200) throw e; return r.json(); } throw new Error(`failed: ${r.status}`);',
      "const data = await r.json(); return { result: r.status === 200 ? 'success' : 'failure', data };",
      'return r.status === 200 ? x.good : x.bad;',
    ].map((body) => ({ code: inAsync(`const r = await fetch(u); ${body}`), errors: ['only200'] })),
    ...others.map((request) => ({ ...ask(request), options: [{ ignoreGet: true }], errors: ['only200'] })),
    {
      code: inAsync('const r = await fetch(u); if (r.status === 200) { if (x) return r.json(); throw e; } throw e;'),
      errors: ['only200'],
    },
    {
      code: inAsync('const r = await fetch(u); if (!(r.status === 200)) throw e; return r.json();'),
      errors: ['only200'],
    },
    {
      code: inAsync('const r = await fetch(u); if (r.status === 200 && x) return r.json(); throw e;'),
      errors: ['only200'],
    },
    {
      code: inAsync('const r = await fetch(u); const b = await r.json(); return r.status === 200 ? b : { error: b };'),
      errors: [{ messageId: 'only200', data: { others: '201, 202 or 204 (which has no body)', good: 'r.ok' } }],
    },
    {
      code: inAsync('const r = await fetch(u); if (r.status / 100 !== 2) throw e; return r.json();'),
      errors: [{ messageId: 'only200', data: { others: '201, 202 or 204 (which has no body)', good: '!r.ok' } }],
    },
    {
      code: `const statusOf = (r) => r.status;\n${inAsync('const r = await fetch(u);\nif (statusOf(r) !== 200) throw e;\nreturn r.json();')}`,
      errors: [{ messageId: 'only200', line: 4, column: 5 }],
    },
    {
      code: inAsync('const r = await fetch(u);\nif (r.status !== 200) throw e;\nreturn r.json();'),
      errors: [
        {
          messageId: 'only200',
          line: 3,
          column: 5,
          data: { others: '201, 202 or 204 (which has no body)', good: '!r.ok' },
        },
      ],
    },
    {
      code: inAsync('const r = await fetch(u); if (r.status === 200) return r.json(); throw e;'),
      errors: [{ messageId: 'only200', data: { others: '201, 202 or 204 (which has no body)', good: 'r.ok' } }],
    },
    {
      code: inAsync('const r = await fetch(u); if (200 == r.status) { use(await r.json()); }'),
      errors: ['only200'],
    },
    { code: inAsync('const { status } = await fetch(u); if (status !== 200) throw e;'), errors: ['only200'] },
    {
      code: inAsync('const r = await fetch(u); const good = r.status === 200; if (!good) throw e; return r.json();'),
      errors: ['only200'],
    },
    {
      code: inAsync('const r = await fetch(u); if (![200].includes(r.status)) throw e; return r.json();'),
      errors: ['only200'],
    },
    {
      code: inAsync(
        'const r = await fetch(u); switch (r.status) { case 200: return r.json(); case 404: return null; default: throw e; }',
      ),
      errors: ['only200'],
    },
    {
      code: inAsync(
        'const r = await fetch(u); if (r.status === 404) return null; if (r.status !== 200) throw e; return r.json();',
      ),
      errors: ['only200'],
    },
    {
      code: inAsync(
        'const r = await fetch(u); if (r.status !== 200 || !r.body) { const t = await r.text(); throw new Error(t); } return r.body;',
      ),
      errors: ['only200'],
    },
    {
      code: inAsync(
        'const r = await fetch(u); if (r.status !== 200) { const error = new Error(); error.response = r; throw error; } return r.json();',
      ),
      errors: ['only200'],
    },
    {
      code: 'fetch(u).then((r) => { if (r.status === 200) return r.json(); throw new Error(); });',
      errors: ['only200'],
    },
    {
      code: 'const HTTP_OK = 200; fetch(u).then((r) => { if (r.status !== HTTP_OK) throw new Error(); return r.json(); });',
      errors: ['only200'],
    },
    {
      code: 'const check = (r) => { if (r.status !== 200) throw new Error(); return r; };\nfetch(u).then(check).then((r) => r.json());',
      errors: [{ messageId: 'only200', line: 1 }],
    },
    {
      code: 'async function api(u) { return fetch(u); } async function f() { const r = await api(1); if (r.status !== 200) throw new Error(); return r.json(); }',
      errors: ['only200'],
    },
    { code: inAsync('const r = await fetch(u); return r.status === 200 ? r.json() : null;'), errors: ['only200'] },
  ],
});

it('refuses a pattern that is no regular expression, in files without a request as well', () => {
  const lint = (pattern: string) =>
    new Linter().verify('load();', {
      plugins: { http: { rules: { 'no-200-only': rule as never } } },
      rules: { 'http/no-200-only': ['error', { allowFor: [pattern] }] },
    });
  expect(lint('/health')).toEqual([]);
  expect(() => lint('(')).toThrow(/no-200-only[^]*"\(" should match format "regex"/);
});
