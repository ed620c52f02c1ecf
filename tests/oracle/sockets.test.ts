import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Linter, type ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';

// `no-unread-body`, by execution: how many connections a server's code holds after a row of errors.

const requests = 20;
/** Longer than what a connection takes in advance: a short body is there, read or not. */
const body = 'x'.repeat(200_000);

let server: Server;
let open = 0;
let url: string;

beforeAll(async () => {
  server = createServer((_, answer) => {
    answer.writeHead(503).end(body);
  });
  server.on('connection', (socket) => {
    open++;
    socket.on('close', () => open--);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const handler = (onError: string): string => `async function GET(url) {
  const res = await fetch(url);
  if (!res.ok) ${onError}
  return res.json();
}`;

const isReported = (code: string): boolean => {
  const text = `import { createServer } from 'node:http';\nexport ${code}`;
  const rules = { 'http-status/no-unread-body': 'error' } as const;
  const plugins = { 'http-status': plugin as ESLint.Plugin };
  return new Linter().verify(text, [{ plugins, rules }]).length > 0;
};

/** The connections that are taken at the end of all requests, and were not before. */
async function connectionsHeld(code: string): Promise<number> {
  const handle = new Function(`${code}\nreturn GET;`)() as (url: string) => Promise<unknown>;
  const before = open;
  for (let i = 0; i < requests; i++) await handle(url).catch(() => undefined);
  return open - before;
}

describe('the body of an error', () => {
  it.each([
    ['is read', '{ throw new Error(await res.text()); }'],
    ['is cancelled', '{ await res.body?.cancel(); throw new Error("failed"); }'],
  ])('holds next to no connection where it %s', async (_, onError) => {
    const code = handler(onError);
    expect(isReported(code)).toBe(false);
    expect(await connectionsHeld(code)).toBeLessThanOrEqual(3);
  });

  it('holds connections until the garbage collector comes where it is left unread', async () => {
    const code = handler('throw new Error("failed");');
    expect(isReported(code)).toBe(true);
    expect(await connectionsHeld(code)).toBeGreaterThan(requests / 4);
  });
});
