import { typeModules } from '../models/declared-types.js';
import { modulesOf, specifierSource, textOfSpecifier, type Client } from '../models/index.js';
import { mayAnnotate } from './annotated.js';
import { firstNotBefore } from '../syntax/nodes.js';

/** Something to look for in a text. */
interface Sought {
  /** Plain text, of which one is in the file wherever the pattern is: the quickest of searches. */
  readonly needles: readonly string[];
  readonly pattern: RegExp;
  /** How much of the text before a needle is enough for the pattern. */
  readonly longest: number;
}

/** Modules in quotes: `http` without them is in every address. */
interface SoughtModules {
  readonly names: readonly string[];
  /** All names at once: a search for each of them takes ten times as long. */
  readonly quoted: RegExp;
  /** Names that stand for several: `api/*`. */
  readonly vague: Sought;
}

interface Words {
  /** A word or a module that every file with a response of these clients, or a declared one, has one of in it. */
  readonly word: Sought;
  readonly said: SoughtModules;
  /** The word by itself, without those of declared responses. */
  readonly name: Sought;
  /** One that is neither called there and then nor followed by another, as in a sentence. */
  readonly loose: Sought;
  readonly module: SoughtModules;
}

/** What is read of a file's source: its text, and where the comments in it are, in their order. */
interface Written {
  readonly text: string;
  readonly ast: { readonly comments?: readonly { readonly range: readonly [number, number] }[] | null };
}

const known = new WeakMap<readonly Client[], Words>();

/** Whether a file may hold a response. This is all that a file without one costs. */
export function mentions(source: Written, clients: readonly Client[]): boolean {
  const { word, said } = wordsOf(clients);
  return says(source, word) || saysModule(source, said) || mayAnnotate(source.text);
}

/** The clients that a file may call: of the others it says no word. */
export function clientsIn(source: Written, clients: readonly Client[]): readonly Client[] {
  const modules = new Set(quotedIn(source, wordsOf(clients).module.quoted));
  const said = clients.filter((client) => {
    const { name, said: own } = wordsOf(alone(client));
    return says(source, name) || own.names.some((one) => modules.has(one)) || says(source, own.vague);
  });
  const key = said.map(({ name }) => name).join();
  let lists = chosen.get(clients);
  if (!lists) chosen.set(clients, (lists = new Map<string, readonly Client[]>()));
  const list = lists.get(key);
  if (!list) lists.set(key, said);
  return list ?? said;
}

/** The same list for the same clients, so that what is derived from it is derived once. */
const chosen = new WeakMap<readonly Client[], Map<string, readonly Client[]>>();

const lonely = new WeakMap<Client, readonly Client[]>();

function alone(client: Client): readonly Client[] {
  let list = lonely.get(client);
  if (!list) lonely.set(client, (list = [client]));
  return list;
}

/** Where a file may call a function of these clients by another name: most say `fetch(` and no more. */
export const renamings = (source: Written, clients: readonly Client[]): readonly number[] =>
  places(source, wordsOf(clients).loose, Infinity);

/** Whether a file may import one of these clients. */
export const mayImport = (source: Written, clients: readonly Client[]): boolean =>
  saysModule(source, wordsOf(clients).module);

const says = (source: Written, sought: Sought): boolean => places(source, sought, 1).length > 0;

const saysModule = (source: Written, { quoted, vague }: SoughtModules): boolean =>
  !quotedIn(source, quoted).next().done || says(source, vague);

/** What a pattern for something in quotes finds outside comments. */
function* quotedIn(source: Written, quoted: RegExp): Generator<string, undefined> {
  for (const { 0: found, index } of source.text.matchAll(quoted)) {
    if (!isInComment(source, index)) yield found.slice(1, -1);
  }
  return undefined;
}

/** Text after a needle that the patterns look at: white space in front of a parenthesis. */
const following = 80;

/**
 * The first places of a pattern outside comments, at its needles. The pattern is tried around each needle, not on all of
 * the text, so at the ends of such a piece it may see a word where there is only a part of one.
 */
