import { notify } from './page.js';

export async function saveProject(project) {
  const response = await fetch('/api/projects', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(project),
  });
  if (response.ok) {
    notify('Saved.');
  } else {
    notify('The project could not be saved.');
  }
}
