// mistake: checked on one way only
export async function load(url, strict) {
  const res = await fetch(url);
  if (strict) {
    if (!res.ok) throw new Error(`HTTP ${res.status}`);
  }
  return res.json();
}
