import { describe, expect, it } from 'vitest';
import { lintUser } from './project.js';

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
