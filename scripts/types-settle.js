import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';

/**
 * Writes generated files; with `--check` on the command line it only compares, and the exit code is 1 if one differs.
 * @param {Readonly<Record<string, string>>} files texts by path, seen from the root of the repository
 * @param {string} command what brings them up to date
 */
export function settle(files, command) {
  for (const [path, text] of Object.entries(files)) {
    const url = new URL(`../${path}`, import.meta.url);
    if (!argv.includes('--check')) writeFileSync(url, text);
    else if (readFileSync(url, 'utf8') !== text) {
      console.error(`${path} is out of date: run ${command}.`);
      process.exitCode = 1;
    }
  }
}
