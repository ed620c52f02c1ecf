import { describe, expect, it } from 'vitest';
import { requests, requestsIn } from './requests.js';

describe('a method that is merely called fetch makes requests', () => {
  it.each([
    'return (await api.fetch(u)).ok;',
    'return (await api.fetch(u))?.statusText;',
    'return (await api.fetch(u)).headers;',
    'return (await api.fetch(u)).bodyUsed;',
    'return (await api.fetch(u)).json();',
    'return (await api.fetch(u)).clone();',
    'const r = await api.fetch(u); return [r.url, r.ok];',
    'const r = await api.fetch(u); return r.status === 404;',
    'const r = await api.fetch(u); return 404 !== r.status;',
    'const r = await api.fetch(u); return r.status >= 100;',
    'const r = await api.fetch(u); return r.status <= 999;',
    'const r = await api.fetch(u); switch (r.status) { case x: case 404: return null; }',
    'let r; r = await api.fetch(u); return r.ok;',
    'const { url, ok } = await api.fetch(u); return [url, ok];',
    'const { ok: good } = await api.fetch(u); return good;',
    'const { json } = await api.fetch(u); return json;',
    'const r = x || (await api.fetch(u)); return r.ok;',
    'const r = flag ? await api.fetch(u) : x; return r.ok;',
    'const r = flag ? x : await api.fetch(u); return r.ok;',
    'return api.fetch(u).then((r) => r.json());',
    'return api.fetch(u).then(function (r) { return r.ok; });',
    'return api.fetch(u).then(({ ok }) => ok);',
    'return api.fetch(u).then((r = x) => r.ok);',
    'return api.fetch(u).catch(x).then((r) => r.json());',
    'return api.fetch(u).finally(x).then((r) => r.json());',
    'return api.fetch(u).then().then((r) => r.json());',
    'const p = api.fetch(u); const r = await p; return r.json();',
    'const [r] = await Promise.all([api.fetch(u)]); return r.ok;',
    'const [r] = [await api.fetch(u)]; return r.ok;',
    'const [a, { ok }] = await Promise.all([x, api.fetch(u)]); return [a, ok];',
  ])('where a member of a response is read: %s', (statements) => {
    expect(requestsIn(statements)).toEqual(['api.fetch']);
  });

  it('where a saga reads one', () => {
    expect(requests('export function* load(api) { const r = yield api.fetch(1); return r.ok; }')).toEqual([
      'api.fetch',
    ]);
  });

  it('of several, those whose own element is read', () => {
    const two = (use: string) => requestsIn(`const [a, b] = await Promise.all([api.fetch(1), x.fetch(2)]); ${use}`);
    expect(two('return [a.items, b.ok];')).toEqual(['x.fetch']);
    expect(two('return [a.ok, b.items];')).toEqual(['api.fetch']);
  });
});

describe('a method that is merely called fetch is something else', () => {
  it.each([
    'return await api.fetch(u);',
    'await api.fetch(u); return x.ok;',
    'return (await api.fetch(u)).items;',
    'return (await api.fetch(u)).status;',
    'return (await api.fetch(u)).body;',
    'return (await api.fetch(u)).json;',
    'return (await api.fetch(u)).load();',
    'return (await api.fetch(u))[x];',
    'return x[await api.fetch(u)].ok;',
    'return x.json(await api.fetch(u));',
    'return show((await api.fetch(u)).items).ok;',
    "const r = await api.fetch(u); return r.status === 'done';",
    'const r = await api.fetch(u); return r.status === x;',
    'const r = await api.fetch(u); return r.status === 99;',
    'const r = await api.fetch(u); return r.status === 1000;',
    'const r = await api.fetch(u); return r.total === 404;',
    'const r = await api.fetch(u); return show(r.status, 404);',
    "const r = await api.fetch(u); switch (r.status) { case 'done': return null; }",
    'const r = await api.fetch(u); return r.ok();',
    'const r = await api.fetch(u); return r.status() === 404 && r.json();',
    'const r = await api.fetch(u); return r === 404;',
    'let r = await api.fetch(u); r = x; return r;',
    'const { status, body } = await api.fetch(u); return [status, body];',
    'const { ...rest } = await api.fetch(u); return rest.items;',
    'const { [x]: part } = await api.fetch(u); return part;',
    'const [first] = await api.fetch(u); return first.ok;',
    'const r = (await api.fetch(u)) ? x : null; return r.ok;',
    'return api.fetch(u).then(x);',
    'return api.fetch(u).then(() => x.ok);',
    'return api.fetch(u).then((r) => r.items);',
    'return api.fetch(u).catch((r) => r.ok);',
    'const [r] = await x.load([api.fetch(u)]).items; return r.ok;',
    'const list = await Promise.all([api.fetch(u)]); return list.ok;',
    'const [, r] = await Promise.all([api.fetch(u), x]); return r.ok;',
  ])('where no member of a response is read: %s', (statements) => {
    expect(requestsIn(statements)).toEqual([]);
  });
});

it('variables that lead to each other again and again are looked at once', () => {
  const circle = 'a = a || b; b = b || a;'.repeat(30);
  expect(requestsIn(`let a = await api.fetch(u), b; ${circle} return a.items;`)).toEqual([]);
  expect(requestsIn(`let a = await api.fetch(u), b; ${circle} return b.ok;`)).toEqual(['api.fetch']);
});
