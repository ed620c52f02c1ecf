import { Run } from './run.js';

/** A body that was read. */
export interface Read {
  readonly node: number;
  /** How far the run had come. */
  readonly at: number;
  readonly isOfCopy: boolean;
  /** It was read on the way to an exception, perhaps in vain. */
  isDoubtful: boolean;
}

/** What stands for a response in a run: what was done with it is noted here. */
export class Stub {
  /** The run had come so far when it was made. */
  readonly madeAt: number;
  isAwaited = false;
  /** Its status was read where it decides, or told to code that can act on it. */
  isInspected = false;
  /** The same, but nobody can say for sure. */
  isPerhapsInspected = false;
  isTold = false;
  /** A variable remembers its status; that may be read, or not. */
  isRemembered = false;
  /** It went to another owner, for sure or perhaps. */
  isHanded = false;
  isPerhapsHanded = false;
  /** Something was done with it, if only for a log. */
  isTouched = false;
  readonly looks: { readonly node: number; readonly at: number }[] = [];
  readonly reads: Read[] = [];

  constructor(
    private readonly run: Run,
    readonly site: number,
    readonly status: number,
  ) {
    this.madeAt = run.trace.length;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status <= 299;
  }

  get headers(): ReadonlyMap<string, string> {
    return new Map();
  }

  get body(): AsyncIterable<object> {
    this.run.noteRead(this, { node: this.run.reading, at: this.run.trace.length, isOfCopy: false });
    return (async function* () {
      yield {};
    })();
  }

  json(): Promise<object> {
    return this.read(false);
  }

  text(): Promise<object> {
    return this.read(false);
  }

  /** The same response, with a body of its own. */
  clone(): Pick<Stub, 'json'> {
    return { json: () => this.read(true) };
  }

  private read(isOfCopy: boolean): Promise<object> {
    const body = this.readLater(isOfCopy);
    // A run that is given up may leave it behind.
    body.catch(() => undefined);
    return body;
  }

  private async readLater(isOfCopy: boolean): Promise<object> {
    // It is read here; that it was read is known when it came to its end.
    const [node, at] = [this.run.reading, this.run.trace.length];
    await this.run.mayFail();
    this.run.noteRead(this, { node, at, isOfCopy });
    return {};
  }
}
