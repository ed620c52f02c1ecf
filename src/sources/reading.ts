import type { TSESTree } from '@typescript-eslint/utils';
import { statusesOfKey } from '../models/declared-types.js';
import { StatusSet } from '../status/index.js';

/**
 * What a type says of the status of a response: these statuses; 'plain' as `Response` and `any` do, which can have all;
 * 'elsewhere' where code that is not read says it; undefined for a type that is silent, as `{ json(): Promise<User> }` is.
 */
export type Reading = StatusSet | 'plain' | 'elsewhere' | undefined;

/** The statuses of a map's keys. */
export const keysOf = (members: readonly TSESTree.TypeElement[]): Reading =>
  all(members.map((member) => (member.type === 'TSPropertySignature' ? keyOf(member) : 'elsewhere')));

function keyOf({ key, computed }: TSESTree.TSPropertySignature): Reading {
  if (computed) return 'elsewhere';
  if (key.type === 'Identifier') return statusesOfKey(key.name) ?? 'elsewhere';
  const value = key.type === 'Literal' ? key.value : undefined;
  return typeof value === 'string' || typeof value === 'number' ? (statusesOfKey(value) ?? 'elsewhere') : 'elsewhere';
}

/** A union: of a response that is declared and a plain one nothing is known. */
export function either(readings: readonly Reading[]): Reading {
  if (readings.some((one) => one === undefined || one === 'plain')) return 'plain';
  return all(readings);
}

/** All of these statuses, if they are all known. */
export function all(readings: readonly Reading[]): Reading {
  let statuses = StatusSet.empty;
  for (const one of readings) {
    if (!(one instanceof StatusSet)) return 'elsewhere';
    statuses = statuses.union(one);
  }
  return statuses;
}

/** An intersection: what either says holds. `Response & Known` says no more than `Response`. */
export function both(readings: readonly Reading[]): Reading {
  const sets = readings.filter((one) => one instanceof StatusSet);
  if (sets.length > 0) return sets.reduce((common, one) => common.intersect(one));
  if (readings.includes('plain')) return 'plain';
  return readings.includes('elsewhere') ? 'elsewhere' : undefined;
}
