import checked from '../../../rules/no-unchecked-response.js';
import branched from '../../../rules/require-error-branch.js';
import { testVerdicts, type Invalid } from '../tester.js';

const unchecked = (code: string): Invalid => ({ code, errors: ['unchecked'] });
const ignored = (code: string): Invalid => ({ code, errors: ['ignored'] });
const read = (code: string): Invalid => ({ code, errors: ['read'] });

const withResponse = (body: string, around = ''): string =>
  `${around} async function f(u, x) { const res = await fetch(u); ${body} }`;

/** Code that no rule has anything to say of. */
const silent = (name: string, codes: readonly string[]): void => {
  testVerdicts(name, checked, { valid: codes, invalid: [] });
  testVerdicts(`${name}, by its branches`, branched, { valid: codes, invalid: [] });
};

const asserted = (assertion: string, around?: string) => withResponse(`${assertion};`, around);

silent('an assertion of something that is worked out from a body', [
  ...["assert((await res.text()).includes('x'))", "assert((await res.text()) === 'x')"].map((code) => asserted(code)),
  ...[
    'const text = await res.text(); assert(/x/.test(text))',
    'const text = await res.text(); assert(!text)',
    'const list = await res.json(); expect(list.map((item) => item.id)).toEqual([1])',
    "const lines = (await res.text()).split('x'); expect(lines[0]).toBe('a')",
    'const found = (await res.text()).match(/x/); expect(found[1]).toBe(1)',
    "let text = ''; text += await res.text(); expect(text).toBe('a')",
    'expect(Buffer.from(await res.arrayBuffer()).toString()).toBe("x")',
    'expect(Object.keys(await res.json())).toEqual([])',
    'expect(x).toEqual(new Uint8Array(await res.arrayBuffer()))',
    'expect(new DataView(await res.arrayBuffer()).getUint8(0)).toBe(1)',
    'expect(`${await res.text()}`).toBe("x")',
  ].map((code) => asserted(code)),
]);

testVerdicts('what is worked out from a body by code that is not here', checked, {
  valid: [],
  invalid: [
    'expect(parse(await res.text())).toBe(1)',
    'expect(new Parsed(await res.text())).toBe(1)',
    'show(new Uint8Array(await res.arrayBuffer()))',
    'const text = await res.text(); show(text.trim())',
  ]
    .map((code) => asserted(code))
    .map(unchecked),
});

silent('assertions by where they come from', [
  asserted("equal(await res.text(), 'x')", "import { equal } from 'node:assert/strict';"),
  asserted('eq(await res.json(), 1)', "import { deepEqual as eq } from 'assert';"),
  asserted('assertEquals(await res.json(), 1)', "import { assertEquals } from 'jsr:@std/assert@1';"),
  asserted('assertEquals(await res.json(), 1)', "import { assertEquals } from 'https://deno.land/std/assert/mod.ts';"),
  asserted('equal(await res.json(), 1)', "const { equal } = require('assert');"),
  asserted('check.equal(await res.json(), 1)', "const check = require('node:assert');"),
  asserted('check.equal(await res.json(), 1)', "import * as check from 'node:assert';"),
  asserted('tap.equal(await res.json(), 1)', "import tap from 'tap';"),
  asserted('x.assert.equal(await res.text(), 1)'),
]);

testVerdicts('functions that only have the name of an assertion', checked, {
  valid: [],
  invalid: [
    asserted('equal(await res.text(), 1)', "import { equal } from './mine';"),
    asserted('equal(await res.text(), 1)', "import { equal } from './assertive';"),
    asserted('equal(await res.text(), 1)', "const { equal } = load('assert');"),
    asserted('equal(await res.text(), 1)', 'const { equal } = require(assert);'),
  ].map(unchecked),
});

