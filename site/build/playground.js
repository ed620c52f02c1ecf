// What the playground is given when the site is built: presets, rules and examples, none of them written by hand.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import plugin from '../../dist/src/index.js';
import { examplesOf } from '../../scripts/docs/examples.js';

const namespace = 'http-status/';

const needsTypes = ({ meta }) => meta.docs?.requiresTypeChecking === true;

/** A browser has no types of a project: rules that need them are left out, and listed as such. */
export function rulesOf() {
  return Object.entries(plugin.rules).map(([name, rule]) => ({
    name,
    id: `${namespace}${name}`,
    description: rule.meta.docs.description,
    needsTypes: needsTypes(rule),
  }));
}

export function presets() {
  const able = new Set(rulesOf().flatMap(({ id, needsTypes: isTyped }) => (isTyped ? [] : [id])));
  const named = Object.entries(plugin.configs).filter(
    ([name]) => name !== 'unshipped' && !name.endsWith('TypeChecked'),
  );
  return Object.fromEntries(
    named.map(([name, { rules }]) => [name, Object.fromEntries(Object.entries(rules).filter(([id]) => able.has(id)))]),
  );
}

const editable = { js: 'js', jsx: 'js', ts: 'ts', tsx: 'tsx' };

/** The first wrong example of a page. */
function exampleOf({ text, title }) {
  const example = examplesOf(text).find(({ kind, language }) => kind === 'incorrect' && language in editable);
  return example && { title, code: example.code.trimEnd(), language: editable[example.language] };
}

/** The pages of a program that was written to show each mistake at work. */
function dashboard(root) {
  const folder = join(root, 'docs/examples/dashboard/broken');
  return readdirSync(folder).map((name) => ({
    title: `A dashboard: ${name}`,
    code: readFileSync(join(folder, name), 'utf8').trimEnd(),
    language: 'js',
  }));
}

/** @param {string} root @param {ReturnType<import('./pages.js').pagesOf>} pages */
export function examples(root, pages) {
  const readme = pages.find(({ url }) => url === '');
  const first = exampleOf({ ...readme, title: 'The classic mistake' });
  const able = new Set(rulesOf().flatMap(({ name, needsTypes: isTyped }) => (isTyped ? [] : [name])));
  const ofRules = pages.filter(({ section, title }) => section === 'Rules' && able.has(title)).map(exampleOf);
  return [first, ...ofRules, ...dashboard(root)].filter(Boolean);
}
