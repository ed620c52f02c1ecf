import { makeFolder, pack, removeFolder } from '../support/sandbox.js';

/** Packs the package once for all tests: what `npm publish` would upload. */
export default function setup(): () => void {
  const folder = makeFolder();
  process.env.HTTP_STATUS_ARCHIVE = pack(folder);
  return () => removeFolder(folder);
}
