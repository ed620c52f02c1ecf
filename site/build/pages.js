// The pages of the site: the Markdown files of the repository, each in one section of the menu.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * @typedef {object} Page
 * @property {string} source the file, from the root of the repository
 * @property {string} url where it stands on the site: a folder, from the site's own
 * @property {string} title
 * @property {string} section
 */

const guides = ['adopting', 'migration', 'monorepo', 'settings', 'compatibility'];
const insight = ['how-it-works', 'precision', 'performance', 'mutation', 'architecture'];

/** Files that are no guide and lie in the root of the repository. */
const project = {
  'CONTRIBUTING.md': 'contributing',
  'SECURITY.md': 'security',
  'CODE_OF_CONDUCT.md': 'code-of-conduct',
  'CHANGELOG.md': 'changelog',
};

function sectionOf(name) {
  if (guides.includes(name)) return 'Guides';
  return insight.includes(name) ? 'Insight' : 'Reference';
}

const titleOf = (text) => /^# (.+)$/m.exec(text)?.[1] ?? '';

/** The order of the menu. */
const sections = ['Start', 'Guides', 'Reference', 'Rules', 'Insight', 'Project'];

const place = (page) => [sections.indexOf(page.section), guides.indexOf(page.url.slice(0, -1))];

/**
 * Every page, in the order of the menu, with its text.
 * @param {string} root the folder of the repository
 * @returns {(Page & { text: string })[]}
 */
export function pagesOf(root) {
  const page = (source, url, section) => {
    const text = readFileSync(join(root, source), 'utf8');
    return { source, url, section, text, title: titleOf(text) };
  };
  const markdown = (folder) => readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'));
  const name = (file) => basename(file, '.md');
  return [
    { ...page('README.md', '', 'Start'), title: 'Start' },
    ...markdown('docs').map((file) => page(`docs/${file}`, `${name(file)}/`, sectionOf(name(file)))),
    ...markdown('docs/rules').map((file) => page(`docs/rules/${file}`, `rules/${name(file)}/`, 'Rules')),
    ...Object.entries(project).map(([file, url]) => page(file, `${url}/`, 'Project')),
  ].sort((a, b) => {
    const [left, right] = [place(a), place(b)];
    return left[0] - right[0] || left[1] - right[1];
  });
}

/** The menu: the pages by section. */
export const menuOf = (pages) =>
  sections.map((title) => ({ title, pages: pages.filter(({ section }) => section === title) }));
