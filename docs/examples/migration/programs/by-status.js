// fine: checked by the number
export async function load(url) {
  const res = await fetch(url);
  if (res.status >= 400) throw new Error(`HTTP ${res.status}`);
  return res.json();
}
