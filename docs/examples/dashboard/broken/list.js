import { fill, notify } from './page.js';

export async function showProjects(page = 1) {
  notify('Loading …');
  const response = await fetch(`/api/projects?page=${page}`);
  // On a 500 nothing happens at all: the page says "Loading …" for ever.
  if (response.ok) {
    const projects = await response.json();
    fill('#projects', projects);
    notify(`${projects.length} projects`);
  }
}

export async function showOverview() {
  const [people, budget] = await Promise.all([fetch('/api/people'), fetch('/api/budget')]);
  if (!people.ok) throw new Error(`People: HTTP ${people.status}`);
  // Somebody remembered the first response only.
  fill('#people', await people.json());
  fill('#budget', await budget.json());
}
