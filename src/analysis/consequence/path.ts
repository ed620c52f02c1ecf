import type { TSESTree } from '@typescript-eslint/utils';
import type { Variable } from '../../syntax/variables.js';
import type { Path, Value } from './hypothesis.js';

export type { Path } from './hypothesis.js';

export const start: Path = { vars: new Map(), isRead: false };

export const withValue = (path: Path, variable: Variable, value: Value): Path => {
  const old = path.vars.get(variable);
  if (old === value || (!old && value.kind === 'unknown')) return path;
  const vars = new Map(path.vars);
  if (value.kind === 'unknown') vars.delete(variable);
  else vars.set(variable, value);
  return { ...path, vars };
};

/** A path and what an expression is worth on it. */
export interface Result {
  readonly path: Path;
  readonly value: Value;
}

/** How a statement ends on a path. */
export interface Completion extends Partial<Pick<Result, 'value'>> {
  readonly kind: 'normal' | 'return' | 'break' | 'continue';
  readonly path: Path;
  readonly label?: string;
  readonly node?: TSESTree.Node;
}

/** Paths of which the same is known are one. */
export function distinct<T extends { readonly path: Path }>(items: readonly T[]): T[] {
  const kept: T[] = [];
  for (const item of items) if (!kept.some((other) => isSame(other, item))) kept.push(item);
  return kept;
}

function isSame<T extends { readonly path: Path }>(a: T, b: T): boolean {
  const { path: p, ...restOfA } = a as T & Record<string, unknown>;
  const { path: q, ...restOfB } = b as T & Record<string, unknown>;
  return samePath(p, q) && Object.keys({ ...restOfA, ...restOfB }).every((key) => sameThing(restOfA, restOfB, key));
}

function sameThing(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>, key: string): boolean {
  return key === 'value' ? sameValue(a[key] as Value | undefined, b[key] as Value | undefined) : a[key] === b[key];
}

export function samePath(p: Path, q: Path): boolean {
  if (p === q) return true;
  if (
    p.isRead !== q.isRead ||
    p.test !== q.test ||
    p.step !== q.step ||
    p.keeps !== q.keeps ||
    p.vars.size !== q.vars.size
  )
    return false;
  return [...p.vars].every(([variable, value]) => sameValue(value, q.vars.get(variable)));
}

function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (!a || !b || a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'body':
      return a.form === (b as typeof a).form;
    case 'field':
      return a.name === (b as typeof a).name;
    case 'verdict':
      return a.outcome === (b as typeof a).outcome;
    case 'constant':
      return Object.is(a.value, (b as typeof a).value);
    case 'type':
      return sameValue(a.of, (b as typeof a).of);
    case 'promise':
      return a.rejected.length === (b as typeof a).rejected.length && sameValue(a.of, (b as typeof a).of);
    case 'record': {
      const { fields } = b as typeof a;
      return (
        a.fields.size === fields.size && [...a.fields].every(([name, value]) => sameValue(value, fields.get(name)))
      );
    }
    default:
      return true;
  }
}
