import { join } from 'node:path';
import { makeFolder, pack, removeFolder } from '../support/sandbox.js';
import { writeTable } from './tried.js';

/** `npm run compat -- oxlint` runs some of the tests: what they note would be a part of the table. */
const runsAll = (): boolean =>
  !process.argv.slice(2).some((word) => !/^(?:run|--config|.*vitest\.config\.ts)$/.test(word));

/** Packs the package once for all tests: what `npm publish` would upload. Writes the table of what was tried. */
export default function setup(): () => void {
  const folder = makeFolder();
  process.env.HTTP_STATUS_ARCHIVE = pack(folder);
  process.env.HTTP_STATUS_TRIED = join(folder, 'tried.jsonl');
  return () => {
    if (runsAll()) writeTable();
    removeFolder(folder);
  };
}
