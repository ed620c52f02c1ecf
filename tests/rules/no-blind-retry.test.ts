import rule from '../../rules/no-blind-retry.js';
import { testVerdicts } from './tester.js';

testVerdicts('no-blind-retry', rule, {
  valid: [
    // The next batch is another request, whatever became of this one.
    'async function f(ids) { for (let i = 0; i < ids.length; i += 9) { await Promise.all(ids.slice(i, i + 9).map(async (id) => { const res = await fetch(`/a/${id}`); if (!res.ok) { if (res.status === 429) console.warn(id); return null; } return res.json(); })); } }',
    'async function f(u) { for (let i = 0; i < 3; i++) { const r = await fetch(u); if (r.status < 500) return r; await sleep(i); } }',
    'async function f(u) { for (let i = 0; i < 3; i++) { const r = await fetch(u); if (r.ok || (r.status >= 400 && r.status < 500)) return r; } }',
    'async function f(u) { while (true) { const r = await fetch(u); if (![408, 425, 429, 500, 503].includes(r.status)) return r; await sleep(1); } }',
    // Somebody wrote down what is repeated.
    'async function f(u) { while (true) { const r = await fetch(u); if (r.status !== 404) return r; await sleep(1); } }',
    'async function f(u) { let r = await fetch(u); if (r.status === 401) { await login(); r = await fetch(u); } return r; }',
    // Another request with every turn.
    'async function f(us) { for (const u of us) { const r = await fetch(u); if (r.ok) return r.json(); } }',
    'async function f(u) { for (let page = 1; page < 9; page++) { const r = await fetch(`${u}?page=${page}`); if (!r.ok) continue; show(await r.json()); } }',
    // A poll goes round with successes, too.
    'async function f(u) { while (true) { const r = await fetch(u); if (r.ok && (await r.json()).done) return; await sleep(1); } }',
    // Something has changed.
    'async function f(u, again = true) { const r = await fetch(u); if (r.status === 401 && again) { await login(); return f(u, false); } return r; }',
    'async function f(u, n) { const r = await fetch(u); if (r.status >= 500 && n > 0) return f(u, n - 1); return r; }',
    // A 429 may be repeated.
    "async function f(u) { const r = await fetch(u); if (r.status === 429) { await sleep(r.headers.get('retry-after')); return f(u); } return r; }",
    // The exception decides.
    'async function f(u) { for (let i = 0; i < 3; i++) { try { const r = await fetch(u); if (!r.ok) throw new Error(`${r.status}`); return r; } catch (e) { if (isTransient(e)) continue; throw e; } } }',
    // It waits as long as it is told.
    "async function f(u) { while (true) { const r = await fetch(u); if (r.status !== 429) return r; await sleep(Number(r.headers.get('retry-after'))); } }",
    // The packages' functions look for themselves.
    'pRetry(async () => { const r = await fetch(u); if (r.status === 404) throw new AbortError("gone"); if (!r.ok) throw new Error(`${r.status}`); return r; });',
    'useQuery({ retry: (count, e) => count < 3 && e.status >= 500, queryFn: () => fetch(u).then((r) => r.json()) });',
    {
      code: 'async function f(u) { while (true) { const r = await fetch(u); if (r.ok || (r.status > 409 && r.status < 500)) return r; } }',
      options: [{ retryable: [400, 401, 402, 403, 404, 405, 406, 407, 408, 409] }],
    },
  ],
  invalid: [
    // The same list with every turn.
    {
      code: 'async function f(ids) { for (let i = 0; i < 3; i++) { await Promise.all(ids.map(async (id) => { const res = await fetch(`/a/${id}`); if (!res.ok) { if (res.status === 429) console.warn(id); return null; } return res.json(); })); } }',
      errors: ['retryAfter'],
    },
    {
      code: 'async function f(u) {\nfor (let i = 0; i < 3; i++) {\nconst r = await fetch(u); if (r.ok) return r; await sleep(i); } }',
      errors: [
        {
          messageId: 'blind',
          line: 3,
          column: 17,
          data: { statuses: '4xx (except 408, 425 and 429)', where: ' on line 2', retryable: '408, 425, 429' },
        },
      ],
    },
    {
      code: 'async function f(u) { while (true) { const r = await fetch(u); if (r.ok) return r; await sleep(1); } }',
      errors: ['blind'],
    },
    { code: 'async function f(u) { let r; do { r = await fetch(u); } while (!r.ok); return r; }', errors: ['blind'] },
    {
      code: 'async function f(u, n = 3) { const r = await fetch(u); if (!r.ok && n > 0) return f(u, n - 1); return r; }',
      errors: ['blind'],
    },
    {
      code: 'async function f(u, o) { const r = await fetch(u, o); if (r.status === 401) { await login(); return f(u, o); } return r; }',
      errors: ['endless'],
    },
    {
      code: 'class C { async get(u) { const r = await fetch(u); if (r.status === 401) { await this.login(); return this.get(u); } return r; } }',
      errors: ['endless'],
    },
    {
      code: 'async function f(u) { while (true) { const r = await fetch(u); if (r.status !== 429) return r; await sleep(1); } }',
      errors: [{ messageId: 'retryAfter', data: { statuses: '429' } }],
    },
  ],
});
