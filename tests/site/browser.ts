import axe, { type AxeResults } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { browserFlags, browserPath } from '../../scripts/browser.js';

/** Whether there is a browser to drive. Where one is required, its lack is a failure. */
export const hasBrowser = browserPath !== undefined || process.env['REQUIRE_BROWSER'] === '1';

export const howToGetOne =
  'skipped, there is no Chromium here: install one (Debian: apt-get install chromium), or name it in CHROMIUM';

export function startBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error(`A browser is required, and there is none: ${howToGetOne}.`);
  return chromium.launch({ executablePath: browserPath, args: browserFlags });
}

export interface Opened {
  readonly page: Page;
  /** What went wrong in the page. */
  readonly errors: string[];
}

export async function openPage(browser: Browser, address: string): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(address);
  return { page, errors };
}

export interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
}

const wide = 1280;
const narrow = 390;

export const everyLook: readonly Look[] = [
  { colorScheme: 'light', width: wide },
  { colorScheme: 'dark', width: wide },
  { colorScheme: 'light', width: narrow },
  { colorScheme: 'dark', width: narrow },
];

/** Two of them, which have all colours and all widths. */
export const someLooks: readonly Look[] = [everyLook[0]!, everyLook[3]!];

/** What a screen reader or weak eyes would stumble over, each as a sentence, and what is wider than the screen. */
export async function complaintsOf(page: Page, looks: readonly Look[], within = 'html'): Promise<string[]> {
  await page.evaluate(axe.source);
  const said: string[] = [];
  for (const { colorScheme, width } of looks) {
    const look = `${colorScheme}, ${width}`;
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const { violations } = (await page.evaluate(`axe.run("${within}", { resultTypes: ["violations"] })`)) as AxeResults;
    for (const { id, nodes } of violations) {
      said.push(...nodes.map(({ html, failureSummary }) => `${look}: ${id}: ${html} ${failureSummary}`));
    }
    const needed = (await page.evaluate('document.documentElement.scrollWidth')) as number;
    if (needed > width) said.push(`${look}: the page is ${needed} wide`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: wide, height: 900 });
  return said;
}
