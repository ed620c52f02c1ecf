// Puts the modules of src/types into one self-contained declaration file, dist/types/index.d.ts, with a twin for CommonJS.
//
// One file, because a program that imports the types should read one file; text, because the modules hold nothing but
// exported and private types: taking out their imports and joining them is all that a bundler would do.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';

const source = new URL('../src/types/', import.meta.url);
const target = new URL('../dist/types/', import.meta.url);

const exportList = /^export type \{([^}]*)\} from '\.\/([\w.-]+)\.js';$/gm;
const importStatement = /^import type \{[^}]*\} from '[^']+';\n/gm;
const ownDeclaration = /^(?:export )?(type|interface) (\w+)/gm;

/** The modules that index.ts names, in order, and the names that it makes public. */
function readIndex() {
  const index = readFileSync(new URL('index.ts', source), 'utf8');
  const exports = [...index.matchAll(exportList)].map(([, names = '', module = '']) => ({
    module,
    names: names
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  }));
  const header = /^\/\*\*\n( \* .*\n)/.exec(index);
  if (!header || exports.length === 0) throw new Error('src/types/index.ts has no header or no exports.');
  return { exports, publicNames: new Set(exports.flatMap(({ names }) => names)) };
}

/** The text of the shipped file. */
export function assemble() {
  const { exports, publicNames } = readIndex();
  const declared = new Set();
  const bodies = exports.map(({ module }) => {
    const text = readFileSync(new URL(`${module}.ts`, source), 'utf8');
    return text
      .replace(importStatement, '')
      .replace(/^\/\/.*\n/gm, '')
      .replace(ownDeclaration, (_, kind, name) => {
        if (declared.has(name)) throw new Error(`${name} is declared twice: the modules share one file when shipped.`);
        declared.add(name);
        return `${publicNames.has(name) ? 'export ' : ''}${kind} ${name}`;
      })
      .trim();
  });
  for (const name of publicNames) {
    if (!declared.has(name)) throw new Error(`src/types/index.ts exports ${name}, which no module declares.`);
  }
  const header = '// eslint-plugin-http-status/types: types only. The sources, with comments, are in src/types.';
  // Without `export {}` a declaration file exports all that it declares, the private types included.
  return `${[header, ...bodies].join('\n\n')}\n\nexport {};\n`;
}

export function build() {
  const text = assemble();
  mkdirSync(target, { recursive: true });
  for (const name of ['index.d.ts', 'index.d.cts']) writeFileSync(new URL(name, target), text);
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) build();
