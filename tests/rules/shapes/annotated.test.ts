import rule from '../../../rules/no-unchecked-response.js';
import { testVerdicts, type Invalid, type Valid } from '../tester.js';

// A variable that is said to be the platform's response, and the result of a function out of sight in it.

const reading = (call: string, type = 'Response', before = ''): string =>
  `${before}async function load(api: Api, ask: Ask) {\n  const res: ${type} = await ${call};\n  show(await res.json());\n}`;

const silent: readonly Valid[] = [
  // It may have looked at the status, by what it is or by its name.
  reading('ask("/x")'),
  reading('api.fetchOrThrow("/x")'),
  reading('checkedRequest("/x")'),
  reading('own("/x")', 'Response', 'const own = async (u) => other(u);\n'),
  // It is another thing by that name.
  reading('api.load("/x")', 'Response', "import type { Response } from 'express';\n"),
  reading('api.load("/x")', 'Response', 'interface Response { json(): Promise<User> }\n'),
  reading('api.load("/x")', 'express.Response', "import express from 'express';\n"),
  reading('api.load("/x")', 'Response | Data'),
  'async function load(api) { const job: Response = await api.load("/x"); show(job.data); }',
  // No server has answered just now.
  reading('Response.json({})'),
  reading('NextResponse.json({})'),
  reading('caches.match("/x")'),
  reading('next()'),
  reading('handleRequest(request)'),
  'function load(cache) { const res: Response = kept.get("/x"); show(res.text()); }',
  // It is looked at, or handed on.
  'async function load(api) { const res: Response = await api.load("/x"); if (!res.ok) throw new Error(); show(await res.json()); }',
  'async function load(api) { const res: Response = await api.load("/x"); return res; }',
];

const reported: readonly Invalid[] = [
  ...[
    reading('api.load("/x")'),
    reading('this.api.load("/x")'),
    reading('load("/x")', 'Response', "import { load as ask } from 'acme';\nconst load = ask;\n"),
    reading('api.load("/x")', 'Response | undefined'),
    reading('api.load("/x")', 'globalThis.Response'),
    reading('api.load("/x")', 'Response', "import type { Response } from 'node-fetch';\n"),
    reading('(api.load("/x") as Promise<Response>)'),
  ].map((code) => ({ code, errors: ['unchecked'] })),
  {
    code: 'async function load(api) {\n  let res: Response;\n  try { res = await api.load("/x"); } catch { return; }\n  show(await res.json());\n}',
    errors: [{ messageId: 'unchecked', line: 3, column: 21 }],
  },
];

testVerdicts('no-unchecked-response', rule, { valid: [...silent], invalid: [...reported] });

// A parameter whose type is that of the platform's function.

const given = (type: string, body = 'const res = await get(u); show(await res.json());', before = ''): string =>
  `${before}export async function load(u: string, get: ${type}) { ${body} }`;

testVerdicts('a parameter by its type', rule, {
  valid: [
    given('typeof other'),
    given('typeof api.fetch'),
    given('(u: string) => Promise<Data>'),
    given('typeof fetch', 'const res = await get(u); show(await res.json());', 'const fetch = makeFetch();\n'),
    given('typeof fetch', 'const res = await get(u); if (!res.ok) throw new Error(); show(await res.json());'),
    given('typeof fetch', 'keep(await get(u));'),
  ],
  invalid: [given('typeof fetch'), given('typeof globalThis.fetch'), given('typeof fetch = other')].map((code) => ({
    code,
    errors: ['unchecked'],
  })),
});
