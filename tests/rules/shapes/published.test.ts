import exact from '../../../rules/no-200-only.js';
import checked from '../../../rules/no-unchecked-response.js';
import branched from '../../../rules/require-error-branch.js';
import { testVerdicts, type Invalid } from '../tester.js';

// Shapes that were met in published packages, by what is the matter with them.

const invalid =
  (messageId: string) =>
  (code: string): Invalid => ({ code, errors: [messageId] });
const unchecked = invalid('unchecked');

/** Code that no rule has anything to say of. */
const silent = (name: string, codes: readonly string[]): void => {
  testVerdicts(name, checked, { valid: codes, invalid: [] });
  testVerdicts(`${name}, by its branches`, branched, { valid: codes, invalid: [] });
};

const read = 'return (await fetch(u)).json();';
const load = (before: string, around = '') => `${around} export async function load(u, x) { ${before} ${read} }`;

silent('a function that code elsewhere makes, whatever it is called', [
  load('const fetch = make(x);', "import { make } from './make.js';"),
  load('const fetch = make(x);', "const { make } = require('./make.js');"),
  load('const fetch = await x.make();'),
  load('let fetch; fetch = make(x);', "import { make } from './make.js';"),
  load('', "const fetch = require('./make.js')();"),
]);

testVerdicts(
  'a function of that name from a file that is not there, or from a hook, whose result is used like a response',
  checked,
  {
    valid: [`import { fetch } from './items.js'; export async function load(u) { return (await fetch(u)).items; }`],
    invalid: [
      { code: load('', "import { fetch } from './make.js';"), errors: ['unchecked'] },
      { code: load('const fetch = useFetch();', "import { useFetch } from './make.js';"), errors: ['unchecked'] },
    ],
  },
);

testVerdicts('a function that is made of the request function, and used like it', checked, {
  valid: [load('const get = make(fetch); return (await get(u)).json();', "import { make } from './make.js';")],
  invalid: [
    load('', "import { make } from './make.js'; const fetch = make(globalThis.fetch);"),
    load(
      '',
      "import nodeFetch from 'node-fetch'; import { make } from './make.js'; const fetch = make(nodeFetch, {});",
    ),
    load('const fetch = x.fetch || make();', "import { make } from './make.js';"),
  ].map(unchecked),
});

testVerdicts('a request function that a function of this file gives', checked, {
  valid: [
    load('const fetch = give();', 'const give = () => (u) => store.get(u);'),
    load('const fetch = give();', 'function give() { if (a) return globalThis.fetch; return mock; }'),
    load('const fetch = give();', 'function give() { return give(); }'),
  ],
  invalid: [
    load('const fetch = give();', 'const give = () => globalThis.fetch;'),
    load('const fetch = give(x);', 'const give = (x) => x.fetch ?? globalThis.fetch;'),
    load('const fetch = give();', 'function give() { return globalThis.fetch; }'),
    load('const fetch = await give();', "async function give() { return (await import('node-fetch')).default; }"),
    load('const fetch = give();', 'function give() { if (a) return globalThis.fetch; return globalThis.fetch; }'),
    `class Api { give() { return globalThis.fetch; } async load(u) { const fetch = this.give(); ${read} } }`,
  ].map(unchecked),
});

silent('a local address, also where types stand around its name', [
  load("if (!u!.startsWith('data:')) return;"),
  load("if (!(u as string).startsWith('blob:')) return;"),
  load('if (!/^data:/.test(u as string)) return;'),
]);

silent('an export of another module, however it is loaded', [
  load('', "const { fetch } = require('./make.js');"),
  load('const { fetch } = await import("./make.js");'),
  load('return (await lib.fetch(u)).json();', "import * as lib from './make.js';"),
  load('return (await lib.fetch(u)).json();', "const lib = require('./make.js');"),
  load('return (await require("./make.js").fetch(u)).json();'),
]);

silent('a module in a function that may be more than an interop helper', [
  load(
    'return (await get(u)).json();',
    "var f = require('cross-fetch'); var make = require('./make.js'); var get = make(f);",
  ),
]);

