// mistake: read in a chain
export function load(url) {
  return fetch(url).then((res) => res.json());
}
