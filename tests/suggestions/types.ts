import ts from 'typescript';
import { strictOptions } from '../support/strict-options.js';

const options: ts.CompilerOptions = { ...strictOptions, noImplicitReturns: true };

const libraries = new Map<string, ts.SourceFile | undefined>();

/** What TypeScript says of a module. */
export function typeErrors(code: string): string[] {
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, version) => {
    if (name === 'module.ts') return ts.createSourceFile(name, code, version);
    if (!libraries.has(name)) libraries.set(name, getSourceFile.call(host, name, version));
    return libraries.get(name);
  };
  const program = ts.createProgram(['module.ts'], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
