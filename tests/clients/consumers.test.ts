import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MutationObserver, QueryClient } from '@tanstack/query-core';
import { createCache } from 'cache-manager';
import { toast } from 'react-hot-toast';
import { toast as toastify } from 'react-toastify';
import { toast as sonner } from 'sonner';
import { mutate } from 'swr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// What the functions of `src/models/consumers.ts` make of a response with the status 404.

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((_, response) => {
    response.writeHead(404, { connection: 'close' });
    response.end('not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Functions that say what they are told: a success, with the status, or a failure. */
function listeners() {
  const told: unknown[] = [];
  const success = (given: unknown): string => {
    told.push((given as Response).status);
    return 'Saved';
  };
  const error = (): string => {
    told.push('failure');
    return 'Failed';
  };
  return { told, success, error };
}

describe('a response with an error is a success', () => {
  it('to react-hot-toast', async () => {
    const { told, success, error } = listeners();
    await toast.promise(fetch(origin), { loading: '…', success, error });
    expect(told).toEqual([404]);
  });

  it('to react-toastify', async () => {
    const given = await toastify.promise(fetch(origin), { pending: '…', success: 'Saved', error: 'Failed' });
    expect(given.status).toBe(404);
  });

  it('to a mutation and a query of TanStack Query', async () => {
    const { told, success, error } = listeners();
    const client = new QueryClient();
    await new MutationObserver(client, {
      mutationFn: () => fetch(origin),
      onSuccess: success,
      onError: error,
    }).mutate();
    expect(told).toEqual([404]);
    const kept = await client.fetchQuery({ queryKey: [origin], queryFn: () => fetch(origin) });
    expect([kept.status, client.getQueryState([origin])?.status]).toEqual([404, 'success']);
    client.clear();
  });

  it('to SWR, which keeps it', async () => {
    expect(await mutate(origin, fetch(origin))).toMatchObject({ status: 404 });
  });

  it('to cache-manager, which keeps it', async () => {
    const cache = createCache();
    const first = await cache.wrap(origin, () => fetch(origin));
    expect([first.status, ((await cache.get(origin)) as Response).status]).toEqual([404, 404]);
  });
});

it('sonner looks at the status itself', async () => {
  const { told, success, error } = listeners();
  const shown = sonner.promise(fetch(origin), { loading: '…', success, error }) as { unwrap(): Promise<unknown> };
  await shown.unwrap().catch(() => undefined);
  await expect.poll(() => told).toEqual(['failure']);
});
