// mistake: the body of an error is shown as data
export async function load(url) {
  const res = await fetch(url);
  return render(await res.json());
}
