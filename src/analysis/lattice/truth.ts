import { StatusSet } from '../../status/index.js';

/**
 * What is known of the truth of a variable that never changes: which it is on this path, or what either would say of the
 * statuses of responses, where paths with either have met.
 */
export interface Truth {
  readonly is?: boolean;
  /** Sorted by origin. */
  readonly says: readonly Implied[];
}

export const unknown: Truth = { says: [] };

/** The statuses that a response can have where a variable is true, and where it is false. */
export interface Implied {
  readonly origin: number;
  readonly whenTrue: StatusSet;
  readonly whenFalse: StatusSet;
}

/** One of the paths that meet: what it knows, and the statuses of a response on it. */
export interface Side {
  readonly truth: Truth;
  readonly statusesOf: (origin: number) => StatusSet;
}

/** Of the newest responses only: a flag that is asked again for each of many would have to say something of all of them. */
const mostResponses = 4;

/** The join of what two paths know; undefined for nothing. `differing` are the responses that the paths know differently. */
export function joinTruths(a: Side, b: Side, differing: () => readonly number[]): Truth | undefined {
  if (sameTruth(a.truth, b.truth)) return a.truth;
  const told = a.truth.is === undefined && b.truth.is === undefined ? [] : differing();
  const origins = new Set([...told, ...a.truth.says.map(originOf), ...b.truth.says.map(originOf)]);
  const says = [...origins]
    .sort((x, y) => x - y)
    .map((origin) => joinImplied(impliedBy(a, origin), impliedBy(b, origin)));
  const telling = says.filter(({ whenTrue, whenFalse }) => !whenTrue.equals(whenFalse)).slice(-mostResponses);
  return telling.length > 0 ? { says: telling } : undefined;
}

const originOf = ({ origin }: Implied): number => origin;

const joinImplied = (a: Implied, b: Implied): Implied => ({
  origin: a.origin,
  whenTrue: a.whenTrue.union(b.whenTrue),
  whenFalse: a.whenFalse.union(b.whenFalse),
});

function impliedBy({ truth, statusesOf }: Side, origin: number): Implied {
  const known = truth.says.find((implied) => implied.origin === origin);
  if (known) return known;
  const here = statusesOf(origin);
  const when = (is: boolean) => (truth.is === !is ? StatusSet.empty : here);
  return { origin, whenTrue: when(true), whenFalse: when(false) };
}

/** A new response of an origin came to be: what was known of the one before is past. */
export function withoutOrigin(truth: Truth, origin: number): Truth | undefined {
  if (!truth.says.some((implied) => implied.origin === origin)) return truth;
  const says = truth.says.filter((implied) => implied.origin !== origin);
  return says.length > 0 ? { says } : undefined;
}

export const sameTruth = (a: Truth, b: Truth): boolean =>
  a === b ||
  (a.is === b.is &&
    a.says.length === b.says.length &&
    a.says.every((implied, i) => {
      const { origin, whenTrue, whenFalse } = b.says[i]!;
      return implied.origin === origin && implied.whenTrue.equals(whenTrue) && implied.whenFalse.equals(whenFalse);
    }));