silent('a request of which it is asserted how it ends', [
  'it("x", async () => { await expect(async () => { await fetch("/x"); }).rejects.toThrow(); });',
  'it("x", async () => { await assert.rejects(async () => { await fetch("/x"); }); });',
  'it("x", async () => { await expect.poll(async () => (await fetch("/x")).text()).toBe("y"); });',
  'it("x", async () => { await expect.poll(() => page.evaluate(async () => { const r = await fetch("/x"); return r.text(); })).toBe("y"); });',
  'it("x", async () => { await expect.poll(async () => { return await page.evaluate(async () => (await fetch("/x")).text()); }).toBe("y"); });',
  'it("x", async () => { expect(await page.evaluate(async () => (await fetch("/x")).text())).toBe("y"); });',
  'it("x", async () => { await assert.rejects(() => fetch("/x").then((r) => r.text())); });',
  'it("x", async () => { await t.throwsAsync(async () => { await fetch("/x"); }); });',
]);

testVerdicts('a request in any other test', checked, {
  valid: [],
  invalid: [
    { code: 'test.only("x", async () => { await fetch("/x"); });', errors: ['dropped'] },
    { code: 'rejects(async () => { await fetch("/x"); });', errors: ['dropped'] },
  ],
});

const inRange = 'const inRange = (n, low, high) => n >= low && n < high;';
const isOneOf = 'const isOneOf = (one, all) => all.some((x) => x === one);';

silent('a helper that compares a status with what it is given', [
  withResponse('if (!inRange(res.status, 200, 300)) throw new Error(x); return res.json();', inRange),
  withResponse(
    'const good = inRange(res.status, 200, 300); if (!good) throw new Error(x); return res.json();',
    inRange,
  ),
  withResponse('return inRange(res.status, 200, 300) ? res.json() : Promise.reject(await res.json());', inRange),
  withResponse('if (!isOneOf(res.status, [200, 201])) throw new Error(x); return res.json();', isOneOf),
  withResponse(
    'if (!isOk(res.status)) throw new Error(x); return res.json();',
    'const isOk = (n, most = 299) => n >= 200 && n <= most;',
  ),
  withResponse(
    'if (!fine(res)) throw new Error(x); return res.json();',
    'const fine = (r, more = []) => r.ok || more.includes(r.status);',
  ),
]);

silent('a status that says who gets the body', [
  ...[
    'const parse = res.ok ? parseData : parseError; return parse(await res.text());',
    'const Kind = res.ok ? Success : Failure; return new Kind(await res.text());',
    'return Promise[res.ok ? "resolve" : "reject"](await res.json());',
    'x[res.ok ? "data" : "error"] = await res.json();',
    'const key = res.ok ? "data" : "error"; x[key] = await res.json();',
    'return x[res.status](await res.json());',
    'const handle = x.get(res.status); return handle(await res.json());',
    'const kind = res.ok ? "good" : "bad"; switch (kind) { case "good": return res.json(); default: throw new Error(x); }',
    'switch (res.ok && res.status !== 204) { case true: return res.json(); default: throw new Error(x); }',
    'let text = `${res.status} `; text += await res.text(); x(text);',
  ].map((code) => withResponse(code)),
]);

testVerdicts('a text with a status in it that goes nowhere', checked, {
  valid: [],
  invalid: [
    unchecked(withResponse("let text = 'status ' + res.status; text += '!'; console.log(text); return res.json();")),
  ],
});

const called = (wrapper: string): string =>
  `async function api(u) { ${wrapper} } async function load(u) { const r = await api(u); return r.json(); }`;

