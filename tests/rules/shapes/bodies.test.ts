import checked from '../../../rules/no-unchecked-response.js';
import branched from '../../../rules/require-error-branch.js';
import { testVerdicts } from '../tester.js';

const unchecked = (code: string) => ({ code, errors: ['unchecked'] });
const inAsync = (body: string): string => `async function f(u, x) {\n${body}\n}`;

/** Asked for a header; what else happens to the body is the question. */
const beside = (statement: string) =>
  inAsync(`const r = await fetch(u); const h = r.headers.get('x'); ${statement} return h;`);

testVerdicts('a body that nobody reads', checked, {
  valid: [
    ...['await r.text();', 'r.text();', 'void r.text();', 'void (await r.text());', 'await r?.text();'],
    ...['await r.text().catch(() => 0);', 'await r.text().finally(go);', 'await r.text()?.catch(go);'],
    ...['await r.text(), go();', 'x = (await r.text(), h);'],
    ...['await r.body.cancel();', 'r.body.destroy();', 'r.body.dump();', "r.body['resume']();", 'r.body?.cancel();'],
    ...['if (r.body) go();', 'while (r.body) go();', 'x = r.body ? 1 : 2;', 'x = !r.body;', 'x = typeof r.body;'],
    ...['x = r.body === null;', 'x = null != r.body;', 'if (r.body && x) go();', 'if (!(x || r.body)) go();'],
    ...['expect(r.body).toBe(x);', 'if (r.body!) go();', 'if (r?.body) go();'],
  ].map(beside),
  invalid: [
    ...['show(await r.text());', 'x = await r.text();', 'await r.text().then(show);', 'x = !(await r.text());'],
    ...['x = (go(), await r.text());', 'await show(r.text());', 'await r.text().catch(go).then(show);'],
    ...[
      'await r.text().trim();',
      'for (const y of r) show(y);',
      'console.log(await r.text());',
      'for (const y of await r.text()) go();',
      'new X(await r.text());',
    ],
    ...['show(r.body);', 'x = r.body;', 'x = r.body + 1;', 'x = r.body < 1;', 'x = -r.body;', 'x = x ? r.body : 1;'],
    ...['if (x) show(r.body);', 'while (x()) show(r.body);', 'r.body.getReader();', 'r.body[x]();', 'x = r.body || x;'],
    ...['const { body } = r; show(body);', 'r.body.pipe.cancel();', 'for await (const y of r.body) show(y);'],
  ].map((statement) => unchecked(beside(statement))),
});

const of = (call: string) => inAsync(`const r = await fetch(u); const d = await r.text(); ${call}`);

testVerdicts('a body that is promised to a variable', checked, {
  // Where it cannot be read, nothing is done with it.
  valid: [
    'async function f(u) { const r = await fetch(u); const d = r.text(); d.then((t) => show(r.status, t)); }',
    'fetch(u).then((r) => { let d; if (x()) d = r.text(); else d = r.blob(); d.then((t) => show(r.status, t)); });',
    'async function f(u) { const r = await fetch(u); const d = r.text(); d.then((t) => show(r.status, t)).catch(() => {}); }',
  ],
  invalid: [
    'async function f(u) { const r = await fetch(u); const d = r.text(); d.then((t) => show(t)); }',
    'async function f(u) { const r = await fetch(u); const d = r.text(); d.then((t) => show(t), () => log(r.status)); }',
  ].map(unchecked),
});

