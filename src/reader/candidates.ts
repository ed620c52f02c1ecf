import { join } from 'node:path';

const extensions = ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.mts', '.cjs', '.cts', '.vue', '.svelte'];

/** What is written in an import, and what the file may be called that is compiled to it. */
const compiledFrom: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.jsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

const code = /\.(?:[cm]?[jt]sx?|vue|svelte)$/;
const declarations = /\.d\.[cm]?ts$/;

/** The files that a path in an import can mean, the likeliest first. */
export function candidatesFor(path: string): string[] {
  if (declarations.test(path)) return [];
  const written = code.exec(path)?.[0];
  const stem = written === undefined ? path : path.slice(0, -written.length);
  return [
    ...(written === undefined ? [] : [path]),
    ...(compiledFrom[written ?? ''] ?? []).map((extension) => stem + extension),
    ...extensions.map((extension) => path + extension),
    ...extensions.slice(0, 6).map((extension) => join(path, `index${extension}`)),
  ];
}

/** Of a file that a build makes, those it may be made of, where it has not been built: `dist/index.js` of `src/index.ts`. */
export function sourcesOf(path: string): string[] {
  const plain = path.replace(/(?:\.d)?\.[cm]?[jt]s$/, '');
  const moved = plain.replace(/([\\/])(?:dist|build|lib|out|esm|cjs|es)(?:[\\/](?:esm|cjs|es|src))?(?=[\\/])/, '$1src');
  return moved === plain ? [path, plain] : [path, moved];
}

/** Aliases that frameworks set up by themselves, each with the folders of the package that it stands for. */
const aliases: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:@|~)\//, ['src', '.', 'app', 'resources/js']],
  [/^(?:@@|~~)\//, ['.']],
  [/^\$lib(?:\/|$)/, ['src/lib']],
  [/^(?=(?:src|app)\/)/, ['.']],
];

/** What an import means by the conventions of Vite's templates, Nuxt, SvelteKit and Create React App. */
export const conventionalPaths = (specifier: string, roots: readonly string[]): string[] =>
  aliases
    .filter(([pattern]) => pattern.test(specifier))
    .flatMap(([pattern, folders]) =>
      roots.flatMap((root) => folders.map((folder) => join(root, folder, specifier.replace(pattern, '')))),
    );
