// `npm run build`: what the package ships, in dist. The compiler writes modules and declarations; the modules are then
// joined into one file for the plugin and one for the command line, because ESLint waits for every file of a plugin.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { build as buildTypes } from './types-build.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const plugin = 'src/index.js';
const commandLine = 'src/cli/bin.js';

async function join(entry, external) {
  const bundle = await rolldown({ input: path(`../.tmp/compiled/${entry}`), platform: 'node', external });
  await bundle.write({ file: path(`../dist/${entry}`), format: 'esm', comments: { annotation: false } });
  await bundle.close();
}

/** Whatever an earlier build left would be shipped too. */
for (const folder of ['../dist', '../.tmp/compiled']) rmSync(path(folder), { recursive: true, force: true });
const compiler = path('../node_modules/typescript/bin/tsc');
try {
  execFileSync(process.execPath, [compiler, '-p', path('../tsconfig.build.json')], { stdio: 'inherit' });
} catch {
  process.exit(1); // the compiler has said why
}
const isPackage = (specifier) => /^[^./]/.test(specifier) && !specifier.startsWith(path('..'));
await join(plugin, isPackage);
await join(commandLine, (specifier) => isPackage(specifier) || specifier === '../index.js');
buildTypes();
