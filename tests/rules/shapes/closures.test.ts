import rule from '../../../rules/no-unchecked-response.js';
import { testVerdicts } from '../tester.js';

const all = (codes: readonly string[]) => codes.map((code) => ({ code, errors: ['unchecked'] }));

/** A function that sees a response, and only logs its address: whether somebody else may run it is the question. */
const log = '() => console.log(r.url)';
const beside = (statement: string, around = '') =>
  `${around} async function f(u, x) { const r = await fetch(u); ${statement} return r.json(); }`;

testVerdicts('a function that sees a response', rule, {
  // Somebody else may look at it whenever it runs.
  valid: [
    ...['on', 'sort', 'replace', 'thenable', 'mapValues'].map((method) => beside(`x.${method}(${log});`)),
    ...[`run(${log});`, `x[y](${log});`, `new Observer(${log});`, `new x.Promise(${log});`, `x = ${log};`],
    ...[`return { log: ${log} };`, `(${log}).call(x);`, `x((${log}));`, `later(x, ${log});`],
    ...[`const log = ${log}; x.on('y', log);`, `const log = ${log}; x = log;`, `let log = ${log}; log = x; log();`],
    ...[`const log = ${log}; log(log);`, `const [log] = [${log}]; log();`, `const o = { log: ${log} }; o.log();`],
    ...[`function log() { console.log(r.url); } x(log);`, `const log = ${log}; log.call(x);`, `new (${log})();`],
    // A helper with a request of its own is looked at by itself.
    `const log = async () => { console.log(r.url); return (await fetch(x)).ok; }; await log();`,
  ]
    .map((code) => (code.includes('async function f') ? code : beside(code)))
    .concat([
      beside(
        'const log = async () => { console.log(r.url); return (await get(x)).ok; }; await log();',
        'const get = (u) => fetch(u);',
      ),
      `const r = await fetch(u); const log = ${log}; log(); show(await r.json());`,
      `const r = await fetch(u); export const log = ${log}; show(await r.json());`,
      `let r; const log = ${log}; async function f(u) { r = await fetch(u); return r.json(); }`,
    ]),
  invalid: all([
    ...['then', 'catch', 'finally', 'map', 'forEach', 'filter', 'some', 'every', 'find', 'findLast', 'findIndex'].map(
      (method) => beside(`x.${method}(${log});`),
    ),
    ...['flatMap', 'reduce', 'reduceRight'].map((method) => beside(`x.${method}(${log});`)),
    ...[`(${log})();`, `(function () { console.log(r.url); })();`, `(${log})!();`, `((${log}) as X)();`].map((code) =>
      beside(code),
    ),
    ...[`void (async ${log})();`, `new Promise(${log});`, `x?.forEach(${log});`, `x['map'](${log});`].map((code) =>
      beside(code),
    ),
    beside(`const log = ${log}; log();`),
    beside(`const log = ${log}; log(); log();`),
    beside(`const log = ${log};`),
    beside('function log() { console.log(r.url); } log();'),
    beside(`const log = ${log}; const again = () => log(); again();`),
    beside(`const log = ${log}; x.forEach(() => log());`),
  ]),
});

/** A function of the file gives the response back; it is read where it is called. */
const read = (wrapper: string, call: string) => `async function f(u) { return (await ${call}).json(); } ${wrapper}`;

testVerdicts('a function that gives a response', rule, {
  valid: [
    read('const { get } = { get: (u) => fetch(u) };', 'get(u)'),
    read('let get = (u) => fetch(u); get = x;', 'get(u)'),
    read('const get = (u) => { const r = fetch(u); store(r); };', 'get(u)'),
    read('const get = async (u) => (await fetch(u)).ok;', 'get(u)'),
    read('const get = async (u) => { const r = await fetch(u); if (!r.ok) throw 1; return r; };', 'get(u)'),
    read('const get = (u) => fetch(u); ', 'x.get(u)'),
  ],
  invalid: all([
    read('const get = (u) => fetch(u);', 'get(u)'),
    read('async function get(u) { const r = await fetch(u); return r; }', 'get(u)'),
    read('const get = (u) => next(u); const next = (u) => last(u); const last = (u) => fetch(u);', 'get(u)'),
    read('const get = useCallback((u) => fetch(u), []);', 'get(u)'),
    read('const api = { get: (u) => fetch(u) };', 'api.get(u)'),
    read('const api = { get(u) { return fetch(u); } };', "api['get'](u)"),
    read('class Api { static get(u) { return fetch(u); } }', 'Api.get(u)'),
    read('class Api { static get = (u) => fetch(u); }', 'Api.get(u)'),
    read('const get = (u) => (u ? fetch(u) : null);', 'get(u)'),
    read('const get = async (u) => { for (;;) { const r = await fetch(u); if (r.headers.x) return r; } };', 'get(u)'),
    'class Api { get(u) { return fetch(u); } async f(u) { return (await this.get(u)).json(); } }',
    'class Api { get = (u) => fetch(u); f = async (u) => (await this.get(u)).json(); }',
    'const get = (u) => fetch(u); show(await (await get(1)).json());',
    'const get = (u) => fetch(u); get(1).then((r) => r.json()).then(show);',
    'function outer() { const get = (u) => fetch(u); return async (u) => { const r = await get(u); return r.json(); }; }',
  ]),
});
