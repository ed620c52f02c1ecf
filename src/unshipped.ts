/** Folders with code that is not shipped: what goes wrong there goes wrong for its author. */
const folders = [
  ...['example', 'examples', 'demo', 'demos', 'playground', 'playgrounds'],
  ...['templates', 'fixtures', 'mock', 'mocks', '__mocks__'],
];

/** Folders that are the same, but that a program may have among its sources as well. */
const besideSources = ['scripts', '_scripts', 'tasks'];

/** Folders with the sources of a program. */
const sources = ['src', 'app'];

/** The same for a config's `files`: a list in the list is of patterns all of which match. */
export const unshippedFiles: (string | string[])[] = [
  ...folders.map((name) => `**/${name}/**`),
  ...besideSources.map((name) => [`**/${name}/**`, ...sources.map((source) => `!**/${source}/**/${name}/**`)]),
];

const anyOf = (names: readonly string[]): string => `{${names.join(',')}}`;

/** The same for one of oxlint's `overrides`, where any of the patterns is enough. */
export const unshippedOverride = {
  files: [`**/${anyOf([...folders, ...besideSources])}/**`],
  excludeFiles: [`**/${anyOf(sources)}/**/${anyOf(besideSources)}/**`],
};

/**
 * Whether a file is code that is not shipped, by the folders on its way.
 * @param named how many of the folders somebody asked for by name: those do not count
 */
export function isUnshipped(path: readonly string[], named = 0): boolean {
  return path.slice(0, -1).some((folder, place) => {
    if (place < named) return false;
    if (folders.includes(folder)) return true;
    return besideSources.includes(folder) && !path.slice(0, place).some((above) => sources.includes(above));
  });
}
