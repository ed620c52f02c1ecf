// mistake: an error is logged, and read all the same
export async function load(url) {
  const res = await fetch(url);
  if (!res.ok) console.error(res.status);
  return res.json();
}
