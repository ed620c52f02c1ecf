import { parseStatuses, type StatusSet } from '../../src/status/index.js';
import { Choices, Exploration, GivenUp } from './choices.js';

/** The statuses under which each mark was reached: `line:name` → statuses. */
export type Reached = ReadonlyMap<string, ReadonlySet<number>>;

/** 0, everything servers may send by the book, and some of what they send all the same. */
export const universe: readonly number[] = [
  ...[0, ...Array.from({ length: 500 }, (_, i) => i + 100)],
  ...[600, 601, 700, 799, 888, 999],
];

/** What the other requests of a run answer, beside the statuses that the text mentions. */
const usual = [200, 404, 503];

/** Requests of one run whose status is tried through. */
const requestsTried = 3;

type Main = (...surroundings: unknown[]) => Promise<unknown>;
const AsyncFunction = (async () => undefined).constructor as new (...texts: string[]) => Main;

const names = [
  'fetch',
  '__mark',
  'maybe',
  'items',
  'act',
  'sleep',
  'setTimeout',
  'Promise',
  'console',
  'process',
  'location',
] as const;

/**
 * Runs a fixture's exported functions under every status of the universe, for each of their first requests. What they ask
 * of the world (`maybe()`, `items()`, requests and bodies that fail, `act()` that throws) is tried through, up to a bound,
 * for one status of each region the text tells apart; every other status then goes all the ways that led to a mark.
 */
export async function runFixture(text: string, runsPerStatus = 100): Promise<Reached> {
  const functions = [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map((match) => match[1]!);
  const script = text.replace(/^export /gm, '');
  const program = new AsyncFunction(
    ...names,
    '__main',
    `'use strict';\n${script}\nreturn ({ ${functions.join()} })[__main]();`,
  );
  const reached = new Map<string, Set<number>>();
  for (const main of functions) {
    for (let position = 0; position < requestsTried; position++) {
      const body = text.slice(text.indexOf(` function ${main}(`)).split('\n}')[0]!;
      if (!(await runPosition(body, (world) => world.run(program, main), position, reached, runsPerStatus))) break;
    }
  }
  return reached;
}

/** Tries all statuses for the request at one position; false where no run came that far. */
async function runPosition(
  text: string,
  start: (world: FixtureWorld) => Promise<void>,
  position: number,
  reached: Map<string, Set<number>>,
  runsPerStatus: number,
): Promise<boolean> {
  let isUsed = false;
  const ways = new Map<string, readonly number[]>();
  const answers = answersIn(text);
  const others = [...new Set([...usual, ...mentionedIn(text)])].filter((code) => answers.has(code)).slice(0, 6);
  let isExploring = true;
  const run = async (choices: Choices, status: number): Promise<void> => {
    const world = new FixtureWorld(choices, position, status, others);
    await start(world);
    isUsed ||= world.requests > position;
    for (const [key, seen] of world.reached) {
      let known = reached.get(key);
      if (!known) reached.set(key, (known = new Set()));
      for (const one of seen) known.add(one);
      // The ways that are gone again lead where they led.
      if (!isExploring) continue;
      for (const one of seen) if (!ways.has(`${key}:${one}`)) ways.set(`${key}:${one}`, choices.taken);
    }
  };
  for (const status of edges(text).filter((code) => answers.has(code))) {
    await new Exploration((choices) => run(choices, status), 20).explore(runsPerStatus);
    if (!isUsed) return false;
  }
  isExploring = false;
  const distinct = [...new Map([[], ...ways.values()].map((way) => [way.join(), way])).values()];
  const all = universe.filter((code) => answers.has(code));
  for (const way of distinct) for (const status of all) await run(new Choices(way, 20), status);
  return true;
}

/** `// answers 200, 4xx`: what the server of a function promises, as the types in it say. */
function answersIn(text: string): StatusSet {
  const [, statuses = 'any'] = /^ *\/\/ answers (.*)$/m.exec(text) ?? [];
  return parseStatuses(statuses);
}

const mentionedIn = (text: string): number[] => [...text.matchAll(/\b[1-5]\d\d\b/g)].map(([code]) => Number(code));

/** The edges of the groups, and the statuses the text mentions with their neighbours. */
function edges(text: string): readonly number[] {
  const mentioned = mentionedIn(text).flatMap((code) => [code - 1, code, code + 1]);
  const all = new Set([...usual, 0, 199, 299, 300, 399, 400, 499, 500, 599, 600, ...mentioned]);
  return [...all].filter((status) => universe.includes(status));
}

/** A promise of which nobody has to handle the rejection, nor that of a chain that starts here. */
class Quiet<T> extends Promise<T> {
  override then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    const next = super.then(onFulfilled, onRejected);
    Promise.prototype.then.call(next, undefined, () => undefined);
    return next;
  }
}

