import type { TSESLint } from '@typescript-eslint/utils';

/** A file at one time: another size or time of change says that it is not the same any more. */
export interface Stamp {
  readonly changed: number;
  readonly size: number;
}

export const isSameStamp = (a: Stamp | undefined, b: Stamp | undefined): boolean =>
  a?.changed === b?.changed && a?.size === b?.size;

/** What is there on the disk; undefined for a path that is no file. */
export interface Files {
  stampOf(path: string): Stamp | undefined;
  textOf(path: string): string | undefined;
}

/** What it takes to look into another file of the project. */
export interface Reader {
  readonly files: Files;
  /** The file that a specifier means in the file at `from`; undefined for a package, and for what is not there. */
  resolve(specifier: string, from: string, files: Files): string | undefined;
  /**
   * Reads code, in whichever language the path says.
   * @throws {SyntaxError} where it is none.
   */
  parse(text: string, path: string): TSESLint.SourceCode;
}

let load: () => Reader | undefined = () => undefined;
let loaded: { readonly reader: Reader | undefined } | undefined;

/**
 * Says what reads other files. It is loaded when the first one is asked for: most runs of an editor never do, and the
 * parser in it is larger than all the rules.
 */
export function readOthersWith(loader: () => Reader | undefined): void {
  load = loader;
  loaded = undefined;
}

/** Undefined where there is no disk to read from, as in a browser. */
export function theReader(): Reader | undefined {
  return (loaded ??= { reader: tryTo(load) }).reader;
}

/** What is broken on the way to another file is silent: the file that is linted is not at fault. */
export function tryTo<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
