import { StatusSet } from '../../status/index.js';
import { absent, type Client } from '../client.js';

/** `XMLHttpRequest`: the object itself has the response, once an event has come. */
export const xhrClient: Client = {
  name: 'XMLHttpRequest',
  globals: [],
  modules: {},
  objects: [{ methods: new Set(['send']), constructors: ['XMLHttpRequest'] }],
  givesTo: 'listeners',
  // `load` comes with every status (XMLHttpRequest standard, section 4.5.6, "handle response end-of-body").
  statuses: StatusSet.all,
  request: { method: 'method', defaultMethod: 'GET', probes: new Set(['HEAD', 'OPTIONS']) },
  members: {
    status: 'status',
    body: 'response',
    alsoBody: new Set(['responseText', 'responseXML']),
    isParsed: true,
    listeners: {
      methods: new Set(['addEventListener']),
      done: new Set(['load']),
      maybe: new Set(['loadend', 'readystatechange']),
      opened: { by: 'open', waits: 2 },
    },
    readers: new Set(),
    copies: new Set(),
    discards: new Set(),
    phrase: 'statusText',
    hints: new Set(['readyState', 'statusText', 'responseType', 'timeout', 'withCredentials', 'upload']),
    mistaken: absent('ok', 'statusCode', 'body'),
    telling: new Set(['responseText']),
    says: new Map(),
  },
};
