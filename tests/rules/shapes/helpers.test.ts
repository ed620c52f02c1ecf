import rule from '../../../rules/no-unchecked-response.js';
import { testVerdicts } from '../tester.js';

/** A helper reads the body of what it is given: a report says that it was found. */
const reads = (helper: string, call: string) =>
  `${helper} async function f(u, x) { const r = await fetch(u); return ${call}; }`;

/** The same among the members of a class. */
const method = (members: string, call: string) =>
  `class A { ${members} async f(u, x) { const r = await fetch(u); return ${call}; } }`;

testVerdicts('a function of this file', rule, {
  // One that is not known decides for itself.
  valid: [
    reads('let read = (r) => r.json(); read = x;', 'read(r)'),
    reads('const { read } = { read: (r) => r.json() };', 'read(r)'),
    reads('const { read = (r) => r.json() } = {};', 'read(r)'),
    reads('const read = twice((r) => r.json());', 'read(r)'),
    reads('const read = x.twice((r) => r.json());', 'read(r)'),
    reads('const read = useCallback();', 'read(r)'),
    reads('const read = bind((r) => r.json());', 'read(r)'),
    reads('const read = x ? (r) => r.json() : null;', 'read(r)'),
    reads("import { read } from './read.js';", 'read(r)'),
    reads('class read { constructor(r) { r.json(); } }', 'read(r)'),
    reads('let read;', 'read(r)'),
    reads('function read(r) { return r.json(); }', 'read.then(x)(r)'),
    reads('function read(r) { return r.json(); }', 'x(read)(r)'),
    reads('let api = { read: (r) => r.json() }; api = x;', 'api.read(r)'),
    reads('const api = { read: (r) => r.json() };', 'api[read](r)'),
    reads('const api = { read: (r) => r.json() };', 'api.write(r)'),
    reads('const api = { read: (r) => r.json() };', 'x.api.read(r)'),
    reads('const api = { read: (r) => r.json() };', 'x().read(r)'),
    reads('const api = { [read]: (r) => r.json() };', 'api.read(r)'),
    reads('const api = { ...x, other: (r) => r.json() };', 'api.read(r)'),
    reads('const api = { read: (r) => r.json(), read: (r) => r };', 'api.read(r)'),
    reads('const api = [(r) => r.json()];', 'api[0](r)'),
    reads('let api = new Api(); api = x; class Api { read(r) { return r.json(); } }', 'api.read(r)'),
    reads('const api = new Api(); class Api { get read() { return (r) => r.json(); } }', 'api.read(r)'),
    reads('const api = new Api(); class Api { set read(r) { r.json(); } }', 'api.read(r)'),
    reads('const api = { get read() { return (r) => r.json(); }, set read(r) { r.json(); } };', 'api.read(r)'),
    reads('const api = { read() {}, get read() { return (r) => r.json(); } };', 'api.read(r)'),
    reads('class Api { static { } }', 'Api.read(r)'),
    reads('class Base { read(r) { return r.json(); } } const api = { extends: Base };', 'api.read(r)'),
    reads(
      'class Api { get reader() { return new Reader(); } } class Reader { read(r) { return r.json(); } } const api = new Api();',
      'api.reader.read(r)',
    ),
    reads('const Api = function () {}; class Reader { read(r) { return r.json(); } }', 'new Api().read(r)'),
    reads('var a = a.b;', 'a.read(r)'),
    reads('var a = new a();', 'a.read(r)'),
    reads('const api = new Api(); class Api extends Base { write(r) { return r.json(); } }', 'api.read(r)'),
    reads(
      'class Base { read(r) { return r.json(); } } class Api extends mixin(Base) {} const api = new Api();',
      'api.read(r)',
    ),
    reads('class Api extends Api {} const api = new Api();', 'api.read(r)'),
    reads('var a = b; var b = a;', 'a(r)'),
    reads('const api = x || ((r) => r.json());', 'api(r)'),
    reads('abstract class Api { abstract read(r): unknown; } const api = new Api();', 'api.read(r)'),
    reads(
      'class Base { read(r) { return r.json(); } } class Api extends Base { read(r) { x(r); } } const api = new Api();',
      'api.read(r)',
    ),
    reads('function api() {}', 'api.read(r)'),
    reads('', 'this.read(r)'),
    method('read;', 'this.read(r)'),
    method('read = twice((r) => r.json());', 'this.read(r)'),
    method('static { } write(r) { return r.json(); }', 'this.read(r)'),
    'const api = { read(r) { return r.json(); }, f: async (u) => { const r = await fetch(u); return this.read(r); } };',
    'const api = { read(r) { return r.json(); }, g() { return async function (u) { const r = await fetch(u); return this.read(r); }; } };',
    'const api = { read(r) { return r.json(); }, x: { async f(u) { const r = await fetch(u); return this.read(r); } } };',
  ],
  invalid: [
    reads('function read(r) { return r.json(); }', 'read(r)'),
    reads('function read(r) { return r.json(); }', '(0, read)(r)'),
    reads('function read(r) { return r.json(); }', 'read.bind(x)(r)'),
    reads('function read(r) { return r.json(); }', 'read.call(x, r)'),
    reads('const read = (r) => r.json();', 'read?.(r)'),
    reads('const read = function (r) { return r.json(); };', 'read(r)'),
    reads('let read = (r) => r.json();', 'read(r)'),
    reads('const read = useCallback((r) => r.json(), []);', 'read(r)'),
    reads('const read = React.useCallback((r) => r.json(), []);', 'read(r)'),
    reads('const read = useEvent((r) => r.json());', 'read(r)'),
    reads('const read = useEffectEvent((r) => r.json());', 'read(r)'),
    reads('const read = memo(cache((r) => r.json()));', 'read(r)'),
    reads('const read = memoize(throttle((r) => r.json()));', 'read(r)'),
    reads("const read = __name((r) => r.json(), 'read');", 'read(r)'),
    reads('const read = debounce((r) => r.json(), 10);', 'read(r)'),
    reads('const read = function (r) { return r.json(); }.bind(null);', 'read(r)'),
    reads('const api = { read: (r) => r.json() };', 'api.read(r)'),
    reads('const api = { read(r) { return r.json(); }, n: 1, ...x };', "api?.['read'](r)"),
    reads("const api = { 'read': (r) => r.json() };", '(api).read(r)'),
    reads('class Api { static read(r) { return r.json(); } }', 'Api.read(r)'),
    reads('const Api = class { static read(r) { return r.json(); } };', 'Api.read(r)'),
    reads('class Api { static #x; static { } static read = (r) => r.json(); }', 'Api.read(r)'),
    reads('const api = new Api(); class Api { read(r) { return r.json(); } }', 'api.read(r)'),
    reads('class Api { read(r) { return r.json(); } }', 'new Api().read(r)'),
    reads(
      'class Base { read(r) { return r.json(); } } class Api extends Base {} const api = new Api();',
      'api.read(r)',
    ),
    reads('const api = { users: { read: (r) => r.json() } };', 'api.users.read(r)'),
    reads('class Api { read(r) { return r.json(); } } const apis = { one: new Api() };', 'apis.one.read(r)'),
    reads('function read(r) { return r.json(); } const other = read;', 'other(r)'),
    reads('function read(r) { return r.json(); } const other = useCallback(read, []);', 'other(r)'),
    reads('function read(r) { return r.json(); } const api = { read };', 'api.read(r)'),
    reads('const api = { read: (r) => r.json() }; const read = api.read;', 'read(r)'),
    `class Base { read(r) { return r.json(); } } ${method('', 'this.read(r)').replace('class A', 'class A extends Base')}`,
    `class Base { read(r) { return r.json(); } } ${method('read(r) { x(r); }', 'super.read(r)').replace('class A', 'class A extends Base')}`,
    `var Base = class _Base { read(r) { return r.json(); } }; var base_default = Base; ${method('', 'this.read(r)').replace('class A', 'class A extends base_default')}`,
    method('reader = new Reader();', 'this.reader.read(r)') + ' class Reader { read(r) { return r.json(); } }',
    method('read(r) { return r.json(); }', 'this.read(r)'),
    method('#read(r) { return r.json(); }', 'this.#read(r)'),
    method('read = (r) => r.json();', 'this.read(r)'),
    method('read = debounce((r) => r.json());', 'this.read(r)'),
    method('read(r) { return r.json(); }', '(() => this.read(r))()'),
    'const api = { read(r) { return r.json(); }, async f(u) { const r = await fetch(u); return this.read(r); } };',
    'const api = { read(r) { return r.json(); }, f: async function (u) { const r = await fetch(u); return this.read(r); } };',
    'const api = { read(r) { return r.json(); }, f(u) { return async () => { const r = await fetch(u); return this.read(r); }; } };',
    'const api = { read(r) { return r.json(); }, f(u) { return fetch(u).then((r) => this.read(r)); } };',
  ].map((code) => ({ code, errors: ['unchecked'] })),
});

