import type { Stamp } from './reader.js';

interface Entry<T> {
  readonly stamp: Stamp;
  readonly value: T | undefined;
  readonly weight: number;
}

/** What is known of files, by path and time of change; what was not asked for longest goes first. */
export class Kept<T> {
  private readonly entries = new Map<string, Entry<T>>();
  private total = 0;

  constructor(
    private readonly most: number,
    private readonly weigh: (value: T, stamp: Stamp) => number = () => 1,
  ) {}

  get size(): number {
    return this.entries.size;
  }

  /** What is known of a file; it is found out anew where the file is another one. */
  get(path: string, stamp: Stamp, find: () => T | undefined): T | undefined {
    const known = this.entries.get(path);
    if (known) this.remove(path, known);
    const isSame = known?.stamp.changed === stamp.changed && known.stamp.size === stamp.size;
    const value = isSame ? known.value : find();
    const entry = { stamp, value, weight: isSame ? known.weight : value === undefined ? 1 : this.weigh(value, stamp) };
    this.entries.set(path, entry);
    this.total += entry.weight;
    for (const [other, { weight }] of this.entries) {
      if (this.total <= this.most || other === path) break;
      this.remove(other, { weight });
    }
    return value;
  }

  clear(): void {
    this.entries.clear();
    this.total = 0;
  }

  private remove(path: string, { weight }: Pick<Entry<T>, 'weight'>): void {
    this.entries.delete(path);
    this.total -= weight;
  }
}
