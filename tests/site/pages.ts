import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../support/sandbox.js';
import type { Site } from './files.js';

const kB = 1000;

/** The file and the name that a link of a page leads to. */
function targetOf(link: string, page: string): { file: string; name: string } {
  const { pathname, hash } = new URL(link, `file:///${page}`);
  const file = decodeURIComponent(pathname.slice(1));
  return {
    file: file === '' || file.endsWith('/') ? `${file}index.html` : file,
    name: decodeURIComponent(hash.slice(1)),
  };
}

function wrongLinks(site: Site, page: string): string[] {
  const links = [...site.read(page).matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link = '']) => link);
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const { file, name } = targetOf(link, page);
      if (!site.files.includes(file)) return true;
      return name !== '' && !site.read(file).includes(`id="${name}"`);
    })
    .map((link) => `${page}: ${link}`);
}

/** What holds of the files of the site, without a browser. */
export function testPages(site: () => Site): void {
  it('has a page for each page of the documentation', () => {
    const names = (folder: string) =>
      readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.md'))
        .map((name) => name.replace(/\.md$/, '/index.html'));
    const wanted = [
      'index.html',
      'playground/index.html',
      ...names('docs'),
      ...names('docs/rules').map((name) => `rules/${name}`),
    ];
    expect(wanted.filter((file) => !site().pages.includes(file))).toEqual([]);
    expect(site().pages.length).toBeGreaterThan(25);
  });

  it('has no link, and no name in a link, that leads nowhere', () => {
    expect(site().pages.flatMap((page) => wrongLinks(site(), page))).toEqual([]);
  });

  it('has an example with an editor on each page of a rule that needs no types', () => {
    const rules = site().pages.filter((page) => page.startsWith('rules/'));
    const isTyped = (page: string) => site().read(page).includes('asks for the types of a project');
    const hasEditor = (page: string) => /<figure class="example incorrect"[^>]* data-rules=/.test(site().read(page));
    expect(rules.filter((page) => hasEditor(page) === isTyped(page))).toEqual([]);
    expect(rules.filter(hasEditor).length).toBeGreaterThan(10);
  });

  it('is light: a page below 60 kB, the playground below 400 kB, its worker below 2 MB', () => {
    const heavy = site().pages.filter((page) => !page.startsWith('playground/') && site().weight(page) > 60 * kB);
    expect(heavy.map((page) => `${page}: ${site().weight(page)}`)).toEqual([]);
    expect(site().weight('playground/index.html')).toBeLessThan(400 * kB);
    const workers = site().files.filter((file) => /assets\/worker-[^/]+\.js$/.test(file));
    expect(workers).toHaveLength(1);
    expect(site().zipped(workers[0]!)).toBeLessThan(2000 * kB);
  });

  it('finds by its search what is said on a page', () => {
    const index = JSON.parse(site().read('search.json')) as { documentCount: number };
    expect(index.documentCount).toBeGreaterThan(100);
  });
}
