import no200Only from '../../../rules/no-200-only.js';
import noUncheckedResponse from '../../../rules/no-unchecked-response.js';
import requireErrorBranch from '../../../rules/require-error-branch.js';
import { testVerdicts, type Invalid, type Valid } from '../tester.js';

// Responses of other clients than fetch: which requests are seen, and with which statuses they resolve.

const unchecked = (code: string, callee: string, error = 'unchecked'): Invalid => ({
  code,
  errors: [{ messageId: error, line: 1 + code.slice(0, code.lastIndexOf(`${callee}(`)).split('\n').length - 1 }],
});

const axios = "import axios from 'axios';\n";

const reading = (call: string): string =>
  `async function load(u, config) { const response = await ${call}; setUsers(response.data); }`;

const lenient = '{ validateStatus: () => true }';

const uncheckedAxios: readonly Invalid[] = [
  ...[
    `axios.get(u, ${lenient})`,
    `axios.post(u, {}, ${lenient})`,
    `axios(u, ${lenient})`,
    `axios({ url: u, validateStatus: null })`,
    `axios.request({ url: u, validateStatus: undefined })`,
    `axios.get(u, { validateStatus: false })`,
    `axios.get(u, { validateStatus: (status) => status < 500 })`,
    `axios.get(u, { validateStatus(status) { return status >= 200 && status <= 404; } })`,
    `axios.get(u, { ...{ validateStatus: null }, params: {} })`,
    `axios.create(${lenient}).get(u)`,
  ].map((call) => unchecked(axios + reading(call), call.slice(0, call.indexOf('(')))),
  ...[
    `const api = axios.create(${lenient});`,
    `const base = axios.create({ validateStatus: null });\nconst api = base;`,
    `const settings = ${lenient};\nconst api = axios.create(settings);`,
    `const make = () => axios.create(${lenient});\nconst api = make();`,
    `const api = axios.create(${lenient});\napi.interceptors.response.use((r) => r, (e) => Promise.reject(e));`,
    `const api = axios.create(${lenient});\napi.interceptors.response.use((r) => { log(r); return r; });`,
  ].map((made) => unchecked(`${axios}${made}\n${reading('api.get(u)')}`, 'api.get')),
  unchecked(`const axios = require('axios');\n${reading(`axios.get(u, ${lenient})`)}`, 'axios.get'),
  unchecked(`import * as axios from 'axios';\n${reading(`axios.get(u, ${lenient})`)}`, 'axios.get'),
  unchecked(`import { default as http } from 'axios';\n${reading(`http.get(u, ${lenient})`)}`, 'http.get'),
  unchecked(reading(`axios.get(u, ${lenient})`), 'axios.get'),
  unchecked(
    `${axios}class Api {\n  constructor() { this.http = axios.create(${lenient}); }\n  async load(u) { const { data } = await this.http.get(u); setUsers(data); }\n}`,
    'this.http.get',
  ),
  unchecked(`${axios}const load = (u) => axios.get(u, ${lenient}).then((r) => setUsers(r.data));`, 'axios.get'),
  unchecked(`${axios}async function drop(u) { await axios.delete(u, ${lenient}); done(); }`, 'axios.delete', 'dropped'),
];

