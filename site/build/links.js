// Links of the pages: in the repository they lead from file to file, on the site from page to page.
import { posix } from 'node:path';

const isElsewhere = (href) => /^[a-z]+:/.test(href);

/** `../rules/x/` from the page `types/`. */
export function between(from, to) {
  const path = posix.relative(`/${from}`, `/${to}`);
  const isFolder = to === '' || to.endsWith('/');
  return isFolder ? `${path || '.'}/` : path;
}

/**
 * Makes links of files into links of the site.
 * @param {import('./pages.js').Page[]} pages
 * @param {{ homepage: string, repository: { url: string } }} manifest package.json
 */
export function linkWriter(pages, { homepage, repository }) {
  const published = new URL('.', homepage).href;
  const code = `${repository.url.replace(/^git\+|\.git$/g, '')}/blob/main/`;
  const urls = new Map(pages.map(({ source, url }) => [source, url]));
  return (href, { source, url }) => {
    const [target, anchor] = href.split('#');
    if (target === '') return href;
    if (isElsewhere(target) && !target.startsWith(published)) return href;
    const file = target.startsWith(published)
      ? target.slice(published.length)
      : posix.join(posix.dirname(source), target);
    const end = anchor === undefined ? '' : `#${anchor}`;
    const page = urls.get(file);
    return page === undefined ? `${code}${file}${end}` : `${between(url, page)}${end}`;
  };
}
