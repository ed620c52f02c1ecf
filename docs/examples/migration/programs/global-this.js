// mistake: the same global by another name
export async function load(url) {
  const res = await globalThis.fetch(url);
  return res.json();
}
