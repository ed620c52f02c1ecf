import { StatusSet } from '../../status/index.js';
import { absent, type Client } from '../client.js';

const modules = ['@playwright/test', 'playwright', 'playwright-core'];

const exported = (...names: readonly string[]): Record<string, readonly string[]> =>
  Object.fromEntries(modules.map((name) => [name, names]));

/** `APIRequestContext` of Playwright: no status makes it reject until it is told so. Mostly seen in tests. */
export const playwrightClient: Client = {
  name: 'playwright',
  globals: [],
  modules: {},
  objects: [
    {
      methods: new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'fetch']),
      isUsual: true,
      modules: exported('request'),
      extending: new Set(['newContext']),
      types: exported('APIRequestContext'),
      callbacks: [
        { modules: exported('test', 'default'), parameter: 0, property: ['request'] },
        { modules: exported('test', 'default'), parameter: 0, property: ['page', 'request'] },
        { modules: exported('test', 'default'), parameter: 0, property: ['context', 'request'] },
      ],
      holders: [{ types: exported('Page', 'BrowserContext'), property: 'request' }],
    },
  ],
  statuses: StatusSet.all,
  statusOptions: [{ name: 'failOnStatusCode', values: { true: StatusSet.range(200, 399), false: StatusSet.all } }],
  request: { method: 'method', defaultMethod: 'GET', probes: new Set(['HEAD', 'OPTIONS']) },
  members: {
    status: 'status',
    ok: 'ok',
    called: new Set(['status', 'ok']),
    body: 'body',
    readers: new Set(['json', 'text', 'body']),
    parsers: new Set(['json']),
    copies: new Set(),
    discards: new Set(['dispose']),
    hints: new Set(['statusText', 'url']),
    mistaken: absent('statusCode'),
    telling: new Set(['headersArray']),
    says: new Map(),
  },
};
