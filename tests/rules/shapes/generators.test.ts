import rule from '../../../rules/no-unchecked-response.js';
import { testVerdicts } from '../tester.js';

testVerdicts('what is yielded', rule, {
  valid: [
    'function* f(u) { const r = yield fetch(u); if (!r.ok) throw 1; return yield r.json(); }',
    'function* f(u) { const r = yield call(fetch, u); if (!r.ok) throw 1; return yield r.json(); }',
    // Whoever iterates gets it.
    'function* f(u) { yield fetch(u); }',
    'async function* f(u) { const r = await fetch(u); yield r; }',
    'async function* f(u) { const r = await fetch(u); yield r.status; yield r.json(); }',
    'async function* f(u) { const r = await fetch(u); yield { r }; yield r.json(); }',
    // Another effect, of which it is not known what it gives.
    'function* f(u) { const r = yield put(fetch, u); return r.json(); }',
    'function* f(u) { const r = yield call(load, u); return r.json(); }',
    'function* f(u) { const r = call(fetch, u); return r.json(); }',
    'async function* f(u) { const r = await fetch(u); yield; if (!r.ok) return; yield r.json(); }',
  ],
  invalid: [
    { code: 'function* f(u) { const r = yield fetch(u); return yield r.json(); }', errors: ['unchecked'] },
    { code: 'function* f(u) { return (yield fetch(u)).json(); }', errors: ['unchecked'] },
    { code: 'function* f(u) { const r = yield call(fetch, u); return r.json(); }', errors: ['unchecked'] },
    { code: 'function* f(u) { yield call(fetch, u); }', errors: ['dropped'] },
    { code: 'async function* f(u) { const r = await fetch(u); yield r.json(); }', errors: ['unchecked'] },
    { code: 'async function* f(u) { const r = await fetch(u); yield; yield* r.body; }', errors: ['unchecked'] },
    { code: 'async function* f(u) { const r = await fetch(u); return r.json(); }', errors: ['unchecked'] },
  ],
});
