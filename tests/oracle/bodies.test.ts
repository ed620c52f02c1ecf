import { describe, expect, it } from 'vitest';
import { isErrorField, isSuccessFlag, tellsFailure } from '../../src/models/failure-words.js';
import { harmful, harmless } from '../analysis/consequences.js';

// "The body answers for itself", by execution: a program is run on the bodies that an error may have, a page of HTML and
// JSON in the form that the program's own tests ask for, and what it shows, returns and rejects with is looked at.

interface Outcome {
  /** Somebody is told of the failure in the program's own words: by an error, a value or a call. */
  readonly isTold: boolean;
  /** Something of the body is shown, stored or returned as if it were that of a success. */
  readonly isTakenForGood: boolean;
}

/** What the program asks its body for: an error is there, a flag of success is false, anything else is missing. */
function bodyFor(code: string): Record<string, unknown> {
  const asked = [...code.matchAll(/\b[db]\??\.(\w+)|"(\w+)" in|\{ data, (\w+) \}|(\w+): (?:false|e\.message)/g)];
  const names = asked.map((match) => match.slice(1).find((name) => name !== undefined)!);
  const entries = names.flatMap((name): [string, unknown][] => {
    if (name === 'errors') return [[name, [{ message: 'refused' }]]];
    if (isErrorField(name) || name === 'message' || name === 'msg') return [[name, 'the request failed']];
    // Not `false`: a flag that is given back is no word of the program's own.
    if (isSuccessFlag(name)) return [[name, 0]];
    if (name === 'status' || name === 'state') return [[name, 'error']];
    return name === 'code' ? [[name, 17]] : [];
  });
  return Object.fromEntries(entries);
}

const page = '<!doctype html><title>502 Bad Gateway</title>';

/** Names that stand for nothing but themselves, and what is done with them. */
class World {
  asksElsewhere = false;
  readonly calls: { readonly name: string; readonly given: readonly unknown[] }[] = [];

  mock(name: string): unknown {
    const own = new Map<PropertyKey, unknown>();
    return new Proxy(() => undefined, {
      get: (_, key) => {
        if (typeof key === 'symbol') return key === Symbol.toPrimitive ? () => name : undefined;
        if (key === 'then') return undefined;
        if (!own.has(key)) own.set(key, this.mock(`${name}.${key}`));
        return own.get(key);
      },
      apply: (_, __, given: unknown[]) => {
        this.calls.push({ name, given: given.map((one) => (typeof one === 'function' ? one({}) : one)) });
        return this.mock(`${name}()`);
      },
    });
  }
}

/** Schemas refuse, and the second request finds what the first did not. */
const refusing = {
  parse: () => {
    throw new Error('Users: refused');
  },
  safeParse: () => ({ success: false, error: new Error('Users: refused') }),
};

interface Ended {
  readonly value?: unknown;
  readonly error?: unknown;
}

/** Runs a program whose request is answered with an error that has a body; where there is none, it is not answered. */
async function run(code: string, body: string | undefined): Promise<{ readonly ended: Ended; readonly world: World }> {
  const world = new World();
  const answer = () =>
    body === undefined
      ? Promise.reject(new TypeError('fetch failed'))
      : Promise.resolve(new Response(body, { status: 500 }));
  const fetch = (url: unknown) => {
    if (url === 'first') return answer();
    world.asksElsewhere = true;
    return Promise.resolve(new Response('{}', { status: 200 }));
  };
  const own: Record<string, unknown> = { fetch, Users: refusing };
  const globals = new Proxy(own, {
    has: (_, key) => typeof key === 'string' && !(key in globalThis && key !== 'fetch'),
    get: (_, key) => (typeof key === 'string' ? (own[key] ??= world.mock(key)) : undefined),
  });
  const text = `with (globals) { ${code.replaceAll('export ', '')}\nreturn load; }`;
  const load = (new Function('globals', text) as (scope: unknown) => (u: string, x: unknown) => unknown)(globals);
  let ended: Ended;
  const silent = silenced();
  try {
    ended = { value: await load('first', world.mock('x')) };
    // A chain that nothing waits for.
    await new Promise((resolve) => setTimeout(resolve, 5));
  } catch (error) {
    ended = { error };
  } finally {
    silent.restore();
  }
  return { ended, world };
}

