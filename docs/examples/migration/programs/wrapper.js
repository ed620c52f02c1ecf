// mistake: behind a function that gives the raw response
const request = (path) => fetch(`https://api.example.com${path}`);

export async function load(id) {
  const res = await request(`/users/${id}`);
  return res.json();
}
