import { Choices, GivenUp } from './choices.js';
import { StubResponse } from './stub-response.js';

/** Says that the world failed: a request that did not get through, code of others that threw. */
export class Failure extends Error {}

/** Everything a program can reach, for one run. The short names are what an instrumented program calls. */
export class World {
  readonly responses: StubResponse[] = [];
  /** The responses whose body was read, in the order of the reads. */
  private readonly uses: StubResponse[] = [];
  /** From where the reads may have been in vain, for each exception caught. */
  private readonly vain: number[] = [];
  private readonly left: Promise<unknown>[] = [];
  /** The sites, first and last, of what failed while nobody waited for it. */
  private readonly abandoned: (readonly [first: number, last: number])[] = [];
  private turns = 0;
  isGivenUp = false;

  constructor(
    private readonly choices: Choices,
    private readonly statuses: readonly number[],
    /** Whether requests and the code of others may fail: only a program that catches is told. */
    private readonly fails: boolean,
    /** Told at each statement where the program is, and of the variables in scope there. */
    private readonly visit: (line: number, values: readonly unknown[]) => void,
    /**
     * Where a site is given, its responses alone keep to their statuses: all others, and flags, answer each question
     * anew. The analysis knows what happened to each response on a path, but not which responses' paths go together.
     */
    private readonly steady?: number,
  ) {}

  /** A read begins: what it gives is to be noted when it comes to its end. */
  startUse(response: StubResponse): () => void {
    const start = this.uses.length;
    const exceptions = this.vain.length;
    return () => {
      response.used = true;
      this.uses.push(response);
      // An exception was caught meanwhile, by code that does not wait for the body any more.
      if (this.vain.slice(exceptions).some((from) => from <= start)) response.isDoubtful = true;
    };
  }

  statusOf(site: number, answered: number): number {
    return this.steady === undefined || site === this.steady
      ? answered
      : this.statuses[this.choose(this.statuses.length)]!;
  }

  readonly fetch = (url: string): Promise<StubResponse> => {
    const answer = this.choose(this.statuses.length + (this.fails ? 2 : 0));
    if (answer === this.statuses.length) return rejected();
    if (answer > this.statuses.length) throw new Failure();
    const response = new StubResponse(this, Number(url.slice(1)), this.statuses[answer]!);
    this.responses.push(response);
    return Promise.resolve(response);
  };

  /** An opaque condition. */
  readonly c = (): boolean => {
    const answer = this.choose(this.fails ? 3 : 2);
    if (answer === 2) throw new Failure();
    return answer === 0;
  };

  /** The same, read instead of called. */
  readonly options = Object.defineProperty({}, 'strict', { get: () => this.choose(2) === 0 });

  /** `Promise`, whose races anybody may win. */
  readonly Promise = Object.assign(
    function (executor: ConstructorParameters<typeof Promise>[0]) {
      return new Promise(executor);
    },
    {
      all: (promises: readonly unknown[]) => Promise.all(promises),
      allSettled: async (promises: readonly unknown[]) => {
        const settled = await Promise.allSettled(promises);
        for (const outcome of settled) {
          if (outcome.status === 'fulfilled' && outcome.value instanceof StubResponse)
            outcome.value.hasOtherName = true;
        }
        return settled;
      },
      race: (promises: readonly unknown[]) => promises[this.choose(promises.length)],
      any: (promises: readonly unknown[]) => promises[this.choose(promises.length)],
    },
  );

  /** Code that is not here. */
  readonly act = (): void => {
    if (this.choose(this.fails ? 2 : 1) === 1) throw new Failure();
  };

  /** A list of which nothing is known. */
  readonly items = (): readonly number[] => {
    const list = [[1, 2], [1], []][this.choose(this.fails ? 4 : 3)];
    if (!list) throw new Failure();
    return list;
  };

  /** A list that is not empty. */
  readonly pair = (): readonly number[] => (this.choose(2) === 0 ? [1, 2] : [1]);

  settle(value: object): Promise<object> {
    return this.choose(this.fails ? 2 : 1) === 1 ? rejected() : Promise.resolve(value);
  }

  private choose(arity: number): number {
    this.stopWhereGivenUp();
    try {
      return this.choices.choose(arity);
    } catch (error) {
      return this.giveUp(error);
    }
  }

  private giveUp(error: unknown = new GivenUp()): never {
    this.isGivenUp = true;
    throw error;
  }

  private stopWhereGivenUp(): void {
    if (this.isGivenUp) throw new GivenUp();
  }

  // ---- what instrumented programs call -----------------------------------------------------------------------------

  /** A statement. */
  readonly m = (line: number, ...values: unknown[]): void => {
    if (!this.isGivenUp) this.visit(line, values);
  };

  /** A turn of a loop: none goes on for ever. */
  readonly t = (): void => {
    if (++this.turns > 40 || this.isGivenUp) this.giveUp();
  };

  /** Code starts from which exceptions are caught. */
  readonly s = (): number => this.uses.length;

