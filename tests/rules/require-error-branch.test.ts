import rule from '../../rules/require-error-branch.js';
import { testVerdicts } from './tester.js';

const inAsync = (body: string): string => `async function f(u, x, e) {\n${body}\n}`;

/** A request in a `try`, what follows in it, the handler of its error, and what comes behind. */
const handled = (handler: string, then = 'saved();', after = ''): string =>
  `import axios from 'axios';\nexport async function save(u) {\ntry { await axios.put(u); ${then} } catch (e) {\n${handler}\n}\n${after}\n}`;

const silentHandlers = [
  handled('if (e.response?.status === 404) return null; throw e;'),
  handled('if (e.response?.status === 404) missing(); else failed();'),
  handled('if (e.response?.status !== 404) throw e;'),
  handled('if (e.response?.status === 404) { missing(); } failed();'),
  handled('failed(); if (e.response?.status === 401) leave();'),
  handled('const status = e.response?.status; if (status === 401) return leave(); return failed(status);'),
  handled('if (e.response?.status === 401) leave(); return false;'),
  handled('if (e.response?.status === 409) { taken(); return false; }'),
  handled('if (e.response?.status === 401) leave(); error = e;'),
  handled('if (e.response?.status === expected) return null;'),
  handled('if (e.response?.data?.code === "taken") taken();'),
  handled('handle(e); if (e.response?.status === 401) leave();'),
  handled('if (e.response) failed(e.response.data);'),
  handled('console.error(e); if (e.response?.status === 401) leave();'),
  // Nothing at all is done, and the same about all.
  handled(''),
  handled('if (e.response?.status === 404) console.log("missing");'),
  // What comes behind is the way of the failures.
  handled('if (e.response?.status === 404) return null;', 'return 1;', 'return failed();'),
  handled('if (e.response?.status === 401) leave();', 'return 1;', 'return null;'),
  // The next turn asks again.
  "import axios from 'axios';\nexport async function wait(u) { for (;;) { try { return await axios.get(u); } catch (e) { if (e.response?.status === 404) return null; } await pause(); } }",
  // The list keeps its default.
  "import axios from 'axios';\nexport async function list(u) { let items = []; try { const res = await axios.get(u); items = res.data; } catch (e) { if (e.response?.status === 401) leave(); } return items; }",
];

const swallowing = [
  {
    code: handled('if (e.response?.status === 409) taken();'),
    errors: [
      {
        messageId: 'swallowed',
        line: 4,
        column: 5,
        data: { statuses: '4xx (except 409) or 5xx', orNone: ', or without an answer,' },
      },
    ],
  },
  { code: handled('if (e.response && e.response.status === 409) taken();'), errors: ['swallowed'] },
  { code: handled('e.response?.status === 409 && taken();'), errors: ['swallowed'] },
  {
    code: handled('if (e.response?.status === 409) taken(); else if (e.response?.status === 401) leave();'),
    errors: ['swallowed'],
  },
  {
    code: handled('if (!e.response) throw e; if (e.response.status >= 500) throw e;'),
    errors: [{ messageId: 'swallowed', data: { statuses: '4xx', orNone: '' } }],
  },
  {
    code: handled('switch (e.response?.status) { case 401: leave(); break; case 409: taken(); break; }'),
    errors: [
      {
        messageId: 'swallowed',
        data: { statuses: '4xx (except 401 and 409) or 5xx', orNone: ', or without an answer,' },
      },
    ],
  },
  { code: handled('if (axios.isAxiosError(e)) { if (e.response?.status === 409) taken(); }'), errors: ['swallowed'] },
  { code: handled('const { response } = e; if (response?.status === 409) taken();'), errors: ['swallowed'] },
  { code: handled('if (e.status === 409) taken();'), errors: ['swallowed'] },
  {
    code: 'export const save = (user) => users.save(user).then(saved).catch((e) => { if (e.response?.status === 409) taken(); });',
    errors: ['swallowed'],
  },
  {
    code: "import axios from 'axios'; axios.interceptors.response.use(undefined, (e) => { if (e.response?.status === 401) leave(); });",
    errors: ['swallowed'],
  },
];