/** A promise that a callback settles with null or not at all: whatever it asked for is dropped. */
const settles = (fails: string) =>
  `await new Promise((done) => { fetch(u).then((r) => { if (x()) return done(null); ${fails} done(r); }); });`;
const inPromise = (statements: string) => `new Promise((done) => { x().then(async () => { ${statements} done(); }); })`;

testVerdicts('a helper with two ways', rule, {
  valid: [
    reads('function read(r) { if (x) return r.json().then((d) => ({ r, d })); return { r }; }', 'read(r)'),
    reads(
      'const read = (r) => { if (x) return new Promise((f, e) => r.json().then((d) => f({ r, d })).catch(e)); return { r }; };',
      'read(r)',
    ),
    reads('function read(r) { if (x) return r.json().then((d) => [r, d]); return [r]; }', 'read(r)'),
    // What the result cannot hold was handed on.
    reads('function read(r) { if (x) { r.json(); return { r }; } return [r]; }', 'read(r)'),
  ],
  invalid: [
    'export const f = (u, x) => fetch(u).then((r) => (x ? r.json() : { r }));',
    'export const f = (u, x) => fetch(u).then((r) => { if (x) return r.json(); return { r }; });',
  ].map((code) => ({ code, errors: ['unchecked'] })),
});

testVerdicts('a helper that always throws', rule, {
  valid: [],
  invalid: [
    // Found only when the module is walked once more, with what `api.get` gives.
    `const first = await api.get(u); if (!first.ok) throw first;
     ${settles('for (const r of [first]) { throw r; }')}
     const api = { get(u) { return fetch(u); } };`,
    // However deep in callbacks it is called.
    `async function f(u, x) { await ${inPromise(settles('const stop = () => { throw x; }; stop();'))}; }`,
  ].map((code) => ({ code, errors: ['dropped'] })),
});

