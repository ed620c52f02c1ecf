import { noStatuses, type StatusesByFacts } from './table.js';

/**
 * What is known of a stable condition. On one path: whether it is true (`is`). Where a path on which it is true has joined
 * one on which it is false: what either outcome implies for responses. After `if (strict && !res.ok) throw …`, that `strict`
 * is true implies 2xx for `res`, and that it is false implies nothing.
 */
export interface Correlation {
  readonly is?: boolean;
  /** Sorted by origin. */
  readonly implications: readonly Implication[];
}

export const unknownCorrelation: Correlation = { implications: [] };

/** The statuses of one response, by its facts, where the condition is true and where it is false. */
export interface Implication {
  readonly origin: number;
  readonly whenTrue: StatusesByFacts;
  readonly whenFalse: StatusesByFacts;
}

/** One of two paths that are joined: what it knows of the condition, and the statuses of a response on it. */
export interface JoiningPath {
  readonly correlation: Correlation;
  readonly statusesOf: (origin: number) => StatusesByFacts;
}

/**
 * How many responses a correlation speaks of, the newest ones: `if (strict)` after each of a hundred requests would
 * keep all.
 */
const mostResponses = 4;

/**
 * Joins what two paths know of a condition; undefined for nothing. `differing` gives the responses whose tables differ.
 */
export function joinCorrelations(
  a: JoiningPath,
  b: JoiningPath,
  differing: () => readonly number[],
): Correlation | undefined {
  if (sameCorrelation(a.correlation, b.correlation)) return a.correlation;
  const differingOrigins = a.correlation.is === undefined && b.correlation.is === undefined ? [] : differing();
  const origins = new Set([
    ...differingOrigins,
    ...a.correlation.implications.map(originOf),
    ...b.correlation.implications.map(originOf),
  ]);
  const implications = [...origins]
    .sort((x, y) => x - y)
    .map((origin) => joinImplications(implicationFor(a, origin), implicationFor(b, origin)));
  return correlationOf(implications);
}

/** Leaves out implications that are the same for both outcomes, and those of the oldest responses. */
function correlationOf(all: readonly Implication[]): Correlation | undefined {
  const implications = all.filter(({ whenTrue, whenFalse }) => !sameByFacts(whenTrue, whenFalse)).slice(-mostResponses);
  return implications.length > 0 ? { implications } : undefined;
}

const originOf = ({ origin }: Implication): number => origin;

const joinByFacts = (a: StatusesByFacts, b: StatusesByFacts): StatusesByFacts =>
  a.map((statuses, facts) => statuses.union(b[facts]!));

const sameByFacts = (a: StatusesByFacts, b: StatusesByFacts): boolean =>
  a.every((statuses, facts) => statuses.equals(b[facts]!));

const joinImplications = (a: Implication, b: Implication): Implication => ({
  origin: a.origin,
  whenTrue: joinByFacts(a.whenTrue, b.whenTrue),
  whenFalse: joinByFacts(a.whenFalse, b.whenFalse),
});

function implicationFor({ correlation, statusesOf }: JoiningPath, origin: number): Implication {
  const existing = correlation.implications.find((implication) => implication.origin === origin);
  if (existing) return existing;
  const here = statusesOf(origin);
  const when = (is: boolean) => (correlation.is === !is ? noStatuses : here);
  return { origin, whenTrue: when(true), whenFalse: when(false) };
}

/** The facts that some statuses have gained or lost: `used` after `res.json()`. */
export function movedFacts(before: StatusesByFacts, after: StatusesByFacts): number {
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

/** The facts of this response changed: forget what conditions implied about them. */
export function withoutFacts(correlation: Correlation, origin: number, facts: number): Correlation | undefined {
  if (!correlation.implications.some((implication) => implication.origin === origin)) return correlation;
  const changed = ({ whenTrue, whenFalse }: Implication): Implication => ({
    origin,
    whenTrue: mergeFacts(whenTrue, facts),
    whenFalse: mergeFacts(whenFalse, facts),
  });
  return correlationOf(
    correlation.implications.map((implication) => (implication.origin === origin ? changed(implication) : implication)),
  );
}

/** Lets every status have these facts or not: with `used`, `2xx unread` becomes `2xx unread or read`. */
const mergeFacts = (byFacts: StatusesByFacts, facts: number): StatusesByFacts =>
  byFacts.map((statuses, combination) => {
    let all = statuses;
    for (let some = facts; some > 0; some = (some - 1) & facts) all = all.union(byFacts[combination ^ some]!);
    return all;
  });

/** A new response has the origin now, as in the next turn of a loop: forget what was implied about the old one. */
export function withoutOrigin(correlation: Correlation, origin: number): Correlation | undefined {
  if (!correlation.implications.some((implication) => implication.origin === origin)) return correlation;
  const implications = correlation.implications.filter((implication) => implication.origin !== origin);
  return implications.length > 0 ? { implications } : undefined;
}

export const sameCorrelation = (a: Correlation, b: Correlation): boolean =>
  a === b ||
  (a.is === b.is &&
    a.implications.length === b.implications.length &&
    a.implications.every((implication, i) => {
      const { origin, whenTrue, whenFalse } = b.implications[i]!;
      return (
        implication.origin === origin &&
        sameByFacts(implication.whenTrue, whenTrue) &&
        sameByFacts(implication.whenFalse, whenFalse)
      );
    }));
