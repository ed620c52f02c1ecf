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
  "new URL('./x', import.meta.url)",
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

describe('a condition on the address', () => {
  it.each([
    "if (x.u.startsWith('data:')) return fetch(x.u);",
    "if (x.v.u.startsWith('data:')) return fetch(x.v.u);",
    "if (x.v?.u?.startsWith('data:')) return fetch(x.v.u);",
    "if (x['v'].u.startsWith('data:')) return fetch(x.v.u);",
    "if (this.u.startsWith('blob:')) return fetch(this.u);",
    'if (/^blob:/.test(this.u.v)) return fetch(this.u.v);',
    "if (x.get('u').startsWith('data:')) return fetch(x.get('u'));",
    "if (x.v.getAttribute('src')?.match(/^data:/)) return fetch(x.v.getAttribute('src'));",
    'if (isDataUrl(u)) return fetch(u);',
    'if (u.isBlobURL()) return fetch(u.href);',
    'if (!is_data_uri(u)) return x; return fetch(u);',
    'const isData = isDataURI(u); if (isData) return fetch(u);',
    'if (/^blob:/.test(x.u)) return fetch(x.u);',
    "if (x?.u.startsWith('data:')) return fetch(x.u);",
    "if (x.u.protocol !== 'data:') return; return fetch(x.u);",
    "if (u.startsWith('data:')) return fetch(u);",
    "if (u.startsWith('data:')) { x(); return fetch(u); }",
    "if (u?.startsWith('blob:')) return fetch(u);",
    "return u.startsWith('file:') ? fetch(u) : x;",
    "return u.startsWith('data:') && fetch(u);",
    "if (flag && u.startsWith('data:')) return fetch(u);",
    "if (u.startsWith('data:') && flag) return fetch(u);",
    "if (u.startsWith('data:') || u.startsWith('blob:')) return fetch(u);",
    'if (/^data:/.test(u)) return fetch(u);',
    'if (/^(data|blob):/.test(u)) return fetch(u);',
    'if (/^(?:blob|data):/.test(u)) return fetch(u);',
    'if (/^data:/.exec(u)) return fetch(u);',
    'if (u.match(/^data:/i)) return fetch(u);',
    'const pattern = /^blob:/; if (pattern.test(u)) return fetch(u);',
    "const isData = u.startsWith('data:'); if (isData) return fetch(u);",
    "if (!u.startsWith('data:')) x(); else return fetch(u);",
    "if (!u.startsWith('data:')) return x; return fetch(u);",
    "if (!u.startsWith('data:')) { x(); throw new Error(u); } const r = await fetch(u); return r.json();",
    "if (!(u.startsWith('data:') || u.startsWith('blob:'))) throw x; { return fetch(u); }",
    "if (!u.startsWith('data:') && !u.startsWith('blob:')) throw x; return fetch(u);",
    "if (!u.startsWith('data:') || flag) return x; return fetch(u);",
    "return !u.startsWith('data:') || fetch(u);",
    "for (const v of x) { if (!v.startsWith('blob:')) continue; return fetch(v); }",
    "if (u.protocol === 'data:') return fetch(u);",
    "if (u.protocol !== 'blob:') return x; return fetch(u);",
    "if (u.slice(0, 5) === 'data:') return fetch(u);",
    "if (u.slice(0, 5) == 'data:') return fetch(u);",
    "if (u.slice(0, 5) != 'data:') return x; return fetch(u);",
    "do { if (!u.startsWith('data:')) break; return fetch(u); } while (x);",
    "if (u.indexOf('data:') === 0) return fetch(u);",
  ])('says that it is local: %s', (statements) => {
    expect(requestsIn(statements)).toEqual([]);
  });

  it.each([
    "if (u.startsWith('data:')) x(); else return fetch(u);",
    "if (!u.startsWith('data:')) return fetch(u);",
    "if (u.startsWith('data:')) return x; return fetch(u);",
    "if (!u.startsWith('data:')) x(); return fetch(u);",
    "return fetch(u); if (!u.startsWith('data:')) return x;",
    "if (!u.startsWith('data:') && flag) return x; return fetch(u);",
    "if (!(u.startsWith('data:') && flag)) x(); else return fetch(v);",
    "return u.startsWith('data:') ?? fetch(u);",
    "switch (x) { case 1: if (!u.startsWith('data:')) break; default: return fetch(u); }",
    "if (-u.startsWith('data:')) return fetch(u);",
    "if (u.slice !== 'data:') return fetch(u);",
    "if (u.startsWith('data:').x) return fetch(u);",
    'if (/x^data:/.test(u)) return fetch(u);',
    "if (u.indexOf('x') === 0 || u.indexOf(1) === 0) return fetch(u);",
    'if (u.indexOf === 0) return fetch(u);',
    'if (u.slice(0, 5) === x) return fetch(u);',
    "if (u.slice(0, 5) >= 'data:') return fetch(u);",
    "if (match('data:') === 'data:') return fetch(u);",
    'if (u.testing(/^data:/)) return fetch(u);',
    "if (u.protocol === 'https:') return fetch(u);",
    'if (u.protocol == x) return fetch(u);',
    "if (u.host === 'data:') return fetch(u);",
    "if (u.protocol !== 'data:') return fetch(u);",
    "if (u.protocol > 'data:') return fetch(u);",
    "if (x.protocol === 'data:') return fetch(u);",
    "if (u === 'data:') return fetch(x);",
    "if (u.indexOf('data:') === 1) return fetch(u);",
    'if (u.indexOf(x) === 0) return fetch(u);',
    "if (u.match('data:')) return fetch(u);",
    'if (u.match()) return fetch(u);',
    "var isData = !isData && u.startsWith('data:'); if (!isData) return fetch(u);",
    "if (u.startsWith('https:')) return fetch(u);",
    'if (u.startsWith(x)) return fetch(u);',
    'if (u.startsWith()) return fetch(u);',
    "if (u.includes('data:')) return fetch(u);",
    "if (x.startsWith('data:')) return fetch(u);",
    "if (startsWith('data:')) return fetch(u);",
    "if ('data:'.startsWith(u)) return fetch(u);",
    "if (u.startsWith('data:')) return fetch(x);",
    "if (u.startsWith('data:')) return fetch(u.next);",
    "if (x.u.startsWith('data:')) return fetch(x.v);",
    "if (x.u.startsWith('data:')) return fetch(x);",
    "if (x.startsWith('data:')) return fetch(x.u);",
    "if (y.u.startsWith('data:')) return fetch(x.u);",
    "if (x.v.u.startsWith('data:')) return fetch(x.v.w);",
    "if (x.v.u.startsWith('data:')) return fetch(x.u);",
    "if (this.u.startsWith('data:')) return fetch(this.v);",
    "if (this.u.startsWith('data:')) return fetch(x.u);",
    "if (this.u.startsWith('data:')) return () => fetch(this.u);",
    "if (x.get('u').startsWith('data:')) return fetch(x.get('v'));",
    "if (x.get('u').startsWith('data:')) return fetch(x.get);",
    "if (x.get(u).startsWith('data:')) return fetch(x.get(u));",
    "if (x.get('u', v).startsWith('data:')) return fetch(x.get('u', v));",
    "if (get('u').startsWith('data:')) return fetch(get('u'));",
    'if (!isDataUrl(u)) return fetch(u);',
    'if (isDataUrl(u)) return x; return fetch(u);',
    'if (isUrl(u)) return fetch(u);',
    'if (isDataUrls(u)) return fetch(u);',
    'if (x[isDataUrl](u)) return fetch(u);',
    "if (x['u' + 1].startsWith('data:')) return fetch(x['u' + 1]);",
    "if (u.startsWith('data:')) return () => fetch(u);",
    "if (u.startsWith('data:') || flag) return fetch(u);",
    "if (flag || u.startsWith('data:')) return fetch(u);",
    "return u.startsWith('data:') ? x : fetch(u);",
    "return u.startsWith('data:') || fetch(u);",
    "return fetch(u) && u.startsWith('data:');",
    "while (u.startsWith('data:')) return fetch(u);",
    'if (flag) return fetch(u);',
    'if (/data:/.test(u)) return fetch(u);',
    'if (/^https:/.test(u)) return fetch(u);',
    'if (/^data:/.test(x)) return fetch(u);',
    'if (x.test(u)) return fetch(u);',
    "if ('^data:'.test(u)) return fetch(u);",
  ])('says nothing of it: %s', (statements) => {
    expect(requestsIn(statements)).toEqual(['fetch']);
  });
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
