import { StatusSet } from '../status/index.js';
import type { Client } from './client.js';

/** The Fetch standard's `Response`, which every fetch-like package gives back. */
export const fetchClient: Client = {
  name: 'fetch',
  globals: ['fetch'],
  modules: {
    undici: ['fetch'],
    ofetch: ['fetch'],
    'node-fetch': ['default'],
    'node-fetch-native': ['default', 'fetch'],
    'cross-fetch': ['default', 'fetch'],
    'isomorphic-fetch': ['default'],
    'isomorphic-unfetch': ['default'],
    unfetch: ['default'],
    'whatwg-fetch': ['fetch'],
    'make-fetch-happen': ['default'],
    'minipass-fetch': ['default'],
    'expo/fetch': ['fetch'],
    '@tauri-apps/plugin-http': ['fetch'],
    '@remix-run/web-fetch': ['fetch'],
    '@whatwg-node/fetch': ['fetch'],
  },
  statuses: StatusSet.all,
  members: {
    status: 'status',
    ok: 'ok',
    body: 'body',
    readers: new Set(['json', 'text', 'blob', 'arrayBuffer', 'formData', 'bytes', 'textConverted', 'buffer']),
    copies: new Set(['clone']),
    hints: new Set(['statusText', 'type', 'redirected', 'bodyUsed']),
  },
};
