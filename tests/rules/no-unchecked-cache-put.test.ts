import rule from '../../rules/no-unchecked-cache-put.js';
import { testVerdicts } from './tester.js';

const inAsync = (body: string): string =>
  `async function f(q) {\nconst cache = await caches.open('v1');\nconst r = await fetch(q);\n${body}\n}`;

testVerdicts('no-unchecked-cache-put', rule, {
  valid: [
    inAsync('if (r.ok) await cache.put(q, r.clone()); return r;'),
    inAsync('if (!r || r.status !== 200) return r; await cache.put(q, r.clone()); return r;'),
    inAsync('r.ok && cache.put(q, r.clone()); return r;'),
    // What is opaque cannot be seen.
    inAsync("if (r.ok || r.type === 'opaque' || r.status === 0) cache.put(q, r.clone()); return r;"),
    // It knows which statuses it keeps.
    inAsync('if (cacheable.includes(r.status)) await cache.put(q, r.clone()); return r;'),
    inAsync('if (canStore(r)) await cache.put(q, r.clone()); return r;'),
    inAsync('await cache.add(q);'),
    // Not a cache, or not a response.
    inAsync('await store.put(q, r);'),
    inAsync('await cache.put(q, await r.json());'),
    inAsync('await cache.put(q, new Response(await r.text()));'),
    "async function f(q) { const r = await fetch(q); if (!r.ok) return r; event.waitUntil(caches.open('v1').then((cache) => cache.put(q, r))); }",
  ],
  invalid: [
    {
      code: inAsync('await cache.put(q, r.clone()); return r;'),
      errors: [{ messageId: 'stored', line: 4, column: 20, data: { statuses: '4xx or 5xx', ok: 'ok' } }],
    },
    { code: inAsync('if (r.status !== 404) await cache.put(q, r); return r;'), errors: ['stored'] },
    {
      code: "fetch(q).then((res) => { const copy = res.clone(); caches.open('v1').then((c) => c.put(q, copy)); return res; });"
        .replaceAll('c.put', 'cache.put')
        .replace('(c)', '(cache)'),
      errors: ['stored'],
    },
    { code: "async function f(q) { (await caches.open('v1')).put(q, await fetch(q)); }", errors: ['stored'] },
    {
      code: 'async function f(q) { await caches.default.put(q, await fetch(q)); }'.replace(
        'caches.default',
        'imageCache',
      ),
      errors: ['stored'],
    },
  ],
});
