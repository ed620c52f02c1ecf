import { StatusSet } from '../../status/index.js';
import { absent, type Client } from '../client.js';

/** `request` of `undici`, and that of its clients, pools and agents: no status makes it reject. */
export const undiciClient: Client = {
  name: 'undici',
  globals: [],
  modules: { undici: ['request'] },
  objects: [
    {
      methods: new Set(['request']),
      modules: { undici: ['default', '*'] },
      classes: { undici: ['Client', 'Pool', 'Agent', 'BalancedPool', 'RetryAgent', 'ProxyAgent', 'EnvHttpProxyAgent'] },
    },
  ],
  statuses: StatusSet.all,
  // Version 6 rejects with the one, and interceptors of the other may: neither can be read here.
  statusOptions: ['throwOnError', 'dispatcher'].map((name) => ({ name, values: {} })),
  request: { method: 'method', defaultMethod: 'GET', probes: new Set(['HEAD', 'OPTIONS']) },
  members: {
    status: 'statusCode',
    body: 'body',
    areOnBody: true,
    readers: new Set(['json', 'text', 'blob', 'arrayBuffer', 'bytes', 'formData']),
    parsers: new Set(['json', 'formData']),
    stream: { locks: new Set(['pipe']), releases: new Set(), flags: new Set(['bodyUsed']) },
    copies: new Set(),
    discards: new Set(['destroy', 'dump', 'resume']),
    hints: new Set(['statusText', 'context', 'opaque']),
    telling: new Set(['statusCode', 'trailers']),
    mistaken: absent('status', 'ok'),
    says: new Map(),
  },
};
