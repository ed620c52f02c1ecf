import { File } from '../../syntax/file.js';
import { Kept } from './kept.js';
import type { Stamp } from './reader.js';

/** A file of the project, read. */
export interface Module {
  readonly path: string;
  readonly file: File;
}

/** How much text the trees that are kept may have been made of: a tree takes some fifty times as much memory. */
const mostText = 1_500_000;

/** A tree is not free, however short its text is. */
const least = 4_000;

export class Modules {
  private readonly kept = new Kept<Module>(mostText, (_, { size }) => Math.max(size, least));

  get(path: string, stamp: Stamp, parse: () => Module | undefined): Module | undefined {
    return this.kept.get(path, stamp, parse);
  }
}
