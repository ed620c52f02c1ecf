import { fill, notify } from './page.js';

export async function showProjects(page = 1) {
  notify('Loading …');
  const response = await fetch(`/api/projects?page=${page}`);
  if (response.ok) {
    const projects = await response.json();
    fill('#projects', projects);
    notify(`${projects.length} projects`);
  } else {
    notify(`The projects could not be loaded (HTTP ${response.status}).`);
  }
}

export async function showOverview() {
  const [people, budget] = await Promise.all([fetch('/api/people'), fetch('/api/budget')]);
  if (!people.ok) throw new Error(`People: HTTP ${people.status}`);
  if (!budget.ok) throw new Error(`Budget: HTTP ${budget.status}`);
  fill('#people', await people.json());
  fill('#budget', await budget.json());
}
