// A program of TypeScript that has one example of a page in it, for the rules that need types.
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Where an example stands: beside the pages, so that the package finds its own types. */
export const exampleFile = fileURLToPath(new URL('../../docs/example.ts', import.meta.url));

const options = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  types: [],
};

/** The libraries are the same for every example. */
const others = new Map();

export function programOf(code) {
  const host = ts.createCompilerHost(options, true);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === exampleFile || fileExists(name);
  host.getSourceFile = (name, settings) => {
    if (name === exampleFile) return ts.createSourceFile(name, code, settings, true);
    if (!others.has(name)) others.set(name, getSourceFile.call(host, name, settings));
    return others.get(name);
  };
  return ts.createProgram([exampleFile], options, host);
}
