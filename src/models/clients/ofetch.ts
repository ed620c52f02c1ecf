import { StatusSet } from '../../status/index.js';
import type { Client } from '../client.js';
import { fetchClient } from './fetch.js';

/** It rejects from 400 to 599. */
const resolving = StatusSet.range(400, 599).complement();

/** `ofetch`, and Nuxt's `$fetch`: a call gives the parsed body, `raw` the response. */
export const ofetchClient: Client = {
  name: 'ofetch',
  globals: [],
  modules: {},
  objects: [
    {
      methods: new Set(['raw']),
      isCalled: true,
      givesBody: true,
      globals: ['$fetch'],
      modules: { ofetch: ['ofetch', '$fetch'] },
      types: { ofetch: ['$Fetch'] },
      extending: new Set(['create']),
      makers: { ofetch: ['createFetch'] },
    },
  ],
  statuses: resolving,
  statusOptions: [{ name: 'ignoreResponseError', values: { true: StatusSet.all, false: resolving } }],
  filters: [['onResponse']],
  rejection: {
    status: ['status'],
    mayBeMissing: true,
    response: ['response'],
    shortcuts: ['status', 'statusCode'],
    kinds: ['FetchError'],
  },
  request: fetchClient.request,
  members: {
    ...fetchClient.members,
    body: '_data',
    isParsed: true,
    readers: new Set(),
  },
};
