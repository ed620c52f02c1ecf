// The search over all pages. Its index is loaded when somebody searches.
import type MiniSearch from 'minisearch';
import { byId, element } from './dom.js';

/** A part of a page, from one heading to the next. */
interface Found {
  readonly id: string;
  readonly title: string;
  readonly page: string;
}

const most = 12;

const dialog = byId('search', HTMLDialogElement);
const input = byId('search-text', HTMLInputElement);
const list = byId('search-results', HTMLElement);
const said = byId('search-said', HTMLElement);
/** The folder of the site, as this page reaches it. */
const base = new URL(document.documentElement.dataset['root'] ?? './', location.href);

let loading: Promise<MiniSearch<Found>> | undefined;

async function load(): Promise<MiniSearch<Found>> {
  const [{ default: Index }, options, response] = await Promise.all([
    import('minisearch'),
    import('../build/search-options.js'),
    fetch(new URL('search.json', base)),
  ]);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return Index.loadJSON<Found>(await response.text(), options.searchOptions);
}

function item({ id, title, page }: Found): HTMLElement {
  const link = element('a', { href: new URL(id, base).href, onclick: () => dialog.close() }, title);
  return title === page ? element('li', {}, link) : element('li', {}, link, element('small', {}, page));
}

async function search(): Promise<void> {
  const text = input.value.trim();
  try {
    const index = await (loading ??= load());
    if (input.value.trim() !== text) return;
    const found = index.search(text).slice(0, most) as unknown as readonly Found[];
    list.replaceChildren(...found.map(item));
    said.textContent = text === '' ? '' : found.length === 0 ? `Nothing is said of "${text}".` : '';
  } catch {
    loading = undefined;
    said.textContent = 'The search could not be loaded. Try again.';
  }
}

/** Down and up go through what was found. */
function move(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops: HTMLElement[] = [input, ...list.querySelectorAll('a')];
  const now = stops.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  stops.at((now + (event.key === 'ArrowDown' ? 1 : -1)) % stops.length)?.focus();
}

input.addEventListener('input', () => void search());
dialog.addEventListener('keydown', move);

export function openSearch(): void {
  dialog.showModal();
  input.select();
  void search();
}
