import { StatusSet } from '../../status/index.js';
import { absent, type Client } from '../client.js';

const modules = ['node:http', 'node:https', 'http', 'https'];

/** `get` and `request` of Node's `http` and `https`: the response goes to a callback, and its body comes by events. */
export const nodeHttpClient: Client = {
  name: 'node:http',
  globals: [],
  modules: Object.fromEntries(modules.map((name) => [name, ['get', 'request']])),
  objects: [
    {
      methods: new Set(['get', 'request']),
      modules: {
        ...Object.fromEntries(modules.map((name) => [name, ['default', '*']])),
        'follow-redirects': ['http', 'https'],
      },
    },
  ],
  givesTo: 'callback',
  event: 'response',
  statuses: StatusSet.all,
  request: { method: 'method', defaultMethod: 'GET', probes: new Set(['HEAD', 'OPTIONS']) },
  members: {
    status: 'statusCode',
    body: 'body',
    events: { methods: new Set(['on', 'once', 'addListener']), body: new Set(['data', 'readable']) },
    readers: new Set(['pipe', 'read']),
    copies: new Set(['setEncoding', 'pause', 'unpipe']),
    discards: new Set(),
    hints: new Set(['statusMessage', 'httpVersion', 'req', 'socket', 'complete']),
    telling: new Set(['statusCode', 'rawHeaders']),
    mistaken: absent('status', 'ok'),
    says: new Map(),
  },
};