function places(source: Written, { needles, pattern, longest }: Sought, count: number): readonly number[] {
  const { text } = source;
  const found: number[] = [];
  for (const needle of needles) {
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
      if (!pattern.test(text.slice(Math.max(0, at - longest), at + longest + following))) continue;
      if (isInComment(source, at)) continue;
      found.push(at);
      if (found.length === count) return found;
    }
  }
  return found;
}

function isInComment({ ast }: Written, place: number): boolean {
  const comment = firstNotBefore(ast.comments ?? [], ({ range }) => range[1] <= place);
  return !!comment && comment.range[0] <= place;
}

function wordsOf(clients: readonly Client[]): Words {
  let words = known.get(clients);
  if (!words) known.set(clients, (words = makeWords(clients)));
  return words;
}

function makeWords(clients: readonly Client[]): Words {
  const names = [...new Set(clients.flatMap(globalsOf))];
  const called = [...new Set(clients.flatMap(calledBy))];
  const modules = clients.flatMap(modulesOf).flatMap((one) => Object.entries(one));
  const unsaid = modules.filter(([, exports]) => !exports.every((name) => names.includes(name)));
  const whole = (list: readonly string[]) => `(?<![\\w$])${anyOf(list)}(?![\\w$])`;
  const isCalled = String.raw`\s*(?:\?\.)?\(`;
  const inSentence = String.raw`[ \t]+(?!(?:as|in|of|from|instanceof|satisfies|is|extends)\b)[a-zA-Z]`;
  return {
    name: sought(names, new RegExp(whole(names))),
    word: sought([...names, ...typeModules], new RegExp(whole([...names, ...typeModules]))),
    said: soughtModules(unsaid.map(([specifier]) => specifier)),
    loose: sought(called, new RegExp(`${whole(called)}(?!${isCalled}|${inSentence})`)),
    module: soughtModules(modules.map(([specifier]) => specifier)),
  };
}

const anyOf = (list: readonly string[]): string =>
  `(?:${list.map((one) => one.replace(/[/\\^$*+?.()|[\]{}@-]/g, '\\$&')).join('|')})`;

/** A pattern may match much before its own text: `../../../util/fetch`. */
const longestSpecifier = 200;

const never = '(?!)';

function sought(words: readonly string[], pattern: RegExp, atLeast = 0): Sought {
  return {
    needles: words.filter((one) => !words.some((other) => other !== one && one.includes(other))),
    pattern,
    longest: Math.max(atLeast, ...words.map((one) => one.length)) + 1,
  };
}

function soughtModules(all: readonly string[]): SoughtModules {
  const names = [...new Set(all)].filter((one) => textOfSpecifier(one) === one);
  const vague = [...new Set(all)].filter((one) => textOfSpecifier(one) !== one);
  const inQuotes = (list: readonly string[]) =>
    list.length > 0 ? `['"](?:${list.map(specifierSource).join('|')})['"]` : never;
  return {
    names,
    quoted: new RegExp(inQuotes(names), 'g'),
    vague: sought([...new Set(vague.map(textOfSpecifier))], new RegExp(inQuotes(vague)), longestSpecifier),
  };
}

/** What a client is called by where nothing is imported. */
const globalsOf = ({ globals, objects = [] }: Client): readonly string[] =>
  [...globals, ...objects.flatMap((one) => [...(one.globals ?? []), ...(one.constructors ?? [])])].filter(
    (word) => !isChosen(word),
  );

/** What names a client's function: its own name, or the module where the name is the importer's choice. */
function calledBy({ globals, modules }: Client): readonly string[] {
  const imported = Object.entries(modules).flatMap(([specifier, names]) =>
    names.some(isChosen) ? [textOfSpecifier(specifier), ...names] : names,
  );
  return [...globals, ...imported].filter((word) => !isChosen(word));
}

const isChosen = (name: string): boolean => name === 'default' || name === '*' || name === '';
