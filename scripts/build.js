// `npm run build`: what the package ships, in dist. The compiler writes modules and declarations; the modules are then
// joined into one file for the plugin, because ESLint waits for every file of a plugin, and two for the command line: its
// parser comes along with all that it needs, so that whoever uses the plugin installs none of that. The plugin's own helper
// comes along, too: as a dependency it would bring ESLint, which it takes for its peer, to users of oxlint and of the types.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { writeLicences } from './build/licences.js';
import { build as buildTypes } from './types-build.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const plugin = 'src/index.js';
const commandLine = 'src/cli/bin.js';
const parser = 'src/reader/parser.js';
/** What reads other files of a project, for which the plugin waits only where one is asked for. */
const reader = 'src/reader/reader.js';
/** What asks TypeScript's own process for types, where nobody else has any. */
const compilerFile = 'src/compiler/compiler.js';

/** Gives the paths of the files that went into it. */
async function join(entry, external, output = {}) {
  const bundle = await rolldown({ input: path(`../.tmp/compiled/${entry}`), platform: 'node', external });
  const file = path(`../dist/${entry}`);
  const written = await bundle.write({ file, format: 'esm', comments: { annotation: false }, ...output });
  await bundle.close();
  return written.output.flatMap(({ moduleIds = [] }) => moduleIds);
}

/** Whatever an earlier build left would be shipped too. */
for (const folder of ['../dist', '../.tmp/compiled']) rmSync(path(folder), { recursive: true, force: true });
// The native compiler: it takes a fourth of the time, and writes the same modules.
const compiler = path('../node_modules/typescript7/bin/tsc');
try {
  execFileSync(process.execPath, [compiler, '-p', path('../tsconfig.build.json')], { stdio: 'inherit' });
} catch {
  process.exit(1); // the compiler has said why
}
const isPackage = (specifier) => /^[^./]/.test(specifier) && !specifier.startsWith(path('..'));
/** Small enough to come along; everything else that is imported is Node's, or ESLint. */
const bundled = ['@eslint-community/eslint-utils', 'eslint-visitor-keys', 'ignore', 'picomatch'];
const isKept = (specifier) => isPackage(specifier) && !bundled.includes(specifier);
const isOther = (specifier) => /^(?:\.\.\/)+index\.js$|\/reader\/parser\.js$/.test(specifier);
const files = [
  ...(await join(plugin, isKept)),
  ...(await join(commandLine, (specifier) => isKept(specifier) || isOther(specifier))),
  ...(await join(parser, () => false, { minify: true })),
  ...(await join(compilerFile, isKept)),
  ...(await join(reader, (specifier) => specifier === './parser.js')),
];
writeLicences(files, path('../dist/src/LICENSES.txt'));
buildTypes();
