import { Choices, GivenUp } from '../choices.js';
import { Stub, type Read } from './stub.js';

/** Code that is not in the file failed. */
export class Failure extends Error {}

/** Turns of all loops of a run. */
const mostTurns = 12;
/** Failures of one run: more than that are not needed to show what a report means. */
const mostFailures = 2;

const silent = { log: () => undefined, error: () => undefined };

/** Everything a program can reach, for one run, and what the run did. */
export class Run {
  readonly stubs: Stub[] = [];
  /** The statements and branches that it ran, by number. */
  readonly trace: number[] = [];
  /** Where the read of a body that is about to start stands. */
  reading = 0;
  isGivenUp = false;
  private turns = 0;
  private failures = 0;
  private strict: boolean | undefined;
  /** Where in the answers each response got its status. */
  readonly asked: { readonly stub: Stub; readonly at: number }[] = [];
  readonly console: typeof silent = silent;

  constructor(
    private readonly choices: Choices,
    private readonly statuses: readonly number[],
    /** Whether requests, reads and the code of other files may fail. */
    private readonly isPermissive: boolean,
  ) {}

  noteRead(stub: Stub, read: Omit<Read, 'isDoubtful'>): void {
    // It would throw. The analysis leaves that to another rule, and goes on.
    const isRead = stub.reads.some(({ isOfCopy }) => !isOfCopy);
    if (isRead && !read.isOfCopy && !this.isPermissive) throw new TypeError('The body was read before.');
    stub.isTouched = true;
    stub.reads.push({ ...read, isDoubtful: false });
  }

  choose(arity: number): number {
    if (this.isGivenUp) throw new GivenUp();
    try {
      return this.choices.choose(arity);
    } catch (error) {
      this.isGivenUp = true;
      throw error;
    }
  }

  giveUp(error: unknown = new GivenUp()): never {
    this.isGivenUp = true;
    throw error;
  }

  turn(): void {
    if (++this.turns > mostTurns || this.isGivenUp) this.giveUp();
  }

  fail(): void {
    if (!this.isPermissive || this.failures >= mostFailures || this.choose(2) === 0) return;
    this.failures++;
    throw new Failure();
  }

  /** The same, later. */
  mayFail(): Promise<void> {
    try {
      this.fail();
    } catch (error) {
      const promise = Promise.reject(error);
      // Nobody has to wait for it.
      promise.catch(() => undefined);
      return promise;
    }
    return Promise.resolve();
  }

  fetch(url: string): Promise<Stub> {
    const failed = this.mayFail();
    const at = this.choices.taken.length;
    const stub = new Stub(this, Number(url.slice(1)), this.statuses[this.choose(this.statuses.length)]!);
    this.stubs.push(stub);
    this.asked.push({ stub, at });
    const promise = failed.then(() => stub);
    promise.catch(() => undefined);
    return promise;
  }

  /** An opaque condition. */
  c(): boolean {
    this.fail();
    return this.choose(2) === 1;
  }

  /** The same, and it stays as it is. */
  get options(): { readonly strict: boolean } {
    return { strict: (this.strict ??= this.choose(2) === 1) };
  }

  /** A list of which nothing is known. */
  items(): readonly number[] {
    this.fail();
    return [[1, 2], [], [1]][this.choose(3)]!;
  }

  /** Code that is not here: what it is given, it may look at. */
  act(...given: unknown[]): object {
    for (const value of given) this.hand(value);
    this.fail();
    return {};
  }

  /** The same by other names. */
  use(...given: unknown[]): object {
    return this.act(...given);
  }

  send(...given: unknown[]): object {
    return this.act(...given);
  }

  report(...given: unknown[]): object {
    return this.act(...given);
  }

  listen(...given: unknown[]): object {
    return this.act(...given);
  }

  /** A field of what others see. */
  get store(): object {
    return new Proxy({}, { set: (_, __, value) => (this.hand(value), true) });
  }

  /** It goes to another owner. */
  hand(value: unknown, depth = 0): void {
    if (value instanceof Stub) {
      value.isHanded = true;
      value.isTouched = true;
    } else if (value instanceof Promise) void value.then((it) => this.hand(it, depth)).catch(() => undefined);
    else if (typeof value === 'object' && value && depth < 3)
      for (const part of Object.values(value)) this.hand(part, depth + 1);
  }
}