testVerdicts('a body that goes into an assertion or an error', checked, {
  valid: [
    ...[
      'expect(d).toBe(1);',
      'expect(1).toEqual(d);',
      'assert(d);',
      'should(d).be(1);',
      'strictEqual(d, 1);',
      'deepEqual(1, d);',
    ],
    ...[
      'assert.equal(d, 1);',
      "assert['equal'](d, 1);",
      't.is(d, 1);',
      'test.is(d);',
      'chai.expect(d);',
      'await expect(x).resolves.not.toEqual(d);',
      'expect(d).to.be.ok.and.eql(d);',
    ],
    ...['expect(JSON.parse(d)).toBe(1);', 'expect(d.x[0].y).toBe(1);', 'expect(x, d).toBe(1);'],
    ...[
      'JSON.parse(); throw new Error(d);',
      'return new Error(d);',
      'return new HttpError(d);',
      'return new x.ApiException(x, d);',
      'return new (Error)(d);',
    ],
  ].map(of),
  invalid: [
    ...[
      'check(d);',
      'check(expect).toBe(d);',
      'test(d);',
      'x.expect(d);',
      'x.assert(d);',
      'x.y.equal(d);',
      'expect(parse(d)).toBe(1);',
    ],
    ...['expect(x.parse(d)).toBe(1);', 'expect(x.JSON.parse(d)).toBe(1);', 'expect(JSON.parse(x, d)).toBe(1);'],
    ...['return new ErrorList(d);', 'return new x.Answer(d);', 'return new x[Error](d);', 'return new (x())(d);'],
    'assert(r); show(d);',
  ].map((call) => unchecked(of(call))),
});

testVerdicts('a body that goes into a failure', checked, {
  valid: [
    'return Result.error(d);',
    'return Error(d);',
    'return err(d);',
    'return await this.fail(d);',
    'return Either.left(parse(d));',
    'const e = parse(d); return Result.Err(e);',
    'return { ok: false, error: d };',
    "return { 'success': false, ...d };",
    'return { content: [d], isError: true } as const;',
    'return d ? { isOk: false } : { failed: true, d };',
    'return d && show(d) ? err(d) : { _ok: false };',
  ].map(of),
  invalid: [
    ...['return { error: d };', 'return { ok: true, d };', 'return { ok: d };', 'return { isError: false, d };'],
    ...['return { ok, d };', 'return { ok() {}, d };', 'return { [ok]: false, d };', 'return [false, d];'],
    ...['return errors(d);', 'return failures.list(d);', 'return left.of(d);', 'return onError(d);'],
    'if (d.error) return err(d); return d;',
    'err(d); return false;',
  ].map((call) => unchecked(of(call))),
});

testVerdicts('a failure that a function gives back', checked, {
  valid: [
    inAsync('const r = await fetch(u); const e = await r.json(); const give = () => err(e); return err(give());'),
    inAsync(
      'const r = await fetch(u); const d = await r.json(); if (d.error) return err(d); if (r.ok) show(1); return d;',
    ),
  ],
  invalid: [
    // Something outside keeps what was read, or it was read before.
    unchecked('async function load(u) { return (await fetch(u)).text().then((d) => ({ ok: false, d })); }'),
    unchecked(inAsync('const r = await fetch(u); const d = await r.json(); u.map(() => err(d)); return d;')),
    unchecked('let d; export async function load(u) { const r = await fetch(u); d = await r.json(); return err(d); }'),
    unchecked(
      inAsync(
        'let d; await load(async () => { const r = await fetch(u); d = await r.json(); return err(d); }); show(d);',
      ),
    ),
  ],
});

const asserted = (assertion: string) => inAsync(`const r = await fetch(u); ${assertion}; return r.json();`);

testVerdicts('an assertion of a status', branched, {
  valid: [
    ...['assert(r.ok)', 'assert(r.ok, "not ok")', 'assert(r.ok, await r.text())'],
    ...['check', 'assert.equal', 'x.assert', 'assert[x]', 'this.assert', 'assert.x.ok', 'x()', 'x().ok'].map(
      (callee) => `${callee}(r.status !== 404)`,
    ),
  ].map(asserted),
  invalid: ['assert', 'invariant', 'assert.ok', "assert['isTrue']", 'assert.isOk', '(0, assert)', 'assert?.ok'].map(
    (callee) => ({
      code: asserted(`${callee}(r.status !== 404)`),
      errors: [
        { messageId: 'read', data: { statuses: '4xx (except 404) or 5xx', use: 'r.json()', where: ' on line 2' } },
      ],
    }),
  ),
});
