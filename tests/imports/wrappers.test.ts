import { describe, expect, it } from 'vitest';
import { lintUser } from './project.js';

const http = `
export const get = (path) => fetch('https://api.example.com' + path);
export async function post(path, body) {
  return fetch('https://api.example.com' + path, { method: 'POST', body });
}
export async function safe(path) {
  const res = await fetch(path);
  if (!res.ok) throw new Error('HTTP ' + res.status);
  return res;
}
export const json = async (path) => (await safe(path)).json();
export default function request(path) { return fetch(path); }
/** @http-status checked */
export const trusted = (path) => fetch(path);
`;

const reads = (call: string, imports: string) =>
  `${imports}\nexport async function load(u) {\n  const res = await ${call}(u);\n  return res.json();\n}`;
const unchecked = (call: string, line = 3) => [`no-unchecked-response ${line}: ${call}`];

describe('a wrapper of another file that gives the raw response', () => {
  it.each([
    ['a named export', 'get', "import { get } from './http';"],
    ['a name for it', 'load2', "import { get as load2 } from './http';"],
    ['the default export', 'request', "import request from './http';"],
    ['a namespace', 'http.get', "import * as http from './http';"],
    ['a module that is required', 'http.get', "const http = require('./http');"],
    ['.js that means .ts', 'get', "import { get } from './http.js';"],
    ['another barrel', 'get', "import { get } from './barrel';"],
    ['all of a barrel', 'post', "import { post } from './all';"],
    ['a renamed re-export', 'fetchIt', "import { fetchIt } from './barrel';"],
    ['a chain of files', 'users', "import { users } from './users';"],
  ])('is a source: %s', (_, call, imports) => {
    const found = lintUser(reads(call, imports), {
      'http.ts': http,
      'barrel.ts': "export { get, request2 as fetchIt } from './more';",
      'more.ts': "import request from './http'; export { get } from './http'; export const request2 = request;",
      'all.ts': "export * from './none';\nexport * from './http';",
      'none.ts': 'export const none = 1;',
      'users.ts':
        "import { get } from './barrel';\nexport const users = async (u) => { log(u); return get('/users'); };",
    });
    expect(found).toEqual(unchecked(call));
  });

  it('gives a body that nobody has read where it reads a copy, or is given one', () => {
    const user = `import { get, look } from './http';
export async function a(u) { const r = await get(u); if (r.status === 404) return; return r.json(); }
export async function b(u) { const r = await fetch(u); await look(r); return r.json(); }`;
    const copies = `
export async function get(u) { const r = await fetch(u); if (r.status === 401) show(await r.clone().json()); return r; }
export async function look(r) { if (!r.ok) show(await r.clone().json()); }`;
    expect(lintUser(user, { 'http.ts': copies }).filter((found) => found.includes('twice'))).toEqual([]);
    const reads = lintUser(user, { 'http.ts': copies.replaceAll('.clone()', '') });
    expect(reads.filter((found) => found.includes('twice'))).toHaveLength(2);
  });

  it('is one where it is waited for and dropped', () => {
    const user = `import { post } from './http';\nexport async function save(b) {\n  await post('/x', b);\n  toast('Saved');\n}`;
    expect(lintUser(user, { 'http.ts': http })).toEqual(unchecked('post'));
  });

  it.each([
    ['it checks', reads('safe', "import { safe } from './http';")],
    [
      'it gives the parsed body',
      "import { json } from './http'; export const a = async (u) => (await json(u)).status;",
    ],
    ['it is marked as checked', reads('trusted', "import { trusted } from './http';")],
    [
      'the caller checks',
      "import { get } from './http'; export async function f(u) { const r = await get(u); if (!r.ok) throw r; return r.json(); }",
    ],
    ['the result is something else', "import { get } from './http'; export const f = (u) => get(u);"],
    [
      'its name is that of a logger',
      "import { get as logEvent } from './http'; export async function f(u) { await logEvent(u); done(); }",
    ],
    ['the file is not there', reads('get', "import { get } from './nothing';")],
    ['the file cannot be read', reads('get', "import { get } from './broken';")],
    ['there is no such export', reads('put', "import { put } from './http';")],
  ])('is none where %s', (_, user) => {
    expect(lintUser(user, { 'http.ts': http, 'broken.ts': 'export const get = fetch(' })).toEqual([]);
  });

  it('is none where imports are not followed', () => {
    expect(
      lintUser(reads('get', "import { get } from './http';"), { 'http.ts': http }, { followImports: false }),
    ).toEqual([]);
  });

  it('is one for the statuses that it lets past', () => {
    const partly =
      'export async function get(u) { const r = await fetch(u); if (r.status === 401) throw r; return r; }';
    expect(lintUser(reads('get', "import { get } from './http';"), { 'http.ts': partly })).toEqual(unchecked('get'));
  });

  it('is followed on the way that the arguments say', () => {
    const strict =
      'export async function get(u, { strict = true } = {}) { const r = await fetch(u); if (strict && !r.ok) throw r; return r; }';
    const user = (options: string) =>
      `import { get } from './http';\n\nexport const a = async (u) => (await get(u${options})).json();`;
    expect(lintUser(user(''), { 'http.ts': strict })).toEqual([]);
    expect(lintUser(user(', { strict: false }'), { 'http.ts': strict })).toEqual(unchecked('get'));
  });
});

