import { bounded, forget, isContainer, withoutInside } from './bounds.js';
import {
  promiseOf,
  responseOf,
  responsesBehind,
  top,
  unknownValue,
  type ListValue,
  type RecordValue,
  type ResponseValue,
  type StatusValue,
  type TestValue,
  type Value,
} from './value.js';

/** How many responses a variable may hold: beyond that a condition on it would have to narrow all of them. */
const mostOrigins = 8;

/**
 * After so many joins that changed it, a list or record loses the lists and records in it; after twice as many, it is
 * forgotten.
 */
const mostChanges = 8;

/**
 * The longest ascending chain of joins, `x = join(x, y)` with another `x` each time. Its steps, at most: from `never` to a
 * body, to one that is another stream, to a value without a response behind it; to a list or record without a response, whose rank grows with each change up to twice
 * `mostChanges`; to a response, whose origins only become more, or to what a status is worked out to, known and then vague;
 * to a promise of any of these, a request's own and then any; to the top, which stays.
 */
export const longestChain = 3 + (2 * mostChanges + 1) + (mostOrigins + 2) + 3;

/** The join of two values; `lost` is called with each value that the result no longer holds. */
export function joinValues(a: Value, b: Value, lost: (value: Value) => void): Value {
  if (a === b || sameValue(a, b)) return a;
  if (a.kind === 'never') return b;
  if (b.kind === 'never') return a;
  const joined = joinDifferent(a, b, lost);
  return isContainer(joined) ? widened(a, b, joined, lost) : joined;
}

function joinDifferent(a: Value, b: Value, lost: (value: Value) => void): Value {
  if (isTop(a) || isTop(b)) return forget(isTop(a) ? b : a, lost);
  if (a.kind === 'response' && b.kind === 'response') {
    const joined = joinResponses(a, b, lost);
    if (joined.origins.length <= mostOrigins) return joined;
  }
  if (a.kind === 'response' && isPlain(b)) return orOther(a, b);
  if (b.kind === 'response' && isPlain(a)) return orOther(b, a);
  if (a.kind === 'promise' && b.kind === 'promise') return promiseOf(joinValues(a.of, b.of, lost));
  if (a.kind === 'list' && b.kind === 'list') return joinLists(a, b, lost);
  if (a.kind === 'record' && b.kind === 'record') return joinRecords(a, b, lost);
  if (a.kind === 'promise' && mayBeAwaited(b)) return promiseOf(joinValues(a.of, b, lost));
  if (b.kind === 'promise' && mayBeAwaited(a)) return promiseOf(joinValues(b.of, a, lost));
  if (isContainer(a) && isPlain(b)) return a;
  if (isContainer(b) && isPlain(a)) return b;
  if (a.kind === 'body' && b.kind === 'body' && sameResponse(a.of, b.of)) return { ...a, stream: 'other' };
  if (a.kind === 'status' && (isPlain(b) || isOfSameStatus(a, b))) return vague(a);
  if (b.kind === 'status' && isPlain(a)) return vague(b);
  if (isLeaf(a) && isLeaf(b)) return unknownValue;
  lost(a);
  lost(b);
  return top;
}

/** A response, or something else, which is mostly null. */
function orOther(response: ResponseValue, other: Value): ResponseValue {
  const isMixed = !!response.isMixed || other.kind !== 'constant' || !!other.value;
  if (response.maybeOther && !response.isMixed === !isMixed) return response;
  return { ...response, maybeOther: true, ...(isMixed && { isMixed }) };
}

/**
 * Widening, so that every chain of joins ends. A list or record that a join changed gets a higher rank, and is forgotten
 * beyond the highest: `history = { page, history }` in a loop first keeps its `page` alone, then nothing.
 */
function widened(a: Value, b: Value, joined: Value, lost: (value: Value) => void): Value {
  if (sameValue(joined, a)) return a;
  const rank = Math.max(rankOf(a), rankOf(b)) + 1;
  if (rank > 2 * mostChanges) return forget(joined, lost);
  const kept = bounded(rank > mostChanges ? withoutInside(joined, lost) : joined, lost);
  return isContainer(kept) ? { ...kept, rank } : kept;
}

const rankOf = (value: Value): number => (isContainer(value) ? (value.rank ?? 0) : 0);

const isTop = (value: Value): boolean => value.kind === 'unknown' && !!value.isTop;

/** A status or something else: `code === undefined || code >= 400` may be true for any status. */
const vague = ({ kind, of, node }: StatusValue): StatusValue => ({ kind, of, node });

const isVague = ({ expression, whenTrue }: StatusValue): boolean => !expression && !whenTrue;

/** Whether both are computed from one status by the same expression; one of them may be vague. */
const isOfSameStatus = (a: StatusValue, b: Value): b is StatusValue =>
  b.kind === 'status' && a.node === b.node && sameResponse(a.of, b.of);

