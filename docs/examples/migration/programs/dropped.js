// mistake: "Deleted", whatever came back
export async function remove(id) {
  await fetch(`/api/items/${id}`, { method: 'DELETE' });
  toast('Deleted');
}
