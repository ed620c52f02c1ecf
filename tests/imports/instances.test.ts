import { describe, expect, it } from 'vitest';
import { lint, lintUser, project } from './project.js';

const user = (call: string, imports = "import { api } from './api';"): string =>
  `${imports}\nexport async function load(u) {\n  const { data } = await ${call};\n  setUsers(data);\n}`;

const axios = "import axios from 'axios';";

describe('an instance that another file exports', () => {
  it.each([
    ['api.get(u)', `${axios}\nexport const api = axios.create({ validateStatus: null });`],
    ['api.get(u)', `${axios}\nexport const api = axios.create({ validateStatus: (s) => s < 500 });`],
    ['api.get(u, { validateStatus: () => true })', `${axios}\nexport const api = axios.create();`],
    ['api(u)', `${axios}\nconst made = axios.create({ validateStatus: null });\nexport { made as api };`],
    ['api.get(u)', `export { http as api } from './http';`],
    ['api.users.get(u)', `${axios}\nexport const api = { users: axios.create({ validateStatus: null }) };`],
  ])('gives the responses that its configuration lets through: %s, %s', (call, text) => {
    const http = `${axios}\nexport const http = axios.create({ validateStatus: null });`;
    const callee = call.slice(0, call.indexOf('('));
    expect(lintUser(user(call), { 'api.ts': text, 'http.ts': http })).toEqual([`no-unchecked-response 3: ${callee}`]);
  });

  it('may be made further in the file that imports it', () => {
    const text = `${axios}\nexport const base = axios.create({ validateStatus: null });`;
    const imports = "import { base } from './api';\nconst api = base.create({});";
    expect(lintUser(user('api.get(u)', imports), { 'api.ts': text })).toEqual(['no-unchecked-response 4: api.get']);
  });

  it.each([
    `${axios}\nexport const api = axios.create();`,
    `${axios}\nexport const api = axios.create({ validateStatus: (s) => s < 300 });`,
    `${axios}\nexport const api = axios.create({ validateStatus: decide });`,
    `${axios}\nexport const api = axios.create({ validateStatus: null });\napi.interceptors.response.use((r) => r.data);`,
    `import axios from './mine';\nexport const api = axios.create({ validateStatus: null });`,
    'export const api = { get: (u) => other(u) };',
  ])('and none that reject, or that are something else by then: %s', (text) => {
    expect(lintUser(user('api.get(u)'), { 'api.ts': text })).toEqual([]);
  });

  it('serves the wrappers of another file', () => {
    const files = {
      'http.ts': `${axios}\nexport const http = axios.create({ validateStatus: null });`,
      'api.ts': "import { http } from './http';\nexport const getUsers = (u) => http.get(u);",
    };
    const text = `import { getUsers } from './api';
export async function load(u) {
  const r = await getUsers(u);
  if (r.status === 404) return null;
  setUsers(r.data);
}`;
    expect(lintUser(text, files)).toEqual(['require-error-branch 4: r.status === 404']);
  });
});

describe('a result whose error another file looks at', () => {
  const load = (check: string): string => `import createClient from 'openapi-fetch';
import { check } from './check';
const client = createClient<paths>();
export async function load() {
  const res = await client.GET('/users');
  ${check}
  setUsers(res.data.users);
}`;

  it.each([
    [
      'const err = check(res); if (err) throw err;',
      'export const check = (r) => (r.error ? new Error(r.error.message) : undefined);',
    ],
    [
      'check(res);',
      'export function check(r: any): asserts r is { data: unknown; error?: undefined } { if (r.error) throw new Error(); }',
    ],
    ['check(res);', 'export function check({ error }) { if (error) throw error; }'],
    ['check(res);', "import { fail } from './fail';\nexport function check(r) { fail(r); }"],
  ])('is looked at: %s, %s', (call, text) => {
    const files = {
      'check.ts': text,
      'fail.ts': 'export function fail(r) { if (r.error) throw new Error(r.error.message); }',
    };
    expect(lintUser(load(call), files)).toEqual([]);
    const strictly = lint(project({ 'package.json': '{}', 'user.ts': load(call), ...files }), 'user.ts', {}, 'strict');
    expect(strictly).toContain('no-unchecked-response 5: client.GET');
  });

  it('is looked at where it is made', () => {
    const api = (check: string) => `import createClient from 'openapi-fetch';
const client = createClient<paths>();
export async function getUsers() { const res = await client.GET('/users'); ${check} return res; }`;
    const text =
      "import { getUsers } from './api';\nexport async function load() {\n  const res = await getUsers();\n  setUsers(res.data.users);\n}";
    expect(lintUser(text, { 'api.ts': api('if (res.error) throw res.error;') })).toEqual([]);
    expect(lintUser(text, { 'api.ts': api('') })).toEqual(['no-unchecked-response 3: getUsers']);
  });

  it('or not', () => {
    const files = { 'check.ts': 'export function check(r) { console.log(r.data.users.length); }' };
    expect(lintUser(load('check(res);'), files)).toEqual(['no-unchecked-response 5: client.GET']);
  });
});
