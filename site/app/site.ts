// What every page has: light or dark, the search, and editors where there are examples.
import '../styles/site.css';
import { byId } from './dom.js';
import { openSearch } from './search.js';

type Theme = 'light' | 'dark';

const root = document.documentElement;
const key = 'theme';

function themeNow(): Theme {
  const chosen = root.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

byId('theme', HTMLButtonElement).addEventListener('click', () => {
  root.dataset['theme'] = themeNow() === 'dark' ? 'light' : 'dark';
  localStorage.setItem(key, root.dataset['theme']);
});

byId('open-search', HTMLButtonElement).addEventListener('click', openSearch);
document.addEventListener('keydown', (event) => {
  const { key: pressed, target } = event;
  const isTyping = target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]');
  if (pressed !== '/' || isTyping) return;
  event.preventDefault();
  openSearch();
});

// On a narrow screen the menu is closed until somebody opens it; the page itself says so before it is drawn.
const menu = document.querySelector<HTMLDetailsElement>('.menu');
matchMedia('(min-width: 60rem)').addEventListener('change', ({ matches }) => menu?.toggleAttribute('open', matches));

// The page can be read before its editors are there.
if (document.querySelector('figure.example[data-rules]')) {
  addEventListener('load', () =>
    setTimeout(() => void import('./examples.js').then((module) => module.openExamples())),
  );
}
