/** Things by their names, those of one name in the order in which they came. */
export class ByName<T> {
  private readonly lists = new Map<string, T[]>();

  /** Leaves out what has no name. */
  add(name: string | undefined, item: T): void {
    if (name === undefined) return;
    const same = this.lists.get(name);
    if (same) same.push(item);
    else this.lists.set(name, [item]);
  }

  named(name: string): readonly T[] {
    return this.lists.get(name) ?? [];
  }
}
