// How long the playground takes from a key to the strip beside the code, in a real browser, on about 200 lines.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from '../../site/build/index.js';
import { browserFlags, browserPath } from '../browser.js';
import { serve } from '../site.js';

/** A function that waits after a 429 and throws for the rest: nine lines on which every status has its way. */
const load = (n) => `async function load${n}(url) {
  const res = await fetch(url);
  if (res.status === 429) {
    await wait();
    return load${n}(url);
  }
  if (!res.ok) throw new Error(\`HTTP \${res.status}\`);
  return res.json();
}`;
const code = Array.from({ length: 22 }, (_, n) => load(n)).join('\n');

/** The first keys are for the compiler of the browser. */
const warmUp = 20;
const keys = 60;

async function typeInto(page) {
  await page.locator('#verdict', { hasText: /finding/ }).waitFor();
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(code);
  await page.getByText('The rules have nothing to say.').waitFor();
  await page.keyboard.press('Control+Home');
  const times = [];
  for (let key = 0; key < warmUp + keys; key++) {
    await page.evaluate('performance.clearMeasures()');
    await page.keyboard.press(key % 2 ? 'Backspace' : 'Enter');
    await page.waitForFunction('performance.getEntriesByName("key to strip").length > 0');
    times.push(await page.evaluate('performance.getEntriesByName("key to strip")[0].duration'));
  }
  return times.slice(warmUp);
}

async function withSite(root, use) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-site-'));
  try {
    await buildSite(root, folder);
    const { server, url } = await serve(folder, 0);
    try {
      return await use(url);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns {Promise<{ lines: number, keys: number, least: number, median: number, most: number } | undefined>} milliseconds by the browser's clock */
export async function keyToStrip(root) {
  if (browserPath === undefined) {
    console.error('  left out: there is no Chromium here; install one, or name it in CHROMIUM');
    return undefined;
  }
  const { chromium } = await import('playwright-core');
  return withSite(root, async (url) => {
    const browser = await chromium.launch({ executablePath: browserPath, args: browserFlags });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      await page.goto(`${url}playground/`);
      const times = (await typeInto(page)).sort((a, b) => a - b);
      const at = (share) => times[Math.floor((times.length - 1) * share)];
      return { lines: code.split('\n').length, keys, least: at(0), median: at(0.5), most: at(0.95) };
    } finally {
      await browser.close();
    }
  });
}