class FixtureWorld {
  requests = 0;
  readonly reached = new Map<string, Set<number>>();
  private turns = 0;

  constructor(
    private readonly choices: Choices,
    private readonly position: number,
    private readonly status: number,
    private readonly others: readonly number[],
  ) {}

  /** Waits until the program ends, or nothing moves any more. */
  async run(program: Main, main: string): Promise<void> {
    let isDone = false;
    const end = () => (isDone = true);
    program(...names.map((name) => this[name as keyof this]), main).then(end, end);
    for (let tick = 0; tick < 200 && !isDone; tick++) await null;
  }

  readonly fetch = (): Promise<Response> => {
    const position = this.requests++;
    if (this.choose(2) === 1) return this.rejected();
    const answer = position === this.position ? this.status : this.others[this.choices.choose(this.others.length)]!;
    return Quiet.resolve(this.response(answer));
  };

  private response(status: number): Response {
    const read = () => (this.choose(2) === 1 ? this.rejected() : Promise.resolve({ items: [] }));
    const response = {
      ...{ status, ok: status >= 200 && status <= 299, statusText: 'OK', url: '/', headers: new Map() },
      ...{ body: { cancel: () => undefined }, json: read, text: read, blob: read, clone: () => response },
    };
    return response as unknown as Response;
  }

  readonly __mark = (line: number, name: string, value: unknown): void => {
    const status = (value as Response | undefined | null)?.status;
    if (typeof status !== 'number') return;
    const key = `${line}:${name}`;
    const known = this.reached.get(key);
    if (known) known.add(status);
    else this.reached.set(key, new Set([status]));
  };

  readonly maybe = (): boolean => this.choose(2) === 0;
  readonly items = (): readonly string[] => [['a', 'b'], ['a'], []][this.choose(3)]!;

  readonly act = (): void => {
    if (this.choose(2) === 1) throw new Error('act failed');
  };

  readonly sleep = (): Promise<void> => Promise.resolve();
  readonly setTimeout = (callback: () => void): void => queueMicrotask(callback);
  readonly console = { log: () => undefined, error: () => undefined, warn: () => undefined };
  readonly location = {};

  readonly process = {
    exit: (): never => {
      throw new GivenUp();
    },
  };

  /** Any of several may come first. */
  readonly Promise = Object.assign(
    function (executor: ConstructorParameters<typeof Promise>[0]) {
      return new Promise(executor);
    },
    {
      all: Promise.all.bind(Promise),
      allSettled: Promise.allSettled.bind(Promise),
      resolve: Promise.resolve.bind(Promise),
      reject: (reason: unknown) => this.quiet(Promise.reject(reason)),
      race: (promises: unknown[]) => promises[this.choose(promises.length)],
      any: (promises: unknown[]) => promises[this.choose(promises.length)],
    },
  );

  private choose(arity: number): number {
    if (++this.turns > 60) throw new GivenUp();
    return this.choices.choose(arity);
  }

  private rejected(): Promise<never> {
    return this.quiet(Quiet.reject(new Error('failed')));
  }

  private quiet<T>(promise: Promise<T>): Promise<T> {
    promise.catch(() => undefined);
    return promise;
  }
}
