import type { Client } from '../clients/index.js';

/** Words that every file with a response of these clients has in it. */
interface Words {
  /** Plain text, of which one is in the file wherever a word is: the quickest of searches. */
  readonly needles: readonly string[];
  readonly pattern: RegExp;
}

const known = new WeakMap<readonly Client[], Words>();

/** Whether a text may hold a response. This is all that a file without one costs. */
export function mentions(text: string, clients: readonly Client[]): boolean {
  let words = known.get(clients);
  if (!words) known.set(clients, (words = wordsOf(clients)));
  return words.needles.some((needle) => text.includes(needle)) && words.pattern.test(text);
}

function wordsOf(clients: readonly Client[]): Words {
  const all = new Set(clients.flatMap(namesOf));
  const needles = [...all].filter((word) => ![...all].some((other) => other !== word && word.includes(other)));
  const escaped = [...all].map((word) => word.replace(/[/\\^$*+?.()|[\]{}@-]/g, '\\$&'));
  return { needles, pattern: new RegExp(`(?<![\\w$])(?:${escaped.join('|')})(?![\\w$])`) };
}

/** The names of a client's functions, and its modules where the name is the importer's choice. */
function namesOf({ globals, modules }: Client): string[] {
  const imported = Object.entries(modules).flatMap(([specifier, names]) => [specifier, ...names]);
  return [...globals, ...imported].filter((word) => word !== 'default' && word !== '');
}