testVerdicts('interop helpers', checked, {
  valid: [],
  invalid: [
    load('return (await get(u)).json();', "const get = interop(require('node-fetch'));"),
    load("return (await m['default'](u)).json();", "var f = require('node-fetch'); var m = interop(f);"),
  ].map(unchecked),
});

const member = (extend: string) => `class Api ${extend} { async load(u) { return (await this.fetch(u)).json(); } }`;

testVerdicts('a method that a class gets from elsewhere', checked, {
  valid: [
    member('extends Base'),
    member(''),
    'class Api { async fetch(u) { return (await fetch(u)).headers; } async load(u) { return (await this.fetch(u)).get(u); } }',
    `import { Base } from './base.js'; ${member('extends Base')}`,
    `class Base { fetch(u) { return store.get(u); } } ${member('extends Base')}`,
    'class Api extends Base { load(u) { return __awaiter(this, void 0, void 0, function* () { return (yield this.fetch(u)).json(); }); } }',
  ],
  invalid: [
    'class Api { fetch: typeof globalThis.fetch; async load(u) { return (await this.fetch(u)).json(); } }',
    'class Api { constructor(private readonly fetch: Fetch) {} async load(u) { return (await this.fetch(u)).json(); } }',
    'class Api { constructor(private fetch = traced) {} async load(u) { return (await this.fetch(u)).json(); } }',
    'class Api { fetch(u) { return fetch(u); } async load(u) { return (await this.fetch(u)).json(); } }',
    'class Api extends Base { constructor() { super(); this.fetch = fetch; } async load(u) { return (await this.fetch(u)).json(); } }',
    'class Api extends Base { fetch = globalThis.fetch; async load(u) { return (await this.fetch(u)).json(); } }',
  ].map(unchecked),
});

const withResponse = (body: string): string => `async function f(u, x) { const res = await fetch(u); ${body} }`;

silent(
  'a list that is written down is not empty',
  [
    "const init = {}; ['status', 'headers'].forEach((key) => { init[key] = res[key]; }); return new Response(res.body, init);",
    "const init = {}; for (const key of ['status', 'headers']) init[key] = res[key]; return new Response(res.body, init);",
  ].map(withResponse),
);

testVerdicts('a list that may be empty', checked, {
  valid: [],
  invalid: [
    'const init = {}; for (const key of x) init[key] = res[key]; return new Response(res.body, init);',
    'const init = {}; for (const key of []) init[key] = res[key]; return new Response(res.body, init);',
    'const init = {}; for (const key of [...x]) init[key] = res[key]; return new Response(res.body, init);',
  ]
    .map(withResponse)
    .map(unchecked),
});

silent(
  'a test for the redirect that was not followed',
  [
    "if (res.type !== 'opaqueredirect') throw new Error('no redirect'); refresh();",
    "if (res.type === 'opaqueredirect') refresh(); else report(u);",
  ].map(withResponse),
);

testVerdicts('a test for another type', checked, {
  valid: [],
  invalid: ["if (res.type === 'basic') return res.json();", 'if (res.type === x) return res.json();']
    .map(withResponse)
    .map(unchecked),
});

testVerdicts('errors that pass a test for a redirect', branched, {
  valid: [],
  invalid: ["if (res.type === 'opaqueredirect') return null; return res.json();"]
    .map(withResponse)
    .map(invalid('read')),
});

silent('a body that goes into a log of a failure', [
  ...["logger.warn('failed', res.body);", "console.warn('failed', await res.text());"].map((log) =>
    withResponse(`if (!res.ok) { ${log} }`),
  ),
  ...["console.warn('failed', res.body);"].map((log) => withResponse(`if (res.ok) return res.json(); else ${log}`)),
]);

testVerdicts('a body that was read before a test for 204', branched, {
  valid: [
    'const text = await res.text(); if (res.status === 204) return {}; return JSON.parse(text);',
    'const text = await res.text(); if (!text && (res.status === 204 || res.status === 205)) return {}; return parse(text);',
  ].map(withResponse),
  invalid: ['const text = await res.text(); if (res.status === 200) show(text);', 'if (res.status === 204) done();']
    .map(withResponse)
    .map(invalid('ignored')),
});

const attempt = (before: string, after: string, end: string) =>
  `async function f(u, x) { try { const res = await fetch(u); ${before}; x.emit('loaded'); ${after} } catch (error) { ${end} } }`;
