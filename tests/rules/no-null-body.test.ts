import rule from '../../rules/no-null-body.js';
import { testVerdicts } from './tester.js';

const inAsync = (body: string): string => `async function f(u) {\nconst r = await fetch(u);\n${body}\n}`;
const options = [{ mayBeEmpty: true }];

testVerdicts('no-null-body', rule, {
  valid: [
    inAsync('if (r.status === 204) return null; return r.json();'),
    // An empty text is one.
    inAsync("if (r.status === 204) return r.text(); return '';"),
    inAsync('if (r.status < 300) return r.json();'),
    inAsync('if (r.status === 200 || r.status === 204) return r.json();'),
    "async function f(u) { const r = await fetch(u, { method: 'HEAD' }); return r.headers.get('etag'); }",
    "async function f(u) { const r = await fetch(u, { method: 'HEAD' }); return r.text(); }",
    // A DELETE is asked for by the option alone.
    "async function f(u) { const r = await fetch(u, { method: 'DELETE' }); if (!r.ok) throw e; return r.json(); }",
    'export const a = () => new Response(null, { status: 204 });',
    'export const a = () => new Response(undefined, { status: 204 });',
    "export const a = () => new Response('made', { status: 201 });",
    'export const a = (b) => new Response(b, { status: 204 });',
    // A proxy's body is null then.
    inAsync('return new Response(r.body, { status: r.status });'),
    inAsync('if (r.status === 304) return new Response(r.body, { status: r.status });'),
    // Another class of this name.
    "import { Response } from './response.js'; export const a = () => new Response('', { status: 204 });",
    'class Response {} export const a = () => new Response({}, { status: 204 });',
    "export const a = (status) => new Response('', { status });",
    // Not a Response at all.
    'export const a = (res) => res.json({ status: 204 });',
    ...[
      "async function f(u) { const r = await fetch(u, { method: 'DELETE' }); if (!r.ok) throw e; if (r.status === 204) return; return r.json(); }",
      "async function f(u) { const r = await fetch(u, { method: 'DELETE' }); if (!r.ok) throw e; return r.json().catch(() => null); }",
      "async function f(u) { const r = await fetch(u, { method: 'DELETE' }); try { return await r.json(); } catch { return null; } }",
      "async function f(u) { const r = await fetch(u, { method: 'DELETE' }); if (r.headers.get('content-length') === '0') return; return r.json(); }",
      "async function f(u) { const r = await fetch(u, { method: 'DELETE' }); if (!r.ok) throw await r.json(); }",
      "async function f(u) { const r = await fetch(u, { method: 'POST' }); return r.json(); }",
      "async function f(u, o) { const r = await fetch(u, o); return r.json(); } f(a, { method: 'POST' });",
    ].map((code) => ({ code, options })),
  ],
  invalid: [
    {
      code: inAsync('if (r.status === 204) return r.json(); return null;'),
      errors: [{ messageId: 'noBody', line: 3, column: 30, data: { read: 'r.json()', status: '204' } }],
    },
    { code: inAsync('switch (r.status) { case 205: return r.formData(); default: return null; }'), errors: ['noBody'] },
    { code: inAsync('if (r.status === 304 || r.status === 204) throw await r.json();'), errors: ['noBody'] },
    { code: "fetch(u, { method: 'HEAD' }).then((r) => r.json());", errors: ['head'] },
    {
      code: 'const empty = (res) => { if (res.status === 204) return res.json(); }; async function f(u) { return empty(await fetch(u)); }',
      errors: ['noBody'],
    },
    {
      code: "export const a = () => new Response('', { status: 204 });",
      errors: [{ messageId: 'given', line: 1, column: 24, data: { read: '', status: '204' } }],
    },
    { code: 'export const a = () => new Response(JSON.stringify({}), { status: 304 });', errors: ['given'] },
    { code: 'export const a = () => Response.json({}, { status: 204 });', errors: ['given'] },
    {
      code: "import { NextResponse } from 'next/server'; export const a = () => NextResponse.json(null, { status: 204 });",
      errors: ['given'],
    },
    { code: 'const NONE = 204; export const a = () => new Response(`x`, { status: NONE });', errors: ['given'] },
    { code: inAsync("if (r.status === 304) return new Response('same', { status: r.status });"), errors: ['given'] },
    {
      code: "async function f(u) { const r = await fetch(u, { method: 'DELETE' }); if (!r.ok) throw e; return r.json(); }",
      options,
      errors: ['mayBeEmpty'],
    },
    {
      code: "async function api(u, o) { const r = await fetch(u, o); if (!r.ok) throw e; return r.json(); } export const remove = (id) => api(id, { method: 'delete' });",
      options,
      errors: ['mayBeEmpty'],
    },
  ],
});
