import { success } from '../../status/index.js';
import { absent, type Client } from '../client.js';

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'request'];

/** `HttpClient` of Angular: an observable that fails on what is no success, and has the response where it is asked for. */
export const angularClient: Client = {
  name: 'HttpClient',
  globals: [],
  modules: {},
  objects: [
    {
      methods: new Set(methods),
      isUsual: true,
      optionsAt: Object.fromEntries(['post', 'put', 'patch', 'request'].map((method) => [method, 2])),
      whole: { option: 'observe', value: 'response' },
      types: { '@angular/common/http': ['HttpClient'] },
      injectors: { '@angular/core': ['inject'] },
    },
  ],
  isObserved: true,
  statuses: success,
  rejection: {
    status: ['status'],
    mayBeMissing: false,
    shortcuts: ['status'],
    kinds: ['HttpErrorResponse'],
    types: { '@angular/common/http': ['HttpErrorResponse'] },
    unparsed: true,
  },
  request: { method: 'method', defaultMethod: 'GET', probes: new Set(['HEAD', 'OPTIONS']) },
  members: {
    status: 'status',
    ok: 'ok',
    body: 'body',
    isParsed: true,
    readers: new Set(),
    copies: new Set(['clone']),
    discards: new Set(),
    phrase: 'statusText',
    hints: new Set(['statusText', 'type', 'url']),
    mistaken: absent('statusCode', 'data'),
    telling: new Set(['headers']),
    says: new Map(),
  },
};
