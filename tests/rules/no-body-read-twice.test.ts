import rule from '../../rules/no-body-read-twice.js';
import { testVerdicts } from './tester.js';

const inAsync = (body: string): string => `async function f(u, a) {\nconst r = await fetch(u);\n${body}\n}`;

testVerdicts('no-body-read-twice', rule, {
  valid: [
    inAsync('return r.json();'),
    inAsync('if (!r.ok) throw new Error(await r.text()); return r.json();'),
    inAsync('return a ? r.json() : r.text();'),
    // A copy has a body of its own.
    inAsync('const c = r.clone(); show(await c.text()); return r.json();'),
    inAsync('try { return await r.clone().json(); } catch { return r.text(); }'),
    // Also a copy that a function makes of what it gives back or is given.
    'async function get(u) { const r = await fetch(u); if (!r.ok) show(await r.clone().json()); return r; } async function f(u) { return (await get(u)).json(); }',
    'async function get(u) { const r = await fetch(u); if (!r.ok) show(await r.clone().json()); return r; } async function post(u) { return await get(u); } async function f(u) { return (await post(u)).json(); }',
    'async function look(res) { if (!res.ok) show(await res.clone().text()); } async function f(u) { const r = await fetch(u); await look(r); return r.json(); }',
    'async function fail(res) { const t = await res.clone().text(); throw new Error(t); } async function f(u) { const r = await fetch(u); try { await fail(r); } catch { return r.json(); } }',
    // Which of two conditions go together is not known.
    inAsync('let b; if (a.json) b = await r.json(); if (a.text()) b = await r.text(); return b;'),
    inAsync(
      "const isJson = a.x === 'j'; let b; if (isJson) b = await r.json(); if (!isJson) b = await r.text(); return b;",
    ),
    // The arguments of a call that may be left out.
    inAsync('return a?.decode(await r.arrayBuffer()) ?? (await r.text());'),
    inAsync('a?.decode(await r.arrayBuffer()); return r.text();'),
    inAsync('a?.b.decode(await r.arrayBuffer()); return r.text();'),
    // What was read is kept.
    inAsync('const t = await r.text(); try { return JSON.parse(t); } catch { return t; }'),
    // A new response with every turn.
    'async function f(u) { for (let i = 0; i < 3; i++) { const r = await fetch(u); if (r.ok) return r.json(); show(await r.text()); } }',
    // One of several.
    'async function f(us) { const rs = await Promise.all(us.map((u) => fetch(u))); for (const r of rs) show(await r.json()); return rs[0].text(); }',
    'async function f(us) { for (const r of [await fetch(us[0]), await fetch(us[1])]) show(await r.json()); }',
    'async function f(a, b) { const [x, y] = await Promise.all([fetch(a), fetch(b)]); return [await x.json(), await y.json()]; }',
    // The reader gives it free.
    inAsync('const d = r.body.getReader(); const x = await d.read(); d.releaseLock(); return [x, await r.text()];'),
    // What is piped through another stream is another stream, and so is each branch of `tee()`.
    ...[
      'const d = r.body.pipeThrough(new TextDecoderStream()).getReader(); return d.read();',
      'const d = r.body?.pipeThrough(a)?.getReader(); return d?.read();',
      'return r.body.pipeThrough(a).pipeThrough(u).pipeTo(a.out);',
      'const s = r.body.pipeThrough(a); for await (const c of s) show(c);',
      'const { body } = r; const s = body.pipeThrough(a); const d = s.getReader(); return d.read();',
      'const d = r.body.tee()[0].getReader(); return d.read();',
      'const [p, q] = r.body.tee(); return [p.getReader(), q.pipeThrough(a).getReader()];',
      'return r.body.pipe(a.unzip()).pipe(a.file);',
      'let s = r.body; if (r.ok) s = s.pipeThrough(a); return s.getReader();',
      'let s = r.body; for (const t of a) s = s.pipeThrough(t); return s.getReader();',
      'const s = r.body?.pipeThrough(a); if (!s) return r.text(); return s.getReader();',
    ].map(inAsync),
    // Without a reader nothing is locked.
    inAsync('const d = r.body?.getReader(); if (!d) return r.text(); return d.read();'),
    inAsync('const d = r.body?.getReader(); if (d == null) return r.text(); return d.read();'),
    // It asks whether it was read.
    inAsync('show(await r.text()); if (!r.bodyUsed) return r.json();'),
    inAsync('if (r.body) return r.json();'),
    // Its status says which of them reads.
    inAsync('if (!r.ok) show(await r.text()); if (r.ok) return r.json();'),
    // The new owner decides.
    inAsync('const b = await r.json(); await keep(r); return b;'),
    'async function check(res) { if (res.ok) return; throw new Error(await res.text()); } async function f(u) { const r = await fetch(u); await check(r); return r.json(); }',
    // A body that is parsed is no stream.
    inAsync('const b = await r.json(); b.pipe(a); return b.tee();'),
  ],
  invalid: [
    { code: inAsync('await r.json(); return r.text();'), errors: ['twice'] },
    {
      code: inAsync('const t = await r.text();\nreturn r.json();'),
      errors: [
        {
          messageId: 'twice',
          line: 4,
          column: 8,
          data: { read: 'r.json()', when: '', first: 'r.text()', where: ' on line 3' },
        },
      ],
    },
    // A read that fails has spent the body, too.
    { code: inAsync('try { return await r.json(); } catch { return r.text(); }'), errors: ['twice'] },
    {
      code: inAsync('let b; try { a(); b = await r.json(); } catch (e) { b = await r.text(); } return b;'),
      errors: ['twice'],
    },
    { code: 'fetch(u).then((r) => r.json().catch(() => r.text()));', errors: ['twice'] },
    { code: inAsync('return Promise.all([r.json(), r.text()]);'), errors: ['twice'] },
    {
      code: inAsync('if (!r.ok) show(await r.text()); return r.json();'),
      errors: [
        {
          messageId: 'twice',
          data: { read: 'r.json()', when: ' where the request failed', first: 'r.text()', where: ' on line 3' },
        },
      ],
    },
    // A log reads as well, and so does what is read to be rid of it.
    { code: inAsync('console.log(await r.text()); return r.json();'), errors: ['twice'] },
    { code: inAsync('await r.text(); return r.json();'), errors: ['twice'] },
    { code: inAsync('await r.body.cancel(); return r.json();'), errors: ['twice'] },
    // A reader locks it.
    { code: inAsync('const d = r.body.getReader(); if (!r.ok) return r.json(); return d.read();'), errors: ['twice'] },
    {
      code: inAsync('const d = r.body?.getReader(); if (!r.ok || !d) throw await r.json(); return d;'),
      errors: ['twice'],
    },
    { code: inAsync('for await (const c of r.body) show(c); return r.text();'), errors: ['twice'] },
    // What is made of it locks it, too, and its own reader gives free nothing but itself.
    ...[
      'const s = r.body.pipeThrough(a); return [s, await r.text()];',
      'const s = r.body.pipeThrough(a); return [s, r.body.getReader()];',
      'const d = r.body.pipeThrough(a).getReader(); d.releaseLock(); return r.text();',
      'const [p] = r.body.tee(); return [p, await r.text()];',
    ].map((body) => ({ code: inAsync(body), errors: [{ messageId: 'twice' as const }] })),
    // There is nothing left to copy.
    {
      code: inAsync('const b = await r.json(); return [b, r.clone()];').replace('.clone()', '.blob()'),
      errors: ['twice'],
    },
    // In a helper.
    {
      code: 'async function read(res) { return res.json(); }\nasync function f(u) { const r = await fetch(u); const b = await read(r); return [b, await r.text()]; }',
      errors: [{ messageId: 'twice', data: { read: 'r.text()', when: '', first: 'read(r)', where: ' on line 2' } }],
    },
    {
      code: 'async function read(res) { return res.json(); }\nasync function f(u) { const r = await fetch(u); await r.text(); return read(r); }',
      errors: ['twice'],
    },
    // In the helper itself.
    {
      code: 'async function check(res) { if (res.ok) return; let b; try { b = await res.json(); } catch { b = await res.text(); } throw new Error(b); } async function f(u) { const r = await fetch(u); await check(r); return r.json(); }',
      errors: ['twice'],
    },
    // A wrapper that gives a response back which it has read.
    {
      code: 'async function get(u) { const r = await fetch(u); if (!r.ok) throw new Error(); log(await r.json()); return r; } async function f(u) { const r = await get(u); return r.json(); }',
      errors: ['twice'],
    },
  ],
});
