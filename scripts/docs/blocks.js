// Parts of a Markdown page that stand between two markers.

const marker = (/** @type {string} */ edge, /** @type {string} */ name) => `<!-- ${edge} ${name} -->`;

/** What stands between the markers of a name; null where the page has none. */
export function readBlock(page, name) {
  const begin = page.indexOf(marker('begin', name));
  const end = page.indexOf(marker('end', name));
  return begin === -1 || end === -1 ? null : page.slice(begin + marker('begin', name).length, end).trim();
}

/** The page with other text between its markers. */
export function writeBlock(page, name, text) {
  const old = readBlock(page, name);
  if (old === null) throw new Error(`The page lacks ${marker('begin', name)} and ${marker('end', name)}.`);
  const begin = page.indexOf(marker('begin', name)) + marker('begin', name).length;
  return `${page.slice(0, begin)}\n\n${text}\n\n${page.slice(page.indexOf(marker('end', name)))}`;
}