testVerdicts('a wrapper that gives back what it looked at', branched, {
  valid: [
    'const r = await fetch(u); if (!r.ok) throw new Error(u); return r;',
    'const r = await fetch(u); if (r.ok) return r; throw new Error(u);',
    'const r = await fetch(u); if (!r.ok) toast(u); return r;',
    'const r = await fetch(u); check(r); return r;',
    'const r = await fetch(u); return r;',
    'for (let i = 0; i < 3; i++) { const r = await fetch(u); if (r.ok) return r; } throw new Error(u);',
  ]
    .map(called)
    .concat(
      'async function api(u) { const r = await fetch(u); if (r.status === 401) logout(); return r; } async function load(u) { await api(u); }',
    ),
  invalid: [
    ['const r = await fetch(u); if (!r.ok) console.error(r.status); return r;', '4xx or 5xx'],
    ['const r = await fetch(u); if (r.status === 401) logout(); return r;', '4xx (except 401) or 5xx'],
    ['for (let i = 0; ; i++) { const r = await fetch(u); if (r.ok || i > 3) return r; }', '4xx or 5xx'],
    ['const r = await fetch(u); if (r.status >= 500) throw new Error(u); return r;', '4xx'],
    ['const r = await fetch(u); if (r.status !== 403 && !r.ok) throw new Error(u); return r;', '403'],
  ].flatMap(([wrapper, statuses]) => {
    const code = called(wrapper!);
    const inverse = code.replace(/^(.*) (async function load.*)$/, '$2 $1');
    const errors = [{ messageId: 'read', data: { statuses: statuses!, use: 'r.json()', where: ' on line 1' } }];
    return [
      { code, errors },
      { code: inverse, errors },
    ];
  }),
});

const retried = called('let r = await fetch(u); if (r.status === 401) r = await fetch(u); return r;');

testVerdicts('a wrapper that looked at its first answer', branched, { valid: [retried], invalid: [] });

testVerdicts('a wrapper that looked', checked, {
  valid: [called('const r = await fetch(u); if (r.status === 401) logout(); return r;')],
  invalid: [
    { code: called('return fetch(u);'), errors: ['unchecked'] },
    { code: retried, errors: ['partly'] },
  ],
});

testVerdicts('a success without an else, behind another check', branched, {
  valid: [
    withResponse('if (res.status === 401) return x(); if (res.ok) return res.json(); return null;'),
    withResponse(
      'let data = []; if (res.status === 304) return null; if (res.ok) data = await res.json(); return data;',
    ),
  ],
  invalid: [
    'if (res.status === 401) return x(); if (res.ok) x(await res.json());',
    'if (res.status === 429) await x(); if (res.ok) x(await res.json());',
    'if (res.status === 401) x(); else if (res.ok) x(await res.json());',
    'if (res.status === 204) return; if (res.ok) x(await res.json());',
  ].map((code) => ({
    code: withResponse(`\n${code.replace('if (res.ok)', '\nif (res.ok)')}`),
    errors: [{ messageId: 'ignored', line: 3 }],
  })),
});

testVerdicts('a success that leaves early', branched, {
  valid: [
    'if (res.ok) { const t = await res.text(); if (!t) return; x(t); } x();',
    'if (res.ok) { const t = await res.text(); if (t) return t; x(t); }',
    'for (const y of x) { if (res.ok) { if (y) return; x(await res.text()); } }',
    'try { if (res.ok) { if (x) return; x(await res.text()); } } finally { x(); }',
  ].map((code) => withResponse(code)),
  invalid: [
    'if (res.ok) { const t = await res.text(); if (!t) return; x(t); }',
    'if (res.ok) { if (res.status === 204) return; x(await res.text()); }',
    'if (x) { if (res.ok) { if (x.y) return; x(await res.text()); } } else x();',
    'try { if (res.ok) { if (x) return; x(await res.text()); } } catch { x(); }',
  ].map((code) => ignored(withResponse(code))),
});

