import ts from 'typescript';

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noImplicitReturns: true,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts'],
  types: [],
};

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
