import { success } from '../../status/index.js';
import type { Client } from '../client.js';

/** `superagent`: a request is built by methods that give it again, and rejects on what is no success. */
export const superagentClient: Client = {
  name: 'superagent',
  globals: [],
  modules: {},
  objects: [
    {
      methods: new Set(['get', 'post', 'put', 'patch', 'head', 'delete', 'del', 'options']),
      isCalled: true,
      modules: { superagent: ['default', '*'] },
      makers: { superagent: ['agent'] },
      extending: new Set(['agent']),
    },
  ],
  isBuilt: true,
  statuses: success,
  statusOptions: [{ name: 'ok', values: {} }],
  filters: [['use'], ['parse']],
  rejection: { status: ['status'], mayBeMissing: true, response: ['response'], shortcuts: ['status'], unparsed: true },
  request: { method: 'method', defaultMethod: 'GET', probes: new Set(['HEAD', 'OPTIONS']) },
  members: {
    status: 'status',
    ok: 'ok',
    body: 'body',
    isParsed: true,
    readers: new Set(),
    copies: new Set(),
    discards: new Set(),
    hints: new Set(['type', 'charset', 'redirects']),
    telling: new Set(['statusType', 'clientError', 'serverError', 'noContent']),
    says: new Map(),
  },
};
