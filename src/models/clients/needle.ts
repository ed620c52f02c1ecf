import { StatusSet } from '../../status/index.js';
import { absent, type Client } from '../client.js';

/** `needle(method, url)`, which gives a promise. Its methods take a callback, which is given an error before the response. */
export const needleClient: Client = {
  name: 'needle',
  globals: [],
  modules: {},
  objects: [{ methods: new Set(), isCalled: true, modules: { needle: ['default', '*'] } }],
  statuses: StatusSet.all,
  request: { method: 'method', defaultMethod: 'GET', probes: new Set(['HEAD', 'OPTIONS']) },
  members: {
    status: 'statusCode',
    body: 'body',
    isParsed: true,
    readers: new Set(),
    copies: new Set(),
    discards: new Set(),
    hints: new Set(['statusMessage', 'bytes', 'cookies']),
    telling: new Set(['statusCode', 'rawHeaders']),
    mistaken: absent('status', 'ok', 'data'),
    says: new Map(),
  },
};
