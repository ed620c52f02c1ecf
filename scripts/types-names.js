// The table of all exported types in docs/types.md, from the hover texts: what each is, and an example of one line.
//
//   node scripts/types-names.js           writes it
//   node scripts/types-names.js --check   only says whether it is up to date (exit code 1 if it is not)
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { writeBlock } from './docs/blocks.js';
import { assemble } from './types-build.js';
import { settle } from './types-settle.js';

const page = new URL('../docs/types.md', import.meta.url);

/** @typedef {{ name: string, text: string }} Hover an export and what an editor shows for it */

/**
 * The documentation of every export of a declaration file.
 * @param {string} declarations
 * @returns {readonly Hover[]}
 */
export function hoversOf(declarations) {
  const declaration = /^(?:\/\*\*\n((?: \*.*\n)+))?export (?:type|interface) (\w+)/gm;
  return [...declarations.matchAll(declaration)].map(([, comment = '', name = '']) => ({
    name,
    text: comment.replace(/^ \*(?:\/$| )?/gm, ''),
  }));
}

/**
 * One row: the first sentence, and the first line of the example that is a whole statement about the type.
 * @param {Hover} hover
 */
function row({ name, text }) {
  const [, sentence] = /^([^]+?[.:])(?:\s|$)/.exec(text) ?? [];
  const [, example = ''] = /^```ts\n([^]*?)^```$/m.exec(text) ?? [];
  const statement = new RegExp(`^(?:type|const) .*\\b${name}\\b.*;(?: //=> .*)?$`, 'm').exec(example)?.[0];
  if (!sentence || !statement) throw new Error(`${name} needs a first sentence, and an example with a line about it.`);
  const what = sentence.replace(/\s+/g, ' ').replace(/:$/, '.');
  return `| \`${name}\` | ${what} | \`${statement.replaceAll('|', '\\|')}\` |`;
}

/** @param {readonly Hover[]} hovers */
export const renderNames = (hovers) =>
  ['| name | what it is | for example |', '| --- | --- | --- |', ...hovers.map(row)].join('\n');

/** @param {string} text the page */
export async function withNames(text) {
  const updated = writeBlock(text, 'names', renderNames(hoversOf(assemble())));
  return format(updated, { ...(await resolveConfig('docs/types.md')), parser: 'markdown' });
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  settle({ 'docs/types.md': await withNames(readFileSync(page, 'utf8')) }, 'node scripts/types-names.js');
}
