import { clients as builtIn, type Client } from './index.js';
import { StatusSet } from '../status/index.js';

/** What `settings['http-status']` holds, checked and completed. */
export interface Settings {
  readonly clients: readonly Client[];
  /** Functions and objects that only write a log: `track`, `Sentry.addBreadcrumb`, `metrics`. */
  readonly loggers: readonly string[];
  /** Functions after which the path does not go on: `fail`, `app.crash`. */
  readonly neverReturns: readonly string[];
}

const key = 'http-status';
const names = ['clients', 'loggers', 'neverReturns'];

/**
 * Reads the settings that all rules share.
 * @throws {TypeError} in one sentence that says what is wrong and what to write.
 */
export function readSettings(all: Readonly<Record<string, unknown>> | undefined): Settings {
  const given = all?.[key];
  if (given === undefined) return unset;
  const known = isObject(given) ? checked.get(given) : undefined;
  if (known) return known;
  const settings = check(given);
  checked.set(given as object, settings);
  return settings;
}

const checked = new WeakMap<object, Settings>();

function check(given: unknown): Settings {
  if (!isObject(given)) throw wrong('must be an object', `{ ${names.join(', ')} }`);
  for (const name of Object.keys(given)) {
    if (!names.includes(name)) throw wrong(`has no "${name}"`, `one of ${names.join(', ')}`);
  }
  const clients = (given.clients ?? []) as unknown;
  if (!Array.isArray(clients)) throw wrong('.clients must be an array', "[{ name: 'api', globals: ['$api'] }]");
  return {
    clients: [...builtIn, ...clients.map(readClient)],
    loggers: readNames(given.loggers, 'loggers'),
    neverReturns: readNames(given.neverReturns, 'neverReturns'),
  };
}

/** One object for all files, so that what is derived from it is derived once. */
const unset: Settings = { clients: builtIn, loggers: [], neverReturns: [] };

function readClient(given: unknown): Client {
  if (!isObject(given) || typeof given.name !== 'string') {
    throw wrong('.clients has an entry without a name', "{ name: 'api', modules: { './api.js': ['request'] } }");
  }
  const modules = given.modules ?? {};
  if (!isObject(modules) || !Object.values(modules).every(isNames)) {
    throw wrong(`.clients "${given.name}": modules must map specifiers to names`, "{ './api.js': ['request'] }");
  }
  const [first] = builtIn;
  return {
    name: given.name,
    globals: readNames(given.globals, `clients "${given.name}": globals`),
    modules: modules as Client['modules'],
    statuses: StatusSet.all,
    members: first!.members,
  };
}

function readNames(given: unknown, name: string): readonly string[] {
  if (given === undefined) return [];
  if (!isNames(given)) throw wrong(`.${name} must be an array of names`, "['track', 'Sentry.addBreadcrumb']");
  return given;
}

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wrong = (what: string, example: string): TypeError =>
  new TypeError(`settings['${key}']${what.startsWith('.') ? '' : ' '}${what}: write ${example}.`);