/** Whether a promise joined with this is still a promise: `await` takes `cached ?? fetch(url)` either way. */
const mayBeAwaited = (value: Value): boolean =>
  isPlain(value) || value.kind === 'response' || value.kind === 'list' || value.kind === 'record';

/**
 * A value without a response behind it, or only a parsed body: joined with a response it is mostly null or a default.
 */
const isPlain = (value: Value): boolean => (isContainer(value) ? responsesBehind(value).length === 0 : isLeaf(value));

const isLeaf = ({ kind }: Value): boolean => kind === 'unknown' || kind === 'constant' || kind === 'body';

function joinResponses(a: ResponseValue, b: ResponseValue, lost: (value: Value) => void): ResponseValue {
  if (!a.isAnswer !== !b.isAnswer) {
    // `let res; try { res = await get(url); } catch (e) { res = e.response; }`: what an error has is not followed further.
    lost(a.isAnswer ? a : b);
    return { ...(a.isAnswer ? b : a), maybeOther: true, isMixed: true };
  }
  const origins = [...new Set([...a.origins, ...b.origins])].sort((x, y) => x - y);
  const joined = responseOf(origins, a.maybeOther || b.maybeOther || !a.hasDefault !== !b.hasDefault);
  if (a.isMixed || b.isMixed) return { ...joined, isMixed: true, ...(a.isAnswer && { isAnswer: true }) };
  return a.isAnswer ? { ...joined, isAnswer: true, ...(a.hasDefault && { hasDefault: true }) } : joined;
}

function joinLists(a: ListValue, b: ListValue, lost: (value: Value) => void): ListValue {
  const isRest = a.isRest ?? b.isRest;
  if (a.items?.length !== b.items?.length) return { kind: 'list', each: joinElements(a, b, lost), isRest };
  const each = joinValues(a.each, b.each, lost);
  return { kind: 'list', items: a.items?.map((item, i) => joinValues(item, b.items![i]!, lost)), each, isRest };
}

/** One value for every element of both lists. */
function joinElements(a: ListValue, b: ListValue, lost: (value: Value) => void): Value {
  const elements = [a, b].flatMap(({ items, each }): readonly Value[] => items ?? [each]);
  return elements.reduce((x, y) => joinValues(x, y, lost));
}

function joinRecords(a: RecordValue, b: RecordValue, lost: (value: Value) => void): RecordValue {
  const names = new Set([...a.fields.keys(), ...b.fields.keys()]);
  const fields = new Map<string, Value>();
  for (const name of names) {
    fields.set(name, joinValues(a.fields.get(name) ?? unknownValue, b.fields.get(name) ?? unknownValue, lost));
  }
  return { kind: 'record', fields };
}

/** Whether two values are the same lattice element; the state in which a promise rejects and the rank do not count. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'unknown':
      return b.kind === 'unknown' && !a.isTop === !b.isTop;
    case 'never':
      return b.kind === a.kind;
    case 'constant':
      return b.kind === 'constant' && Object.is(a.value, b.value);
    case 'response':
      return b.kind === 'response' && sameResponse(a, b);
    case 'promise':
      return b.kind === 'promise' && a.isRequest === b.isRequest && sameValue(a.of, b.of);
    case 'body':
      return b.kind === 'body' && a.stream === b.stream && sameResponse(a.of, b.of);
    case 'status':
      return isOfSameStatus(a, b) && isVague(a) === isVague(b);
    case 'test':
      return b.kind === 'test' && sameTest(a, b);
    case 'settle':
      return b.kind === 'settle' && a.sink === b.sink && a.rejects === b.rejects;
    case 'giver':
      return b.kind === 'giver' && sameResponse(a.of, b.of);
    case 'list':
      return b.kind === 'list' && a.isRest === b.isRest && sameValue(a.each, b.each) && sameItems(a.items, b.items);
    case 'record':
      return b.kind === 'record' && sameFields(a.fields, b.fields);
  }
}

const sameResponse = (a: ResponseValue, b: ResponseValue): boolean =>
  a.maybeOther === b.maybeOther &&
  !a.hasDefault === !b.hasDefault &&
  !a.isMixed === !b.isMixed &&
  a.origins.length === b.origins.length &&
  a.origins.every((origin, i) => origin === b.origins[i]);

const sameTest = (a: TestValue, b: TestValue): boolean =>
  a.tests.length === b.tests.length &&
  a.tests.every((test, i) => {
    const opposite = b.tests[i]!;
    return (
      sameResponse(test.of, opposite.of) &&
      test.whenTrue.equals(opposite.whenTrue) &&
      test.whenFalse.equals(opposite.whenFalse)
    );
  });

const sameItems = (a: readonly Value[] | undefined, b: readonly Value[] | undefined): boolean =>
  a === b || (a?.length === b?.length && !!a && !!b && a.every((item, i) => sameValue(item, b[i]!)));

const sameFields = (a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>): boolean =>
  a.size === b.size && [...a].every(([name, value]) => b.has(name) && sameValue(value, b.get(name)!));
