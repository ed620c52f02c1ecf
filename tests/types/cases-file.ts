import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('./cases/', import.meta.url);

/** The text of a file in tests/types/cases. */
export const casesFile = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** All of them, by name. */
export const allCases = (): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, casesFile(name)]));
