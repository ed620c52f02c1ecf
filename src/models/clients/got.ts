import { StatusSet, success } from '../../status/index.js';
import { absent, type Client } from '../client.js';

const resolving = success.union(StatusSet.of(304));

/** `got`: it follows redirects, takes a 304 for an answer, and rejects on every other status that is no success. */
export const gotClient: Client = {
  name: 'got',
  globals: [],
  modules: {},
  objects: [
    {
      methods: new Set(['get', 'post', 'put', 'patch', 'head', 'delete']),
      isCalled: true,
      modules: { got: ['default', 'got', '*'] },
      types: { got: ['Got'] },
      extending: new Set(['extend']),
    },
  ],
  statuses: resolving,
  statusOptions: [{ name: 'throwHttpErrors', values: { false: StatusSet.all, true: resolving } }],
  filters: [['hooks', 'afterResponse'], ['handlers']],
  rejection: {
    status: ['response', 'statusCode'],
    mayBeMissing: true,
    response: ['response'],
    kinds: ['RequestError'],
    unparsed: true,
  },
  request: { method: 'method', defaultMethod: 'GET', probes: new Set(['HEAD', 'OPTIONS']) },
  members: {
    status: 'statusCode',
    ok: 'ok',
    okStatuses: resolving,
    body: 'body',
    isParsed: true,
    arePromised: true,
    readers: new Set(['json', 'text', 'buffer', 'bytes']),
    copies: new Set(),
    discards: new Set(),
    hints: new Set(['statusMessage', 'redirectUrls', 'retryCount', 'timings', 'isFromCache']),
    telling: new Set(['statusMessage', 'rawBody', 'redirectUrls']),
    mistaken: absent('status'),
    says: new Map(),
  },
};
