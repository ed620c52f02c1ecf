import type { TSESTree } from '@typescript-eslint/utils';
import { StatusSet } from '../../status/index.js';
import type { Correlation } from './correlation.js';
import type { FailureRegion } from './failure-region.js';
import type { IntMap } from './int-map.js';
import type { StatusExpression } from './status-expression.js';
import type { Table } from './table.js';

/** The lattice of values that expressions can have, as far as a response is concerned. */
export type Value =
  | UnknownValue
  | ResponseValue
  | PromiseValue
  | ListValue
  | RecordValue
  | StatusValue
  | TestValue
  | BodyValue
  | ConstantValue
  | SettleValue
  | GiverValue
  | Never;

/** A value without a response behind it, which is not followed: null, a date, the result of `parse(text)`. */
export interface UnknownValue {
  readonly kind: 'unknown';
  /** The top of the lattice: it may have held a response that is not followed any more. */
  readonly isTop?: boolean;
}

/** The value of a promise that never fulfils. */
export interface Never {
  readonly kind: 'never';
}

/** One of the responses of these origins or, with `maybeOther`, something else (usually null or undefined). */
export interface ResponseValue {
  readonly kind: 'response';
  /** Sorted. */
  readonly origins: readonly number[];
  readonly maybeOther: boolean;
  /**
   * What else it was given for may have members of its own, also where it is known to be there: `e.response`, or
   * `{ status: 500 }`, of `await axios.get(url).catch((e) => e.response ?? { status: 500 })`.
   */
  readonly isMixed?: boolean;
  /**
   * In a status that was read from a plain object (`{ status: res.status }`) or is a parameter: there is no `ok` beside it.
   */
  readonly isCopied?: boolean;
  /**
   * In a status that a variable keeps (`good = res.ok`): the response of that time, also if `res` holds another one
   * now.
   */
  readonly isPast?: boolean;
  /** It is what an error has of the answer, `error.response`: where there was none its status is 0, and itself undefined. */
  readonly isAnswer?: boolean;
  /** Where there was no answer, an object without its members stands in its place: `error.response || {}`. */
  readonly hasDefault?: boolean;
}

export interface PromiseValue {
  readonly kind: 'promise';
  readonly of: Value;
  /** The state in which it rejects, where that is known; not part of the value's identity. */
  readonly failed?: State;
  /** Whether it is the promise that the request itself gives, not one made from it by `then`. */
  readonly isRequest?: boolean;
}

/** An array: its items where they are known one by one, and one that stands for each. */
export interface ListValue {
  readonly kind: 'list';
  readonly items?: readonly Value[];
  readonly each: Value;
  /** Whether it is a part of another list, which may be empty: `list.slice(1)`. */
  readonly isRest?: boolean;
  /** How many joins in a row have changed it; not part of the value's identity. */
  readonly rank?: number;
}

export interface RecordValue {
  readonly kind: 'record';
  readonly fields: ReadonlyMap<string, Value>;
  readonly rank?: number;
}

/** A value computed from the status of a response; vague where it is not known how: `code + offset`. */
export interface StatusValue {
  readonly kind: 'status';
  readonly of: ResponseValue;
  readonly expression?: StatusExpression;
  /** The statuses for which it is true, where that is known without computing them all. */
  readonly whenTrue?: StatusSet;
  /** The expression that computes it. */
  readonly node: TSESTree.Node;
}

/** A boolean that implies statuses for one or more responses: `const failed = !a.ok || !b.ok`. */
export interface TestValue {
  readonly kind: 'test';
  readonly tests: readonly StatusTest[];
  /** Part of it is a comparison with something unknown. */
  readonly isVague?: boolean;
  readonly node: TSESTree.Node;
}

export interface StatusTest {
  readonly of: ResponseValue;
  readonly whenTrue: StatusSet;
  readonly whenFalse: StatusSet;
}

/** The body of a response: parsed, or as a stream. */
export interface BodyValue {
  readonly kind: 'body';
  readonly of: ResponseValue;
  /** It has yet to be read: `body` of `undici.request`. */
  readonly isUnread?: boolean;
  readonly stream?: BodyStream;
}

/**
 * The body as a stream: `res.body` itself or a reader of it; or another one that may be made of it, as
 * `res.body.pipeThrough(decoder)` is, of which a reader leaves `res.body` as it is.
 */
export type BodyStream = 'itself' | 'other';

export interface ConstantValue {
  readonly kind: 'constant';
  readonly value: unknown;
}

/** The `resolve` or `reject` of a promise executor. */
export interface SettleValue {
  readonly kind: 'settle';
  readonly sink: Sink;
  readonly rejects: boolean;
}

