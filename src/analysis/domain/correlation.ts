import { noFate, type Fate } from './table.js';

/**
 * What is known of the truth of a condition that stays as it is: which it is on this path, or what either would say of the
 * statuses of responses, where paths with either have met.
 */
export interface Truth {
  readonly is?: boolean;
  /** Sorted by origin. */
  readonly says: readonly Implied[];
}

export const unknown: Truth = { says: [] };

/** What can have become of a response where a condition is true, and where it is false. */
export interface Implied {
  readonly origin: number;
  readonly whenTrue: Fate;
  readonly whenFalse: Fate;
}

/** One of the paths that meet: what it knows, and what became of a response on it. */
export interface Side {
  readonly truth: Truth;
  readonly fateOf: (origin: number) => Fate;
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
  return saying(says);
}

/** What says nothing, and who is too old, is left out. */
function saying(all: readonly Implied[]): Truth | undefined {
  const says = all.filter(({ whenTrue, whenFalse }) => !sameFate(whenTrue, whenFalse)).slice(-mostResponses);
  return says.length > 0 ? { says } : undefined;
}

const originOf = ({ origin }: Implied): number => origin;

const joinFates = (a: Fate, b: Fate): Fate => a.map((statuses, facts) => statuses.union(b[facts]!));

const sameFate = (a: Fate, b: Fate): boolean => a.every((statuses, facts) => statuses.equals(b[facts]!));

const joinImplied = (a: Implied, b: Implied): Implied => ({
  origin: a.origin,
  whenTrue: joinFates(a.whenTrue, b.whenTrue),
  whenFalse: joinFates(a.whenFalse, b.whenFalse),
});

function impliedBy({ truth, fateOf }: Side, origin: number): Implied {
  const known = truth.says.find((implied) => implied.origin === origin);
  if (known) return known;
  const here = fateOf(origin);
  const when = (is: boolean) => (truth.is === !is ? noFate : here);
  return { origin, whenTrue: when(true), whenFalse: when(false) };
}

/** The facts that some statuses have got or lost between two fates of a response. */
export function movedFacts(before: Fate, after: Fate): number {
  let moved = 0;
  before.forEach((statuses, from) => {
    const gone = statuses.difference(after[from]!);
    if (gone.isEmpty) return;
    after.forEach((found, to) => {
      if (!gone.isDisjointWith(found)) moved |= from ^ to;
    });
  });
  return moved;
}

/** These facts have become others for a response: on which side of a condition they were what they were is past. */
export function withoutFacts(truth: Truth, origin: number, facts: number): Truth | undefined {
  if (!truth.says.some((implied) => implied.origin === origin)) return truth;
  const changed = ({ whenTrue, whenFalse }: Implied): Implied => ({
    origin,
    whenTrue: eitherWay(whenTrue, facts),
    whenFalse: eitherWay(whenFalse, facts),
  });
  return saying(truth.says.map((implied) => (implied.origin === origin ? changed(implied) : implied)));
}

/** A fate whose statuses may have had any of these facts. */
const eitherWay = (fate: Fate, facts: number): Fate =>
  fate.map((statuses, own) => {
    let all = statuses;
    for (let some = facts; some > 0; some = (some - 1) & facts) all = all.union(fate[own ^ some]!);
    return all;
  });

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
      return (
        implied.origin === origin && sameFate(implied.whenTrue, whenTrue) && sameFate(implied.whenFalse, whenFalse)
      );
    }));
