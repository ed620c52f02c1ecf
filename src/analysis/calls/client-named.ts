import type { Client } from '../../models/index.js';

/** The client of a name; one that is not known is taken for the most common. */
export const clientNamed = (clients: readonly Client[], name: string): Client =>
  clients.find((client) => client.name === name) ?? clients[0]!;
