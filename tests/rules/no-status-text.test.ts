import rule from '../../rules/no-status-text.js';
import { testVerdicts } from './tester.js';

const inAsync = (body: string): string => `async function f(u, x) {\nconst r = await fetch(u);\n${body}\n}`;

testVerdicts('no-status-text', rule, {
  valid: [
    // To say it is fine.
    inAsync('if (!r.ok) throw new Error(`${r.status} ${r.statusText}`); return r.json();'),
    inAsync('throw new Error(r.statusText || `Error ${r.status}`);'),
    // It asks whether there is one.
    inAsync("const text = r.statusText ? r.statusText : r.status; if (r.statusText === '') return text;"),
    inAsync('return new Response(r.body, { status: r.status, statusText: r.statusText });'),
    // Not a response's.
    inAsync("const job = await r.json(); if (job.statusText === 'OK') return job;"),
    "const x = new XMLHttpRequest(); if (x.statusText === 'OK') fetch(u);",
    inAsync('let { statusText } = r; statusText = x; if (statusText === "OK") go();'),
    inAsync('return r.statusText.toLowerCase();'),
  ],
  invalid: [
    {
      code: inAsync("if (r.statusText === 'OK') return r.json();"),
      errors: [{ messageId: 'decided', line: 3, column: 5, data: { text: "r.statusText === 'OK'", status: 'status' } }],
    },
    { code: inAsync("if (r.statusText != 'OK') throw e;"), errors: ['decided'] },
    { code: inAsync("const { statusText } = r; if (statusText === 'Not Found') return null;"), errors: ['decided'] },
    { code: inAsync("const text = r.statusText; return text === 'OK';"), errors: ['decided'] },
    { code: inAsync("switch (r.statusText) { case 'OK': return 1; }"), errors: ['decided'] },
    { code: inAsync("if (r.statusText.includes('Not')) return null;"), errors: ['decided'] },
    { code: inAsync("if (r.statusText.toLowerCase() === 'ok') return 1;"), errors: ['decided'] },
    { code: inAsync('if (/created/i.test(r.statusText)) return 1;'), errors: ['decided'] },
    { code: "fetch(u).then((r) => (r.statusText === 'OK' ? r.json() : null));", errors: ['decided'] },
  ],
});