testVerdicts('loops that make another request with every turn', branched, {
  valid: [
    'while (x()) { const r = await fetch(u); if (r.status === 404) { await x(); continue; } if (r.ok) return r.json(); }',
    'let i = 0; while (i < u.length) { const r = await fetch(u[i++]); if (r.ok) return r.json(); }',
    'while (x()) { const r = await fetch(`/jobs/${u}`); const job = await r.json(); if (r.ok && job.done) return job; await x(); }',
    'let at = 0; while (x()) { const r = await fetch(`/log?at=${at}`); if (r.ok) { const d = await r.json(); at += d.length; x(d); } await x(); }',
    'while (x()) { const url = `/jobs/${u}`; const r = await fetch(url); if (r.ok) x(await r.json()); }',
    'let at = 0; while (x()) { const r = await fetch(at); for (const y of x) at = y; if (r.ok) x(await r.json()); }',
    'let at = 0; while (x()) { const r = await fetch(at); x(() => { at++; }); if (r.ok) x(await r.json()); }',
    'let at = 0; while (x()) { const r = await fetch(at); try { x(); } catch { at++; } if (r.ok) x(await r.json()); }',
    'let at = 0; while (x()) { const r = await fetch(at); switch (x) { case 1: at++; } if (r.ok) x(await r.json()); }',
    'let at = 0; while (x()) { const r = await fetch(at); x && at++; if (r.ok) x(await r.json()); }',
    'let at = 0; while (x()) { const r = await fetch(at); x ? at++ : x(); if (r.ok) x(await r.json()); }',
    'while (x()) { let url = u; url = url + 1; const r = await fetch(x(() => url)); if (r.ok) x(await r.json()); }',
    'while (x()) { const next = next; const r = await fetch(next); if (r.ok) x(await r.json()); }',
    'while (x()) { const r = await fetch(pop(u)); if (r.ok) x(await r.json()); }',
    'while (x()) { const r = await api(); if (r.ok) x(await r.json()); } async function api() { return fetch(u); }',
  ].map((code) => `async function f(u, x) { ${code} }`),
  invalid: [
    'while (u) { const r = await fetch(u); if (r.status === 404) break; const page = await r.json(); x(page); u = page.next; }',
    'for (let page = 1; ; page++) { const r = await fetch(`/x?page=${page}`); if (r.status === 404) return; x(await r.json()); }',
    'let v; while ((v = u.pop())) { const r = await fetch(v); if (r.status === 404) continue; x(await r.text()); }',
    'do { try { const r = await fetch(u); if (r.status === 404) return; u = (await r.json()).next; } catch { x(); } } while (u);',
  ]
    .map((code) => read(`async function f(u, x) { ${code} }`))
    .concat(
      [
        'while (u.length) { const r = await fetch(u.pop()); if (r.ok) x(await r.text()); }',
        'while (u.length) { const v = u.shift(); const r = await fetch(`/x/${v}`); if (r.ok) x(await r.text()); }',
      ].map((code) => ignored(`async function f(u, x) { ${code} }`)),
    ),
});

const redirects = "import { redirect } from 'next/navigation';";

testVerdicts('a page that goes on elsewhere', checked, {
  valid: [
    `${redirects} async function f(u) { const r = await fetch(u); if (!r.ok) redirect('/login'); return r.json(); }`,
    `${redirects} function ensure(r) { if (!r.ok) redirect('/login'); } async function f(u) { const r = await fetch(u); ensure(r); return r.json(); }`,
    `${redirects} async function f(u) { try { const r = await fetch(u); if (!r.ok) return; } finally { redirect('/'); } }`,
    "import { notFound } from 'next/navigation'; async function f(u) { const d = await (await fetch(u)).json(); notFound(d); }",
  ],
  invalid: [
    { code: `${redirects} async function f(u) { await fetch(u); redirect('/'); }`, errors: ['dropped'] },
    {
      code: `${redirects} async function f(u) { try { await fetch(u); } catch (e) { return e; } redirect('/'); }`,
      errors: ['dropped'],
    },
    unchecked(`${redirects} async function f(u) { const d = await (await fetch(u)).json(); redirect('/' + d.id); }`),
    unchecked(
      "import { redirect as go } from '@sveltejs/kit'; async function f(u) { const d = await (await fetch(u)).json(); go(303, d.url); }",
    ),
    unchecked(`${redirects} const d = await (await fetch('/x')).json(); redirect(d.url);`),
  ],
});

const codes = 'enum Code { Ok = 200, "Not found" = 404, Next }';

testVerdicts('an enum of status codes', branched, {
  valid: [withResponse('if (res.status !== Code.Ok) throw new Error(x); return res.json();', codes)],
  invalid: [read(withResponse('if (res.status === Code["Not found"]) return null; return res.json();', codes))],
});
