import { fill, notify } from './page.js';

export function search(words) {
  const query = new URLSearchParams({ q: words });
  return fetch(`/api/search?${query}`)
    .then((response) => {
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return response.json();
    })
    .then((results) => fill('#results', results))
    .catch((error) => notify(`Searching did not work: ${error.message}`));
}
