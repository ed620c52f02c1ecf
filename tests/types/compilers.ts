// The supported versions of TypeScript. Versions 5 and 6 run inside this process, which saves reading the platform's
// libraries again and again; version 7 is not written in JavaScript and runs as a process of its own.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type TypeScript from 'typescript';

const require = createRequire(import.meta.url);
export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Compiler {
  readonly version: string;
  /** Compiles the project in this folder and gives what `tsc` would print: an empty text where all is well. */
  compile(project: string): Promise<string>;
}

// `node_modules/.bin/tsc` belongs to one of these at random, so each is asked for by the name that package.json gives it.
export const compilers: readonly Compiler[] = [
  { version: '5.4', compile: inProcess('ts54', '5.4') },
  { version: '5.9', compile: inProcess('ts59', '5.9') },
  { version: '6.0', compile: inProcess('typescript', '6.0') },
  { version: '7.0', compile: inNewProcess('typescript7', '7.0') },
];
/** For checks of the tests themselves, which one version answers as well as four. */
export const typescript6: Compiler = compilers[2]!;

function inProcess(name: string, version: string): Compiler['compile'] {
  const libraries = new Map<string, TypeScript.SourceFile | undefined>();
  return (project) => {
    const ts = require(name) as typeof TypeScript;
    check(name, ts.version, version);
    const config = ts.getParsedCommandLineOfConfigFile(
      join(project, 'tsconfig.json'),
      {},
      {
        ...ts.sys,
        onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
          throw new Error(String(diagnostic.messageText));
        },
      },
    );
    if (!config) throw new Error(`No tsconfig.json in ${project}`);
    const host = ts.createCompilerHost(config.options);
    const { getSourceFile } = host;
    host.getCurrentDirectory = () => project;
    host.getSourceFile = (path, ...rest) => {
      if (!/\/lib\.[\w.]*d\.ts$/.test(path)) return getSourceFile(path, ...rest);
      if (!libraries.has(path)) libraries.set(path, getSourceFile(path, ...rest));
      return libraries.get(path);
    };
    const program = ts.createProgram(config.fileNames, config.options, host);
    const diagnostics = [...config.errors, ...ts.getPreEmitDiagnostics(program)];
    return Promise.resolve(ts.formatDiagnostics(diagnostics, host));
  };
}

function inNewProcess(name: string, version: string): Compiler['compile'] {
  return async (project) => {
    check(name, (require(`${name}/package.json`) as { version: string }).version, version);
    const args = [join(root, 'node_modules', name, 'bin/tsc'), '-p', project, '--pretty', 'false'];
    try {
      return (await promisify(execFile)(process.execPath, args, { cwd: project })).stdout;
    } catch (error) {
      // A compiler that finds errors exits with 1 or 2; one that crashes says so on stderr.
      const { stdout, stderr } = error as { stdout?: string; stderr?: string };
      return `${stdout ?? ''}${stderr ?? ''}` || String(error);
    }
  };
}

function check(name: string, found: string, wanted: string): void {
  if (!found.startsWith(`${wanted}.`)) throw new Error(`node_modules/${name} is TypeScript ${found}, not ${wanted}.`);
}
