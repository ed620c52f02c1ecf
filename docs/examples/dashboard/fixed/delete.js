import { notify } from './page.js';

export async function deleteProject(id) {
  const response = await fetch(`/api/projects/${id}`, { method: 'DELETE' });
  if (!response.ok) {
    notify('The project could not be deleted.');
    return;
  }
  document.querySelector(`#project-${id}`).remove();
  notify('Deleted.');
}
