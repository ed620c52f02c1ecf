import { notify } from './page.js';

export async function pollExport(id) {
  const response = await fetch(`/api/exports/${id}`);
  if (response.status > 400) throw new Error(`Export ${id}: HTTP ${response.status}`);
  // "Not ready yet" has no body to parse, and a 400 comes to the last line.
  if (response.status === 204) return response.json();
  return response.text();
}

export async function startExport(kind) {
  const response = await fetch('/api/exports', { method: 'POST', body: kind });
  if (response.ok) return response.json();
  // Over HTTP/2 there is no such text.
  if (response.statusText === 'Conflict') return notify('There is one on its way already.');
  try {
    const { message } = await response.json();
    throw new Error(message);
  } catch {
    // The attempt to parse it has taken the body.
    throw new Error(await response.text());
  }
}
