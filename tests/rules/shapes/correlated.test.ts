import checked from '../../../rules/no-unchecked-response.js';
import branched from '../../../rules/require-error-branch.js';
import { testVerdicts, type Invalid } from '../tester.js';

const invalid =
  (messageId: string) =>
  (code: string): Invalid => ({ code, errors: [messageId] });
const [partly, unchecked] = [invalid('partly'), invalid('unchecked')];
const load = (body: string, parameters = 'u, raw, strict'): string =>
  `async function load(${parameters}) { const r = await fetch(u); ${body} }`;

// Two conditions on a variable that never changes go together.
const together = [
  'if (!r.ok && !raw) throw new Error(); if (raw) return r; return r.json();',
  'if (!raw && !r.ok) throw new Error(); if (raw) return r; return r.json();',
  'if (!r.ok && strict) throw new Error(); if (!strict) return r; return r.json();',
  'if (strict && !r.ok) throw new Error(); if (strict) use(await r.json());',
  'if (strict && !r.ok) throw new Error(); return strict ? r.json() : r;',
  'if (strict) { if (!r.ok) throw new Error(); } if (strict) use(await r.json());',
  'if (raw) return r; if (!raw && !r.ok) throw new Error(); return r.json();',
  'if (raw || strict) { if (!r.ok) throw new Error(); } if (strict) use(await r.json());',
  'function inner() {} if (inner && !r.ok) throw new Error(); if (inner) return r.json();',
  'try { raw(); } catch (e) { if (e.x && !r.ok) throw e; if (e.x) use(await r.json()); }',
  'const raw2 = raw(); if (!r.ok && !raw2) throw new Error(); if (raw2) return r; return r.json();',
  'for (const x of raw) { if (x && !r.ok) throw new Error(); if (x) use(await r.json()); }',
  'let d; if (strict) d = await r.json(); if (strict && !r.ok) throw new Error(d.message); return d;',
  'let d; if (strict) { d = await r.json(); } else if (raw) { log(raw); } if (!strict) return; if (!r.ok) throw new Error(d); return d;',
  'if (strict) d(await r.json()); else if (!r.ok) throw new Error(); if (strict) { if (!r.ok) throw new Error(); }',
].map((body) => load(body));

// It tells who looked at a status, and to whom a response was given, also where both sides have the same statuses.
const looks = [
  'if (raw && r.status === 503) retry(u); else if (raw) use(await r.text());',
  'if (raw) { if (r.status === 503) retry(u); } if (raw) use(await r.text());',
  'if (raw) { give(r); } else { skip(u); } if (raw) use(await r.text());',
].map((body) => load(body));

// So do two on a property of what it holds, on a text, or on its type.
const parts = [
  'if (!r.ok && !o.raw) throw new Error(); if (o.raw) return r; return r.json();',
  'if (!o?.raw && !r.ok) throw new Error(); if (o!.raw) return r; return r.json();',
  "if (o.as !== 'raw' && !r.ok) throw new Error(); if (o.as === 'raw') return r; return r.json();",
  'if (o.as != null && !r.ok) throw new Error(); return o.as == null ? r : r.json();',
  "if (typeof o === 'string' && !r.ok) throw new Error(); if (typeof o !== 'string') return r; return r.json();",
  "if (typeof o.as === 'function' && !r.ok) throw new Error(); if (typeof o.as === 'function') return r.json();",
  "const type = r.headers.get('content-type'); if (type?.includes('json') && !r.ok) throw new Error(); if (type.includes(\"json\")) use(await r.json());",
  "if (o.as.startsWith('x') && !r.ok) throw new Error(); log(o.as.split('x')); if (o.as.startsWith('x')) use(await r.json());",
  'let d; if (o.json) d = await r.json(); log(o); if (o.json && !r.ok) throw new Error(d.message); return d;',
  'for (const x of o.list) log(x, { a: o.a }, [o.a]); p = o.a; if (o.a && !r.ok) throw new Error(); if (o.a) use(await r.json());',
  'const p = { ...o }; if (!r.ok && !p.raw) throw new Error(); await later(p); if (p.raw) return r; return r.json();',
].map((body) => load(body, 'u, o'));

