import { opaque, StatusSet } from '../../status/index.js';
import type { Client } from '../client.js';

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
  objects: [
    { methods: new Set(['fetch']), modules: { electron: ['net'] } },
    { methods: new Set(['fetch']), modules: { undici: ['default', '*'] } },
  ],
  statuses: StatusSet.all,
  request: {
    method: 'method',
    // Fetch standard, `Request` constructor.
    defaultMethod: 'GET',
    probes: new Set(['HEAD', 'OPTIONS']),
    opaque: { option: 'mode', value: 'NO-CORS' },
  },
  members: {
    status: 'status',
    ok: 'ok',
    body: 'body',
    readers: new Set([
      'json',
      'text',
      'blob',
      'arrayBuffer',
      'formData',
      'bytes',
      'textStream',
      'textConverted',
      'buffer',
    ]),
    parsers: new Set(['json', 'formData']),
    copies: new Set(['clone']),
    discards: new Set(['cancel', 'destroy', 'dump', 'resume']),
    stream: {
      // Streams standard, section 4.2.4; `pipe` is that of Node's streams.
      locks: new Set(['getReader', 'pipeTo', 'pipeThrough', 'tee', 'pipe']),
      makes: new Set(['pipeThrough', 'tee', 'pipe']),
      releases: new Set(['releaseLock']),
      flags: new Set(['bodyUsed', 'locked']),
    },
    phrase: 'statusText',
    hints: new Set(['statusText', 'type', 'redirected', 'bodyUsed']),
    // `statusCode` is the property of Node's `http.IncomingMessage`. HTTP/2 has no reason phrase (RFC 9113, section 8.3.2).
    mistaken: new Map([
      ['statusCode', 'absent'],
      ['statusText', 'empty'],
    ]),
    telling: new Set(['statusText', 'headers', 'bodyUsed']),
    // A redirect that was not followed has the status 0, and no error is one (Fetch standard, section 2.2.6,
    // "opaque-redirect filtered response").
    says: new Map([
      [
        'type',
        new Map([
          ['opaque', opaque],
          ['opaqueredirect', opaque],
        ]),
      ],
    ]),
  },
};
