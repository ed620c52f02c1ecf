import { StatusSet, success } from '../../status/index.js';
import type { Client } from '../client.js';
import { fetchClient } from './fetch.js';

/** `ky`: it gives the Fetch standard's `Response`, and rejects on what is not `ok`. */
export const kyClient: Client = {
  name: 'ky',
  globals: [],
  modules: {},
  objects: [
    {
      methods: new Set(['get', 'post', 'put', 'patch', 'head', 'delete']),
      isCalled: true,
      globals: ['ky'],
      modules: { ky: ['default', '*'], 'ky-universal': ['default'] },
      types: { ky: ['KyInstance'] },
      extending: new Set(['create', 'extend']),
    },
  ],
  statuses: success,
  statusOptions: [{ name: 'throwHttpErrors', values: { false: StatusSet.all, true: success } }],
  // They are run before the status is looked at.
  filters: [['hooks', 'afterResponse']],
  rejection: { status: ['response', 'status'], mayBeMissing: true, response: ['response'] },
  request: fetchClient.request,
  members: { ...fetchClient.members, arePromised: true },
};
