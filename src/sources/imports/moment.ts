import { isSameStamp, type Files, type Stamp } from './reader.js';
import type { Trail } from './trail.js';

/**
 * How long what was seen of the disk is taken for what is there, in milliseconds, while a run lints one file after another.
 * An editor lints what somebody types in after each pause, and again once it is saved.
 */
const lifetime = 10_000;
const pause = 1000;

/** Whether a file leads to a client, and the files that this was read from. */
interface Lead {
  readonly leads: boolean;
  readonly trail: Trail;
}

/** The file that an import means; of a package, none. */
interface Resolved {
  readonly path: string | undefined;
  readonly trail: Trail;
}

/** What was seen of the disk a moment ago, whichever file it was that asked. */
export class Moment {
  readonly stamps = new Map<string, Stamp | undefined>();
  readonly leading = new Map<string, Lead>();
  /** By folder and specifier. */
  readonly resolved = new Map<string, Resolved>();
  private readonly began = Date.now();
  private asked = this.began;

  /** Whether it may serve for one more file. */
  goesOn(): boolean {
    const now = Date.now();
    const isOver = now < this.asked || now - this.asked > pause || now - this.began > lifetime;
    this.asked = now;
    return !isOver;
  }

  /** Whether a file is still as it was seen, if it was. */
  hasSeen(files: Files, path: string): boolean {
    return !this.stamps.has(path) || isSameStamp(this.stamps.get(path), files.stampOf(path));
  }
}