testVerdicts('conditions that go together', checked, {
  valid: [
    ...together,
    ...parts,
    ...looks,
    load('if (!r.ok && !raw) throw new Error(); if (raw) return r; return r.json();', 'u, { raw }'),
    load('if (!r.ok && !raw) throw new Error(); if (raw) return r; return r.json();', 'u, { raw = false } = {}'),
  ],
  invalid: [
    // Nobody asks again, or asks something else, or the other way round.
    'if (strict && !r.ok) throw new Error(); return r.json();',
    'if (strict && !r.ok) throw new Error(); if (raw) use(await r.json());',
    'if (strict && !r.ok) throw new Error(); if (!strict) use(await r.json());',
    'if (strict) { if (!r.ok) throw new Error(); } else use(await r.json());',
    // A variable that changes is another one afterwards.
    'let on = strict(); if (on && !r.ok) throw new Error(); on = strict(); if (on) use(await r.json());',
    'for (const x of raw) { if (x && !r.ok) throw new Error(); } for (const x of raw) { if (x) use(await r.json()); }',
    'if (strict && !r.ok) throw new Error(); strict = raw; if (strict) use(await r.json());',
    // The body is read on the other side, or on both.
    'let d; if (strict) d = await r.json(); if (!strict && !r.ok) throw new Error(); return d;',
    'let d; if (strict) d = await r.json(); else d = await r.text(); if (strict && !r.ok) throw new Error(d); return d;',
    'let d; if (strict) { raw(); } else { strict(); } d = await r.json(); if (strict && !r.ok) throw new Error(d); return d;',
    'let d; if (strict) d = await r.clone().json(); if (!strict) d = await r.json(); if (strict && !r.ok) throw new Error(d); return d;',
    'let d; if (strict) d = await r.json(); strict = raw; if (strict && !r.ok) throw new Error(d.message); return d;',
  ]
    .map((body) => load(body))
    .map(partly),
});

testVerdicts('the side of a condition where nobody looked', checked, {
  valid: [],
  invalid: [
    unchecked(load('if (raw) { give(r); } else { skip(u); } if (!raw) use(await r.text());')),
    partly(load('if (raw && r.status === 503) retry(u); if (!raw) use(await r.text());')),
    partly(load('if (raw) { if (r.status === 503) retry(u); } if (!raw) use(await r.text());')),
  ],
});

/** Between two conditions on the same come others that are asked twice. */
const between = (count: number): string => {
  const others = Array.from(
    { length: count },
    (_, i) => `if (o.k${i}) log(r.headers); if (o.k${i} && r.status === 304) return;`,
  );
  return load(
    `if (o.strict && !r.ok) throw new Error(); ${others.join(' ')} if (o.strict) use(await r.json());`,
    'u, o',
  );
};

testVerdicts('the conditions found last', checked, { valid: [between(15)], invalid: [partly(between(16))] });

