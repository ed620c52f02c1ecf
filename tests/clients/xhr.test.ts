import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { xhrClient } from '../../src/models/clients/xhr.js';
import { hasBrowser, howToGetOne, startBrowser } from '../site/browser.js';

const statuses = [200, 201, 204, 304, 404, 429, 500];
const { members } = xhrClient;
const { done, maybe } = members.listeners!;

/** As far as it is used here; the tests have no types of the browser. */
declare const XMLHttpRequest: new () => {
  readonly readyState: number;
  readonly status: number;
  addEventListener(event: string, listener: (this: unknown, event: { readonly target: unknown }) => void): void;
  open(method: string, url: string, isAsync?: boolean): void;
  send(): void;
};

/** What an `XMLHttpRequest` has where its listeners are called. */
interface Seen {
  readonly event: string;
  readonly state: number;
  readonly read: Readonly<Record<string, unknown>>;
}

/** In the page: every event of one request, and what the object has then. */
const watch = ({ url, events, names }: { url: string; events: string[]; names: string[] }): Promise<Seen[]> =>
  new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    const seen: Seen[] = [];
    for (const event of events)
      xhr.addEventListener(event, function (this: unknown, { target }) {
        const read = Object.fromEntries(names.map((name) => [name, (this as Record<string, unknown>)[name]]));
        seen.push({ event: target === this ? event : 'elsewhere', state: xhr.readyState, read });
        if (event === 'loadend') resolve(seen);
      });
    xhr.open('GET', url);
    xhr.send();
  });

describe.skipIf(!hasBrowser)(hasBrowser ? 'XMLHttpRequest' : `XMLHttpRequest (${howToGetOne})`, () => {
  let server: Server;
  let origin: string;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = createServer(({ url }, response) => {
      const status = Number(url!.slice(1)) || 200;
      response.writeHead(status, { 'content-type': 'text/plain', connection: 'close' });
      response.end(status === 204 || status === 304 ? undefined : `body of ${status}`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await startBrowser();
    page = await browser.newPage();
    await page.goto(origin);
  });

  afterAll(async () => {
    await browser?.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const see = (url: string): Promise<Seen[]> => {
    const names = [members.status, members.body, ...members.alsoBody!, ...members.mistaken!.keys()];
    return page.evaluate(watch, { url, events: [...done, ...maybe, 'error'], names });
  };

  it('tells of every status by its events, with status and body where its row says', async () => {
    for (const status of statuses) {
      const seen = await see(`${origin}/${status}`);
      const loaded = seen.filter(({ event }) => done.has(event) || maybe.has(event)).filter(({ state }) => state === 4);
      expect([status, new Set(loaded.map(({ event }) => event))]).toEqual([status, new Set([...maybe, ...done])]);
      expect(seen.some(({ event }) => event === 'error')).toBe(false);
      for (const { read } of loaded) {
        expect([status, xhrClient.statuses.has(status), read[members.status]]).toEqual([status, true, status]);
        const body = status === 204 || status === 304 ? '' : `body of ${status}`;
        expect([read[members.body], read['responseText']]).toEqual([body, body]);
        for (const name of members.mistaken!.keys()) expect([name, read[name]]).toEqual([name, undefined]);
      }
    }
  });

  it('has the status 0 where no answer comes, of which `load` does not tell', async () => {
    const seen = await see('http://127.0.0.1:9/');
    expect(seen.filter(({ event }) => done.has(event))).toEqual([]);
    const last = seen.filter(({ state, event }) => state === 4 && maybe.has(event));
    expect(last.length).toBeGreaterThan(1);
    for (const { read } of last) expect(read[members.status]).toBe(0);
  });

  it('waits where it is told to', async () => {
    const status = await page.evaluate((url) => {
      const xhr = new XMLHttpRequest();
      xhr.open('GET', url, false);
      xhr.send();
      return xhr.status;
    }, `${origin}/404`);
    expect(status).toBe(404);
  });
});
