import { describe, expect, it } from 'vitest';
import { requests } from './requests.js';

describe('a request is made by', () => {
  it.each([
    ['the global', 'fetch(1)', 'fetch'],
    ['the global of a global object', 'window.fetch(1)', 'window.fetch'],
    ['the global of a worker', 'self.fetch(1)', 'self.fetch'],
    ['a text that names it', "globalThis['fetch'](1)", "globalThis['fetch']"],
    ['a comma list', '(0, fetch)(1)', '0, fetch'],
    ['call', 'fetch.call(null, 1)', 'fetch.call'],
    ['apply', 'fetch.apply(null, [1])', 'fetch.apply'],
    ['an alias', 'const get = fetch; get(1)', 'get'],
    ['an alias of an alias', 'const a = fetch, b = a; b(1)', 'b'],
    ['an alias that is bound', 'const get = fetch.bind(window); get(1)', 'get'],
    ['an alias with a fallback', 'const get = globalThis.fetch ?? polyfill; get(1)', 'get'],
    ['an alias that is a fallback', 'const get = polyfill || fetch; get(1)', 'get'],
    ['one side of a condition', 'const get = flag ? fetch : load; get(1)', 'get'],
    ['the other side of a condition', 'const get = flag ? load : fetch; get(1)', 'get'],
    ['a variable that is set later', 'let get; get = fetch; get(1)', 'get'],
    ['a variable that is set in its place', 'let get = load; if (flag) get = fetch; get(1)', 'get'],
    ['a default export', "import get from 'node-fetch'; get(1)", 'get'],
    ['a named export', "import { fetch as get } from 'undici'; get(1)", 'get'],
    ['an export named by a text', "import { 'fetch' as get } from 'undici'; get(1)", 'get'],
    ['a namespace', "import * as undici from 'undici'; undici.fetch(1)", 'undici.fetch'],
    ['a default export by its name', "import * as api from 'node-fetch'; api.default(1)", 'api.default'],
    ['a part of a namespace', "import * as api from 'undici'; const { fetch: get } = api; get(1)", 'get'],
    ['a required module', "const get = require('node-fetch'); get(1)", 'get'],
    ['a member of one', "require('undici').fetch(1)", "require('undici').fetch"],
    ['a member of one by another name', "const get = require('undici').fetch; get(1)", 'get'],
    ['a part of one', "const { fetch: get } = require('undici'); get(1)", 'get'],
    ['a part with a default', "const { fetch: get = load } = require('undici'); get(1)", 'get'],
    ['a part of a constant', "const undici = require('undici'); const { fetch: get } = undici; get(1)", 'get'],
    ['a module behind helpers', "const api = interop(require('node-fetch')); (0, api.default)(1)", '0, api.default'],
    ['an imported module', "const { default: get } = await import('node-fetch'); get(1)", 'get'],
    ['the default of one', "const get = (await import('node-fetch')).default; get(1)", 'get'],
    ['a part of the default', "const { fetch: get } = (await import('undici')).default; get(1)", 'get'],
    ['a parameter of then', "import('node-fetch').then(({ default: get }) => get(1))", 'get'],
    ['a part of a global object', 'const { fetch: get } = window; get(1)', 'get'],
    ['a parameter that is one by default', 'export const load = (get = fetch) => get(1)', 'get'],
    ['a part that is one by default', 'export const load = ({ get = fetch }) => get(1)', 'get'],
  ])('%s: %s', (_, code, callee) => expect(requests(code)).toEqual([callee]));

  it('an effect of a saga', () => {
    expect(requests('export function* load() { const r = yield call(fetch, 1); return r.ok; }')).toEqual(['fetch']);
    expect(requests('export function* load() { const r = yield put(fetch, 1); return r.ok; }')).toEqual([]);
    expect(requests('export function* load() { const r = yield x.call(fetch, 1); return r.ok; }')).toEqual([]);
    expect(requests('export function* load() { const r = yield call(load, fetch); return r.ok; }')).toEqual([]);
    expect(requests('export function load() { const r = call(fetch, 1); return r.ok; }')).toEqual([]);
    expect(requests('export function* load() { yield call(); fetch; }')).toEqual([]);
  });

  it('what is named like it and used like it', () => {
    const used = '(1).then((r) => r.json())';
    expect(requests(`export const load = ({ fetch }) => fetch${used}`)).toEqual(['fetch']);
    expect(requests(`export const load = ({ fetch: get }) => get${used}`)).toEqual(['get']);
    expect(requests(`export const load = ({ api: fetch }) => fetch${used}`)).toEqual(['fetch']);
    expect(requests(`export const load = ({ fetch = other }) => fetch${used}`)).toEqual(['fetch']);
    expect(requests(`export const load = (fetch) => fetch${used}`)).toEqual(['fetch']);
    expect(requests(`const fetch = wrap(globalThis.fetch); fetch${used}`)).toEqual(['fetch']);
    expect(requests(`const fetch = createFetch(); fetch${used}`)).toEqual([]);
    expect(requests(`let fetch; fetch${used}`)).toEqual(['fetch']);
    expect(requests(`const { fetch: get } = api; get${used}`)).toEqual(['get']);
    expect(requests(`this.api.fetch${used}`)).toEqual(['this.api.fetch']);
    expect(requests(`const get = fetch; this.api.fetch${used}`)).toEqual(['this.api.fetch']);
    expect(requests(`const fetch = globalThis.fetch; api.fetch${used}`)).toEqual(['api.fetch']);
    expect(requests(`export const load = ({ fetch }, api) => api.fetch${used}`)).toEqual(['api.fetch']);
    expect(requests(`const fetch = make(); self.fetch${used}`)).toEqual(['self.fetch']);
    expect(requests(`api.fetch.call(api, 1).then((r) => r.json())`)).toEqual(['api.fetch.call']);
  });
});

