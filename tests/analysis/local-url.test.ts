import { describe, expect, it } from 'vitest';
import { requests, requestsIn } from './requests.js';

const shipped = [
  "'data:text/plain,hi'",
  "'BLOB:x'",
  "'file:///x'",
  '`data:${x}`',
  "'data:text/plain,' + x",
  "'data:text/plain,' + x + u",
  "flag ? 'data:,a' : 'blob:b'",
  'URL.createObjectURL(x)',
  'x.toDataURL()',
  "chrome.runtime.getURL('x.json')",
  "browser.runtime.getURL('x.json')",
  "'moz-extension://a/x.json'",
  "'chrome://global/content/x.json'",
  "import.meta.resolve('./x.json')",
  'import.meta.resolve(x)',
  "new URL('./x', import.meta.url)",
  'new URL(`./${x}`, import.meta.url)',
  'new URL(x, import.meta.url)',
  "new URL('./x', import.meta.url).href",
  "new URL('data:,a')",
  "new URL('./x.wasm', 'file://')",
  "new URL('x:y'.slice(2), import.meta.url)",
  "(0, 'data:,a')",
  'dataUrl',
  'blob_uri',
  'objectURL',
];

const elsewhere = [
  'u',
  "'https://data:80/'",
  "'database'",
  '404',
  '`https://x/${u}`',
  '`${u}data:`',
  "x + 'data:'",
  "'https:' + 'data:'",
  "flag ? 'data:,a' : u",
  "flag ? u : 'data:,a'",
  'getURL(x)',
  'x.getURLs()',
  'x[u]()',
  "import.meta.resolve('https://x/y.js')",
  "x.meta.resolve('./x.json')",
  "new URL('https://x/', import.meta.url)",
  "new URL('//x/', import.meta.url)",
  "new URL('/api/x', import.meta.url)",
  'new URL(`https://x/${x}`, import.meta.url)',
  "new URL('./x', u)",
  "new URL('./x', u.url)",
  "new URL('./x', import.meta.env)",
  "new URL('./x', x.meta.url)",
  "new URL('data:,a', u)",
  "new URL(u, 'file://')",
  "new URL('https://x/', 'file://')",
  "new URL('./x', 'https://x/')",
  "new URL('https://x/')",
  'new URL()',
  "new Link('data:,a')",
  "new x.URL('data:,a')",
  "new URL('data:,a').host",
  "x.href('data:,a')",
  'new URL(u).href',
  'metadataUrl',
  'dataUrls',
];