async function outcomeOf(code: string, body: string): Promise<Outcome> {
  const [answered, unanswered] = [await run(code, body), await run(code, undefined)];
  const outcome = judge(answered.ended, answered.world);
  // What a failed request comes to is written down, and this comes to the same.
  return saysSomething(unanswered) && textOf(answered) === textOf(unanswered)
    ? { isTold: true, isTakenForGood: false }
    : outcome;
}

type Run = Awaited<ReturnType<typeof run>>;

const textOf = ({ ended, world }: Run): string =>
  JSON.stringify([ended.value, world.calls], (_, one: unknown) => (typeof one === 'function' ? String(one) : one));

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** A constant that is given back, or put somewhere; that there is nothing, `set([])`, is not said by one. */
const saysSomething = ({ ended, world }: Run): boolean =>
  !('error' in ended) &&
  (ended.value !== undefined || world.calls.some(({ given }) => given.some((one) => !!one && !isEmpty(one))));

function silenced(): { restore: () => void } {
  const { error, log } = console;
  console.error = console.log = () => undefined;
  return { restore: () => void Object.assign(console, { error, log }) };
}

/** Not the message of an exception, which tells nobody anything. */
const isWord = (value: unknown): boolean =>
  !!value && !/^Cannot read|is not a function|is not iterable/.test(String(value));

const isTelling = (name: string): boolean => name.split('.').some(tellsFailure);

function judge({ value, error }: Ended, { calls, asksElsewhere }: World): Outcome {
  const shown = calls.filter(({ name, given }) => !isTelling(name) && !given.some(isFailure) && name !== 'x.busy');
  const told = calls.some(({ name, given }) => given.some(isFailure) || (isTelling(name) && given.some(isWord)));
  const isOwnError = error instanceof Error && !(error instanceof TypeError) && !(error instanceof SyntaxError);
  const isReturned = error === undefined && value !== undefined && !(value instanceof Function);
  return {
    isTold: told || isOwnError || (isReturned && isFailure(value)) || asksElsewhere,
    isTakenForGood:
      shown.some(({ given }) => given.some(isOfBody)) || (isReturned && !isFailure(value) && isOfBody(value)),
  };
}

/** A value that says of itself that it is a failure. */
function isFailure(value: unknown): boolean {
  if (value === null || value === false) return true;
  if (typeof value === 'string') return /could not|failed|no user/i.test(value);
  if (typeof value !== 'object' || value instanceof Response) return false;
  return Object.entries(value as object).some(
    ([name, one]) => (isErrorField(name) && Boolean(one)) || (isSuccessFlag(name) && one === false),
  );
}

/** Something that a success would have had: it is missing, or says what the error said. */
const isOfBody = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && (value === 'refused' || value.includes('<'))) || isRecord(value);

const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !(value instanceof Response);

describe('an error whose body answers for itself', () => {
  const programs = harmless.filter(([, kind]) => kind === 'envelope' || kind === 'throws');

  it.each(programs)('is told where %s', async (_, __, code) => {
    const outcome = await outcomeOf(code, JSON.stringify(bodyFor(code)));
    expect(outcome).toEqual({ isTold: true, isTakenForGood: false });
  });

  it.each(programs)('is never taken for good as a page where %s', async (_, __, code) => {
    expect((await outcomeOf(code, page)).isTakenForGood).toBe(false);
  });
});

describe('an error whose body does not', () => {
  it.each(harmful)('is not told, or taken for good where %s', async (_, code) => {
    const { isTold, isTakenForGood } = await outcomeOf(code, JSON.stringify(bodyFor(code)));
    expect(isTold && !isTakenForGood).toBe(false);
  });
});
