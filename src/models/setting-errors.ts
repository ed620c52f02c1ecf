// What is said of a setting that is wrong: where, what is wrong, and what to write instead.

export const settingsKey = 'http-status';

/** Where a value stands below the key: `.clients[0].name`. */
export type Place = string;

export const wrong = (where: Place, what: string, example: string): TypeError =>
  new TypeError(`settings['${settingsKey}']${where} ${what}: write ${example}.`);

export function refuseUnknown(where: Place, given: object, known: readonly string[]): void {
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown !== undefined) throw wrong(where, `has no "${unknown}"`, `one of ${known.join(', ')}`);
}

export const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string' && name !== '');

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
