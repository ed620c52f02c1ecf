import checked from '../../rules/no-unchecked-response.js';
import branched from '../../rules/require-error-branch.js';
import { testVerdicts, type Invalid } from './tester.js';

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
  'const raw2 = raw(); if (!r.ok && !raw2) throw new Error(); if (raw2) return r; return r.json();',
  'for (const x of raw) { if (x && !r.ok) throw new Error(); if (x) use(await r.json()); }',
].map((body) => load(body));

testVerdicts('conditions that go together', checked, {
  valid: [
    ...together,
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
  ]
    .map((body) => load(body))
    .map(partly),
});

testVerdicts('conditions that go together, by their branches', branched, {
  valid: together,
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