const silentAxios: readonly Valid[] = [
  ...[
    'axios.get(u)',
    'axios.get(u, config)',
    'axios.get(u, { ...config })',
    'axios.get(u, { validateStatus: config.validate })',
    'axios.get(u, { validateStatus: (status) => status < 400 })',
    'axios.get(u, { validateStatus: (status) => status === 200 })',
    'axios.create(config).get(u)',
    'other.get(u, { validateStatus: null })',
    'axios.CancelToken.source(u, { validateStatus: null })',
  ].map((call) => axios + reading(call)),
  ...[
    `const api = axios.create(${lenient});\napi.interceptors.response.use((r) => r.data);`,
    `const api = axios.create(${lenient});\napi.interceptors.response.use(unwrap);`,
    'const api = axios.create();\napi.interceptors.response.use((r) => r, (e) => e.response);',
    'const api = axios.create();\napi.interceptors.response.use(undefined, (e) => api(e.config));',
    'let api = axios.create({ validateStatus: null });\napi = make();',
  ].map((made) => `${axios}${made}\n${reading('api.get(u)')}`),
  `${axios}async function load(u) { const { data, status } = await axios.get(u, ${lenient}); if (status >= 400) throw new Error(status); setUsers(data); }`,
  `${axios}async function drop(u, config) { await axios.delete(u, config); done(); }`,
  `${axios}async function drop(u) { const r = await axios.delete(u, ${lenient}); return { success: r.data === 'success' }; }`,
  `import axios from './my-axios';\n${reading(`axios.get(u, ${lenient})`)}`,
];

const others: readonly Invalid[] = [
  unchecked(
    "import { request } from 'undici';\nasync function load(u) { const { body } = await request(u); show(await body.json()); }",
    'request',
  ),
  unchecked(
    "import { Pool } from 'undici';\nconst pool = new Pool('x');\nasync function load() { const r = await pool.request({}); show(await r.body.json()); }",
    'pool.request',
  ),
  unchecked(
    "import ky from 'ky';\nconst load = async (u) => { const r = await ky.get(u, { throwHttpErrors: false }); show(await r.json()); };",
    'ky.get',
  ),
  unchecked(
    "import ky from 'ky';\nconst load = async (u) => show(await ky(u, { throwHttpErrors: false }).json());",
    'ky',
  ),
  unchecked(
    "import ky from 'ky';\nconst api = ky.extend({ throwHttpErrors: false });\nconst load = async (u) => show(await api(u).json());",
    'api',
  ),
  unchecked(
    "import got from 'got';\nconst load = async (u) => { const { body } = await got(u, { throwHttpErrors: false }); show(body); };",
    'got',
  ),
  unchecked(
    "import got from 'got';\nconst api = got.extend({ throwHttpErrors: false });\nconst load = async (u) => { const r = await api.get(u); show(r.body); };",
    'api.get',
  ),
  unchecked(
    "import { ofetch } from 'ofetch';\nconst load = async (u) => { const user = await ofetch(u, { ignoreResponseError: true }); save(user.token); };",
    'ofetch',
    'bare',
  ),
  unchecked(
    "import { ofetch } from 'ofetch';\nconst api = ofetch.create({ ignoreResponseError: true });\nconst load = async (u) => { const r = await api.raw(u); save(r._data); };",
    'api.raw',
  ),
  unchecked(
    'const load = async (u) => { const user = await $fetch(u, { ignoreResponseError: true }); save(user.token); };',
    '$fetch',
    'bare',
  ),
  unchecked(
    "import superagent from 'superagent';\nconst load = async (u) => { const r = await superagent.get(u).set('a', 'b').ok(() => true); show(r.body); };",
    'superagent.get',
  ),
  unchecked(
    "import { hc } from 'hono/client';\nconst client = hc('/');\nconst load = async (id) => { const r = await client.posts[':id'].$get({ param: { id } }); show(await r.json()); };",
    '$get',
  ),
  unchecked(
    "import needle from 'needle';\nconst load = async (u) => { const r = await needle('get', u); save(r.body.token); };",
    'needle',
  ),
  unchecked(
    "const needle = require('needle');\nconst load = (u) => needle('get', u).then(({ body }) => save(body.token));",
    'needle',
  ),
  unchecked(
    "import createClient from 'openapi-fetch';\nconst client = createClient({});\nconst load = async () => { const { data } = await client.GET('/x'); show(data); };",
    'client.GET',
  ),
  unchecked(
    "import { net } from 'electron';\nconst load = async (u) => { const r = await net.fetch(u); show(await r.json()); };",
    'net.fetch',
  ),
  unchecked(
    "import https from 'node:https';\nconst load = (u, done) => https.get(u, (res) => { let body = ''; res.on('data', (c) => { body += c; }); res.on('end', () => done(null, JSON.parse(body))); });",
    'https.get',
  ),
  ...[
    "https.get(u).on('response', (res) => { res.pipe(file); });",
    "https.get(u, { agent }).on('error', fail).once('response', (res) => { res.pipe(file); }).on('close', done);",
    "const req = https.get(u); req.on('error', fail); req.on('response', (res) => { res.pipe(file); }); req.end();",
    "const req = https.get(u).on('error', fail); let body = ''; req.on('response', (res) => { res.on('data', (c) => { body += c; }); res.on('end', () => file.write(body)); });",
    "https.get(u).on('response', save); function save(res) { res.pipe(file); }",
    "return new Promise((resolve, reject) => { https.get(u, resolve).on('error', reject); }).then((res) => { res.pipe(file); });",
    "return new Promise((resolve, reject) => { https.get(u).once('response', resolve).once('error', reject); }).then((res) => { res.pipe(file); });",
  ].map((body) =>
    unchecked(
      `import https from 'node:https';\nimport { agent, fail, file } from './x';\nfunction load(u) { ${body} }`,
      'https.get',
    ),
  ),
  unchecked("const { get } = require('http');\nconst load = (u, file) => get(u, (res) => { res.pipe(file); });", 'get'),
];

