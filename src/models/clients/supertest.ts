import { StatusSet } from '../../status/index.js';
import type { Client } from '../client.js';
import { superagentClient } from './superagent.js';

const [superagent] = superagentClient.objects!;

/** `supertest`: requests of `superagent` to a server of the test's own, which no status makes reject but an `expect`. */
export const supertestClient: Client = {
  ...superagentClient,
  name: 'supertest',
  rejection: undefined,
  objects: [
    {
      methods: superagent!.methods,
      modules: { supertest: ['default'] },
      makers: { supertest: ['default', 'agent'] },
      extending: new Set(['agent']),
    },
  ],
  statuses: StatusSet.all,
  // What is expected may be a status, a header or a body.
  statusOptions: ['ok', 'expect'].map((name) => ({ name, values: {} })),
};
