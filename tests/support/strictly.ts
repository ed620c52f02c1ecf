import type { Linter as LinterTypes } from 'eslint';
import { Linter } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { strictOptions } from './strict-options.js';

const options: ts.CompilerOptions = { ...strictOptions, moduleDetection: ts.ModuleDetectionKind.Force };

function programOf(files: ReadonlyMap<string, string>): ts.Program {
  const host = ts.createCompilerHost(options, true);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.getSourceFile = (path, settings) => {
    const code = files.get(path);
    return code === undefined
      ? getSourceFile.call(host, path, settings)
      : ts.createSourceFile(path, code, settings, true);
  };
  return ts.createProgram([...files.keys()], options, host);
}

/**
 * What the strictest preset of typescript-eslint says of programs, by their names. They are files of one TypeScript program,
 * as to make one takes a second; `folder` is where they are, which need not be on the disk.
 */
export function strictly(
  programs: Readonly<Record<string, string>>,
  { folder = '/programs', rules = {} }: { folder?: string; rules?: LinterTypes.RulesRecord } = {},
): (name: string) => LinterTypes.LintMessage[] {
  const pathOf = (name: string): string => `${folder}/${name}`;
  const files = new Map(Object.entries(programs).map(([name, code]) => [pathOf(name), code]));
  const linter = new Linter({ cwd: folder });
  const parserOptions = { programs: [programOf(files)] };
  const config = [...tseslint.configs.strictTypeChecked, { languageOptions: { parserOptions } }, { rules }];
  const forTypeScript = config.map((one) => ({ ...one, files: ['**/*.ts'] })) as LinterTypes.Config[];
  return (name) => linter.verify(programs[name]!, forTypeScript, { filename: pathOf(name), allowInlineConfig: false });
}
