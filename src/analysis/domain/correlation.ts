import { noStatuses, type StatusesByFacts } from './table.js';

/**
 * What is known of the truth of a condition that stays as it is: which it is on this path, or what either would say of the
 * statuses of responses, where paths with either have met.
 */
export interface Correlation {
  readonly is?: boolean;
  /** Sorted by origin. */
  readonly implications: readonly Implication[];
}

export const unknownCorrelation: Correlation = { implications: [] };

/** What can have become of a response where a condition is true, and where it is false. */
export interface Implication {
  readonly origin: number;
  readonly whenTrue: StatusesByFacts;
  readonly whenFalse: StatusesByFacts;
}

/** One of the paths that meet: what it knows, and what became of a response on it. */
export interface JoiningPath {
  readonly correlation: Correlation;
  readonly statusesOf: (origin: number) => StatusesByFacts;
}

/** Of the newest responses only: a flag that is asked again for each of many would have to say something of all of them. */
const mostResponses = 4;

/** The join of what two paths know; undefined for nothing. `differing` are the responses that the paths know differently. */
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

/** What says nothing, and who is too old, is left out. */
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

/** The facts that some statuses have got or lost between two fates of a response. */
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

/** These facts have become others for a response: on which side of a condition they were what they were is past. */
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

/** A fate whose statuses may have had any of these facts. */
const mergeFacts = (byFacts: StatusesByFacts, facts: number): StatusesByFacts =>
  byFacts.map((statuses, combination) => {
    let all = statuses;
    for (let some = facts; some > 0; some = (some - 1) & facts) all = all.union(byFacts[combination ^ some]!);
    return all;
  });

/** A new response of an origin came to be: what was known of the one before is past. */
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
