// fine: checked by a function
function assertOk(res) {
  if (!res.ok) throw new Error(`HTTP ${res.status}`);
}

export async function load(url) {
  const res = await fetch(url);
  assertOk(res);
  return res.json();
}
