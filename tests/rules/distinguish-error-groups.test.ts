import rule from '../../rules/distinguish-error-groups.js';
import { testVerdicts } from './tester.js';

const inAsync = (body: string): string => `async function f(u) {\nconst r = await fetch(u);\n${body}\n}`;

testVerdicts('distinguish-error-groups', rule, {
  valid: [
    inAsync('if (!r.ok) throw new Error(`Not found: ${r.status}`); return r.json();'),
    inAsync('if (r.status >= 500) throw new Error("down"); if (!r.ok) return { notFound: true }; return r.json();'),
    inAsync('if (r.status === 404) return { notFound: true }; return r.ok ? r.json() : null;'),
    // It says nothing of whose fault it is.
    inAsync('if (!r.ok) throw new Error("Loading failed"); return r.json();'),
    inAsync('if (!r.ok) return null; return r.json();'),
    inAsync('if (!r.ok) { fail("Invalid response"); return; } return r.json();'),
    // Both.
    inAsync('if (!r.ok) throw new Error("Not found, or try again later"); return r.json();'),
    // The server's own words.
    inAsync('if (!r.ok) { const b = await r.text(); fail(b || "Not found"); return; } return r.json();'),
    inAsync('const b = await r.json(); if (!r.ok) throw new Error(b.message || "Not found"); return b;'),
    // The condition names the status.
    inAsync('const b = await r.json(); if (!r.ok && (r.status === 404 || b.gone)) return show("Not found"); return b;'),
    // The status is handed on.
    inAsync('if (!r.ok) { track(r.status); return { notFound: true }; } return r.json();'),
    inAsync('if (!r.ok) { if (r.status < 500) show("Not found"); return; } return r.json();'),
    // A gateway that answers for what stands behind it.
    inAsync('if (!r.ok) return Response.json({}, { status: 502 }); return r.json();'),
  ],
  invalid: [
    {
      code: inAsync('if (!r.ok) return { notFound: true };\nreturn r.json();'),
      errors: [{ messageId: 'server', line: 3, column: 21, data: { claim: 'notFound: true' } }],
    },
    { code: inAsync('if (!r.ok) notFound(); return r.json();'), errors: ['server'] },
    { code: inAsync('if (!r.ok) { setError("Wrong password"); return; } return r.json();'), errors: ['server'] },
    { code: inAsync('if (!r.ok) return Response.json({}, { status: 404 }); return r.json();'), errors: ['server'] },
    {
      code: inAsync('if (r.ok) { show(await r.json()); } else { toast("Please try again later."); }'),
      errors: ['client'],
    },
    { code: inAsync('return r.ok ? r.json() : { error: "Server error" };'), errors: ['client'] },
  ],
});
