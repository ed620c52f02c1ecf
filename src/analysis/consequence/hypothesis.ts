import { isEitherField, isErrorField } from '../../models/failure-words.js';
import type { Node } from '../../syntax/nodes.js';
import type { Variable } from '../../syntax/variables.js';

/**
 * What an expression is worth if the response was an error. The hypothesis is that its body is an object that says what
 * went wrong (RFC 9457, "Problem Details"), and has none of the fields that the program wants of a success.
 */
export type Value =
  | Untracked
  /** The body as it was read: parsed JSON, a text, or bytes. */
  | { readonly kind: 'body'; readonly form: BodyForm }
  /** A field of the body that speaks of the error, or may do so: `data.error`, `data.message`. */
  | { readonly kind: 'field'; readonly name: string }
  /** A field that the body of an error does not have: undefined. */
  | { readonly kind: 'missing' }
  /** Made of the body: `data.items ?? []`, `Hello ${data.name}`. It shows nothing of what it was. */
  | { readonly kind: 'made' }
  /** What a test of the body comes to. */
  | { readonly kind: 'verdict'; readonly outcome: Outcome }
  /** `typeof data.id`. */
  | { readonly kind: 'type'; readonly of: Value }
  | { readonly kind: 'record'; readonly fields: ReadonlyMap<string, Value> }
  | PromiseValue
  /** What a promise fulfils with that always rejects. */
  | { readonly kind: 'never' };

export interface PromiseValue {
  readonly kind: 'promise';
  readonly of: Value;
  /** The paths on which it rejects. */
  readonly rejected: readonly Path[];
}

/** One way through the code, on which the response is an error. Immutable. */
export interface Path {
  /** What variables are worth; of a missing one nothing is known. */
  readonly vars: ReadonlyMap<Variable, Value>;
  /** Whether the body was read on it. */
  readonly isRead: boolean;
  /** The last condition that told this error from a success. */
  readonly test?: Node;
  /** The condition on whose other side alone a default is overwritten with the body: `if (data.items) items = data.items`. */
  readonly keeps?: Node;
  /** The step that threw, since the body is not what it takes it for. */
  readonly step?: Node;
  /** The handler that the exception came to. */
  readonly handler?: Node;
}

type Untracked =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'constant'; readonly value: unknown }
  /** Whatever a `catch` is given. */
  | { readonly kind: 'exception' };

/** `none`: of an error there is nothing where the body of a success is. `pieces`: of a text that is split where it has no such place, there is only the first. */
export type BodyForm = 'json' | 'text' | 'pieces' | 'bytes' | 'none';

/**
 * `asked`: what the program asks for here is how it tells errors (`if (data.message) throw …`, but also
 * `if (!data.message) throw …`).
 */
export type Outcome = boolean | 'asked';

export const unknown: Value = { kind: 'unknown' };
export const never: Value = { kind: 'never' };
export const missing: Value = { kind: 'missing' };
/** What the read of a body gives on an error. */
export const bodyIn = (form: BodyForm): Value => (form === 'none' ? missing : { kind: 'body', form });

export const made: Value = { kind: 'made' };
export const constantOf = (value: unknown): Value => ({ kind: 'constant', value });
export const verdict = (outcome: Outcome): Value => ({ kind: 'verdict', outcome });

/** What is waited for: promises of promises are flat. */
export const promiseOf = (value: Value): PromiseValue =>
  value.kind === 'promise' ? value : { kind: 'promise', of: value, rejected: [] };

/** A promise that rejects on these paths, and never fulfils. */
export const rejectedOn = (paths: readonly Path[]): PromiseValue => ({ kind: 'promise', of: never, rejected: paths });

/** Whether a value shows something of the body to whom it is given. */
export function showsBody(value: Value): boolean {
  switch (value.kind) {
    case 'body':
    case 'field':
    case 'missing':
    case 'made':
    case 'verdict':
      return true;
    case 'record':
      return [...value.fields.values()].some(showsBody);
    case 'promise':
      return showsBody(value.of);
    default:
      return false;
  }
}

/** Which side of a condition a value takes, and whether that tells an error from a success. */
export function truthOf(value: Value): { readonly outcome: Outcome | 'unknown'; readonly isTest: boolean } {
  switch (value.kind) {
    case 'body': // an object or a text that is not empty, like a success
      return { outcome: true, isTest: false };
    case 'field':
      return { outcome: isErrorField(value.name) ? true : 'asked', isTest: true };
    case 'missing':
      return { outcome: false, isTest: true };
    case 'verdict':
      return { outcome: value.outcome, isTest: true };
    case 'constant':
      return { outcome: Boolean(value.value), isTest: false };
    case 'record':
    case 'promise':
    case 'exception':
      return { outcome: true, isTest: false };
    default:
      return { outcome: 'unknown', isTest: false };
  }
}

/** What a field of a value is; `throws` where reading it throws, since there is nothing that could have fields. */
export function memberOf(object: Value, name: string | undefined): Value | 'throws' {
  switch (object.kind) {
    case 'body':
      return memberOfBody(object.form, name);
    case 'field':
      return { kind: 'field', name: name === undefined ? object.name : `${object.name}.${name}` };
    case 'missing':
      return 'throws';
    case 'record':
      return (name !== undefined && object.fields.get(name)) || unknown;
    case 'constant':
      return object.value === null || object.value === undefined ? 'throws' : unknown;
    case 'made':
      return made;
    default:
      return unknown;
  }
}

function memberOfBody(form: BodyForm, name: string | undefined): Value {
  if (form === 'pieces') return isFirst(name) ? { kind: 'body', form: 'text' } : isIndex(name) ? missing : made;
  if (form !== 'json') return made;
  if (name === undefined) return missing;
  return isErrorField(name) || isEitherField(name) ? { kind: 'field', name } : missing;
}

const isIndex = (name: string | undefined): boolean => name !== undefined && /^\d+$/.test(name);
const isFirst = (name: string | undefined): boolean => name === '0';

/** Whether a list is needed where this stands, and there is none: an object that says what went wrong is none. */
export const isNoList = (value: Value): boolean =>
  (value.kind === 'body' && value.form === 'json') || value.kind === 'missing';

/** An object literal or a list, with what is known of its fields. */
export const fieldsOf = (entries: readonly (readonly [string, Value])[]): Value => ({
  kind: 'record',
  fields: new Map(entries),
});