/** A function that was passed and gives the promise of a response: `() => fetch(url)` of `retry(() => fetch(url))`. */
export interface GiverValue {
  readonly kind: 'giver';
  readonly of: ResponseValue;
  /** What is known of these responses whenever it is called, in the order of their origins. */
  readonly tables: readonly Table[];
}

/** A value, and the state in which the path with it ends. */
export interface Outcome {
  readonly value: Value;
  readonly state: State;
}

/** Where `resolve` and `reject` were called, and with what. */
export interface Sink {
  resolved: Outcome[];
  rejected: Outcome[];
  /** Handed to code that may call it at any time. */
  escaped: boolean;
}

export const unknownValue: UnknownValue = { kind: 'unknown' };
export const top: UnknownValue = { kind: 'unknown', isTop: true };
export const never: Never = { kind: 'never' };

export const responseOf = (origins: readonly number[], maybeOther = false): ResponseValue => ({
  kind: 'response',
  origins,
  maybeOther,
});

export const promiseOf = (of: Value, failed?: State): PromiseValue => ({
  kind: 'promise',
  of: settledValue(of),
  failed,
});

export const constant = (value: unknown): ConstantValue => ({ kind: 'constant', value });

/** What `await` gives: promises of promises are flat. */
export function settledValue(value: Value): Value {
  return value.kind === 'promise' ? settledValue(value.of) : value;
}

/** What stands in a list: its items, and what stands for each. */
export const itemsOf = ({ items = [], each }: ListValue): readonly Value[] => [...items, each];

/** The same list with every value in it changed. */
export const mapItems = (list: ListValue, change: (item: Value) => Value): ListValue => ({
  ...list,
  items: list.items?.map(change),
  each: change(list.each),
});

/**
 * What a variable keeps of a value. A status in it stays the status of the response that is current now. The state in which
 * a promise rejects is dropped: it holds where the promise is made, and by the time of `await` things have changed.
 */
export function remembered(value: Value): Value {
  switch (value.kind) {
    case 'promise':
      return value.failed ? { ...value, failed: undefined } : value;
    case 'status':
      return { ...value, of: past(value.of) };
    case 'test':
      return { ...value, tests: value.tests.map((said) => ({ ...said, of: past(said.of) })) };
    case 'list':
      return mapItems(value, remembered);
    case 'record':
      return { ...value, fields: new Map([...value.fields].map(([name, field]) => [name, remembered(field)])) };
    default:
      return value;
  }
}

const past = (of: ResponseValue): ResponseValue => (of.isPast ? of : { ...of, isPast: true });

/** Whether a value cannot have a response in or behind it, by its kind alone; most values are like this. */
export const isInert = ({ kind }: Value): boolean => kind === 'unknown' || kind === 'constant' || kind === 'never';

/** Whether it is one response and no other. */
export const isCertain = ({ origins, maybeOther }: ResponseValue): boolean => origins.length === 1 && !maybeOther;

/** The responses that a value holds, however deep. */
export function responsesIn(value: Value): readonly ResponseValue[] {
  switch (value.kind) {
    case 'response':
      return [value];
    case 'promise':
      return responsesIn(value.of);
    case 'list':
      return itemsOf(value).flatMap(responsesIn);
    case 'record':
      return [...value.fields.values()].flatMap(responsesIn);
    default:
      return [];
  }
}

/** The responses that a value knows something of: those it holds, and those whose status or body it is. */
export function responsesBehind(value: Value): readonly ResponseValue[] {
  switch (value.kind) {
    case 'status':
    case 'body':
      return [value.of];
    case 'test':
      return value.tests.map((said) => said.of);
    case 'promise':
      return responsesBehind(value.of);
    case 'list':
      return itemsOf(value).flatMap(responsesBehind);
    case 'record':
      return [...value.fields.values()].flatMap(responsesBehind);
    default:
      return responsesIn(value);
  }
}

export const holds = (value: Value, origin: number): boolean =>
  responsesBehind(value).some((response) => response.origins.includes(origin));
/** What is known at one program point. Immutable; `undefined` in its place means that the point cannot be reached. */

export interface State {
  /** Values of variables, by the variable's number; of a missing one nothing is known. */
  readonly vars: IntMap<Value>;
  /** What happened to each response, by its origin's number; a missing one does not exist yet. */
  readonly tables: IntMap<Table>;
  /** The innermost failure region that the path is in, by the origin of the response whose failures reach it. */
  readonly failureRegions: IntMap<FailureRegion>;
  /** What is known of stable conditions, by the condition's number. */
  readonly correlations: IntMap<Correlation>;
  /** For each response, by its origin, those that its statuses say something of: see `related.ts`. */
  readonly related: IntMap<readonly number[]>;
}
export const emptyState: State = {
  vars: undefined,
  tables: undefined,
  failureRegions: undefined,
  correlations: undefined,
  related: undefined,
};
