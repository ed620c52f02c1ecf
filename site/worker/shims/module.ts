// `node:module`, as far as the plugin asks: its own package.json.
import manifest from '../../../package.json' with { type: 'json' };

export const createRequire = () => (specifier: string) => {
  const { homepage, name, version } = manifest;
  if (specifier === `${name}/package.json`) return { homepage, name, version };
  // Files of a project are only followed from a path on a disk, which no text of the playground has.
  throw new Error(`There is no "${specifier}" in a browser.`);
};
