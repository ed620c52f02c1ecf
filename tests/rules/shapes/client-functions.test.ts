import rule from '../../../rules/no-unchecked-response.js';
import { testVerdicts, type Invalid, type Valid } from '../tester.js';

// Functions that a client is given: one that says where the body goes, one that is run before a response is given.

const unchecked = (code: string, callee: string): Invalid => ({
  code,
  errors: [{ messageId: 'unchecked', line: code.slice(0, code.lastIndexOf(`${callee}(`)).split('\n').length }],
});

const undici = (call: string, imports = "import { stream } from 'undici';"): string =>
  `${imports}\nasync function load(u, file) { await ${call}; done(); }`;

const streams: readonly Invalid[] = [
  unchecked(undici('stream(u, { method: "GET" }, () => file)'), 'stream'),
  unchecked(undici('stream(u, { opaque: file }, ({ opaque }) => opaque)'), 'stream'),
  unchecked(undici('undici.stream(u, {}, () => file)', "import undici from 'undici';"), 'undici.stream'),
  unchecked(undici('undici.stream(u, {}, () => file)', "import * as undici from 'undici';"), 'undici.stream'),
  unchecked(
    undici('client.stream({}, () => file)', "import { Client } from 'undici';\nconst client = new Client('x');"),
    'client.stream',
  ),
  unchecked(
    "import undici from 'undici';\nconst load = async (u) => { const { body } = await undici.request(u); show(await body.json()); };",
    'undici.request',
  ),
];

const silentStreams: readonly Valid[] = [
  undici('stream(u, {}, ({ statusCode }) => { if (statusCode >= 400) throw new Error(statusCode); return file; })'),
  undici('stream(u, {}, ({ statusCode, opaque }) => { opaque.status = statusCode; return file; })'),
  undici('stream(u, { throwOnError: true }, () => file)'),
  undici('stream(u, {}, unknown)'),
];

/** Functions that a client runs before it gives a response, and that may refuse it. */
const filtered: readonly Valid[] = [
  ...[
    "import ky from 'ky';\nconst api = ky.create({ throwHttpErrors: false, hooks: { afterResponse: [check] } });",
    "import ky from 'ky';\nconst hooks = { afterResponse: [check] };\nconst api = ky.create({ throwHttpErrors: false, hooks });",
    "import ky from 'ky';\nconst api = ky.create({ throwHttpErrors: false }).extend({ ...hooks });",
    "import got from 'got';\nconst api = got.extend({ throwHttpErrors: false, hooks: { afterResponse: [check] } });",
    "import got from 'got';\nconst api = got.extend({ throwHttpErrors: false, handlers: [check] });",
  ].map((made) => `${made}\nconst load = async (u) => show(await api.get(u).json());`),
  "import { ofetch } from 'ofetch';\nconst load = async (u) => show((await ofetch.raw(u, { ignoreResponseError: true, onResponse: check }))._data.id);",
  "import superagent from 'superagent';\nconst load = async (u) => show((await superagent.get(u).use(check).ok(() => true)).body.id);",
  ...['{ onResponse: check }', '{ ...check }', 'check'].map(
    (middleware) =>
      `import createClient from 'openapi-fetch';\nconst api = createClient();\napi.use(${middleware});\nconst load = async () => { const { data } = await api.GET('/x'); show(data.id); };`,
  ),
  "import createClient from 'openapi-fetch';\nconst api = createClient({ fetch: mine });\nconst load = async () => { const { data } = await api.GET('/x'); show(data.id); };",
];

const unfiltered: readonly Invalid[] = [
  unchecked(
    "import ky from 'ky';\nconst api = ky.create({ throwHttpErrors: false, hooks: { beforeRequest: [sign] } });\nconst load = async (u) => show(await api.get(u).json());",
    'api.get',
  ),
  unchecked(
    "import createClient from 'openapi-fetch';\nconst api = createClient();\napi.use({ onRequest: sign });\nconst load = async () => { const { data } = await api.GET('/x'); show(data.id); };",
    'api.GET',
  ),
];

testVerdicts('no-unchecked-response', rule, {
  valid: [...silentStreams, ...filtered],
  invalid: [...streams, ...unfiltered],
});
