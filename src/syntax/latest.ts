/**
 * What is known of the file that is linted at the moment; a file is linted to its end before the next one begins.
 *
 * A WeakMap of all files would do the same at a price: what is known of a syntax tree leads back to it, and entries of
 * such a map outlive the small garbage collections, so that each tree would be copied twice before it is given up.
 */
export class Latest<Key extends object, Value> {
  private static readonly all: Latest<object, unknown>[] = [];

  /** At the end of a file: what is still known while the next one is parsed, the garbage collector has to copy. */
  static giveUp(): void {
    for (const one of Latest.all) one.key = one.value = undefined;
  }

  private key: Key | undefined;
  private value: Value | undefined;

  constructor() {
    Latest.all.push(this);
  }

  get(key: Key): Value | undefined {
    return key === this.key ? this.value : undefined;
  }

  set(key: Key, value: Value): void {
    this.key = key;
    this.value = value;
  }
}
