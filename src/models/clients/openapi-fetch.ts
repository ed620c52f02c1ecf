import { StatusSet } from '../../status/index.js';
import type { Client } from '../client.js';
import { fetchClient } from './fetch.js';

/** `openapi-fetch`: `{ data, error, response }`, of which `response` is the Fetch standard's `Response`. */
export const openapiFetchClient: Client = {
  name: 'openapi-fetch',
  globals: [],
  modules: {},
  objects: [
    {
      methods: new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'request']),
      makers: { 'openapi-fetch': ['default'] },
    },
  ],
  statuses: StatusSet.all,
  request: fetchClient.request,
  members: {
    ...fetchClient.members,
    body: 'data',
    isParsed: true,
    within: 'response',
    failure: 'error',
    readers: new Set(),
  },
};
