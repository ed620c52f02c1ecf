import rule from '../../rules/require-status-in-error.js';
import { testVerdicts } from './tester.js';

const inAsync = (body: string): string => `async function f(u) {\nconst r = await fetch(u);\n${body}\n}`;

testVerdicts('require-status-in-error', rule, {
  valid: [
    inAsync('if (!r.ok) throw new Error(`Loading failed with ${r.status}`); return r.json();'),
    inAsync('if (!r.ok) throw new Error("Loading failed", { cause: r }); return r.json();'),
    inAsync('if (!r.ok) throw new HttpError(r); return r.json();'),
    inAsync('if (!r.ok) { const e = new Error("no"); e.status = r.status; throw e; } return r.json();'),
    inAsync('if (!r.ok) throw Object.assign(new Error("no"), { status: r.status }); return r.json();'),
    inAsync('if (!r.ok) throw await toError(r); return r.json();'),
    // By way of a variable.
    inAsync('if (!r.ok) { let m = `x ${r.status}`; if (a) m += a; throw new Error(m); } return r.json();'),
    inAsync(
      'if (!r.ok) { let m = `x ${r.status}`; try { m += await r.text(); } catch {} throw new Error(m); } return r.json();',
    ),
    // What the server said, in an error of its own class.
    inAsync(
      'if (!r.ok) { const b = await r.json().catch(() => ({})); throw new ApiError(b.error, b.id); } return r.json();',
    ),
    inAsync('const b = await r.json(); if (r.ok) return b; throw new Error(`${b.statusCode}: ${b.message}`);'),
    // The status of an own answer.
    inAsync("if (!r.ok) throw createError(502, 'upstream'); return r.json();"),
    inAsync('if (!r.ok) throw new HTTPException(401); return r.json();'),
    inAsync('if (!r.ok) throw createError({ statusCode: 502 }); return r.json();'),
    inAsync("if (!r.ok) throw new TRPCError({ code: 'BAD_GATEWAY' }); return r.json();"),
    // The error is for one status.
    inAsync('if (r.status === 404) throw new NotFound(); return r.ok ? r.json() : null;'),
    // It is not thrown for the response.
    inAsync('try { return await r.json(); } catch { throw new Error("no JSON"); }'),
    inAsync('const b = await r.json(); if (!b.id) throw new Error("no id"); return r.ok && b;'),
    inAsync('if (!r.ok) return null; return r.json();'),
    // The body may be anything.
    inAsync(
      'if (!r.ok) { const b = await r.json().catch(() => ({})); throw new ApiError(r.status, b.message); } return r.json();',
    ),
    inAsync(
      'if (!r.ok) { let b; try { b = await r.json(); } catch { b = null; } throw new ApiError(r.status, b); } return r.json();',
    ),
    inAsync('if (!r.ok) throw new ApiError(r.status, await r.text()); return r.json();'),
    { code: inAsync('if (!r.ok) throw apiError("no"); return r.json();'), options: [{ carriers: ['apiError'] }] },
  ],
  invalid: [
    {
      code: inAsync('if (!r.ok) throw new Error("Loading failed");\nreturn r.json();'),
      errors: [{ messageId: 'lost', line: 3, column: 12, data: { statuses: '4xx or 5xx' } }],
    },
    { code: inAsync('if (!r.ok) throw new Error(r.statusText); return r.json();'), errors: ['lost'] },
    { code: inAsync('if (!r.ok) throw new Error((await r.json()).message); return r.json();'), errors: ['lost'] },
    { code: inAsync('if (r.ok) return r.json(); throw new Error("no");'), errors: ['lost'] },
    {
      code: inAsync('if (r.status === 404) return null; if (!r.ok) throw new Error("no"); return r.json();'),
      errors: ['lost'],
    },
    { code: 'fetch(u).then((r) => { if (!r.ok) throw new Error("no"); return r.json(); });', errors: ['lost'] },
    { code: 'fetch(u).then((r) => (r.ok ? r.json() : Promise.reject(new Error("no"))));', errors: ['lost'] },
    {
      code: 'new Promise((resolve, reject) => { fetch(u).then((r) => { if (r.ok) resolve(r); else reject(new Error("no")); }); });',
      errors: ['lost'],
    },
    // A log tells no caller.
    {
      code: inAsync('if (!r.ok) { console.error(r.status); throw new Error("no"); } return r.json();'),
      errors: ['lost'],
    },
    {
      code: inAsync(
        'if (!r.ok) { const b = await r.json(); throw new ApiError(r.status, b.message); } return r.json();',
      ),
      errors: [{ messageId: 'unguarded', line: 3, column: 30, data: { statuses: '4xx or 5xx', read: 'r.json()' } }],
    },
  ],
});
