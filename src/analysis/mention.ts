import type { Client } from '../clients/index.js';

/** Words that every file with a response of these clients has in it. */
interface Words {
  /** Plain text, of which one is in the file wherever a word is: the quickest of searches. */
  readonly needles: readonly string[];
  readonly pattern: RegExp;
  /** A word that is neither called there and then nor followed by another, as in a sentence. */
  readonly loose: RegExp;
  readonly modules: readonly string[];
}

const known = new WeakMap<readonly Client[], Words>();

/** Whether a text may hold a response. This is all that a file without one costs. */
export function mentions(text: string, clients: readonly Client[]): boolean {
  const { needles, pattern } = knownWords(clients);
  return needles.some((needle) => text.includes(needle)) && pattern.test(text);
}

/** Whether a text may call a function of these clients by another name: most say `fetch(` and no more. */
export function mayRename(text: string, clients: readonly Client[]): boolean {
  return knownWords(clients).loose.test(text);
}

/** Whether a text may import one of these clients. */
export const mayImport = (text: string, clients: readonly Client[]): boolean =>
  knownWords(clients).modules.some((specifier) => text.includes(specifier));

function knownWords(clients: readonly Client[]): Words {
  let words = known.get(clients);
  if (!words) known.set(clients, (words = wordsOf(clients)));
  return words;
}

function wordsOf(clients: readonly Client[]): Words {
  const all = new Set(clients.flatMap(namesOf));
  const needles = [...all].filter((word) => ![...all].some((other) => other !== word && word.includes(other)));
  const escaped = [...all].map((word) => word.replace(/[/\\^$*+?.()|[\]{}@-]/g, '\\$&'));
  const word = `(?<![\\w$])(?:${escaped.join('|')})(?![\\w$])`;
  const called = String.raw`\s*(?:\?\.)?\(`;
  const inSentence = String.raw`[ \t]+(?!(?:as|in|of|from|instanceof|satisfies|is|extends)\b)[a-zA-Z]`;
  return {
    needles,
    pattern: new RegExp(word),
    loose: new RegExp(`${word}(?!${called}|${inSentence})`),
    modules: clients.flatMap(({ modules }) => Object.keys(modules)),
  };
}

/** The names of a client's functions, and its modules where the name is the importer's choice. */
function namesOf({ globals, modules }: Client): string[] {
  const imported = Object.entries(modules).flatMap(([specifier, names]) => [specifier, ...names]);
  return [...globals, ...imported].filter((word) => word !== 'default' && word !== '');
}
