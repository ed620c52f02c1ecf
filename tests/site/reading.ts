import { afterAll, beforeAll, expect, it } from 'vitest';
import { complaintsOf, openPage, someLooks, type Opened } from './browser.js';
import type { Served } from './playground.js';

/** The pages that are read. */
export function testReading(served: () => Served): void {
  let opened: Opened;
  beforeAll(async () => {
    const { browser, url } = served();
    opened = await openPage(browser, `${url}rules/no-unchecked-response/`);
  });
  afterAll(() => opened?.page.close());

  it('have the first example in an editor, and the others at a click', async () => {
    const { page, errors } = opened;
    const first = page.locator('figure.example').first();
    await first.locator('.said .fix').click();
    await first.getByText('Nothing to report.').waitFor();
    const second = page.locator('figure.example').nth(1);
    await second.getByRole('button', { name: 'Edit' }).click();
    await second.getByText('A 404 or 500 reaches').waitFor();
    expect(errors).toEqual([]);
  });

  it('hand an example on to the playground', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Open in the playground' }).last().click();
    await page.waitForURL(/playground/);
    await page.locator('#findings').getByText('A 404 or 500 reaches').waitFor();
    expect(await page.locator('.cm-content').innerText()).toContain("fetch('/api/items')");
    await page.goBack();
  });

  it('complain to no screen reader and to no weak eyes', async () => {
    expect(await complaintsOf(opened.page, someLooks)).toEqual([]);
    await opened.page.goto(served().url);
    expect(await complaintsOf(opened.page, someLooks.slice(1))).toEqual([]);
  });

  it('are found by the search, with the keyboard alone', async () => {
    const { page } = opened;
    await page.keyboard.press('/');
    await page.keyboard.insertText('retry-after');
    await page.locator('#search-results a').first().waitFor();
    expect(await complaintsOf(page, someLooks, '#search')).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/no-blind-retry/);
    await page.keyboard.press('/');
    await page.keyboard.insertText('zzzz');
    await page.getByText('Nothing is said of "zzzz".').waitFor();
    await page.keyboard.press('Escape');
  });

  it('are light or dark as their reader likes', async () => {
    const { page } = opened;
    const paper = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const before = await paper();
    await page.getByRole('button', { name: 'Theme' }).click();
    expect(await paper()).not.toBe(before);
    await page.reload();
    expect(await paper()).not.toBe(before);
  });
}
