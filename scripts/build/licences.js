import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the package that a file belongs to; undefined for our own. */
const packageOf = (file) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];

/** Some packages of one repository leave the licence to another of them. */
function licenceOf(folder) {
  const name = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (name) return readFileSync(join(folder, name), 'utf8').trim();
  throw new Error(`${folder} has no licence to ship.`);
}

/** Writes the licences of all packages whose code was joined into ours. */
export function writeLicences(files, target) {
  const folders = new Set(files.map(packageOf).filter((folder) => folder && existsSync(folder)));
  const texts = [...folders].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${name} ${version}\n\n${licenceOf(folder)}\n`;
  });
  writeFileSync(target, `The plugin and its command line contain these packages.\n\n${texts.join('\n---\n\n')}`);
}
