import type { Client } from '../client.js';
import { fetchClient } from './fetch.js';

/** `hc` of Hono: `client.posts[':id'].$get()` gives the Fetch standard's `Response`. */
export const honoClient: Client = {
  ...fetchClient,
  name: 'hono',
  globals: [],
  modules: {},
  // Of a `fetch` that the program brings along it is not known what it lets through.
  statusOptions: [{ name: 'fetch', values: {} }],
  objects: [
    {
      methods: new Set(['$get', '$post', '$put', '$patch', '$delete', '$head', '$options', '$all']),
      isNested: true,
      makers: { 'hono/client': ['hc'] },
    },
  ],
};
