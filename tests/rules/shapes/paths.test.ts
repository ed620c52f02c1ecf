import strict from '../../../rules/no-200-only.js';
import checked from '../../../rules/no-unchecked-response.js';
import branched from '../../../rules/require-error-branch.js';
import { testVerdicts } from '../tester.js';

const inAsync = (body: string): string => `async function f(u, x) {\n${body}\n}`;
const all = (messageId: string) => (code: string) => ({ code, errors: [messageId] });

testVerdicts('the ways to the end of a function', checked, {
  valid: [
    // A promise of something else, and members of Promise that say nothing of it.
    inAsync('const [r] = await x.all([fetch(u)]); return r.json();'),
    inAsync('const [r] = await x.Promise.all([fetch(u)]); return r.json();'),
    "import Promise from 'bluebird'; async function f(u) { const [r] = await Promise.all([fetch(u)]); return r.json(); }",
    inAsync('const { promise, resolve } = Promise.withResolvers(); fetch(u).then(resolve); return promise;'),
    inAsync('const p = fetch(u); p.timeout(5); const r = await p; return r.json();'),
    inAsync('const r = await fetch(u); await new Promise(x); return r;'),
    // Handed on in parts of an expression.
    inAsync('const r = await fetch(u); show(...[r]); return r.json();'),
    inAsync('const r = await fetch(u); new Show(...[r]); return r.json();'),
    inAsync('const r = await fetch(u); show(x[r.status]); return r.json();'),
    inAsync('const r = await fetch(u); const { [r.status]: y } = x; show(y, r.status); return r.json();'),
    inAsync('const r = await fetch(u); const o = { [x]: r }; return r.json();'),
    inAsync('const r = await fetch(u); const o = { [r.status]: 1 }; return r.json();'),
    inAsync('const r = await fetch(u); const bad = r.status === 404 || r.status === 410; show(bad); return r.json();'),
    inAsync('const r = await fetch(u); show([r.status]); return r.json();'),
    inAsync('const r = await fetch(u); show([...x, r.status]); return r.json();'),
    inAsync('const r = await fetch(u); show(Promise.resolve(r.status)); return r.json();'),
    inAsync('const r = await fetch(u); let n = 0; n += r.status; return r.json();'),
    inAsync('const r = await fetch(u); show(<div>{r.status}</div>); return r.json();'),
    inAsync('const r = await fetch(u); const { [x]: y } = r; return r.json();'),
    inAsync('latest = await fetch(u);'),
    inAsync(
      'const rs = await Promise.all(u.map((v) => fetch(v))); return Promise.all(rs.filter((r) => r.ok || r.status === 304).map((r) => r.json()));',
    ),
    // Probes: an empty handler, or nothing but the connection is asked for.
    inAsync('try { for (const v of u) await fetch(v); } catch {}'),
    inAsync('try {} catch (error) { show(error); }'),
    inAsync('try { await fetch(u); return 1; } catch (error) { return null; }'),
    inAsync('await fetch(u).then(() => {}); saved();'),
    ...[
      '() => {}',
      '() => null',
      '() => undefined',
      '() => void 0',
      '() => false',
      '() => ({})',
      '() => (null as X)',
    ].map((handler) => inAsync(`await fetch(u).catch(${handler}); saved();`)),
    { code: inAsync("await fetch(u, { method: 'HEAD' });"), options: [{ checkFireAndForget: true }] },
    // What a helper asks for counts for its caller.
    `const etag = (r) => r.headers.get('etag'); ${inAsync('const r = await fetch(u); return etag(r);')}`,
    `const head = (u) => fetch(u, { method: 'HEAD' }); ${inAsync('await head(u); saved();')}`,
    // A body that was read on the way to an exception.
    inAsync(
      'try { const r = await fetch(u); const d = await r.json(); check(d); if (!r.ok) throw x; return d; } catch (error) { report(error); } return null;',
    ),
    // Modules.
    'export default await fetch(u);',
    'export default (await fetch(u)).status;',
  ],
  invalid: [
    ...[
      // A name that happens to be that of the response.
      inAsync('const r = await fetch(u); show(x.r); return r.json();'),
      inAsync('const r = await fetch(u); show({ r: 1 }); return r.json();'),
      inAsync('const r = await fetch(u); assert(r); return r.json();'),
      inAsync('const r = (await fetch(u)) satisfies Response; return r.json();'),
      '(fetch<Response>)(u).then((r) => r.json()).then(show);',
      // Functions that are not run where they stand.
      inAsync("const r = await fetch(u); x.on('error', (error) => { throw error; }); return r.json();"),
      inAsync('const r = await fetch(u); await new Task((a, b) => { b(); }); return r.json();'),
      inAsync('const r = await fetch(u); const p = new Pool(() => { throw x; }); return r.json();'),
      `async function fail() { throw 1; } ${inAsync('const r = await fetch(u); fail(); return r.json();')}`,
      inAsync('const r = await fetch(u); x.forEach(() => { throw 1; }); return r.json();'),
      inAsync('const r = await fetch(u); x.forEach(async () => { throw 1; }); return r.json();'),
      'export const d = await (await fetch(u)).json();',
      'export default await (await fetch(u)).json();',
      'export default (await fetch(u)).body;',
      'if (x) { const r = await fetch(u); show(await r.json()); }',
    ].map(all('unchecked')),
    ...[
      inAsync('await fetch(u).then(console.log);'),
      inAsync('const r = await fetch(u); console.log(r.statusText); saved();'),
      ...['() => true', '() => 1', '() => x', '() => -x', '() => ({ x })', '() => [null]', '() => { x(); }', 'x'].map(
        (handler) => inAsync(`await fetch(u).catch(${handler}); saved();`),
      ),
      inAsync('const r = await fetch(u); const failed = !r.ok || r.status === 404; saved();'),
      inAsync('const r = await fetch(u); const failed = !r.ok && x[r.status]; saved();'),
      inAsync('try { u.forEach(async (v) => { await fetch(v); saved(); }); } catch {}'),
      inAsync('try { await fetch(u); saved(); return true; } catch { return false; }'),
      inAsync('try { await fetch(u); return true; saved(); } catch { return false; }'),
      inAsync('try { const r = await fetch(u); return true; } catch { return false; }'),
      inAsync('try { await fetch(u); return x; } catch { return false; }'),
      inAsync('try { await fetch(u); return; } catch { return false; }'),
      inAsync('try { await fetch(u); return true; } catch { return x; }'),
      inAsync('try { await fetch(u); return true; } catch { return; }'),
      inAsync('try { await fetch(u); return true; } catch { saved(); return false; }'),
      inAsync('try { await fetch(u); return true; } catch { return false; saved(); }'),
      inAsync('let a; let b; try { await fetch(u); a = true; } catch { b = true; } return a || b;'),
      inAsync('let up = 0; try { await fetch(u); up = 1; } catch { up += 1; } return up;'),
      inAsync('let up; try { await fetch(u); up = saved(); } catch { up = false; } return up;'),
      inAsync('let up; try { await fetch(u); up = true; } catch { return false; } return up;'),
      inAsync('let up; try { await fetch(u); up = true; saved(); } catch { up = false; } return up;'),
      inAsync('try { await fetch(u); return true; } finally { saved(); }'),
      inAsync('try { await fetch(u); } catch (error) { show(error).now(); }'),
      inAsync('try { await fetch(u); } catch (error) { error.shown; }'),
      inAsync('await fetch(x); try { await fetch.call(null, u); assert.fail(); } catch (error) { show(error); }'),
      `async function wait(p) { await p; saved(); } ${inAsync('await wait(fetch(u));')}`,
      `const send = (u, x) => x ? fetch(u, { method: 'HEAD' }) : fetch(u); ${inAsync('await send(u); saved();')}`,
    ].map(all('dropped')),
    // The line that is shown is that of the first use.
    {
      code: inAsync('const r = await fetch(u); if (x) {\nreturn r.json(); }\nreturn r.text();'),
      errors: [
        { messageId: 'unchecked', data: { statuses: '404 or 500', use: 'r.json()', where: ' on line 3', ok: 'ok' } },
      ],
    },
  ],
});