describe('a request is made by what this object was given', () => {
  it.each([
    ['a parameter', 'constructor(fetch) { this.fetch = fetch; }'],
    ['an option', 'constructor(options) { this.fetch = options.fetch; }'],
    ['an option or the global', 'constructor({ fetch }) { this.fetch = fetch ?? globalThis.fetch; }'],
    ['what is bound to it', 'constructor() { this.fetch = fetch.bind(globalThis); }'],
    ['what is made of it', 'constructor() { this.fetch = trace(fetch); }'],
  ])('%s: %s', (_, members) =>
    expect(requests(`class A { ${members} load() { return this.fetch(1).then((r) => r.ok); } }`)).toEqual([
      'this.fetch',
    ]),
  );
});

describe('in a test that puts something in the place of the global', () => {
  const calls = 'it("x", async () => { (await fetch(1)).ok; (await window.fetch(1)).ok; (await fetch(1)).json(); });';
  it.each([
    'vi.stubGlobal("fetch", vi.fn());',
    "vi.stubGlobal('fetch', answer);",
    "jest.spyOn(globalThis, 'fetch').mockResolvedValue(answer);",
    "vi.spyOn(window, 'fetch');",
    'sinon.stub(); globalThis.fetch = answer;',
    'global.fetch = jest.fn(() => answer);',
    'const answer = vi.fn(); window.fetch = answer;',
    'fetch.mockResponseOnce("{}");',
    'fetch.mockRejectedValue(new Error());',
  ])('no request is made: %s', (mock) => expect(requests(`${mock} ${calls}`)).toEqual([]));

  it.each([
    'vi.stubGlobal("location", {});',
    "jest.spyOn(api, 'load');",
    'globalThis.fetch = nodeFetch;',
    'global.location = jest.fn();',
    'if (global.fetch === jest.fn()) skip();',
    'fetch.retry(1);',
  ])('requests are made: %s', (other) => expect(requests(`${other} ${calls}`)).toHaveLength(3));

  it('a request function of another name is none of that', () => {
    expect(
      requests(
        "import get from 'node-fetch'; global.fetch = jest.fn(); export const a = () => get(1).then((r) => r.ok);",
      ),
    ).toEqual(['get']);
  });
});

