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
      middleware: { method: 'use', property: 'onResponse' },
    },
  ],
  statuses: StatusSet.all,
  // Of a `fetch` that the program brings along it is not known what it lets through.
  statusOptions: [{ name: 'fetch', values: {} }],
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
