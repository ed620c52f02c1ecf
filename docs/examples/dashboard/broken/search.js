import { fill, notify } from './page.js';

export function search(words) {
  const query = new URLSearchParams({ q: words });
  // The catch is for a network that fails; a 429 page goes on to fill().
  return fetch(`/api/search?${query}`)
    .then((response) => response.json())
    .then((results) => fill('#results', results))
    .catch(() => notify('You seem to be offline.'));
}
