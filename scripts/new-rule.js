// `npm run new-rule NAME`: a rule that works, its page, its test, its place in the plugin and its line in the changelog.
// The templates in scripts/new-rule are a query of the analysis; what it asks is then changed by hand.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { addToChangelog, addToIndex, descriptionOf, identifierOf } from './new-rule/edits.js';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (path) => readFile(at(path), 'utf8');
const example = 'no-status-text';

/** What keeps these arguments from being a new rule, as a sentence. */
function objection(names, index) {
  const [name] = names;
  if (names.length === 0) return `Give the rule a name: npm run new-rule ${example}`;
  if (names.length > 1) return `One rule at a time, its words joined by hyphens: npm run new-rule ${names.join('-')}`;
  // Two words at least: a single one may be a keyword of the language, and says little.
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(name))
    return `"${name}" is no name for a rule: write two or more words of small letters and digits with hyphens between them, as in ${example}.`;
  const taken = Object.keys(templatesFor(name)).find((path) => existsSync(at(path)));
  if (taken) return `There is a ${taken} already: choose another name, or remove that file first.`;
  const identifier = identifierOf(name);
  if (new RegExp(`\\b${identifier}\\b`).test(index))
    return `src/rules.ts has a ${identifier} of its own, which the rule would be called there: choose another name.`;
  return undefined;
}

/** The files of a rule, each with its template. */
function templatesFor(name) {
  return {
    [`rules/${name}.ts`]: 'rule.ts',
    [`tests/rules/${name}.test.ts`]: 'test.ts',
    [`docs/rules/${name}.md`]: 'page.md',
  };
}

function fill(template, name) {
  const description = descriptionOf(name);
  return template
    .replaceAll('rule-name', name)
    .replaceAll('rule description', description)
    .replaceAll('Rule description', description[0].toUpperCase() + description.slice(1));
}

/** Everything that is written, by its path. */
async function filesFor(name, index) {
  const files = { 'src/rules.ts': addToIndex(index, name) };
  for (const [path, template] of Object.entries(templatesFor(name))) {
    files[path] = fill(await read(`scripts/new-rule/${template}`), name);
  }
  files['CHANGELOG.md'] = addToChangelog(await read('CHANGELOG.md'), name);
  return files;
}

const names = process.argv.slice(2);
const index = await read('src/rules.ts');
const problem = objection(names, index);
if (problem) {
  console.error(problem);
  process.exit(2);
}
const [name] = names;
const files = await filesFor(name, index);
for (const [path, text] of Object.entries(files)) {
  const options = { ...(await resolveConfig(at(path))), filepath: at(path) };
  await writeFile(at(path), await format(text, options));
}
console.log(`Wrote ${Object.keys(files).join(', ')}.

The rule works, and asks what its template asks. Now
1. change the question, the description and the message in rules/${name}.ts;
2. write its cases and run them: npx vitest run tests/rules/${name}.test.ts
3. write its page, then npm run docs for the page's header and the README's table.`);