describe('no request is made by', () => {
  it.each([
    ['a function of this file', 'function fetch() { return store.ok; } fetch().then((r) => r.ok)'],
    ['a function in a constant', 'const fetch = () => store; fetch().then((r) => r.ok)'],
    ['the fallback that is a function', 'const fetch = x ?? (() => store); fetch().then((r) => r.ok)'],
    [
      'a function that another one of this file makes',
      'const make = () => store; const fetch = make(); fetch().then((r) => r.ok)',
    ],
    ['an export of another module by another name', "import { get } from './repository.js'; get().then((r) => r.ok)"],
    [
      'an export of another module that is used like something else',
      "import { fetch } from './items.js'; fetch().then((r) => r.length)",
    ],
    ['another export of the module', "import { connect } from 'undici'; connect(1).then((r) => r.ok)"],
    ['the namespace itself', "import * as undici from 'undici'; undici(1).then((r) => r.ok)"],
    ['the default where there is none', "import undici from 'undici'; undici(1).then((r) => r.ok)"],
    ['a named export where the default is meant', "import { get } from 'node-fetch'; get(1).then((r) => r.ok)"],
    ['another part of a module', "const { Agent } = require('undici'); Agent(1).then((r) => r.ok)"],
    ['another member of a namespace', "import * as undici from 'undici'; undici.connect(1).then((r) => r.ok)"],
    ['a member of a member', "import * as undici from 'undici'; undici.mock.request(1).then((r) => r.ok)"],
    ['what another function makes of a name', "const get = load('node-fetch'); get(1).then((r) => r.ok)"],
    ['a module of another name', "const fetch = require('./fetch'); fetch(1).then((r) => r.ok)"],
    ['a module of another name, waited for', "const fetch = await import('./fetch'); fetch(1).then((r) => r.ok)"],
    ['a member of one', "const fetch = require('./fetch').fetch; fetch(1).then((r) => r.ok)"],
    ['a module that is not named', 'const get = require(fetch); get(1).then((r) => r.ok)'],
    ['a method of an object of this file', 'const api = { fetch() { return store; } }; api.fetch().then((r) => r.ok)'],
    [
      'a method of this class',
      'class A { fetch() { return store; } load() { return this.fetch().then((r) => r.ok); } }',
    ],
    [
      'what a getter of this class gives',
      'class A { get fetch() { return store; } load() { return this.fetch().then((r) => r.ok); } }',
    ],
    [
      'what code elsewhere makes for this object',
      'class A { constructor() { this.fetch = make({ strict: true }); } load() { return this.fetch(1).then((r) => r.ok); } }',
    ],
    [
      'what a module makes for this object',
      "const shim = require('./shim'); class A { constructor() { this.fetch = (0, shim.make)(); } load() { return this.fetch(1).then((r) => r.ok); } }",
    ],
    [
      'a function that is put into this object',
      'class A { constructor() { this.fetch = () => store; } load() { return this.fetch(1).then((r) => r.ok); } }',
    ],
    ['what this object was not given', 'class A { load() { return this.fetch(1).then((r) => r.ok); } }'],
    ['what was not given to it yet', 'class A { fetch; load() { return this.fetch(1).then((r) => r.ok); } }'],
    ['this of no class', 'const a = { load() { return this.fetch(1).then((r) => r.ok); } };'],
    ['what is read at once, so that it is no promise', 'api.fetch(1).text(); const a = api.fetch(1); a.clone();'],
    ['what another one of a list is', 'const [a, b] = [api.fetch(1), x]; a.text();'],
    ['a method of a new object', 'new Client().fetch(1).then((r) => r.ok)'],
    ['a method of an object that is new', 'const client = new Client(); client.fetch(1).then((r) => r.ok)'],
    [
      'a member, where the file makes a function of that name',
      'const fetch = make(); export const load = (api) => api.fetch(1).then((r) => r.ok)',
    ],
    [
      'a member, where the file has a function of that name',
      'function fetch() {} export const load = (api) => api.fetch(1).then((r) => r.ok)',
    ],
    [
      'a member, where another scope has one',
      '{ const fetch = make(); } export const load = (api) => api.fetch(1).then((r) => r.ok)',
    ],
    [
      'a member, where the file imports another of that name',
      "import fetch from './fetch.js'; export const load = (api) => api.fetch(1).then((r) => r.ok)",
    ],
    ['a member with another name', 'window.load(fetch).ok'],
    ['a name that is computed', 'api[fetch](1).then((r) => r.ok)'],
    ['a class', 'class fetch {} fetch(1).then((r) => r.ok)'],
    ['a method of it that is not call', 'fetch.json(1).then((r) => r.ok)'],
    ['a function that takes it', 'load(fetch).ok'],
    ['what is bound to it', 'const get = load.bind(fetch); get(1).then((r) => r.ok)'],
    ['a part of it', 'const { get } = fetch; get(1).then((r) => r.ok)'],
    ['a parameter with another default', 'export const load = (get = other.fetch) => get'],
    ['a method that only stores', 'store.fetch(1)'],
  ])('%s: %s', (_, code) => expect(requests(code)).toEqual([]));
});
