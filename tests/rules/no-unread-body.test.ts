import rule from '../../rules/no-unread-body.js';
import { testVerdicts } from './tester.js';

const handler = (body: string): string =>
  `import { z } from 'node:zlib';\nexport async function GET(q) {\nconst r = await fetch(q.u);\n${body}\n}`;

testVerdicts('no-unread-body', rule, {
  valid: [
    handler('if (!r.ok) throw new Error(await r.text()); return r.json();'),
    handler('if (!r.ok) { await r.body?.cancel(); throw new Error("no"); } return r.json();'),
    handler('if (!r.ok) { await r.text(); throw new Error("no"); } return r.json();'),
    handler('if (!r.ok) throw new HttpError(r); return r.json();'),
    handler('if (!r.ok) return r; return r.json();'),
    handler('if (r.status === 304) throw new Same(); return r.json();'),
    // Once, and the process ends.
    "import fs from 'node:fs'; const r = await fetch(u); if (!r.ok) throw new Error('no'); fs.writeFileSync('a', await r.text());",
    // A page.
    'export async function GET(q) { const r = await fetch(q.u); if (!r.ok) throw new Error("no"); return r.json(); }',
    "import fs from 'node:fs'; export async function GET(q) { const r = await fetch(q.u, { method: 'HEAD' }); if (!r.ok) throw new Error('no'); }",
  ],
  invalid: [
    {
      code: handler('if (!r.ok) throw new Error("no"); return r.json();'),
      errors: [{ messageId: 'unread', line: 4, column: 12, data: { statuses: '4xx or 5xx', body: 'body' } }],
    },
    { code: handler('if (!r.ok) return null; return r.json();'), errors: ['unread'] },
    {
      code: "import fs from 'node:fs'; async function f(us) { for (const u of us) { const r = await fetch(u); if (!r.ok) continue; show(await r.json()); } }",
      errors: ['unread'],
    },
    {
      code: "import express from 'express'; app.get('/', async (req, res) => { const r = await fetch(req.query.u); if (r.status >= 400) throw new Error(`${r.status}`); res.send(await r.text()); });",
      errors: ['unread'],
    },
  ],
});
