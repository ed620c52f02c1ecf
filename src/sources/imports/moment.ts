import type { Stamp } from './reader.js';
import type { Trail } from './trail.js';

/** How long what was seen of the disk is taken for what is there, in milliseconds: a run lints many files in a row. */
const lifetime = 1000;

/** Whether a file leads to a client, and the files that this was read from. */
interface Lead {
  readonly leads: boolean;
  readonly trail: Trail;
}

/** What was seen of the disk a moment ago, whichever file it was that asked. */
export class Moment {
  readonly stamps = new Map<string, Stamp | undefined>();
  readonly leading = new Map<string, Lead>();
  /** Imports that lead to no file of the project, by folder and specifier. */
  readonly unresolved = new Map<string, Trail>();
  private readonly began = Date.now();

  /** The moment of another question: the same one, or a new one where that is over. */
  next(): Moment {
    const age = Date.now() - this.began;
    return age >= 0 && age < lifetime ? this : new Moment();
  }
}