  /**
   * An exception was caught; a run that is given up is not kept going by it. What was read since `from` was perhaps read in
   * vain: whatever was to be done with it is not done. The analysis forgets such reads where it can tell.
   */
  readonly x = (error: unknown, from = this.uses.length): void => {
    if (error instanceof GivenUp || error instanceof TypeError) this.giveUp(error);
    for (const response of this.uses.slice(from)) response.isDoubtful = true;
    this.vain.push(from);
  };

  /** A response whose body is read to be rid of it. */
  readonly d = (value: unknown): unknown => (this.n(value), { text: () => this.settle({}) });

  /** A response that a member is read of: without one the program is none that anybody would write. */
  readonly n = <T>(value: T): T | StubResponse => {
    if (this.steady === undefined) return value ?? this.giveUp();
    // For the analysis even a body may be a response.
    return value instanceof StubResponse ? value : this.someResponse();
  };

  private someResponse(): StubResponse {
    return new StubResponse(this, -1, this.statuses[0]!);
  }

  /** Its status is read in a condition, or handed on. */
  readonly i = <T>(value: T): T | StubResponse => this.inspect(this.n(value));

  /** The same with `?.`. */
  readonly q = <T>(value: T): T | StubResponse =>
    this.inspect(value == null && this.steady !== undefined && this.choose(2) === 1 ? this.someResponse() : value);

  private inspect<T>(value: T): T {
    if (value instanceof StubResponse) value.inspected = true;
    return value;
  }

  /** A flag is read in a condition: it says something of these responses. */
  readonly g = <T>(responses: readonly unknown[], flag: T): T | boolean => {
    for (const response of responses) this.inspect(response);
    return this.steady === undefined || responses.some(this.isSteady) ? flag : this.choose(2) === 0;
  };

  private readonly isSteady = (value: unknown): value is StubResponse =>
    value instanceof StubResponse && value.site === this.steady;

  /** It is asked whether there is a response at all. */
  readonly p = <T>(value: T): T | object | null => {
    if (this.steady === undefined) return value;
    if (this.isSteady(value) && !value.hasOtherName) return value;
    return this.choose(2) === 0 ? (value ?? {}) : null;
  };

  /** It goes to another owner. */
  readonly h = <T>(value: T): T => {
    if (value instanceof StubResponse) value.handed = true;
    if (Array.isArray(value)) value.forEach(this.h);
    return value;
  };

  /** A promise whose failure nobody minds where it is left alone: a `finally` may return something else. */
  readonly o = <T>(promise: Promise<T>): Promise<T> => {
    promise.catch(() => undefined);
    return promise;
  };

  /**
   * Nobody waits for it. Where it fails, the path of what it requested ends, and what was read on the way there was
   * perhaps read in vain.
   */
  readonly l = (promise: Promise<unknown>, from: number, first: number, last: number): void => {
    const failed = (error: unknown) => {
      this.abandoned.push([first, last]);
      try {
        this.x(error, from);
      } catch {
        // Noted: the run is given up.
      }
    };
    this.left.push(promise.catch(failed));
  };

  /** It is given to `resolve`. */
  readonly v = <T>(value: T): T => {
    if (value instanceof StubResponse) value.passed = true;
    return value;
  };

  /** A promise would never be settled: nothing goes on. */
  readonly e_ = (error: unknown, reject: (error: unknown) => void): void => {
    this.isGivenUp = true;
    reject(error);
  };

  /** For the analysis, what gives a promise may also throw. */
  readonly y = <T>(promise: T): T => {
    this.act();
    return promise;
  };

  /**
   * A promise in a variable is waited for, perhaps not for the first time: for the analysis it may reject each time.
   */
  readonly w = <T>(promise: Promise<T>): Promise<T> =>
    this.steady === undefined ? promise : this.o(promise.then((value) => this.waitAgain(value)));

  private waitAgain<T>(value: T): T {
    if (!this.isSteady(value) && this.choose(this.fails ? 2 : 1) === 1) throw new Failure();
    return value;
  }

  /** The promise of a response goes to another owner. */
  readonly k = <T>(promise: Promise<T>): Promise<T> => {
    this.left.push(promise.then(this.h).catch(() => undefined));
    return promise;
  };

  /** Something goes on that nobody waits for. */
  get isLeftAlone(): boolean {
    return this.left.length > 0;
  }

  /** Waits for what nobody waited for. */
  async rest(): Promise<void> {
    for (const promise of this.left) await promise;
    for (const [first, last] of this.abandoned) {
      for (const response of this.responses) {
        if (response.site < first || response.site > last) continue;
        response.awaited = false;
        response.isDoubtful = true;
      }
    }
  }

  /** A list of responses: one of them stands for all. */
  readonly u = <T>(list: readonly T[]): void => {
    const peers = list.filter((item) => item instanceof StubResponse);
    for (const response of peers) response.peers = [...new Set([...response.peers, ...peers])];
  };

  /** It is waited for. */
  readonly a = <T>(value: T): T => {
    if (value instanceof StubResponse) value.awaited = true;
    if (Array.isArray(value)) value.forEach(this.a);
    return value;
  };
}

/** A rejected promise that may also be ignored. */
function rejected(): Promise<never> {
  const promise = Promise.reject(new Failure());
  promise.catch(() => undefined);
  return promise;
}
