import type { Vocabulary } from '../syntax/vocabulary.js';

// What the language and the platform give: each method, function and class stands here once.

/**
 * What can be said of a method by its name alone.
 * - `callback`: an array's method that calls its function with each element, there and then
 * - `same elements`: gives a list of the elements that it is called on
 * - `adds`: puts its arguments into the list
 * - `one element`: gives one of the elements, by its place
 * - `advances`: gives something else with every call
 * - `computes`: works something out from a constant or a converted status, and has no effect
 * - `tests`: may stand in a condition that does nothing but test a status
 * - `tests text`: says whether a text has something in it
 * - `leaves as is`: does not change what it is called on, a text, a list or an object
 * - `settles`: calls its function when a promise settles
 */
type Trait =
  | 'callback'
  | 'same elements'
  | 'adds'
  | 'one element'
  | 'advances'
  | 'computes'
  | 'tests'
  | 'tests text'
  | 'leaves as is'
  | 'settles';

const methods: ReadonlyMap<string, readonly Trait[]> = new Map<string, readonly Trait[]>([
  ['map', ['callback', 'leaves as is']],
  ['forEach', ['callback', 'leaves as is']],
  ['filter', ['callback', 'leaves as is']],
  ['some', ['callback', 'leaves as is']],
  ['every', ['callback', 'leaves as is']],
  ['find', ['callback', 'leaves as is']],
  ['findLast', ['callback']],
  ['findIndex', ['callback']],
  ['findLastIndex', ['callback']],
  ['flatMap', ['callback']],
  ['reduce', ['callback']],
  ['reduceRight', ['callback']],
  ['slice', ['same elements', 'computes', 'leaves as is']],
  ['reverse', ['same elements']],
  ['toReversed', ['same elements']],
  ['sort', ['same elements']],
  ['toSorted', ['same elements']],
  ['flat', ['same elements']],
  ['values', ['same elements']],
  ['concat', ['same elements']],
  ['push', ['adds']],
  ['unshift', ['adds']],
  ['pop', ['advances']],
  ['shift', ['advances']],
  ['next', ['advances']],
  ['at', ['one element', 'computes']],
  ['includes', ['computes', 'tests', 'tests text', 'leaves as is']],
  ['startsWith', ['computes', 'tests', 'tests text', 'leaves as is']],
  ['endsWith', ['computes', 'tests', 'tests text', 'leaves as is']],
  ['indexOf', ['computes', 'tests', 'leaves as is']],
  ['has', ['computes', 'tests']],
  ['get', ['computes', 'tests']],
  ['test', ['computes', 'tests']],
  ['floor', ['tests']],
  ['trunc', ['tests']],
  ['match', ['computes', 'leaves as is']],
  ['toString', ['computes', 'leaves as is']],
  ['charAt', ['computes']],
  ['substring', ['computes']],
  ['substr', ['computes']],
  ['valueOf', ['computes']],
  ['toFixed', ['computes']],
  ['replace', ['leaves as is']],
  ['split', ['leaves as is']],
  ['toLowerCase', ['leaves as is']],
  ['toUpperCase', ['leaves as is']],
  ['trim', ['leaves as is']],
  ['join', ['leaves as is']],
  ['hasOwnProperty', ['leaves as is']],
  ['then', ['settles']],
  ['catch', ['settles']],
  ['finally', ['settles']],
]);

const has = (method: string | undefined, ...sought: readonly Trait[]): boolean =>
  !!methods.get(method ?? '')?.some((trait) => sought.includes(trait));

/** The methods that work something out from a constant or a status: `includes`, `toString`. */
export const computingMethods: readonly string[] = [...methods.keys()].filter((method) => has(method, 'computes'));

/** `codes.includes(status)`, `text.charAt(0)`: has no effect, and can be run for every status. */
export const isComputing = (method: string | undefined): boolean => has(method, 'computes');

/** `codes.includes(status)`, `Math.floor(…)`: may stand in a condition that does nothing but test. */
export const isTesting = (method: string): boolean => has(method, 'tests');

/** `list.map(f)`, `promise.then(f)`: calls the function it is given there and then, or when the promise settles. */
export const isInlining = (method: string | undefined): boolean => has(method, 'callback', 'settles');

/** `queue.shift()`, `urls.next()`: gives something else with every call. */
export const isAdvancing = (method: string | undefined): boolean => has(method, 'advances');

/** `text.includes('x')`: a text is looked at by what is in it. */
export const isTextTest = (method: string): boolean => has(method, 'tests text') || method === 'match';

export type ListRole = 'callback' | 'same elements' | 'adds' | 'one element';

/** What a method of an array does with its elements; undefined for a method that is none of these. */
export function listRole(method: string): ListRole | undefined {
  if (has(method, 'callback')) return 'callback';
  if (has(method, 'same elements')) return 'same elements';
  if (has(method, 'adds')) return 'adds';
  return has(method, 'one element') ? 'one element' : undefined;
}

/** Functions and hooks that give the function they are given, perhaps to be called less often: `useCallback(load, [])`. */
const sameFunctions = new Set([
  ...['useCallback', 'useEvent', 'useEffectEvent', 'cache', 'memo', 'memoize', '__name', 'debounce', 'throttle'],
]);

/** What the room of syntax has to know of names. */
export const vocabulary: Vocabulary = {
  testsText: (method) => has(method, 'tests text'),
  leavesAsIs: (method) => has(method, 'leaves as is'),
  givesSameFunction: (name) => sameFunctions.has(name),
};

/** Functions that turn a value into a primitive, where nothing else can happen: `String(status)`. */
const plainConversions = new Set(['String', 'Number', 'Boolean']);

/** Whether a call of a function may stand in a condition that does nothing but test: `Number(status) === 404`. */
export const isPlainConversion = (name: string): boolean => plainConversions.has(name);

/** Names of the language whose functions, or the functions of which, work out something from what they are given. */
const builtIns = new Set(['JSON', 'Object', 'Array', 'Buffer', ...plainConversions, 'parseInt', 'parseFloat']);

/** `JSON` of `JSON.parse(text)`, `parseInt` of `parseInt(text)`. */
export const isBuiltInName = (name: string): boolean => builtIns.has(name);

const views = /^((Big)?(Ui|I)nt\d+(Clamped)?Array|Float\d+Array|DataView|Blob|Buffer|Map|Set|URLSearchParams)$/;

/** `Uint8Array` of `new Uint8Array(buffer)`: classes of the language whose objects show what they are given. */
export const isViewName = (name: string): boolean => views.test(name);

const promiseStatics = ['all', 'allSettled', 'race', 'any', 'resolve', 'reject'] as const;

export type PromiseStatic = (typeof promiseStatics)[number];

export const isPromiseStatic = (name: string): name is PromiseStatic =>
  (promiseStatics as readonly string[]).includes(name);

export type PromiseHandler = 'then' | 'catch' | 'finally';

export const isPromiseHandler = (name: string): name is PromiseHandler => has(name, 'settles');

/** The names of the global object: `window.fetch`. */
const globalObjects = new Set(['window', 'globalThis', 'self', 'global']);

export const isGlobalObjectName = (name: string): boolean => globalObjects.has(name);

/** Errors of the language itself, which say nothing of how a project makes its own. */
const plainErrors = new Set(['Error', 'TypeError', 'RangeError', 'DOMException']);

export const isPlainError = (name: string): boolean => plainErrors.has(name);
