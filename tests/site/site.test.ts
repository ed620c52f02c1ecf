import { rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { serve } from '../../scripts/site.js';
import { node, root } from '../support/sandbox.js';
import { hasBrowser, howToGetOne, startBrowser } from './browser.js';
import { Site } from './files.js';
import { testPages } from './pages.js';
import { testPlayground } from './playground.js';
import { testReading } from './reading.js';

// One build and one browser for all of it.
const folder = join(root, '.tmp/site-test');
let site: Site;

beforeAll(() => {
  const { code, err } = node(root, 'scripts/site.js', '--build', '--out', folder);
  if (code !== 0) throw new Error(err);
  site = new Site(folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the site', () => testPages(() => site));

describe.skipIf(!hasBrowser)(hasBrowser ? 'in a browser' : `in a browser (${howToGetOne})`, () => {
  let served: { server: Server; url: string };
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(folder, 0), startBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    served?.server.close();
  });

  describe('the playground', () => testPlayground(() => ({ browser, url: served.url })));
  describe('the pages', () => testReading(() => ({ browser, url: served.url })));
});