/** Asked for one status; what follows reads every error. */
const afterwards = (statement: string) =>
  inAsync(`const r = await fetch(u); if (r.status === 404) return null; ${statement}`);

testVerdicts('branches for failures', branched, {
  valid: [
    inAsync('const r = await fetch(u); const d = r.ok && go(); return r.json();'),
    inAsync('const r = await fetch(u); const d = r.ok || go(); return r.json();'),
    inAsync('const r = await fetch(u); show(!r.ok && go()); return r.json();'),
    inAsync('const r = await fetch(u); const d = r.ok ? 1 : go(); return r.json();'),
    // A comparison with something unknown may be a branch for any failure.
    inAsync('const r = await fetch(u); const bad = !r.ok && r.status > x; if (bad) throw x; return r.json();'),
    inAsync('const r = await fetch(u); block: { if (r.ok) { use(await r.json()); break block; } } done();'),
    inAsync('const r = await fetch(u); if (r.ok) for (let i = 0; i < 3; i++) { if (x) return x; } fail();'),
    inAsync(
      'const r = await fetch(u); try { if (r.ok) throw x; } catch (error) { show(error); } go(); return r.json();',
    ),
    // A request that is made again until something comes.
    ...['while (x)', 'for (;;)', 'for (; ; x++)'].map((head) =>
      inAsync(
        `${head} { const r = await fetch(u); if (r.status === 404) return null; const d = await r.json(); if (d.x) { if (!r.ok) throw x; return d; } await sleep(); }`,
      ),
    ),
    inAsync(
      'do { const r = await fetch(u); if (r.status === 404) return null; const d = await r.json(); if (d.x) { if (!r.ok) throw x; return d; } } while (true);',
    ),
  ],
  invalid: [
    ...[
      inAsync('const r = await fetch(u); if (r.status !== 404) go(); return r.json();'),
      inAsync(
        'const r = await fetch(u); const bad = r.status === 404 || r.status === 410; if (bad) throw x; return r.json();',
      ),
      afterwards('for (const y of x) go(y); return r.json();'),
      afterwards('while (x) go(); return r.json();'),
      ...['for (const v of u)', 'for (const v in u)', 'for (let v = 0; v < 3; v++)'].map((head) =>
        inAsync(
          `${head} { const r = await fetch(v); if (r.status === 404) return null; const d = await r.json(); if (d.x) { if (!r.ok) throw x; return d; } await sleep(); }`,
        ),
      ),
    ].map(all('read')),
    ...[
      inAsync('const r = await fetch(u); if (r.status >= 200 && r.status < 300) { use(await r.json()); }'),
      inAsync('const r = await fetch(u); if (r.ok) { console.log(1); } return x;'),
      inAsync('const r = await fetch(u); if (r.ok) { const y = 1; } return x;'),
      inAsync(
        'const r = await fetch(u); if (r.ok) use(await r.json()); try { throw x; } catch (error) { show(error); }',
      ),
      inAsync('for (const v of u) { const r = await fetch(v); if (r.ok && x) { use(await r.json()); } }'),
    ].map(all('ignored')),
    // The report stands on the whole condition.
    ...['x && r.ok', '!(!r.ok)', '(x && !!r.ok) as boolean'].map((condition) => ({
      code: inAsync(`const r = await fetch(u);\nif (${condition}) { use(await r.json()); }`),
      errors: [{ messageId: 'ignored', line: 3, column: 5 }],
    })),
    {
      code: inAsync(
        'const r = await fetch(u); if (x) {\nif (r.status === 404) return;\n} else {\nif (r.status === 410) return;\n}\nreturn r.json();',
      ),
      errors: [{ messageId: 'read', line: 3 }],
    },
  ],
});

testVerdicts('loops that wait for 200', strict, {
  valid: [
    inAsync('while (true) { const r = await fetch(u); if (r.status === 200 && x()) return r.json(); await sleep(1); }'),
    inAsync('for (;;) { const r = await fetch(u); if (r.status === 200 && x()) return r.json(); await sleep(1); }'),
    inAsync('do { const r = await fetch(u); if (r.status === 200 && x()) return r.json(); } while (x());'),
    inAsync('for (const v of u) { const r = await fetch(v); if (r.status === 200) return r.json(); }'),
    // The answer goes to the caller as it is.
    inAsync('const r = await fetch(u); return x && r.status === 200;'),
    inAsync('const r = await fetch(u); return !(r.status === 200);'),
    inAsync('const r = await fetch(u); return !!(x || r.status === 200);'),
    inAsync('const r = await fetch(u); return (r.status === 200) as boolean;'),
  ],
  invalid: [
    inAsync('for (const v of u) { const r = await fetch(v); if (r.status === 200 && x()) return r.json(); }'),
    inAsync('for (const v in u) { const r = await fetch(v); if (r.status === 200 && x()) return r.json(); }'),
  ].map(all('only200')),
});