/** Where only what does harm is reported. */
const asHarm = (code: string): Valid => ({ code, options: [{ consequence: 'harm' }] });

const silentOthers: readonly Valid[] = [
  "import needle from 'needle'; const load = async (u) => { const r = await needle('get', u); if (r.statusCode >= 400) throw new Error(r.statusCode); save(r.body.token); };",
  // What it gives to a callback is not followed.
  "import needle from 'needle'; const load = (u, done) => needle('get', u, (error, r) => { save(r.body.token); });",
  "import needle from 'needle'; const load = (u, done) => needle.get(u, (error, r) => { save(r.body.token); });",
  "import { request } from 'undici'; async function load(u) { const { statusCode, body } = await request(u); if (statusCode >= 400) throw new Error(statusCode); show(await body.json()); }",
  "import { request } from 'undici'; async function load(u) { const { body } = await request(u); await body.dump(); }",
  "import { request } from 'undici'; async function load(u) { const { body } = await request(u, { throwOnError: true }); show(await body.json()); }",
  "import ky from 'ky'; const load = async (u) => show(await ky(u).json());",
  "import ky from 'ky'; const load = async (u) => { const r = await ky.get(u, { throwHttpErrors: false }); if (!r.ok) throw new Error(r.status); show(await r.json()); };",
  "import got from 'got'; const load = async (u) => { const { body } = await got(u); show(body); };",
  "import { ofetch } from 'ofetch'; const load = async (u) => { const user = await ofetch(u); save(user.token); };",
  "import superagent from 'superagent'; const load = async (u) => { const r = await superagent.get(u).set('a', 'b'); show(r.body); };",
  "import superagent from 'superagent'; const load = (u, done) => superagent.get(u).ok(() => true).end((e, r) => done(r.body));",
  asHarm(
    "import createClient from 'openapi-fetch'; const client = createClient({}); const load = async () => { const { data, error } = await client.GET('/x'); if (error) throw error; show(data); };",
  ),
  asHarm(
    "import createClient from 'openapi-fetch'; const client = createClient({}); const load = async () => { const { data } = await client.GET('/x'); if (!data) throw new Error('x'); show(data); };",
  ),
  "import createClient from 'openapi-fetch'; const client = createClient({}); const load = async () => { const { data, response } = await client.GET('/x'); if (!response.ok) throw new Error(response.status); show(data); };",
  "import https from 'node:https'; const load = (u, done) => https.get(u, (res) => { let body = ''; res.on('data', (c) => { body += c; }); res.on('end', () => { if (res.statusCode >= 400) { done(res.statusCode); return; } done(null, JSON.parse(body)); }); });",
  "import https from 'node:https'; const load = (u, file, done) => https.get(u, (res) => { if (res.statusCode >= 400) { res.resume(); done(res.statusCode); return; } res.pipe(file); });",
  ...[
    "https.get(u).on('response', (res) => { if (res.statusCode >= 400) { res.resume(); return fail(); } res.pipe(file); });",
    'return new Promise((resolve, reject) => { https.get(u, resolve).on("error", reject); });',
    'return new Promise((resolve, reject) => { https.get(u, resolve).on("error", reject); }).then((res) => { if (res.statusCode >= 400) throw res; res.pipe(file); });',
    // Somebody else gets it, too, and may look at the status.
    "https.get(u).on('response', (res) => { res.pipe(file); }).on('response', look);",
    "const req = https.get(u); req.on('response', onResponse);",
    "let req = https.get(u); req = other; req.on('response', (res) => { res.pipe(file); });",
    "https.get(u).on('information', (res) => { res.pipe(file); });",
  ].map(
    (body) => `import https from 'node:https'; import { onResponse, file } from './x'; function load(u) { ${body} }`,
  ),
  "import emitter from 'events'; emitter.get(u, (res) => { res.pipe(file); });",
];

