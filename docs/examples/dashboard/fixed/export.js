import { notify } from './page.js';

export async function pollExport(id) {
  const response = await fetch(`/api/exports/${id}`);
  if (response.status >= 400) throw new Error(`Export ${id}: HTTP ${response.status}`);
  return response.status === 204 ? undefined : response.text();
}

export async function startExport(kind) {
  const response = await fetch('/api/exports', { method: 'POST', body: kind });
  if (response.ok) return response.json();
  if (response.status === 409) return notify('There is one on its way already.');
  throw new Error(`HTTP ${response.status}: ${await response.text()}`);
}
