// mistake: the second of two is forgotten
export async function compare(left, right) {
  const [a, b] = await Promise.all([fetch(left), fetch(right)]);
  if (!a.ok) throw new Error(`HTTP ${a.status}`);
  return diff(await a.text(), await b.text());
}