testVerdicts('require-error-branch', rule, {
  valid: [
    ...silentHandlers,
    // Cases that share their statements, or go on into each other's.
    `async function f() { const r = await fetch(u); switch (r.status) { case 404: case 410: gone(); break; default: if (!r.ok) throw e; } return r.json(); }`,
    `async function f() { const r = await fetch(u); switch (r.status) { case 404: a(); case 410: gone(); break; default: if (!r.ok) throw e; } return r.json(); }`,
    `async function f() { const r = await fetch(u); switch (r.status) { case 200: break; case 404: default: failed(); } return r.json(); }`,
    inAsync('const r = await fetch(u); if (!r.ok) throw e; return r.json();'),
    inAsync('const r = await fetch(u); if (r.ok) return r.json(); return null;'),
    inAsync('const r = await fetch(u); if (!r.ok) return; use(await r.json());'),
    inAsync('const r = await fetch(u); return r.ok ? r.json() : null;'),
    inAsync('const r = await fetch(u); if (r.ok) use(await r.json()); else fail();'),
    inAsync('const r = await fetch(u); if (r.ok) { use(await r.json()); return; } fail();'),
    // A predicate's value is returned.
    inAsync('const r = await fetch(u); return r.ok;'),
    inAsync('const r = await fetch(u); return r.ok && (await r.json());'),
    inAsync('const r = await fetch(u); const d = r.ok && (await r.json()); return d;'),
    // Handed on afterwards.
    inAsync('const r = await fetch(u); if (r.status === 404) log(); return r;'),
    inAsync(
      'const r = await fetch(u); if (r.status === 304) return cached; return NextResponse.json(await r.json(), { status: r.status });',
    ),
    // The success side only overwrites defaults.
    inAsync('let items = []; const r = await fetch(u); if (r.ok) items = await r.json(); return items;'),
    inAsync(
      'let a = [], b = []; const r = await fetch(u); if (!r.ok) console.error("no"); else { const d = await r.json(); a = d.a; b = d.b; } return [a, b];',
    ),
    // A failure is recorded and used later.
    inAsync(
      'const r = await fetch(u); let failed = false; if (!r.ok) failed = true; const d = await r.json(); return { failed, d };',
    ),
    inAsync('const r = await fetch(u); if (!r.ok) errors.push(u); const d = await r.json(); return d;'),
    // Retries.
    inAsync('let r; do { r = await fetch(u); } while (!r.ok); return r.json();'),
    inAsync(
      'for (let i = 0; i < 3; i++) { const r = await fetch(u); if (r.ok) return r.json(); await sleep(i); } throw e;',
    ),
    inAsync('let r; for (let i = 0; i < 3; i++) { r = await fetch(u); if (r.ok) break; } return r.json();'),
    inAsync('while (true) { const r = await fetch(u); if (r.ok) return r.json(); }'),
    inAsync(
      'while (true) { const r = await fetch(u); if (r.status === 404) return null; if (r.headers.get("x") === "y" && r.ok) return r.json(); await sleep(1); }',
    ),
    inAsync(
      'let r = await fetch(u); if (r.status === 401) { await login(); r = await fetch(u); } if (!r.ok) throw e; return r.json();',
    ),
    // Every status has its branch.
    inAsync('const r = await fetch(u); if (r.status === 404) return null; if (!r.ok) throw e; return r.json();'),
    inAsync(
      'const r = await fetch(u); switch (r.status) { case 200: return r.json(); case 404: return null; default: throw e; }',
    ),
    inAsync('const r = await fetch(u); switch (true) { case r.ok: return r.json(); default: return null; }'),
    inAsync(
      'const r = await fetch(u); if (r.status >= 400 && r.status < 500) return null; if (r.status >= 500) throw e; return r.json();',
    ),
    inAsync('const r = await fetch(u); if (r.status !== 201) { toast("failed"); } else { toast("saved"); }'),
    // Exceptions on the way do not make a failure's branch a common one.
    inAsync(
      'try { const r = await fetch(u); if (r.ok) return format(await r.json()); } catch (error) { report(error); } return null;',
    ),
    // Two comparisons make one range.
    inAsync(
      "const r = await fetch(u); if (r.status >= 200 && r.status < 300) { show(await r.text()); } else { show('failed'); }",
    ),
    inAsync(
      "const r = await fetch(u); if (r.status < 200 || r.status > 299) { show('failed'); } else { show(await r.text()); }",
    ),
    inAsync(
      "const r = await fetch(u); let o; if (r.status < 200 || r.status >= 300) o = 'failed'; else o = await r.text(); return o;",
    ),
    // Failures share their branch with another reason.
    inAsync(
      'const r = await fetch(u); if (!r.ok || !r.body) return; const reader = r.body.getReader(); await reader.read();',
    ),
    inAsync('const r = await fetch(u); if (!r.ok || !x) return; show(await r.text());'),
    // A success that leaves from within; what follows is the fallback.
    inAsync('const r = await fetch(u); if (r.ok) { const d = await r.json(); if (d.x) return d; } return x;'),
    inAsync(
      'for (const v of u) { const r = await fetch(v); if (r.ok) { const d = await r.json(); if (d.x) { x.push(d.x); continue; } } x.push(v); }',
    ),
    // An error that the condition names is known to its author.
    inAsync(
      "const r = await fetch(u, { method: 'DELETE' }); if (!r.ok && r.status !== 404) throw new Error(`failed: ${r.status}`);",
    ),
    inAsync("const r = await fetch(u); if (r.ok || r.status === 401) { return 'ok'; } return 'warn';"),
    inAsync(
      'const r = await fetch(u); const raw = await r.text(); const okay = r.ok || (x.expected && x.expected.includes(r.status)); if (!okay) throw e; return JSON.parse(raw);',
    ),
    // A look for one status is no check of success.
    inAsync("const r = await fetch(u, { method: 'HEAD' }); if (r.ok) { x = r.headers.get('etag'); } return g(x);"),
    inAsync('const r = await fetch(u); if (r.status === 401) { renew(); } return x;'),
    inAsync('for (let i = 0; i < 50; i++) { if ((await fetch(u)).status === 410) break; await wait(100); } return x;'),
    // A log is a branch where nothing is read after it.
    inAsync("const r = await fetch(u); if (r.ok) { add(await r.json()); } else { console.error('not loaded'); }"),
    // A body that was read before a look at one error alone, or that goes on with the errors named.
    inAsync('const r = await fetch(u); show(await r.json()); if (r.status === 401) renew();'),
    inAsync(
      'const r = await fetch(u); show(await r.json()); if (r.status >= 500) throw e; if (r.status >= 400) warn();',
    ),
    // Defaults that readers reckon with.
    'class List { items = []; async load() { const r = await fetch(u); if (r.ok) this.items = await r.json(); } }',
    inAsync(
      'const r = await fetch(u); let image; if (r.ok && x) { try { image = await r.arrayBuffer(); } catch {} } return { image: image ?? null };',
    ),
    inAsync(
      'const r = await fetch(u); let id = null; if (r.ok) { const d = await r.json(); if (d.length) { id = d[0].id; } } if (!id) id = await make(); return id;',
    ),
    // An empty catch says that the outcome does not matter.
    inAsync('try { const r = await fetch(u); if (r.ok) { use(await r.json()); } } catch {}'),
    // A helper looks for one status.
    `async function f(u) { for (let i = 0; i < 3; i++) { const response = await fetch(u); if (isBusy(response)) { await handle(response); continue; } return response; } throw new Error(); }
     async function handle(r) { if (r.status === 429) { const e = await peek(r); if (e.quota) throw e; } await sleep(1); }
     function isBusy(r) { return r.status === 429; }`,
    inAsync(
      'try { const r = await fetch(u); const t = await r.text(); if (r.ok) { show(t); } else { if (debug()) console.warn(r.status); requeue(); } } catch (error) { recover(); } return x;',
    ),
    // An assertion goes on for successes alone.
    inAsync(
      'const r = await fetch(u); if (r.status === 404) return null; if (assert(r.ok && r.body !== null), x && r.status !== 206) { stop(); } return r.body;',
    ),
    // What is compared is not known.
    inAsync('const r = await fetch(u); if (codes.includes(r.status)) throw e; return r.json();'),
    // Nothing was looked at: that is no-unchecked-response's.
    inAsync('const r = await fetch(u); return r.json();'),
    'const load = async () => { const res = await fetch(u); if (!res.ok) { setError(true); return; } setData(await res.json()); };',
    inAsync('const r = await fetch(u); const good = r.ok; if (!good) throw e; return r.json();'),
    inAsync('const rs = await Promise.all([fetch(u), fetch(x)]); for (const r of rs) { if (!r.ok) throw e; }'),
    // A branch for failures goes on after a condition in it.
    inAsync('const r = await fetch(u); if (!r.ok) { if (r.status === 404) gone(); report(); } return r.json();'),
    inAsync(
      'const r = await fetch(u); if (!r.ok) { if (r.status === 404) gone(); else console.log(1); report(); } return r.json();',
    ),
    // Any success sets failures apart, also one without a body, where the other side does something.
    ...[
      'if (r.status === 204) { x(); } else { e(); }',
      'if (r.status !== 204) { show(await r.json()); return; } x();',
      'if (r.status !== 204) { const text = await r.text(); logger.error({ text }); }',
      'if (r.status !== 204) return false; return true;',
      'if (r.status === 204) { x(); } else { try { e(); } catch {} }',
      'if (r.status === 204) { x(); } else if (u) { throw e; } else { return; }',
      'r.status === 204 ? x() : e();',
      'switch (r.status) { case 204: x(); break; default: e(); }',
      'for (const v of u) { if (r.status !== 204) continue; x(v); }',
      'for (const v of u) { if (r.status !== 204) { break; } x(v); }',
    ].map((code) => inAsync(`const r = await fetch(u); ${code}`)),
    // A body that was read before the check, and is looked at or is not taken for the answer after it.
    ...[
      'if (r.status === 404) return null; if (d.error) throw e; return d;',
      'if (r.status === 404) return null; if (d.items) show(d.items);',
      'if (r.ok) { show(d); } else { e(d); }',
      'if (!r.ok) { e(d.message); } show(d);',
      'if (!r.ok) console.error(d); return { d, status: r.status };',
      'if (!r.ok && d.error) throw d; return d;',
      'if (r.status === 204) return {}; return x(d);',
      'if (!r.ok) console.error(d); console.log(d);',
    ].map((code) => inAsync(`const r = await fetch(u); const d = await r.json(); ${code}`)),
    inAsync(
      'const r = await fetch(u); const { error, d } = await r.json(); if (r.status === 404) return null; if (error) throw e; return d;',
    ),
    // A variable without a value has undefined for its default.
    ...['return image;', 'return image ?? null;', 'if (image) x();', 'return image?.size;', 'show(image);'].map((use) =>
      inAsync(`const r = await fetch(u); let image; if (r.ok) image = await r.json(); ${use}`),
    ),
    // A field with a default.
    'class A { items = []; async load(u) { const r = await fetch(u); if (r.ok) this.items = await r.json(); } }',
    "class A { items = []; async load(u) { const r = await fetch(u); if (r.ok) this['items'] = await r.json(); } }",
    'class A { items = []; load = async function (u) { const r = await fetch(u); if (r.ok) this.items = await r.json(); }; }',
    'class A { items = []; f(u) { return fetch(u).then(async (r) => { if (r.ok) this.items = await r.json(); }); } }',
    // Defaults are overwritten by more than one statement.
    ...[
      '{ const d = await r.json(); a = d; }',
      '{ console.log(1); a = 1; ; }',
      '{ if (x) a = 1; else a = 2; }',
      '{ if (x) a = 1; }',
      '{ try { a = await r.json(); } catch (error) { console.error(error); } }',
      '{ try { a = await r.json(); } finally { a = 1; } }',
      '(a = await r.json());',
    ].map((side) => inAsync(`const r = await fetch(u); let a = 0; if (r.ok) ${side} return a;`)),
    // A branch that leaves from within.
    ...[
      '{ if (x) return r.json(); }',
      '{ use(r); if (x) {} else return null; }',
      '{ try { return await r.json(); } catch { x(); } }',
      '{ try { x(); } finally { return null; } }',
      '{ block: { if (x) return null; } }',
      '{ switch (x) { case 1: return null; } }',
      '{ for (const y of x) { if (y) return y; } }',
      '{ for (const y in x) return y; }',
      '{ for (;;) { if (x) return x; } }',
      '{ while (x()) if (e) return x; }',
      '{ do { if (e) return x; } while (x()); }',
    ].map((side) => inAsync(`const r = await fetch(u); if (r.ok) ${side} fail();`)),
    inAsync('for (const v of u) { const r = await fetch(v); if (r.ok) { use(await r.json()); break; } }'),
    inAsync('for (const v of u) { const r = await fetch(v); if (r.ok) { use(await r.json()); continue; } fail(); }'),
    // Failures that are let through one by one, by their names, are meant to be read.
    ...[
      'if (!r.ok && r.status !== 404) throw e; return r.json();',
      'if (r.ok || r.status === 404) return r.json(); throw e;',
      'if (![200, 404, 410].includes(r.status)) throw e; return r.json();',
      "if (r.status >= 400 && (r.status !== 405 || x !== 'HEAD')) throw e; return r.body ? r.text() : '';",
      "if (r.ok) return r.json(); else if (r.status === 403 && (await r.text()).includes('x')) fail(); else fail(1);",
      'switch (r.status) { case 200: a(); case 404: b(); break; default: throw e; } return r.json();',
    ].map((body) => inAsync(`const r = await fetch(u); ${body}`)),
    // So is code that runs on demand, as long as no body is read after it.
    ...['if (x) fail();', 'x && fail();', 'x === null || x === void 0 || x(1);', '{ if (x) { a(); fail(); } }'].map(
      (side) => inAsync(`const r = await fetch(u); if (r.ok) use(await r.json()); else ${side}`),
    ),
    // A log on demand is one all the same.
    inAsync(
      'let d = []; const r = await fetch(u); if (r.ok) { d = use(await r.json()); } else { if (x) console.log(1); } use(d);',
    ),
    inAsync('const r = await fetch(u); if (r.ok) { use(await r.json()); } else if (x) console.log(1);'),
  ],
  invalid: [
    ...swallowing,
    // A helper runs where it is called, wherever it stands: in front of the condition, and behind it.
    {
      code: `async function f() { const r = await fetch(u); await keep(r); if (r.ok) done(); } async function keep(p) { save(await p.clone().text()); }`,
      errors: ['ignored'],
    },
    {
      code: `async function read(p) { return p.json(); } async function f() { const r = await fetch(u); if (r.status === 404) return null; show(await read(r)); }`,
      errors: ['read'],
    },
    // What a success falls into is no branch for failures.
    {
      code: `async function f() { const r = await fetch(u); switch (r.status) { case 200: a(); default: b(); break; case 404: throw e; } return r.json(); }`,
      errors: ['read'],
    },
    // A question for one status is none for the others, and what may not run is no branch before the body is read.
    ...['if (r.status === 404) fail();', 'r.status === 404 && fail();'].map((side) => ({
      code: inAsync(`const r = await fetch(u); if (r.ok) use(await r.json()); else ${side}`),
      errors: ['ignored'],
    })),
    ...['if (x) fail();', 'x && fail();'].map((side) => ({
      code: inAsync(`const r = await fetch(u); if (!r.ok) { ${side} } return r.json();`),
      errors: ['read'],
    })),
    // Neither is a log, and to read what was only logged is not meant.
    {
      code: inAsync(
        'const r = await fetch(u); if (r.status === 404) console.error(1); else if (!r.ok) throw e; return r.json();',
      ),
      errors: [{ messageId: 'read', data: { statuses: '404', use: 'r.json()', where: ' on line 2' } }],
    },
    { code: inAsync('const r = await fetch(u); if (!r.ok && x) console.log(1); return r.json();'), errors: ['read'] },
    { code: inAsync('const r = await fetch(u); if (r.ok) console.log(1);'), errors: ['ignored'] },
    // A test for a success without a body says how to read where the other side only reads.
    ...[
      'let d; if (r.status !== 204) d = await r.json(); return d;',
      'if (r.status !== 204) { const d = await r.json(); return d; }',
      'const d = r.status === 204 ? null : await r.json(); return d;',
      'let d; switch (r.status) { case 204: break; default: d = await r.json(); break; } return d;',
      'let d; if (r.status === 204) { x(); } else { if (u) { d = await r.json(); } } return d;',
    ].map((code) => ({ code: inAsync(`const r = await fetch(u); ${code}`), errors: ['read'] })),
    // A body that was read before the check is taken for the answer after it.
    {
      code: inAsync('const r = await fetch(u); const d = await r.json();\nif (!r.ok) console.error(d);\nreturn d;'),
      errors: [{ messageId: 'read', line: 3, data: { statuses: '4xx or 5xx', use: 'd', where: ' on line 4' } }],
    },
    {
      code: inAsync(
        'const r = await fetch(u); const { d } = await r.json(); if (r.status === 404) return null; return d;',
      ),
      errors: [{ messageId: 'read', data: { statuses: '4xx (except 404) or 5xx', use: 'd', where: ' on line 2' } }],
    },
    {
      code: inAsync('const r = await fetch(u); const d = await r.json(); if (r.ok) { x(); } show(d);'),
      errors: ['read'],
    },
    {
      code: inAsync('const r = await fetch(u); const d = await r.json(); if (r.ok) { show(d); }'),
      errors: ['ignored'],
    },
    // It is taken for the answer before it, and the check takes a part of the errors.
    {
      code: inAsync('const r = await fetch(u); show(await r.json()); if (r.status >= 500) throw e; show(x);'),
      errors: [{ messageId: 'ignored', data: { statuses: '4xx' } }],
    },
    {
      code: inAsync(
        'const r = await fetch(u); for await (const chunk of r.body) use(chunk); if (r.status >= 500) throw e; use(x);',
      ),
      errors: [{ messageId: 'ignored', data: { statuses: '4xx' } }],
    },
    // Behind a success that may leave, others go the way of the failures.
    { code: inAsync('const r = await fetch(u); if (r.ok) { if (x) return; } return r.json();'), errors: ['read'] },
    {
      code: inAsync('const r = await fetch(u); if (!r.ok) { if (x) return load(); } return r.json();'),
      errors: ['read'],
    },
    {
      code: inAsync('const r = await fetch(u); if (!r.ok) { if (r.status === 404) return null; } return r.json();'),
      errors: ['read'],
    },
    // Nobody reads what was not set.
    {
      code: inAsync('const r = await fetch(u); let image; if (r.ok) image = await r.json(); image = 1;'),
      errors: ['ignored'],
    },
    {
      code: inAsync(
        'const r = await fetch(u); for (let image of x) { if (r.ok) image = await r.json(); show(image); }',
      ),
      errors: ['ignored'],
    },
    ...[
      'class A { items; async load(u) { const r = await fetch(u); if (r.ok) this.items = await r.json(); } }',
      'class A { other = 1; async load(u) { const r = await fetch(u); if (r.ok) this.items = await r.json(); } }',
      'class A { items() {} async load(u) { const r = await fetch(u); if (r.ok) this.items = await r.json(); } }',
      'class A { items = 1; async load(u) { const r = await fetch(u); if (r.ok) u.items = await r.json(); } }',
      'const load = async function () { const r = await fetch(1); if (r.ok) this.items = await r.json(); };',
      'class A { items = 1; f() { return async function (u) { const r = await fetch(u); if (r.ok) this.items = await r.json(); }; } }',
      'class A { items = 1; f() { async function g(u) { const r = await fetch(u); if (r.ok) this.items = await r.json(); } g(); } }',
    ].map((code) => ({ code, errors: ['ignored'] })),
    ...[
      'a += await r.json();',
      '{ a = await r.json(); go(); }',
      '{ if (x) a = 1; else go(); }',
      '{ try { a = await r.json(); } catch { go(); } }',
      '{ try { a = await r.json(); } finally { go(); } }',
      '{ while (x) a = await r.json(); }',
      'x = await r.json();',
      'b = await r.json();',
      'c = await r.json();',
      '{ switch (x) { case 1: use(r); break; } }',
      '{ for (const y of x) { use(y); if (y) break; } }',
      '{ while (x()) { use(e); if (e) continue; } }',
      '{ use(() => { return 1; }); }',
    ].map((side) => ({
      code: inAsync(
        `const r = await fetch(u); let a = 0; let { b } = e; let c = () => 1; if (r.ok) ${side} return [a, b, c];`,
      ),
      errors: ['ignored'],
    })),
    {
      code: inAsync('const r = await fetch(u); if (!r.ok) { if (r.status === 404) gone(); } return r.json();'),
      errors: [
        { messageId: 'read', data: { statuses: '4xx (except 404) or 5xx', use: 'r.json()', where: ' on line 2' } },
      ],
    },
    {
      code: inAsync('const r = await fetch(u); if (!r.ok) console.error(1); always(); return r.json();'),
      errors: ['read'],
    },
    {
      code: inAsync('const r = await fetch(u);\nif (r.ok) { use(await r.json()); }'),
      errors: [{ messageId: 'ignored', line: 3, column: 5, data: { statuses: '4xx or 5xx' } }],
    },
    { code: inAsync('const r = await fetch(u); if (r.ok) { use(await r.json()); } done();'), errors: ['ignored'] },
    { code: inAsync('const r = await fetch(u); r.ok && use(await r.json());'), errors: ['ignored'] },
    { code: inAsync('const r = await fetch(u); if (r.ok && x) { use(await r.json()); }'), errors: ['ignored'] },
    {
      code: inAsync(
        'const r = await fetch(u); switch (r.status) { case 200: use(await r.json()); break; case 404: gone(); break; }',
      ),
      errors: [{ messageId: 'ignored', data: { statuses: '4xx (except 404) or 5xx' } }],
    },
    {
      code: inAsync('const r = await fetch(u); if (r.status === 404) return null; return r.json();'),
      errors: [
        { messageId: 'read', data: { statuses: '4xx (except 404) or 5xx', use: 'r.json()', where: ' on line 2' } },
      ],
    },
    {
      code: inAsync('const r = await fetch(u); if (!r.ok) console.error("failed"); return r.json();'),
      errors: ['read'],
    },
    {
      code: inAsync(
        'const r = await fetch(u); if (!r.ok) { console.warn(r.status); } const d = await r.json(); return d;',
      ),
      errors: ['read'],
    },
    {
      code: inAsync('const r = await fetch(u); if (!r.ok && r.status === 429) throw e; return r.json();'),
      errors: [
        { messageId: 'read', data: { statuses: '4xx (except 429) or 5xx', use: 'r.json()', where: ' on line 2' } },
      ],
    },
    {
      code: inAsync('const r = await fetch(u); if (r.status >= 500) throw e; return r.json();'),
      errors: [{ messageId: 'read', data: { statuses: '4xx', use: 'r.json()', where: ' on line 2' } }],
    },
    {
      code: inAsync('const r = await fetch(u); if (r.status === 204) return null; return r.json();'),
      errors: ['read'],
    },
    { code: inAsync('const r = await fetch(u); if (!r.ok) {} return r.json();'), errors: ['read'] },
    {
      code: inAsync('const r = await fetch(u); if (!r.ok && r.status < 500) throw e; return r.json();'),
      errors: ['read'],
    },
    {
      code: inAsync("const r = await fetch(u); if (!r.ok || x) console.error('failed'); return r.json();"),
      errors: ['read'],
    },
    { code: 'fetch(u).then((r) => { if (r.ok) { r.json().then(show); } });', errors: ['ignored'] },
    {
      code: inAsync('for (const v of u) { const r = await fetch(v); if (r.ok) { x.push(await r.json()); } }'),
      errors: ['ignored'],
    },
    {
      code: inAsync(
        'const profile = await me(); const r = await fetch(u); if (r.ok) { profile.email = await r.text(); } return profile;',
      ),
      errors: ['ignored'],
    },
  ],
});
