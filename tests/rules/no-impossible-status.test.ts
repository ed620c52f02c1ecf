import rule from '../../rules/no-impossible-status.js';
import { testVerdicts } from './tester.js';

const inAsync = (body: string): string => `async function f(u, x) {\nconst r = await fetch(u);\n${body}\n}`;

const inCatch = (body: string): string =>
  `import axios from 'axios';\nexport async function f(u) {\ntry { return await axios.get(u); } catch (e) {\n${body}\n}\n}`;

testVerdicts('no-impossible-status', rule, {
  valid: [
    inCatch('if (e.response?.status === 404) return null; throw e;'),
    inCatch('if (!e.response?.data) throw e; if (e.response) show(e.response.data);'),
    inCatch('if (e.response && e.response.status >= 400) show(e.response.data);'),
    inCatch('if (e.response?.status !== 200) throw e;'),
    // Before 1.7.5 an error of axios has no status of its own.
    inCatch('if (e.status === 404) return null; if (e.response?.status === 404) return undefined; throw e;'),
    inCatch(
      'const { status } = e; if (status !== 500) log(e); else if (e.response?.status === 404) return null; throw e;',
    ),
    // It is not known whose error it is.
    'export async function f(u) { try { await users.load(u); } catch (e) { if (e.response?.status === 200) return null; throw e; } }',
    "import axios from 'axios'; export async function f(u, o) { try { return await axios.get(u, o); } catch (e) { if (e.response?.status === 200) return null; throw e; } }",
    inAsync('if (r.status >= 200 && r.status < 300) return r.json();'),
    inAsync('if (r.status >= 200 && r.status <= 299) return r.json();'),
    inAsync('if (r.status < 200 || r.status >= 300) throw e;'),
    inAsync('if (r.status > 199 && r.status < 400) return r.json();'),
    // A bound that is wider than need be.
    inAsync('if (r.ok && r.status >= 200 && r.status < 600) return r.json();'),
    // A second look, at what earlier code made true.
    inAsync('if (!r.ok) throw e; if (r.ok) return r.json();'),
    inAsync('if (!r.ok) throw e; if (!r.ok) return null; return r.json();'),
    inAsync('if (r.status === 404) return; if (r.status !== 404) return r.json();'),
    inAsync('if ((r.status === 429 || r.status >= 500) && !r.ok) again();'),
    // A list that repeats itself.
    inAsync('if (r.ok || r.status === 204) return r.text();'),
    inAsync('if (r.status === 404 || (r.status >= 400 && r.status < 500)) throw e;'),
    // 3xx, and what servers send besides the registered codes.
    inAsync(
      'if (r.status === 302 || r.status === 308) go(); if (r.status === 419 || r.status === 499 || r.status === 999) again();',
    ),
    inAsync('if (r.status === 0) offline();'),
    // A 300 hardly ever arrives.
    { code: inAsync('if (r.status > 300) throw e;'), options: [{ consequence: 'harm' }] },
    { code: inAsync('if (r.status <= 300) return r.json();'), options: [{ consequence: 'harm' }] },
    // 400 was dealt with.
    inAsync('if (r.status === 400) return bad(); if (r.status > 400) throw e;'),
    inAsync('if (r.status > 400) throw e; if (r.status === 400) return bad();'),
    // Something else than 200.
    inAsync('if (r.status > 200) note();'),
    // `==` makes a number of the text.
    inAsync("if (r.status == '404') return null;"),
    inAsync("if (String(r.status) === '404') return null;"),
    // One of several responses.
    'async function f(us) { const rs = await Promise.all(us.map((u) => fetch(u))); if (!rs[0].ok) throw e; if (rs[1].status === 404) return null; }',
    'async function f(a, b, x) { let r = await fetch(a); if (!r.ok) return; if (x) r = await fetch(b); if (r.status === 404) return null; return r.json(); }',
    // A helper is called for more than this response.
    'const gone = (res) => res.status === 410 ? 1 : 2; async function f(u) { const r = await fetch(u); if (!r.ok) throw e; return gone(r); }',
    // Not a status: a job's, an exit code, a settled promise, a parsed body, a server's own response, XHR.
    inAsync("const job = await r.json(); if (job.status === '404' || job.status === 2000) return job;"),
    inAsync("const [p] = await Promise.allSettled([r.json()]); if (p.status === 'rejected') throw e;"),
    "const { status } = spawnSync('fetch'); if (status === 1 || 2) exit(); fetch(u);",
    "app.get('/', (req, res) => { if (res.statusCode > 400) log(); fetch(u); });",
    "const x = new XMLHttpRequest(); x.onload = () => { if (x.status === 0 || x.status === '200') fetch(u); };",
    inAsync("if (r.status === 'failed') throw e;"),
    // A predicate.
    inAsync('return r.status === 404;'),
    // The page's own address: its answer is not opaque.
    "async function f() { const r = await fetch('/x', { mode: 'no-cors' }); return r.ok ? 1 : 2; }",
    inAsync('switch (r.status) { case 200: case 404: return 1; default: return 2; }'),
    inAsync('if (r.status === x || r.status === 404) return null;'),
    // What stands in the place of a request that was rejected has a status of its own.
    ...[
      'const r = await axios.get(u).catch((e) => e.response); if (r.status === 404) return null; return r.data;',
      'const r = await axios.get(u).catch((e) => e.response); if (!r) return; if (r.status === 404) return null; return r.data;',
      'const r = await axios.get(u).catch((e) => e.response || { status: 500 }); if (r.status >= 400) return null; return r.data;',
      'const r = await axios.get(u).catch(() => ({ status: 0 })); const bad = r.status === 0 || r.status > 500; if (bad) return null; return r.data;',
      'const { status, data } = await axios.get(u).catch(({ response }) => response); if (status === 404) return null; return data;',
      'let r; try { r = await axios.get(u); } catch (e) { r = e.response; } if (r.status === 404) return null; return r.data;',
      'const r = await get(u); if (r.status === 404) return null; return r.data;',
    ].map(
      (body) =>
        `import axios from 'axios'; async function get(u) { try { return await axios.get(u); } catch (e) { return e.response; } } export async function f(u) { ${body} }`,
    ),
  ],
  invalid: [
    // Null has none.
    {
      code: "import axios from 'axios'; export async function f(u) { const r = await axios.get(u).catch(() => null); if (!r) return; if (r.status === 404) return null; return r.data; }",
      errors: ['never'],
    },
    {
      code: inCatch('if (e.response?.status === 200) return null; throw e;'),
      errors: ['never'],
    },
    { code: inCatch('if (e.response && e.response.status === 204) return null; throw e;'), errors: ['never'] },
    { code: inCatch("if (e.response?.status === '404') return null; throw e;"), errors: ['asText'] },
    { code: inCatch('if (e.response?.status === 401 || 403) leave(); throw e;'), errors: ['orNumber'] },
    { code: inCatch('if (e.response?.status > 500) retry(); throw e;'), errors: ['edge'] },
    // axios rejects on it.
    {
      code: "import axios from 'axios'; axios.get(u).then((res) => { if (res.status >= 400) throw e; });",
      errors: ['never'],
    },
    {
      code: inAsync('if (r.ok) { if (r.status === 404) return null; }'),
      errors: [{ messageId: 'never', line: 3, column: 17, data: { text: 'r.status === 404', statuses: '2xx' } }],
    },
    { code: inAsync('if (!r.ok) throw e; if (r.status >= 400) return null; return r.json();'), errors: ['never'] },
    { code: inAsync('if (r.status < 200 && r.status >= 300) throw e; return r.text();'), errors: ['never'] },
    {
      code: inAsync('if (r.status === 200) return 1; else if (r.ok && r.status === 200) return 2;'),
      errors: ['never'],
    },
    { code: inAsync('if (r.status >= 200 || r.status < 300) return r.json();'), errors: ['always'] },
    { code: inAsync('if (r.status !== 200 || r.status !== 201) throw e;'), errors: ['always'] },
    {
      code: 'async function get(u) { const r = await fetch(u); if (!r.ok) throw e; return r; } async function f(u) { const r = await get(u); if (r.status === 404) return null; return r.json(); }',
      errors: ['never'],
    },
    {
      code: inAsync('if (r.status > 200 && r.status < 300) return r.json();'),
      errors: [
        {
          messageId: 'edge',
          data: { text: 'r.status > 200', code: '200', group: '2', operator: '>=', statuses: 'any' },
        },
      ],
    },
    { code: inAsync('if (r.status >= 200 && r.status <= 300) return r.json();'), errors: ['edge'] },
    { code: inAsync('if (r.status > 300) throw e;'), errors: ['edge'] },
    { code: inAsync('if (r.status > 400) throw e;'), options: [{ consequence: 'harm' }], errors: ['edge'] },
    { code: inAsync('const { status } = r; if (400 < status) throw e;'), errors: ['edge'] },
    { code: inAsync('if (r.status > 500) again();'), errors: ['edge'] },
    { code: inAsync('if (r.status >= 400 && r.status <= 500) throw e;'), errors: ['edge'] },
    { code: inAsync("if (r.status === '404') return null;"), errors: ['asText'] },
    { code: inAsync("if (r.status !== '200') return null;"), errors: ['asText'] },
    { code: inAsync('if (r.status === 2000) return null;'), errors: ['noStatus'] },
    {
      code: inAsync('if (r.status === 400 || 404) return null;'),
      errors: [{ messageId: 'orNumber', line: 3, column: 5, data: { number: '404' } }],
    },
    { code: inAsync('if (r.status == 200 || 201 || 204) return r.json();'), errors: ['orNumber'] },
    {
      code: "async function f() { const r = await fetch('https://x.example/', { mode: 'no-cors' }); if (r.ok) done(); else failed(); }",
      errors: ['opaque'],
    },
    {
      code: 'async function f(h) { const r = await fetch(`https://${h}/`, { mode: "no-cors" }); if (r.status === 200) done(); }',
      errors: ['opaque'],
    },
  ],
});