const either = 'let body = null; if (res.status !== 204) body = await res.text()';

silent('a body that was read on the way to an exception, after a test for 204', [
  attempt(either, 'if (!res.ok) throw new Error(String(res.status)); return body;', 'log(error);'),
  attempt(either, 'if (!res.ok) throw new Error(String(res.status)); return body;', 'return { error };'),
  attempt(either, 'if (res.status > 300) { x.fail(res.status); return; } x.done(body);', 'x.emit(error);'),
  attempt(
    'const body = res.status === 204 ? null : await res.json()',
    'if (!res.ok) throw new Error(String(res.status)); return body;',
    'log(error);',
  ),
]);

const wrapper = (check: string, rest = '') =>
  `async function get(u, n) { for (;;) { const res = await fetch(u); ${check} return res; } } async function load(u) { const res = await get(u); ${rest} return res.json(); }`;
const retried = 'if (res.status === 429 || res.status >= 500) { if (n-- > 0) continue; }';

testVerdicts('a condition of the caller is the one that lets errors past, where it has one', branched, {
  valid: [],
  invalid: [
    {
      code: `
async function get(u, n) {
  for (let i = 0; i < n; i++) {
    const res = await fetch(u);
    if (res.status === 429 || res.status >= 500) { if (i === n - 1) return res; } else return res;
  }
  throw new Error('never');
}
async function load(u) {
  const res = await get(u, 3);
  if (res.status === 429 || res.status >= 500) throw new Error(String(res.status));
  return res.json();
}`,
      errors: [{ messageId: 'read', line: 11 }],
    },
  ],
});

testVerdicts('a body at the end of a chain that nothing is made of', checked, {
  valid: [
    'async function f(u) { await fetch(u).then((r) => r.text()).catch(() => {}); }',
    'async function f(u) { try { await fetch(u).then((r) => r.text()); } catch {} }',
  ],
  invalid: [
    ...['async function f(u) { await fetch(u).then((r) => r.text()); }', 'fetch(u).then((r) => r.json());'].map(
      invalid('dropped'),
    ),
    ...[
      'async function f(u) { return await fetch(u).then((r) => r.text()); }',
      'fetch(u).then((r) => r.json()).then(show);',
    ].map(unchecked),
  ],
});

testVerdicts('an assertion about a body in a program, which gives it on', checked, {
  valid: ['const data = await res.json(); invariant(res.ok); return data;'].map(withResponse),
  invalid: ['const data = await res.json(); invariant(data.id); return data;'].map(withResponse).map(unchecked),
});

testVerdicts('fetch of a package that exports it beside a function that rejects', checked, {
  valid: [load('return $fetch(u);', "import { $fetch } from 'ofetch';")],
  invalid: [load('', "import { fetch } from 'ofetch';")].map(unchecked),
});

testVerdicts('a wrapper that tells no errors apart has not checked', checked, {
  valid: [
    wrapper(retried),
    // A wrapper of a wrapper relies on what that one looked at.
    'async function get(u) { const res = await fetch(u); if (!res.ok) throw new Error(); return res; } async function send(u) { return get(u); } async function load(u) { return (await send(u)).json(); } async function save(u) { await send(u); }',
    'class Api { send(u) { const run = async () => { const res = await fetch(u); if (!res.ok) { await this.fail(res); } return res; }; if (!u) return run(); return retry(run); } async save(u) { await this.send(u); } }',
  ],
  invalid: [wrapper('if (res.status >= 300 && res.status < 400) { u = res.headers.get("location"); continue; }')].map(
    unchecked,
  ),
});

testVerdicts('the body of a parsed answer in an error is no check', checked, {
  valid: [],
  invalid: ['const data = await res.json(); if (!data.ok) return new ApiError(data); return data.result;']
    .map(withResponse)
    .map(unchecked),
});

testVerdicts('exactly 200, of what other code made', exact, {
  valid: [
    "import { make } from './make.js'; async function f(u) { const fetch = make(); const r = await fetch(u); if (r.status !== 200) throw new Error(); }",
  ],
  invalid: [],
});

