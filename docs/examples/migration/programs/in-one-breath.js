// mistake: read in the same expression
export async function load(url) {
  return (await fetch(url)).json();
}
