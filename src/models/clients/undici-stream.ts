import { absent, type Client } from '../client.js';
import { undiciClient } from './undici.js';

const methods = new Set(['stream']);

/** `stream` of `undici`: its function is given status and headers, and says where the body goes, whatever the status is. */
export const undiciStreamClient: Client = {
  ...undiciClient,
  name: 'undici.stream',
  modules: { undici: ['stream'] },
  objects: undiciClient.objects!.map((one) => ({ ...one, methods })),
  givesTo: 'factory',
  members: {
    status: 'statusCode',
    body: 'body',
    readers: new Set(),
    copies: new Set(),
    discards: new Set(),
    hints: new Set(['opaque', 'context', 'headers']),
    mistaken: absent('status', 'ok'),
    telling: new Set(['statusCode']),
    says: new Map(),
  },
};