describe('the address', () => {
  it.each(shipped)('%s is of something that is shipped with the program', (address) => {
    expect(requestsIn(`return (await fetch(${address})).json();`)).toEqual([]);
    expect(requestsIn(`const a = ${address}; return (await fetch(a)).json();`)).toEqual([]);
  });

  it.each(elsewhere)('%s may be of anything', (address) => {
    expect(requestsIn(`return (await fetch(${address})).json();`)).toEqual(['fetch']);
  });

  it('may be left out', () => expect(requestsIn('return (await fetch()).json();')).toEqual(['fetch']));

  it('of a variable is what the variable always holds', () => {
    expect(requestsIn("let a = 'data:,a'; a = u; return fetch(a);")).toEqual(['fetch']);
    expect(requestsIn("const a = 'data:,a'; const b = a; const c = b + x; return fetch(c);")).toEqual([]);
    expect(requestsIn('const a = u; return fetch(a);')).toEqual(['fetch']);
    expect(requestsIn("const { a } = 'data:,a'; return fetch(a);")).toEqual(['fetch']);
  });

  it('of a variable that grows is what it begins with', () => {
    expect(requestsIn("let a = 'data:,'; a += x; for (const v of u) a += v; return fetch(a);")).toEqual([]);
    expect(requestsIn("let a = 'data:,'; a += x; a = u; return fetch(a);")).toEqual(['fetch']);
    expect(requestsIn("let a = ''; a += 'data:,'; return fetch(a);")).toEqual(['fetch']);
    expect(requestsIn("let a; a += 'data:,'; return fetch(a);")).toEqual(['fetch']);
    expect(requestsIn("let { a } = x; a += 'data:,'; return fetch(a);")).toEqual(['fetch']);
  });

  it('that is revoked is not that of another value', () => {
    const revoked = 'URL.revokeObjectURL(a); return r.json();';
    expect(requestsIn(`let a; a = await x(u); const r = await fetch(a); ${revoked}`)).toEqual([]);
    expect(requestsIn(`let a = URL.createObjectURL(x); const r = await fetch(a); ${revoked}`)).toEqual([]);
    expect(requestsIn(`let a = URL.createObjectURL(x); a = u; const r = await fetch(a); ${revoked}`)).toEqual([
      'fetch',
    ]);
    expect(requestsIn(`let a = u; a = '/next'; const r = await fetch(a); ${revoked}`)).toEqual(['fetch']);
  });

  it('that is revoked afterwards is that of an object', () => {
    const load = 'const a = await x(u); const r = await fetch(a);';
    expect(requestsIn(`${load} URL.revokeObjectURL(a); return r.json();`)).toEqual([]);
    expect(requestsIn(`${load} window.URL?.revokeObjectURL(a); return r.json();`)).toEqual([]);
    expect(requestsIn(`${load} URL.revokeObjectURL(u); return r.json();`)).toEqual(['fetch']);
    expect(requestsIn(`${load} URL.revoke(a); return r.json();`)).toEqual(['fetch']);
    expect(requestsIn(`${load} revokeObjectURL(a); return r.json();`)).toEqual(['fetch']);
    expect(requestsIn(`${load} a.revokeObjectURL(u); return r.json();`)).toEqual(['fetch']);
  });

  it.each(["flag ? a : 'x'", "a + 'x'", 'b, b = a', 'new URL(a).href'])('may be that of itself: %s', (init) => {
    expect(requestsIn(`var a = ${init}; return fetch(a);`)).toEqual(['fetch']);
  });

  it.each(['./a.bin?url', './a.wasm', './a.jpg', './a.jpeg', './a.woff', './a.woff2', './a.csv'])(
    'of the import %s is of a shipped file',
    (specifier) => expect(requests(`import a from '${specifier}'; export const load = () => fetch(a);`)).toEqual([]),
  );

  it.each(['./a.js', './wasm', './a.csv.js', './a.js?urls', './a?my-url=x'])(
    'of the import %s may be of anything',
    (specifier) =>
      expect(requests(`import a from '${specifier}'; export const load = () => fetch(a);`)).toEqual(['fetch']),
  );

  it('of an import by name may be of anything', () =>
    expect(requests("import { a } from './a.wasm'; export const load = () => fetch(a);")).toEqual(['fetch']));
});

describe('a parameter', () => {
  const of = (calls: string, helper = 'async function read(v, w) { const r = await fetch(v); return r.json(); }') =>
    requests(`${helper} export function load(u) { ${calls} }`);

  it('holds what the only callers of its function pass', () => {
    expect(of('if (/^data:/i.test(u)) return read(u);')).toEqual([]);
    expect(of("if (u.startsWith('blob:')) read(u); read('data:,a');")).toEqual([]);
    expect(of("return read('data:,a');", 'const read = (v) => fetch(v).then((r) => r.json());')).toEqual([]);
    expect(
      of("read('data:,a');", 'const again = (v) => fetch(v).then((r) => r.json()); const read = (v) => again(v);'),
    ).toEqual([]);
  });

  it.each([
    'read(u);',
    "if (u.startsWith('data:')) read(u); read(u);",
    "read('https://x/', 'data:,a');",
    'read();',
    "read('data:,a'); return read;",
    '',
  ])('may hold anything: %s', (calls) => expect(of(calls)).toEqual(['fetch']));

  it.each([
    'export async function read(v) { const r = await fetch(v); return r.json(); }',
    'async function read(v) { const r = await fetch(v); return r.json(); } export { read };',
    'export const read = (v) => fetch(v).then((r) => r.json());',
    'async function read(v) { v = next(); const r = await fetch(v); return r.json(); }',
    'async function read({ v }) { const r = await fetch(v); return r.json(); }',
    'async function read(...v) { const r = await fetch(v); return r.json(); }',
    'async function read(v) { return [async () => { const r = await fetch(v.next); return r.json(); }]; }',
  ])('of a function that others can call, or that is not passed as it is, may hold anything: %s', (helper) =>
    expect(of("return read('data:,a');", helper).length).toBeGreaterThan(0),
  );

  it('of functions that call each other may hold anything', () =>
    expect(requests('function a(u) { b(u); return fetch(u).then((r) => r.json()); } function b(u) { a(u); }')).toEqual([
      'fetch',
    ]));
});
