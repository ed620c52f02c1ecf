import { isSameStamp, type Stamp } from './reader.js';

/** The files that an answer was read from, also those that it looked for in vain: it holds as long as they stay as they are. */
export class Trail {
  private readonly stamps = new Map<string, Stamp | undefined>();
  private readonly parts = new Set<Trail>();
  private checked: { readonly by: object; readonly holds: boolean } | undefined;

  add(path: string, stamp: Stamp | undefined): void {
    this.stamps.set(path, stamp);
  }

  /** The answer has another one in it. */
  include(other: Trail): void {
    if (other !== this) this.parts.add(other);
  }

  /** Whether all of them are as they were; asked once by each that asks. */
  holds(by: object, stampOf: (path: string) => Stamp | undefined): boolean {
    if (this.checked?.by === by) return this.checked.holds;
    this.checked = { by, holds: true }; // answers that have each other in them
    const holds =
      [...this.stamps].every(([path, stamp]) => isSameStamp(stamp, stampOf(path))) &&
      [...this.parts].every((part) => part.holds(by, stampOf));
    this.checked = { by, holds };
    return holds;
  }
}