describe('what leads to a wrapper', () => {
  it.each([
    ['an object', 'api.users.list', "import { api } from './api';"],
    ['a spread object', 'api.extra', "import { api } from './api';"],
    ['an object as the default', 'api.users.list', "import api from './api';"],
    ['an instance', 'client.get', "import { client } from './api';"],
    ['a static method', 'Client.load', "import { Client } from './api';"],
    ['an inherited method', 'new Sub().get', "import { Sub } from './api';"],
    [
      'a hook that gives a function',
      'secureFetch',
      "import { useSecureFetch } from './api'; const secureFetch = useSecureFetch();",
    ],
    ['a hook that gives several', 'get', "import { useApi } from './api'; const { get } = useApi();"],
    ['a CommonJS module', 'old.get', "const old = require('./old');"],
    ['a member of one', 'get', "const { get } = require('./old');"],
    ['a name for fetch', 'request', "import { request } from './api';"],
    ['an export of a package', 'send', "import { send } from './api';"],
  ])('is followed: %s', (_, call, imports) => {
    const found = lintUser(reads(call, imports), {
      'old.js': 'const get = (u) => fetch(u);\nmodule.exports = { get };',
      'api.ts': `
        export { default as send } from 'node-fetch';
        export const request = globalThis.fetch;
        const more = { extra: (u) => fetch(u) };
        export const api = { ...more, users: { list(u) { return fetch(u); } } };
        export default api;
        export class Client {
          static load(u) { return fetch(u); }
          async get(u) { return this.send(u); }
          private send(u) { return fetch(this.base + u); }
        }
        export class Sub extends Client {}
        export const client = new Client();
        export const useSecureFetch = () => { const token = useToken(); return useCallback((u) => fetch(u, { headers: { token } }), []); };
        export function useApi() { const get = (u) => fetch(u); return { get }; }
      `,
    });
    expect(found).toEqual(unchecked(call));
  });

  it.each([
    [
      'a class that it extends',
      "export class Users extends Client {\n  async load() {\n    return (await this.get('/u')).json();\n  }\n}",
      4,
      'this.get',
    ],
    [
      'what a constructor is given',
      "export class Users {\n  constructor(private readonly api: Client) {}\n  load = async () => (await this.api.get('/u')).json();\n}",
      4,
      'this.api.get',
    ],
    [
      'what a constructor makes',
      "export class Users {\n  constructor() { this.api = new Client(); }\n  async load() { return (await this.api.get('/u')).json(); }\n}",
      4,
      'this.api.get',
    ],
    [
      'a parameter, by its type',
      'export async function load(api: Client) {\n  return (await api.get(1)).json();\n}',
      3,
      'api.get',
    ],
  ])('is followed: %s', (_, code, line, call) => {
    const found = lintUser(`import { Client } from './client';\n${code}`, {
      'client.ts': 'export class Client { get(u) { return fetch(u); } }',
    });
    expect(found).toEqual(unchecked(call, line));
  });

  it('is never a member of this by its name', () => {
    const user =
      "import { Base } from './base';\nexport class A extends Base { async load() { return (await this.fetch(1)).json(); } }";
    expect(lintUser(user, { 'base.ts': 'export class Base { fetch = make(); }' })).toEqual([]);
  });
});

describe('a function of another file that is given a response', () => {
  const check = `
    export async function assertOk(res) { if (!res.ok) throw new Error(String(res.status)); }
    export function logResponse(res) { console.log(res.status); }
    export const isOk = (res) => res.ok;
    export const parse = async (res) => res.json();
    export const parseSafely = async (res) => { if (!res.ok) throw res; return res.json(); };
    export function only401(res) { if (res.status === 401) throw new Error('Sign in'); }
    /** @http-status checked */
    export const trust = (res) => keep(res);
  `;
  const user = (body: string) =>
    `import { assertOk, logResponse, isOk, parse, parseSafely, only401, trust } from './check';\nexport async function load(u) {\n  const res = await fetch(u);\n  ${body}\n}`;

  it.each([
    ['throws on errors', 'await assertOk(res); return res.json();', []],
    ['says whether it is fine', 'if (!isOk(res)) throw new Error(); return res.json();', []],
    ['checks and reads', 'return parseSafely(res);', []],
    ['is marked', 'trust(res); return res.json();', []],
    ['only logs', 'logResponse(res); return res.json();', unchecked('fetch')],
    ['reads it unchecked', 'return await parse(res);', unchecked('fetch')],
    ['looks at one status', 'only401(res); return res.json();', ['require-error-branch 4: only401(res)']],
  ])('is looked into: it %s', (_, body, expected) => {
    expect(lintUser(user(body), { 'check.ts': check })).toEqual(expected);
  });
});

describe('a variable that is said to be a response', () => {
  const user = (call: string, imports: string): string =>
    `${imports}\nexport async function load(u) {\n  const res: Response = await ${call}(u);\n  return res.json();\n}`;

  it.each([
    ['safe', "import { safe } from './http';", []],
    ['trusted', "import { trusted } from './http';", []],
    ['get', "import { get } from './http';", unchecked('get')],
    ['api.get', "import { api } from 'acme';", unchecked('api.get')],
  ])('is what the function gives whose body can be read: %s', (call, imports, expected) => {
    expect(lintUser(user(call, imports), { 'http.ts': http })).toEqual(expected);
  });
});

describe('a constant of another file', () => {
  it('is the number that it stands for', () => {
    const user =
      "import { Status, OK, codes } from './status';\nexport async function f(u) { const r = await fetch(u);\n  if (r.status !== Status.Ok) throw r;\n  if (r.status !== OK && r.status !== codes.ok) throw r;\n  return r.json(); }";
    const status =
      'export enum Status { Ok = 200 }\nexport const OK = 200;\nexport const codes = { ok: 200 } as const;';
    expect(lintUser(user, { 'status.ts': status })).toEqual(['no-200-only 3: r.status !== Status.Ok']);
  });
});
