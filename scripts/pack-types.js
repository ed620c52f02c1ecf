// `npm run pack:types`: the type library as a package of its own, typed-http-status, packed as `npm publish` would upload it.
//
//   node scripts/pack-types.js            puts typed-http-status-<version>.tgz into this folder
//   node scripts/pack-types.js FOLDER     puts it there
//
// The declarations are those of eslint-plugin-http-status/types; only the name under which they are imported differs.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { assemble } from './types-build.js';

const root = new URL('../', import.meta.url);
const name = 'typed-http-status';

/** A text of the plugin as it stands in the package of the types: imports and augmentations name that one. */
const renamed = (/** @type {string} */ text) => text.replaceAll('eslint-plugin-http-status/types', name);

/** package.json: what the two packages share comes from the plugin's. */
export function manifest() {
  const { version, license, homepage, bugs, repository } = JSON.parse(
    readFileSync(new URL('package.json', root), 'utf8'),
  );
  return {
    name,
    version,
    description: 'Types for HTTP: responses that narrow by status, and a missing status as a compile error',
    keywords: ['http', 'status', 'status-code', 'fetch', 'response', 'types', 'typescript'],
    homepage: new URL('docs/types.md', homepage).href,
    ...{ bugs, repository, license, type: 'module' },
    engines: { node: '*' },
    exports: {
      '.': { import: { types: './index.d.ts' }, require: { types: './index.d.cts' } },
      './package.json': './package.json',
    },
    types: './index.d.ts',
    sideEffects: false,
  };
}

/** README.md: the section of the plugin's README, and for whom this package is. */
export function readme() {
  const [, section = ''] = /^## Types\n+([^]*?)(?=^## )/m.exec(readFileSync(new URL('README.md', root), 'utf8')) ?? [];
  if (section === '') throw new Error('README.md has no section "Types".');
  return `# ${name}

Types for HTTP statuses and responses, of which nothing exists when a program runs. No dependencies.

The types are those of \`eslint-plugin-http-status/types\`. Take this package in a library whose own declarations name them,
or where nobody lints; in an application take either.

\`\`\`sh
npm install ${name}
\`\`\`

A library needs it among its \`dependencies\`: its users' compiler reads it.

${renamed(section)}`;
}

/** Writes the package into a folder. */
function stage(/** @type {URL} */ folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (/** @type {string} */ file, /** @type {string} */ text) => writeFileSync(new URL(file, folder), text);
  for (const file of ['index.d.ts', 'index.d.cts']) write(file, renamed(assemble()));
  write('package.json', `${JSON.stringify(manifest(), null, 2)}\n`);
  write('README.md', readme());
  copyFileSync(new URL('LICENSE', root), new URL('LICENSE', folder));
}

/**
 * @param {string} destination the folder for the archive
 * @returns {string} the path of the archive
 */
export function packTypes(destination) {
  const folder = new URL(`.tmp/${name}/`, root);
  stage(folder);
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', resolve(destination)];
  const [{ filename }] = JSON.parse(execFileSync('npm', args, { cwd: fileURLToPath(folder), encoding: 'utf8' }));
  return resolve(destination, filename);
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) console.log(packTypes(argv[2] ?? '.'));
