import type { Client, ModuleExports } from './client.js';

/** One entry of a client's `modules`, as it is compared with the specifier of an import. */
interface Entry {
  readonly matches: RegExp;
  readonly exports: readonly string[];
}

const isRelative = (name: string): boolean => /^\.{0,2}\//.test(name);

/** Whether a name stands for more specifiers than the one that it spells. */
const isPattern = (name: string): boolean => isRelative(name) || name.includes('*');

/** `../util/fetch.js` is the file `util/fetch`, wherever it is imported from. */
const pathOf = (name: string): string =>
  isRelative(name) ? name.replace(/^(?:\.{0,2}\/)+/, '').replace(/\.[cm]?[jt]sx?$/, '') : name;

const escape = (text: string): string => text.replace(/[/\\^$+?.()|[\]{}@-]/g, '\\$&');

/** `*` is a part of one segment, `**` is any number of them. */
const globSource = (path: string): string =>
  path
    .split(/(\*\*\/?|\*)/)
    .map((piece) => (piece.startsWith('**') ? `[^'"]*` : piece === '*' ? `[^/'"]*` : escape(piece)))
    .join('');

/** What matches the specifiers that a name of a client's module stands for, as the source of a regular expression. */
export function specifierSource(name: string): string {
  if (!isPattern(name)) return escape(name);
  const path = globSource(pathOf(name));
  // Another file says another number of dots, or an alias of the project.
  return isRelative(name) ? String.raw`(?:[./@~#$][^'"]*\/)${path}(?:\.[cm]?[jt]sx?)?` : path;
}

/** Text that every such specifier has in it, in whole segments; empty where there is none. */
export function textOfSpecifier(name: string): string {
  if (!name.includes('*')) return pathOf(name);
  const segments = pathOf(name)
    .split('/')
    .filter((segment) => !segment.includes('*'));
  return segments.reduce((longest, segment) => (segment.length > longest.length ? segment : longest), '');
}

const known = new WeakMap<ModuleExports, readonly Entry[]>();

function patternsOf(modules: ModuleExports): readonly Entry[] {
  let patterns = known.get(modules);
  if (!patterns) {
    patterns = Object.entries(modules)
      .filter(([name]) => isPattern(name))
      .map(([name, exports]) => ({ matches: new RegExp(`^${specifierSource(name)}$`), exports }));
    known.set(modules, patterns);
  }
  return patterns;
}

/** Whether a module, by the specifier of an import, is one of these and exports a name for which it is listed. */
export function exportsName(modules: ModuleExports | undefined, specifier: string, name: string): boolean {
  if (!modules) return false;
  if (Object.hasOwn(modules, specifier) && modules[specifier]!.includes(name)) return true;
  return patternsOf(modules).some(({ matches, exports }) => exports.includes(name) && matches.test(specifier));
}

/** Whether a module, by the specifier of an import, exports a function of the client under this name. */
export const exportsRequest = ({ modules }: Client, specifier: string, name: string): boolean =>
  exportsName(modules, specifier, name);

/** All modules that a client is imported from, its functions and its objects. */
export function modulesOf({ modules, objects = [] }: Client): readonly ModuleExports[] {
  const ofObjects = objects.flatMap((one) => [
    ...[one.modules, one.classes, one.makers, one.types],
    ...(one.callbacks ?? []).map((callback) => callback.modules),
    ...(one.holders ?? []).map((holder) => holder.types),
  ]);
  return [modules, ...ofObjects].filter((one) => one !== undefined);
}