/** A wrapper is called by another name than its own: the report stands there. */
const wrapped = (wrapper: string, call: string) =>
  `${wrapper} async function load(u) { return (await ${call}).json(); }`;

testVerdicts('a wrapper of this file, wherever its name leads', rule, {
  valid: [
    wrapped(
      'async function get(u) { const r = await fetch(u); if (!r.ok) throw r; return r; } const api = get;',
      'api(u)',
    ),
    'class Api { get(u) { return fetch(u); } } class Users extends Api { async load(u) { const r = await this.get(u); if (!r.ok) throw r; return r.json(); } }',
    'class Api { get(u) { return fetch(u); } } class Users extends Api { get(u) { return store.get(u); } async load(u) { return (await this.get(u)).json(); } }',
  ],
  invalid: [
    wrapped('const get = (u) => fetch(u); const api = get;', 'api(u)'),
    wrapped('const get = (u) => fetch(u); const api = { request: get };', 'api.request(u)'),
    wrapped('function get(u) { return fetch(u); } const again = get; const api = { again };', 'api.again(u)'),
    wrapped('const get = (u) => fetch(u); const api = useCallback(get, []);', 'api(u)'),
    wrapped('class Api { get(u) { return fetch(u); } } const api = new Api();', 'api.get(u)'),
    'class Api { get(u) { return fetch(u); } } class Users extends Api { load(u) { return this.get(u).then((r) => r.json()); } }',
    'class Api { get(u) { return fetch(u); } } class Users extends Api { load(u) { return super.get(u).then((r) => r.json()); } }',
    'var Api = class _Api { get(u) { return fetch(u); } }; var api_default = Api; var Users = class extends api_default { load(u) { return this.get(u).then((r) => r.json()); } };',
    'class Api { get(u) { return fetch(u); } } class Users { api = new Api(); async load(u) { return (await this.api.get(u)).json(); } }',
  ].map((code) => ({ code, errors: ['unchecked'] })),
});

/** A predicate asks for the status; what its answer is used for is what looks. */
const asked = (predicate: string, statement: string) =>
  `const isOk = (r) => ${predicate}; async function f(u) { const r = await fetch(u); ${statement} return r.json(); }`;

testVerdicts('a predicate with two answers', rule, {
  valid: [
    asked('r.ok ? true : false', 'if (!isOk(r)) throw r;'),
    asked('{ return r.status < 400 ? true : false; }', 'if (!isOk(r)) throw r;'),
    asked('(r.status === 200 ? r.ok : r.status === 204)', 'if (!isOk(r)) throw r;'),
  ],
  invalid: [
    asked('r.ok ? true : false', 'isOk(r);'),
    asked('{ return r.status < 400 ? true : false; }', 'console.log(isOk(r));'),
    asked('(r.status === 200 ? r.ok : r.status === 204)', 'isOk(r);'),
  ].map((code) => ({ code, errors: ['unchecked'] })),
});