testVerdicts('no-unchecked-response', noUncheckedResponse, {
  valid: [...silentAxios, ...silentOthers],
  invalid: [
    ...uncheckedAxios,
    ...others,
    {
      code: "import createClient from 'openapi-fetch';\nconst client = createClient({});\nconst load = async () => { const { data, error } = await client.GET('/x'); if (error) throw error; show(data); };",
      options: [{ consequence: 'any' }],
      errors: [{ messageId: 'unchecked', line: 3 }],
    },
  ],
});

const testing200 = (call: string): string =>
  `async function save(u) { const r = await ${call}; if (r.status === 200) { done(r.data); } else { fail(); } }`;

testVerdicts('no-200-only', no200Only, {
  valid: [
    `${axios}async function save(u) { const r = await axios.get(u, { validateStatus: (s) => s === 200 }); if (r.status === 200) done(r.data); }`,
    `${axios}async function save(u) { const r = await axios.post(u); if (r.status === 204) return; if (r.status === 200) done(r.data); }`,
  ],
  invalid: [
    { code: axios + testing200('axios.post(u, {})'), errors: ['onlyAfterReject'] },
    {
      code: `${axios}const api = axios.create({ baseURL: '/' });\n${testing200('api.put(u)')}`,
      errors: ['onlyAfterReject'],
    },
    { code: axios + testing200(`axios.post(u, {}, ${lenient})`), errors: ['onlyRange'] },
    {
      code: `import type { AxiosInstance } from 'axios';\nclass Api { constructor(private http: AxiosInstance) {}\n async save(u) { const r = await this.http.post(u); if (r.status !== 200) { throw new Error('x'); } return r.data; } }`,
      errors: ['onlyRange'],
    },
    {
      code: "import { get } from 'https';\nget(u, (res) => { if (res.statusCode !== 200) { fail(); return; } res.pipe(file); });",
      errors: ['onlyRange'],
    },
    {
      code: "import ky from 'ky';\nconst save = async (u) => { const r = await ky.post(u); if (r.status !== 200) throw new Error('x'); done(); };",
      errors: ['onlyAfterReject'],
    },
  ],
});

testVerdicts('require-error-branch', requireErrorBranch, {
  valid: [`${axios}async function save(u) { const r = await axios.get(u); if (r.status === 200) { done(r.data); } }`],
  invalid: [
    {
      code: `${axios}async function save(u) { const r = await axios.get(u, ${lenient}); if (r.status < 400) { done(r.data); } }`,
      errors: ['ignored'],
    },
  ],
});
