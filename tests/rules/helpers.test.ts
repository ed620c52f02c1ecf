import rule from '../../rules/no-unchecked-response.js';
import { testVerdicts } from './tester.js';

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
    reads('const api = new Api(); class Api { read(r) { return r.json(); } }', 'api.read(r)'),
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
