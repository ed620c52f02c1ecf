import rule from '../../rules/no-unchecked-response.js';
import { testVerdicts } from './tester.js';

/** The body of an async function, for cases in which the frame says nothing. */
const inAsync = (body: string): string => `async function f(u, x, e) {\n${body}\n}`;

testVerdicts('no-unchecked-response', rule, {
  valid: [
    // A field is read by others.
    `class A { response = fetch(u); }`,
    `class A { data = fetch(u).then((r) => (r.ok ? r.json() : null)); }`,
    `class A { static { fetch(u).then((r) => r.ok && show(r.json())); } }`,
    `const statusOf = (r) => r.status; fetch(u).then((r) => statusOf(r) === 200 && show(r.json()));`,
    // What a module exports, others can look at.
    `export const r = await fetch(u);`,
    `const r = await fetch(u); export { r };`,
    `export const { status } = await fetch(u);`,
    // Inspected.
    inAsync('const r = await fetch(u); if (!r.ok) throw new Error(); return r.json();'),
    inAsync('const r = await fetch(u); if (r.status === 404) return null; return r.json();'),
    inAsync('const r = await fetch(u); switch (r.status) { case 200: return r.json(); default: throw e; }'),
    inAsync('const { ok, status } = await fetch(u); if (!ok) throw new Error(status);'),
    inAsync('const r = await fetch(u); const { status } = r; if (status >= 400) throw e; return r.json();'),
    inAsync('const r = await fetch(u); const failed = !r.ok; if (failed) throw e; return r.json();'),
    inAsync('const r = await fetch(u); return r.ok ? r.json() : null;'),
    inAsync('const s = { on: false }; const r = await fetch(u); if (s.on) return r.json(); if (!r.ok) throw e;'),
    inAsync('const s = { on: true }; const r = await fetch(u); if (s.on && !r.ok) throw e; return r.json();'),
    inAsync('const { on } = { on: true }; const r = await fetch(u); if (on && !r.ok) throw e; return r.json();'),
    inAsync('const r = await fetch(u); return r.ok && (await r.json());'),
    inAsync('const r = await fetch(u); if (!r?.ok) throw e; return r.json();'),
    inAsync('const res = (await fetch(u))!; if (!(res as Response).ok) throw e; return res.json();'),
    inAsync('const r = await fetch(u); if (Math.floor(r.status / 100) !== 2) throw e; return r.json();'),
    inAsync('const r = await fetch(u); if (![200, 201].includes(r.status)) throw e; return r.json();'),
    inAsync('const r = await fetch(u); assert(r.ok); return r.json();'),
    inAsync('const r = await fetch(u); expect(r.status).toBe(200); return r.json();'),
    inAsync('const r = await fetch(u); expect(await r.json()).toEqual({});'),
    inAsync('const r = await fetch(u); const body = await r.json(); expect(body.id).toBe(1);'),
    // The place of a failure is looked for in a list, as the failure itself may be.
    inAsync(
      'const rs = await Promise.all(u.map((one) => fetch(one))); const i = rs.findIndex((r) => !r.ok); if (i !== -1) throw e; return Promise.all(rs.map((r) => r.json()));',
    ),
    inAsync(
      'const rs = await Promise.all(u.map((one) => fetch(one))); const i = rs.findLastIndex((r) => !r.ok); if (i !== -1) throw e; return Promise.all(rs.map((r) => r.json()));',
    ),
    // The body first, the status afterwards.
    inAsync(
      'const b = await r2(); const r = await fetch(u); const d = await r.json(); if (!r.ok) throw new E(d); return d;',
    ),
    inAsync('const r = await fetch(u); const b = await r.json().catch(() => null); if (!r.ok) throw e; return b;'),
    inAsync('const r = await fetch(u); const text = await r.text(); throw new Error(text);'),
    inAsync(
      'const r = await fetch(u); if (r.headers.get("x-error")) { const d = await r.json(); return new Error(d.message); } return r;',
    ),
    // The status goes along.
    inAsync('const r = await fetch(u); return { status: r.status, body: await r.json() };'),
    inAsync('const r = await fetch(u); return new Response(r.body, { status: r.status });'),
    inAsync('const r = await fetch(u); return new Response(r.body, r);'),
    inAsync('const r = await fetch(u); return NextResponse.json(await r.json(), { status: r.status });'),
    inAsync('const r = await fetch(u); show(r.status, await r.text());'),
    inAsync('const r = await fetch(u); const d = await r.json(); d.code = r.status; return d;'),
    // A body that is read on the way to an exception is not used: whatever was to be done with it is not done.
    inAsync(
      'const r = await fetch(u); try { const d = await r.json(); if (!r.ok) throw new Error(d.m); return d; } catch { return null; }',
    ),
    inAsync(
      'try { const r = await fetch(u); const d = await r.json(); if (!r.ok) return { error: d.m }; return d; } catch { return null; }',
    ),
    'const p = fetch(u).then(async (r) => { const b = await r.json().catch(() => null); if (!r.ok || !b) return null; return { a: b.a }; }).catch(() => null);',
    // A body that is read to be rid of it.
    inAsync(
      'const r = await fetch(u); const h = r.headers.get("x"); await r.arrayBuffer().catch(() => void 0); return h;',
    ),
    'fetch(u).then(async (r) => { const h = r.headers.get("x"); return await r.arrayBuffer(), h; }).then(use)',
    'function lib() { return other; } const fetch = lib(); async function f(u) { const r = await fetch(u); return r.json(); }',
    // A status that an outer function sees.
    'function f(u, done) { let ok = false; function finish() { done(ok); } fetch(u).then(async (r) => { ok = r.ok; show(await r.text()); finish(); }); }',
    // Only the connection matters.
    inAsync('try { await fetch(u); return true; } catch { return false; }'),
    inAsync('let up; try { await fetch(u); up = true; } catch { up = false; } return up;'),
    inAsync('try { await fetch(u); this.state.up = 1; } catch { this.state.up = 0; }'),
    // A failure is what is asked for.
    inAsync("try { await fetch(u); assert.fail('should not run'); } catch (error) { check(error); }"),
    inAsync("try { await fetch(u); throw new Error('should have failed'); } catch (error) { check(error); }"),
    inAsync('try { await fetch(u); } catch (error) { expect(error).toBeInstanceOf(Error); }'),
    inAsync('try { await fetch(u); } catch (error) { await expect(error.message).resolves.not.toBe(x); }'),
    inAsync('try { await fetch(u); } catch (error) { assert.equal(error.name, x); }'),
    // Another client, by how its response is read; another module, by its name.
    inAsync('const r = await this.request.fetch(u); const d = await r.json(); if (!r.ok()) throw d; return d;'),
    "const fetch = require('npm-registry-fetch'); async function f(u) { const r = await fetch(u); return r.json(); }",
    "let fetch; async function f(u) { fetch = fetch ?? (await import('npm-registry-fetch')).default; const r = await fetch(u); return r.json(); }",
    'async function toBlob(dataURI) { return (await fetch(dataURI)).blob(); }',
    // Methods of other classes, and files that are shipped.
    "import { Caller } from './caller.js'; const caller = new Caller(); caller.fetch(u).then((r) => r.json());",
    "import url from './lib.wasm?url'; const lib = await fetch(url).then((r) => r.arrayBuffer());",
    inAsync('const r = await fetch(u); assert(r.ok, await r.text()); return r.json();'),
    // Loops.
    inAsync('let r; do { r = await fetch(u); } while (!r.ok); return r.json();'),
    inAsync('for (let i = 0; i < 3; i++) { const r = await fetch(u); if (r.ok) return r.json(); } throw e;'),
    inAsync(
      'let r = await fetch(u); if (r.status === 401) { await login(); r = await fetch(u); } if (!r.ok) throw e; return r.json();',
    ),
    inAsync(
      'let r = await fetch(u); while (r.status === 202) { await sleep(); r = await fetch(u); } if (!r.ok) throw e; return r.json();',
    ),
    // try.
    inAsync('let r; try { r = await fetch(u); } catch { return; } if (!r.ok) return; return r.json();'),
    inAsync(
      'try { const r = await fetch(u); if (!r.ok) throw e; return await r.json(); } catch (err) { report(err); }',
    ),
    inAsync('let r; try { r = await fetch(u); } finally { done(); } if (!r.ok) throw e; return r.json();'),
    inAsync('const r = await fetch(u); try { if (!r.ok) throw e; } finally { done(); } return r.json();'),
    // Chains.
    'fetch(u).then(r => { if (!r.ok) throw e; return r }).then(r => r.json())',
    'fetch(u).then(r => r.ok ? r.json() : Promise.reject(r)).then(use)',
    'fetch(u).then(check).then(r => r.json()); function check(r) { if (!r.ok) throw new Error(); return r; }',
    'const ok = await fetch(u).then(r => r.ok).catch(() => false)',
    'fetch(u).then(async (r) => { const d = await r.json(); if (!r.ok) throw d; return d; })',
    'fetch(u).then(importedCheck).then(r => r.json())',
    `function status(r) { if (r.status >= 200 && r.status < 300) { return Promise.resolve(r); } else { return Promise.reject(new Error(r.statusText)); } }
     fetch(u).then(status).then(r => r.json()).then(use)`,
    'fetch(u).then(r => r.json().then(d => { if (!r.ok) throw d; return d; }))',
    'fetch(u).then(async r => ({ ok: r.ok, d: await r.json() })).then(({ ok, d }) => { if (!ok) throw d; use(d); })',
    'fetch(u).then(r => Promise.all([r.status, r.json()])).then(([status, d]) => show(status, d))',
    'new Promise((resolve, reject) => fetch(u).then(r => r.ok ? resolve(r) : reject(r)))',
    'new Promise((resolve, reject) => { fetch(u).then(resolve, reject); })',
    // Handed on.
    'const load = () => fetch(u);',
    inAsync('return fetch(u);'),
    inAsync('const r = await fetch(u); return r;'),
    inAsync('const r = await fetch(u); await handle(r); return r.json();'),
    inAsync('this.response = await fetch(u);'),
    inAsync('responses.push(await fetch(u));'),
    inAsync('event.respondWith(fetch(u));'),
    'self.addEventListener("fetch", (event) => { event.respondWith(fetch(event.request).then(r => { cache.put(event.request, r.clone()); return r; })); });',
    'const pending = fetch(u); export { pending };',
    'let response; async function f() { response = await fetch(u); }',
    // Helpers of this file.
    `const check = (r) => { if (!r.ok) throw new Error(); return r; };
     async function f() { const r = check(await fetch(u)); return r.json(); }`,
    `class Api {
       #assertOk(res) { if (!res.ok) throw new HttpError(res.status); }
       async load() { const res = await fetch(u); this.#assertOk(res); return res.json(); }
     }`,
    `async function api(u) { const r = await fetch(u); if (!r.ok) throw new Error(); return r; }
     async function f() { return (await api('/x')).json(); }`,
    `async function f() { const r = await fetch(u); if (!isOk(r)) throw new Error(); return r.json(); }
     function isOk(res) { return res.status >= 200 && res.status < 300; }`,
    `async function f() { const r = await fetch(u); const fail = () => { if (!r.ok) throw new Error(); }; fail(); return r.json(); }`,
    `async function f() { const r = await fetch(u); if (!r.ok) die(r); return r.json(); } function die(r) { throw new Error(r.status); }`,
    // Ends of a path.
    `import { notFound } from 'next/navigation'; async function Page() { const r = await fetch(u); if (!r.ok) notFound(); return r.json(); }`,
    inAsync('const r = await fetch(u); const d = await r.text(); process.exit(1);'),
    // Not a failure's business.
    inAsync('const r = await fetch(u, { mode: "no-cors" }); await r.text();'),
    inAsync('await (await fetch("data:text/plain,hi")).text();'),
    inAsync('const blob = await (await fetch(URL.createObjectURL(file))).blob(); use(blob);'),
    inAsync('const objectUrl = URL.createObjectURL(file); const r = await fetch(objectUrl); return r.blob();'),
    inAsync('if (u.startsWith("data:")) { const r = await fetch(u); return r.blob(); }'),
    'const wasm = await (await fetch(new URL("./x.wasm", import.meta.url))).arrayBuffer();',
    'const { instance } = await WebAssembly.instantiateStreaming(fetch(u));',
    'fetch(u).then(r => WebAssembly.compileStreaming(r)).then(use)',
    // Fire and forget, and outcomes that do not matter.
    inAsync('void fetch(u);'),
    inAsync('fetch(u, { method: "POST", keepalive: true });'),
    inAsync('fetch(u).catch((err) => console.error(err));'),
    inAsync('await fetch(u).catch(() => {});'),
    inAsync('try { await fetch(u); } catch {}'),
    // It is the last thing that is done there.
    inAsync("try { if (x) { await fetch(u, { method: 'POST' }); } console.log(x); clearTimeout(e); } catch {}"),
    inAsync('try { await fetch(u).then((r) => {}); } catch {}'),
    // Any answer tells that there is a connection.
    inAsync('while (x) { try { await fetch(u); return true; } catch {} await e(); }'),
    inAsync('for (;;) { try { await fetch(u); break; } catch {} await e(); }'),
    inAsync('try { await fetch(u); x.online = true; } catch {}'),
    inAsync('try { await fetch(u); show(true); } catch { show(false); }'),
    'const probe = (u) => fetch(u).then(() => true, () => false);',
    'const probe = (u) => fetch(u).then(() => true).catch(() => false);',
    'const probe = (u) => fetch(u).then(() => { return true; }).catch(() => { return false; });',
    'fetch(u).then(() => show(true)).catch(() => show(false));',
    'fetch(u).then(() => { online = true; }).catch(() => { online = false; });',
    'fetch(u).then(() => {}).catch(() => {});',
    inAsync('await fetch(u).then(() => {});'),
    inAsync('await fetch(u, { method: "HEAD" });'),
    inAsync('const r = await fetch(u); return r.headers.get("etag");'),
    inAsync('const { url } = await fetch(u); return url;'),
    inAsync('await Promise.race([fetch(u), timeout(100)]);'),
    inAsync('await Promise.allSettled([fetch(u), fetch(x)]);'),
    // Not the Fetch API.
    `import { fetch } from './http.js'; async function f() { return await fetch(u); }`,
    `const fetch = () => ({ json() {} }); fetch().json();`,
    inAsync('const store = useStore(); await store.fetch();'),
    inAsync('const user = await repository.fetch(u); return user.name;'),
    'async function load({ fetch }) { const data = await fetch("/x"); return data.items; }',
    'const results = await Promise.allSettled(jobs); results.filter((r) => r.status === "rejected");',
    // Arrays.
    inAsync(
      'const rs = await Promise.all([fetch(u), fetch(x)]); for (const r of rs) if (!r.ok) throw e; return Promise.all(rs.map((r) => r.json()));',
    ),
    inAsync(
      'const rs = await Promise.all(u.map((v) => fetch(v))); if (rs.some((r) => !r.ok)) throw e; return Promise.all(rs.map((r) => r.json()));',
    ),
    inAsync(
      'const rs = await Promise.all(u.map((v) => fetch(v))); return Promise.all(rs.filter((r) => r.ok).map((r) => r.json()));',
    ),
    inAsync(
      'const rs = (await Promise.all(u.map((v) => fetch(v)))).filter(Boolean); if (rs.some((r) => !r.ok)) throw e; return Promise.all(rs.map((r) => r.json()));',
    ),
    // What is left of a list by anything but the status is taken for all of it.
    inAsync(
      'const rs = await Promise.all(u.map((v) => fetch(v))); for (const r of rs.filter((r) => r.url !== x)) if (!r.ok) throw e; return Promise.all(rs.map((r) => r.json()));',
    ),
    // A Boolean of one's own may look at the status.
    `import { Boolean } from './checks.js'; ${inAsync('const rs = await Promise.all(u.map((v) => fetch(v))); for (const r of rs.filter(Boolean)) use(await r.json());')}`,
    inAsync(
      'const [a, b] = await Promise.all([fetch(u), fetch(x)]); if (!a.ok || !b.ok) throw e; use(await a.json(), await b.json());',
    ),
    inAsync(
      'return Promise.all(u.map(async (v) => { const r = await fetch(v); if (!r.ok) throw e; return r.json(); }));',
    ),
    // Generators.
    'function* saga() { const r = yield call(fetch, u); if (!r.ok) throw new Error(); const d = yield r.json(); }',
    'co(function* () { const r = yield fetch(u); if (!r.ok) throw new Error(); return yield r.json(); });',
    // A file in which nothing is fetched.
    'const a = 1;',
    { code: inAsync('fetch(u);'), options: [{ checkFireAndForget: false }] },
  ],
  invalid: [
    // What follows the request relies on it.
    ...[
      "try { await fetch(u, { method: 'POST' }); saved(true); } catch {}",
      "try { if (x) { await fetch(u, { method: 'POST' }); } x(); } catch {}",
      "try { await fetch(u, { method: 'POST' }); return true; } catch {}",
      'try { await fetch(u).then(() => saved()); } catch {}',
      "try { await fetch(u, { method: 'POST' }); show(true); } catch { show(false); }",
      "fetch(u, { method: 'POST' }).then(() => show(true)).catch(() => show(false));",
      'fetch(u).then(() => show(true)).catch(() => hide(false));',
      'fetch(u).then(() => show(x)).catch(() => show(false));',
      'fetch(u).then(() => {}).catch(console.error);',
      'fetch(u).then(() => {}, (error) => x(error));',
      'return fetch(u).then(() => true).catch((error) => { console.error(error); });',
      'return fetch(u).then(() => true).catch((error) => { throw error; });',
    ].map((code) => ({ code: inAsync(code), errors: ['dropped'] })),
    // The same is given whatever came: that tells nothing of the response.
    {
      code: 'fetch(u).then(onResponse).catch(x); async function onResponse(res) { show(await res.json()); }',
      errors: ['unchecked'],
    },
    {
      code: 'const load = async (u) => give(await fetch(u)); async function give(res) { show(await res.json()); return true; }',
      errors: ['unchecked'],
    },
    // A field that may have been written.
    ...[
      's.on = x; if (s.on) return r.json();',
      'change(s); if (s.on) return r.json();',
      '[s.on] = x; if (s.on) return r.json();',
      '({ on: s.on } = x); if (s.on) return r.json();',
      's.on++; if (s.on) return r.json();',
      'delete s.on; if (!s.on) return r.json();',
      's.turn(); if (s.on) return r.json();',
      'for (s.on of x) { if (s.on) return r.json(); }',
    ].map((code) => ({
      code: inAsync(`const s = { on: false }; const r = await fetch(u); ${code}`),
      errors: ['unchecked'],
    })),
    // Fields of classes.
    { code: `class A { data = fetch(u).then((r) => r.json()); }`, errors: ['unchecked'] },
    { code: `export class A { static data = fetch(u).then((r) => r.json()); }`, errors: ['unchecked'] },
    { code: `class A { static { fetch(u).then((r) => r.json()).then(show); } }`, errors: ['unchecked'] },
    { code: `const A = class { static { fetch(u).then((r) => { this.data = r.json(); }); } };`, errors: ['unchecked'] },
    { code: `export default class { data = fetch(u).then((r) => r.json()); }`, errors: ['unchecked'] },
    { code: `const A = class { data = fetch(u).then((r) => r.json()); };`, errors: ['unchecked'] },
    {
      code: inAsync('const r = await fetch(u);\nreturn r.json();'),
      errors: [
        {
          messageId: 'unchecked',
          line: 2,
          column: 17,
          data: { statuses: '404 or 500', use: 'r.json()', where: ' on line 3', ok: 'ok' },
        },
      ],
    },
    { code: inAsync('const r = await fetch(u); console.log(r.status); return r.json();'), errors: ['unchecked'] },
    { code: inAsync('const r = await fetch(u); console.log(r); return r.json();'), errors: ['unchecked'] },
    { code: inAsync('const r = await fetch(u); logger.info(r.ok); return r.json();'), errors: ['unchecked'] },
    { code: inAsync('const r = await fetch(u); if (r) return r.json();'), errors: ['unchecked'] },
    { code: inAsync('const r = await fetch(u); if (x && !r.ok) throw e; return r.json();'), errors: ['partly'] },
    {
      code: inAsync('let r = await fetch(u); if (!r.ok) throw e; r = await fetch(x); return r.json();'),
      errors: ['unchecked'],
    },
    {
      code: inAsync('const r = await fetch(u); const d = await r.json(); if (d.error) throw e; return d;'),
      errors: ['unchecked'],
    },
    {
      code: inAsync('const r = await fetch(u); const d = await r.json(); if (!d.ok) throw e; return d;'),
      errors: ['unchecked'],
    },
    {
      code: inAsync('const r = await fetch(u); if (r.statusText !== "OK") throw e; return r.json();'),
      errors: ['unchecked'],
    },
    {
      code: inAsync('const r = await fetch(u); if (r.headers.get("content-type") !== "x") throw e; return r.json();'),
      errors: ['unchecked'],
    },
    {
      code: inAsync('try { const r = await fetch(u); return await r.json(); } catch (err) { report(err); }'),
      errors: ['unchecked'],
    },
    { code: inAsync('const ok = r.ok; const r = await fetch(u); return r.json();'), errors: ['unchecked'] },
    { code: inAsync('const r = await fetch(u); const failed = !r.ok; return r.json();'), errors: ['unchecked'] },
    {
      code: inAsync(
        'let d; try { const r = await fetch(u); d = await r.json(); check(d); } catch (error) { report(error); } return d;',
      ),
      errors: ['unchecked'],
    },
    { code: inAsync('await (await fetch(u)).text(); saved();'), errors: ['dropped'] },
    {
      code: inAsync('const r = await fetch(u); const d = await r.json(); return x.filter((n) => d[n]);'),
      errors: ['unchecked'],
    },
    {
      code: inAsync(
        'const r = await fetch(u); const q = await fetch(x); use(await q.json()); if (!r.ok) throw new E(r.status ?? 1); return r.json();',
      ),
      errors: ['unchecked'],
    },
    { code: inAsync('const { body } = await fetch(u); return body;'), errors: ['unchecked'] },
    { code: inAsync('const r = await fetch(u); for await (const chunk of r.body) use(chunk);'), errors: ['unchecked'] },
    { code: inAsync('const r = await fetch(u); return new Response(r.body, { ...r });'), errors: ['unchecked'] },
    { code: inAsync('const r = await fetch(u); return r.clone().json();'), errors: ['unchecked'] },
    { code: 'const d = (await (await fetch(u)).json()).items;', errors: ['unchecked'] },
    { code: 'fetch(u).then(r => r.json()).then(show)', errors: ['unchecked'] },
    { code: 'fetch(u).then(function (r) { return r.text(); }).catch(console.error)', errors: ['unchecked'] },
    { code: 'fetch(u).then(toJson); const toJson = r => r.json();', errors: [{ messageId: 'unchecked', column: 1 }] },
    { code: 'fetch(u).then(toJson); function toJson(r) { return r.json(); }', errors: ['unchecked'] },
    { code: 'window.fetch(u).then(r => r.json())', errors: [{ messageId: 'dropped', column: 1 }] },
    { code: 'globalThis.fetch(u).then(r => r.json())', errors: ['dropped'] },
    { code: 'const get = fetch; get(u).then(r => r.json())', errors: ['dropped'] },
    { code: 'const f = fetch.bind(window); f(u).then(r => r.json())', errors: ['dropped'] },
    { code: '(0, fetch)(u).then(r => r.json())', errors: ['dropped'] },
    { code: 'fetch.call(window, u).then(r => r.json())', errors: ['dropped'] },
    { code: 'const { fetch: get } = window; get(u).then(r => r.json())', errors: ['dropped'] },
    { code: 'async function f(get = fetch) { return (await get(u)).json(); }', errors: ['unchecked'] },
    {
      code: 'async function f(options) { const get = options.fetch ?? fetch; return (await get(u)).json(); }',
      errors: ['unchecked'],
    },
    {
      code: `import get from 'node-fetch'; async function f() { return (await get(u)).json(); }`,
      errors: ['unchecked'],
    },
    {
      code: `import { fetch } from 'undici'; async function f() { return (await fetch(u)).json(); }`,
      errors: ['unchecked'],
    },
    {
      code: `const get = require('node-fetch'); async function f() { return (await get(u)).json(); }`,
      errors: ['unchecked'],
    },
    {
      code: `const node_fetch_1 = __importDefault(require('node-fetch')); async function f() { return (await node_fetch_1.default(u)).json(); }`,
      errors: ['unchecked'],
    },
    {
      code: 'export async function load({ fetch }) { const r = await fetch("/x"); return r.json(); }',
      errors: ['unchecked'],
    },
    {
      code: 'export async function load(event) { const r = await event.fetch("/x"); return r.json(); }',
      errors: ['unchecked'],
    },
    // One response among several.
    {
      code: inAsync(
        'const [a, b] = await Promise.all([fetch(u),\nfetch(x)]); if (!a.ok) throw e; use(await a.json(), await b.json());',
      ),
      errors: [{ messageId: 'unchecked', line: 3 }],
    },
    { code: 'Promise.all(urls.map(u => fetch(u))).then(rs => rs.map(r => r.json()))', errors: ['unchecked'] },
    {
      code: inAsync('const rs = await Promise.all(u.map((v) => fetch(v))); for (const r of rs) use(await r.json());'),
      errors: ['unchecked'],
    },
    {
      code: inAsync(
        'const rs = await Promise.all(u.map((v) => fetch(v))); for (const r of rs.filter(Boolean)) use(await r.json());',
      ),
      errors: ['unchecked'],
    },
    {
      code: inAsync('const d = await Promise.all([fetch(u).then((r) => r.json()), other()]); use(d);'),
      errors: ['unchecked'],
    },
    { code: inAsync('for (const v of u) { const r = await fetch(v); use(await r.json()); }'), errors: ['unchecked'] },
    {
      code: inAsync('await Promise.all(u.map(async (v) => { const r = await fetch(v); use(await r.json()); }));'),
      errors: ['unchecked'],
    },
    // Wrappers and helpers of this file.
    {
      code: 'const api = u => fetch(u);\nasync function f() { return (await api(u)).json(); }',
      errors: [{ messageId: 'unchecked', line: 2, column: 36 }],
    },
    {
      code: 'async function api(u) { return await fetch(u); }\nasync function f() { const r = await api(1); return r.json(); }',
      errors: [{ messageId: 'unchecked', line: 2 }],
    },
    {
      code: 'class Api {\n request(u) { return fetch(u); }\n async load() { const r = await this.request(u); return r.json(); }\n}',
      errors: [{ messageId: 'unchecked', line: 3 }],
    },
    {
      code: 'async function f() { const r = await fetch(u); return read(r); } async function read(res) { return res.json(); }',
      errors: ['unchecked'],
    },
    { code: 'async function f() { const r = await retry(() => fetch(u)); return r.json(); }', errors: ['unchecked'] },
    { code: 'function* saga() { const r = yield call(fetch, u); const d = yield r.json(); }', errors: ['unchecked'] },
    {
      code: 'const load = async () => { const r = await fetch(u); setItems(await r.json()); }; load();',
      errors: ['unchecked'],
    },
    // Dropped.
    { code: inAsync('await fetch(u, { method: "POST" });\nsaved();'), errors: ['dropped'] },
    { code: inAsync('await fetch(u, { method: "DELETE" });'), errors: ['dropped'] },
    { code: inAsync('const r = await fetch(u); console.log(r.status); saved();'), errors: ['dropped'] },
    { code: inAsync('try { await fetch(u); } catch (err) { console.error(err); }'), errors: ['dropped'] },
    { code: inAsync('await fetch(u).catch(console.error);'), errors: ['dropped'] },
    { code: 'fetch(u).then(() => saved())', errors: ['dropped'] },
    { code: inAsync('await Promise.all([fetch(u), fetch(x)]); saved();'), errors: ['dropped', 'dropped'] },
    { code: inAsync('await Promise.all(u.map((v) => fetch(v, { method: "DELETE" }))); saved();'), errors: ['dropped'] },
    { code: inAsync('fetch(u);'), options: [{ checkFireAndForget: true }], errors: ['forgotten'] },
    { code: 'function f() { fetch(u).then(r => { if (x) r.json().then(show); }); }', errors: ['unchecked'] },
  ],
});