const given = (helper: string, call = 'const res = await run(() => fetch(u), 3); return res.json();') =>
  `${helper} async function load(u) { ${call} }`;

testVerdicts('functions that give back what they are given', checked, {
  valid: [
    // They look at it, or nothing is known of what they give.
    given('async function run(get) { const res = await get(); if (!res.ok) throw new Error(); return res; }'),
    given('async function run(get) { return check(await get()); }'),
    given('async function run(get) { get = other; return get(); }'),
    given('async function run(get) { return again(get); } async function again(get) { return check(await get()); }'),
    given('const run = (x, get) => get();'),
    given('const run = (get) => { return [1].map(() => { return get(); }); };'),
    given('const run = ({ get }) => get();'),
  ],
  invalid: [
    given('const run = (get) => get();'),
    given('async function run(get) { queue.push(get); return get(); }'),
    given('const run = async (get) => { return await get(); };'),
    given('const run = (get) => get();', 'return run(() => fetch(u)).then((r) => r.json());'),
    given(
      'async function run(get, n) { for (let i = 0; ; i++) try { return await get(); } catch (e) { if (i === n) throw e; } }',
    ),
    given(
      'async function run(get, n) { try { return await get(); } catch (e) { if (n === 0) throw e; return run(get, n - 1); } }',
    ),
    'class Api { async run(get) { try { return await get(); } catch { return await get(); } } async load(u) { const res = await this.run(() => fetch(u)); return res.json(); } }',
  ].map(unchecked),
});

testVerdicts('what a function that is given to another one lets past', branched, {
  valid: [],
  invalid: [
    given(
      'const run = (get) => get();',
      'const res = await run(async () => { const r = await fetch(u); if (r.status === 429) throw new Error(); return r; }); return res.json();',
    ),
  ].map(invalid('read')),
});

testVerdicts('a default of one thing, and the body of a failure as another', branched, {
  valid: ['let data = []; if (res.ok) data = await res.json(); return data;'].map(withResponse),
  invalid: [
    'let etag = null; if (res.ok) etag = res.headers.get("etag"); const data = await res.json(); return { etag, data };',
    'let etag; if (res.ok) etag = res.headers.get("etag"); const data = await res.json(); return { etag, data };',
  ]
    .map(withResponse)
    .map(invalid('read')),
});

silent('a status that a variable may hold', [
  'async function f(u) { let code; try { const res = await fetch(u); code = res.status; if (res.ok) show(await res.json()); } catch (e) { log(e); } if (code === undefined || code >= 400) fail(code); }',
  'async function f(u) { let code; try { const res = await fetch(u); code = res.status; if (res.ok) show(await res.json()); } catch (e) { log(e); } finally { if (code >= 400) fail(code); } }',
]);

const giving = (result: string) => `export const load = (u, x) => fetch(u).then((r) => ${result});`;

testVerdicts('a response that is given back on one way, and read on the other', checked, {
  valid: [
    giving('{ if (x) return r; return r; }'),
    giving('{ if (!r.ok) throw r; if (x) return r.json(); return r; }'),
    giving('r.ok ? r.json() : r'),
    giving('(x ? r : null)'),
    'export async function load(u, x) { const r = await fetch(u); if (!r.ok) throw r; return x ? r.json() : r; }',
    // The caller still holds what the helper does not give back.
    'const read = (r, x) => x ? r.json() : r; export async function load(u, x) { const r = await fetch(u); const d = await read(r, x); if (!r.ok) throw d; return d; }',
  ],
  invalid: [
    giving('{ if (x) return r.json(); return r; }'),
    giving('x ? r.json() : r'),
    giving('x ? r : (x.y ? null : r.json())'),
    'const read = (r, x) => x ? r.json() : r; export const load = async (u, x) => read(await fetch(u), x);',
    'export async function load(u, x) { const r = await fetch(u); return x ? r.json() : r; }',
    'export async function* load(u, x) { const r = await fetch(u); return x ? r.json() : r; }',
    'export async function load(u, x) { const r = await fetch(u); try { if (x) return r.json(); return r; } finally { done(); } }',
    'const done = (r) => { if (r.headers.has("x")) return r.json(); return r; }; export const load = (u) => fetch(u).then(done, done);',
  ].map(unchecked),
});
