import { parseStatuses } from '../status/index.js';
import { textOfSpecifier } from './module-names.js';
import { isNames, isObject, refuseUnknown, wrong, type Place } from './setting-errors.js';

// What fields of a setting can hold, each with an example that stands in the sentence about a wrong one.

/** A field: an example of it, and what it is read to. */
export interface Field {
  readonly example: string;
  read(given: unknown, where: Place): unknown;
}

export type Shape = Readonly<Record<string, Field>>;

export const text = (example: string): Field => ({
  example: `'${example}'`,
  read(given, where) {
    if (typeof given !== 'string' || given === '') throw wrong(where, 'must be a name', this.example);
    return given;
  },
});

export const flag: Field = {
  example: 'true',
  read(given, where) {
    if (typeof given !== 'boolean') throw wrong(where, 'must be true or false', this.example);
    return given;
  },
};

export const names = (...examples: readonly string[]): Field => ({
  example: `[${examples.map((one) => `'${one}'`).join(', ')}]`,
  read(given, where) {
    if (!isNames(given)) throw wrong(where, 'must be an array of names', this.example);
    return given;
  },
});

export const set = (...examples: readonly string[]): Field => {
  const list = names(...examples);
  return { example: list.example, read: (given, where) => new Set(list.read(given, where) as readonly string[]) };
};

export const statuses = (example: string): Field => ({
  example: `'${example}'`,
  read(given, where) {
    try {
      if (typeof given === 'string') return parseStatuses(given);
    } catch {
      // It is no text of that form: said below.
    }
    throw wrong(where, 'must be statuses as a text', this.example);
  },
});

export const modules = (example: string): Field => ({
  example,
  read(given, where) {
    if (!isObject(given) || !Object.values(given).every(isNames))
      throw wrong(where, 'must say which names each module exports', example);
    // The text of a file is searched for it before anything else is done.
    const vague = Object.keys(given).find((pattern) => textOfSpecifier(pattern) === '');
    if (vague !== undefined)
      throw wrong(`${where}['${vague}']`, 'must have a part between slashes that is plain text', example);
    return given;
  },
});

/** An object with some of these fields; those that it must have stand first, and are counted. */
export const shape = (fields: Shape, what: string, needed = 0): Field => ({
  example: `{ ${Object.entries(fields)
    .slice(0, Math.max(2, needed))
    .map(([name, field]) => `${name}: ${field.example}`)
    .join(', ')} }`,
  read(given, where) {
    if (!isObject(given)) throw wrong(where, `must be ${what}`, this.example);
    refuseUnknown(where, given, Object.keys(fields));
    const missing = Object.keys(fields)
      .slice(0, needed)
      .find((name) => given[name] === undefined);
    if (missing !== undefined) throw wrong(where, `must have "${missing}"`, this.example);
    const read = Object.entries(given).map(([name, value]) => [name, fields[name]!.read(value, `${where}.${name}`)]);
    return Object.fromEntries(read) as unknown;
  },
});

export const oneOf = (...words: readonly string[]): Field => ({
  example: `'${words[0]}'`,
  read(given, where) {
    if (typeof given !== 'string' || !words.includes(given))
      throw wrong(where, `must be one of ${words.join(', ')}`, this.example);
    return given;
  },
});

/** A place among arguments, the first of which is 0. */
export const place: Field = {
  example: '0',
  read(given, where) {
    if (!Number.isInteger(given) || (given as number) < 0) throw wrong(where, 'must be a place, from 0', this.example);
    return given;
  },
};

/** A value for each of some names. */
export const byName = (name: string, field: Field): Field => ({
  example: `{ ${name}: ${field.example} }`,
  read(given, where) {
    if (!isObject(given)) throw wrong(where, 'must say something for each name', this.example);
    return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, field.read(value, `${where}.${key}`)]));
  },
});

export const asMap = (field: Field): Field => ({
  example: field.example,
  read: (given, where) => new Map(Object.entries(field.read(given, where) as Record<string, unknown>)),
});

export const listOf = (item: Field, what: string): Field => ({
  example: `[${item.example}]`,
  read(given, where) {
    if (!Array.isArray(given)) throw wrong(where, `must be an array of ${what}`, this.example);
    return given.map((one, index) => item.read(one, `${where}[${index}]`));
  },
});

export const byValue: Field = {
  example: "{ false: 'any', true: '2xx' }",
  read(given, where) {
    if (!isObject(given)) throw wrong(where, 'must say the statuses for each value', this.example);
    const one = statuses('any');
    return Object.fromEntries(
      Object.entries(given).map(([value, said]) => [value, one.read(said, `${where}.${value}`)]),
    );
  },
};
