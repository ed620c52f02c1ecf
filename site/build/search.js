// The index of the search: one entry for each heading of a page, with what stands below it.
import MiniSearch from 'minisearch';
import { searchOptions } from './search-options.js';

/** The text of a Markdown token, without its marks. */
const textOf = ({ content, children }) =>
  children ? children.map((child) => (child.type === 'link_open' ? '' : child.content || ' ')).join('') : content;

/** The parts of one page, from its tokens. */
export function partsOf(tokens, { url }, title) {
  const parts = [];
  let isHeading = false;
  for (const token of tokens) {
    if (token.type === 'heading_open')
      parts.push({ id: `${url}#${token.attrGet('id')}`, page: title, title: '', text: '' });
    isHeading = token.type === 'heading_open' || (isHeading && token.type === 'inline');
    const part = parts.at(-1);
    if (!part || (token.type !== 'inline' && token.type !== 'fence')) continue;
    if (isHeading) part.title = textOf(token);
    else part.text += `${textOf(token)} `;
    isHeading = false;
  }
  return parts;
}

/** @param {Iterable<ReturnType<typeof partsOf>>} pages */
export function indexOf(pages) {
  const index = new MiniSearch(searchOptions);
  index.addAll([...pages].flat());
  return JSON.stringify(index);
}