testVerdicts('conditions on parts that do not go together', checked, {
  valid: [],
  invalid: [
    'if (o.strict && !r.ok) throw new Error(); if (o.raw) use(await r.json());',
    'if (o.strict && !r.ok) throw new Error(); if (p.strict) use(await r.json());',
    "if (o.as === 'a' && !r.ok) throw new Error(); if (o.as === 'b') use(await r.json());",
    "if (o.as === 'a' && !r.ok) throw new Error(); if (o.as !== 'a') use(await r.json());",
    "if (o.as === '1' && !r.ok) throw new Error(); if (o.as === 1) use(await r.json());",
    'if (o.as === null && !r.ok) throw new Error(); if (o.as === undefined) use(await r.json());',
    "if (o.includes('a') && !r.ok) throw new Error(); if (o.includes('b')) use(await r.json());",
    'if (o.as === p && !r.ok) throw new Error(); if (o.as === p) use(await r.json());',
    'if (o.has(p) && !r.ok) throw new Error(); if (o.has(p)) use(await r.json());',
    'if (o.includes(p) && !r.ok) throw new Error(); if (o.includes(p)) use(await r.json());',
    "if (o.includes('a') && !r.ok) throw new Error(); o.push('a'); if (o.includes('a')) use(await r.json());",
    "if (typeof o === 'a' && !r.ok) throw new Error(); if (o === 'a') use(await r.json());",
    'if (o === 1 && !r.ok) throw new Error(); if (o === 2) use(await r.json());',
    "if (o === 'a' && !r.ok) throw new Error(); if (p === 'a') use(await r.json());",
    'if (o < 1 && !r.ok) throw new Error(); if (o < 1) use(await r.json());',
    'let q = p(); if (q && !r.ok) throw new Error(); q = p; if (q) use(await r.json());',
    'if (o.next() && !r.ok) throw new Error(); if (o.next()) use(await r.json());',
    'if (o[p] && !r.ok) throw new Error(); if (o[p]) use(await r.json());',
    'if (this.a && !r.ok) throw new Error(); if (this.a) use(await r.json());',
    'if (g.a && !r.ok) throw new Error(); if (g.a) use(await r.json());',
    // What this file changes in an object is another thing afterwards.
    'if (o.a && !r.ok) throw new Error(); o.a = p; if (o.a) use(await r.json());',
    'if (o.a && !r.ok) throw new Error(); o.a++; if (o.a) use(await r.json());',
    'if (o.a && !r.ok) throw new Error(); delete o.a; if (o.a) use(await r.json());',
    'if (o.a && !r.ok) throw new Error(); [o.a] = p; if (o.a) use(await r.json());',
    'if (o.a && !r.ok) throw new Error(); [o.a = 1] = p; if (o.a) use(await r.json());',
    'if (o.a && !r.ok) throw new Error(); [...o.a] = p; if (o.a) use(await r.json());',
    'if (o.a && !r.ok) throw new Error(); ({ b: o.a } = p); if (o.a) use(await r.json());',
    'if (o.a && !r.ok) throw new Error(); for (o.a of p) log(p); if (o.a) use(await r.json());',
    'if (o.a && !r.ok) throw new Error(); for (o.a in p) log(p); if (o.a) use(await r.json());',
    'if (o.length && !r.ok) throw new Error(); o.push(p); if (o.length) use(await r.json());',
    'if (o.a && !r.ok) throw new Error(); o = p; if (o.a) use(await r.json());',
  ]
    .map((body) => load(body, 'u, o, p'))
    .map(partly),
});

// What others may change counts within one turn of a loop.
testVerdicts('conditions on parts, in loops', checked, {
  valid: [load('for (;;) { if (o.strict && !r.ok) throw new Error(); if (o.strict) use(await r.json()); }', 'u, o')],
  invalid: [
    'async function poll(u, o) { const s = await fetch(u); if (!s.ok) return; let d; while (!o.done) { const r = await fetch(u); if (o.done) log(u); d = await r.json(); } return d; }',
    'async function poll(u, o) { const s = await fetch(u); if (!s.ok) return; for (let d; ;) { if (o.done) return d; const r = await fetch(u); if (o.done) log(u); d = await r.json(); } }',
    'async function poll(u, o) { let d; while (!o.done) { const r = await fetch(u); d = await r.json(); } return d; }',
    'async function poll(u, o) { let d; do { const r = await fetch(u); d = await r.json(); } while (!o.done); return d; }',
    'async function poll(u, o) { for (;;) { const r = await fetch(u); const d = await r.json(); if (o.done) return d; } }',
    load('let d; while (!o.done) { d = await r.clone().json(); if (o.done) log(u); } return d;', 'u, o'),
  ].map(unchecked),
});

testVerdicts('conditions that go together, by their branches', branched, {
  valid: [...together, ...parts],
  invalid: [
    'if (!r.ok && !raw) throw new Error(); return r.json();',
    'if (!r.ok && !raw) throw new Error(); if (!raw) return r; return r.json();',
  ]
    .map((body) => load(body))
    .map(invalid('read')),
});

testVerdicts('a condition that goes together with one on an older response', checked, {
  valid: [],
  invalid: [
    unchecked(
      load('if (strict && !r.ok) throw new Error(); const s = await fetch(u); if (strict) use(await s.json());'),
    ),
    partly(
      'async function load(u, strict) { let r; for (let i = 0; i < 2; i++) { r = await fetch(u); if (i && strict && !r.ok) throw new Error(); } if (strict) use(await r.json()); }',
    ),
  ],
});
