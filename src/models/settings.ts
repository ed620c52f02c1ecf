import { clients as builtIn, textOfSpecifier, type Client } from './index.js';
import { StatusSet } from '../status/index.js';

/** What `settings['http-status']` holds, checked and completed. */
export interface Settings {
  /** Functions that make a request, beside those that are known. */
  readonly clients: readonly Client[];
  /** Functions and objects that only write a log: `track`, `Sentry.addBreadcrumb`, `metrics`. */
  readonly loggers: readonly string[];
  /** Functions after which the path does not go on: `fail`, `app.crash`. */
  readonly neverReturns: readonly string[];
  /** Whether test code is looked at, too. */
  readonly checkTests: boolean;
  /** Whether functions of other files of the project are read. */
  readonly followImports: boolean;
}

const key = 'http-status';

/** Each setting as somebody would write it. */
const examples: Readonly<Record<keyof Settings, string>> = {
  clients: "[{ name: 'api', modules: { './api': ['request'] } }]",
  loggers: "['track', 'Sentry.addBreadcrumb']",
  neverReturns: "['fail', 'app.crash']",
  checkTests: 'true',
  followImports: 'false',
};

const clientExamples = {
  name: "'api'",
  globals: "['$api']",
  modules: "{ './api': ['request'], '@acme/*': ['default'] }",
};

const names = Object.keys(examples);

/**
 * Reads the settings that all rules share.
 * @throws {TypeError} in one sentence that says what is wrong and what to write.
 */
export function readSettings(all: Readonly<Record<string, unknown>> | undefined): Settings {
  const { [key]: given = nothing } = all ?? {};
  const known = isObject(given) ? checked.get(given) : undefined;
  if (known) return known;
  const settings = check(given);
  checked.set(given as object, settings);
  return settings;
}

const checked = new WeakMap<object, Settings>();

/** One object for all files, so that what is derived from it is derived once. */
const nothing = {};

function check(given: unknown): Settings {
  if (!isObject(given)) throw wrong('', 'must be an object', `{ loggers: ${examples.loggers} }`);
  refuseUnknown('', given, names);
  const own = readClients(given.clients);
  return {
    clients: own.length > 0 ? [...builtIn, ...own] : builtIn,
    loggers: readNames(given.loggers, '.loggers', examples.loggers),
    neverReturns: readNames(given.neverReturns, '.neverReturns', examples.neverReturns),
    checkTests: readBoolean(given, 'checkTests', false),
    followImports: readBoolean(given, 'followImports', true),
  };
}

function readClients(given: unknown): readonly Client[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw wrong('.clients', 'must be an array of clients', examples.clients);
  return given.map((one, index) => readClient(one, `.clients[${index}]`));
}

function readClient(given: unknown, where: string): Client {
  if (!isObject(given)) throw wrong(where, 'must be a client', examples.clients.slice(1, -1));
  refuseUnknown(where, given, Object.keys(clientExamples));
  const { name, globals, modules } = given;
  if (typeof name !== 'string') throw wrong(`${where}.name`, 'must be a name', clientExamples.name);
  return {
    name,
    globals: readNames(globals, `${where}.globals`, clientExamples.globals),
    modules: readModules(modules, `${where}.modules`),
    statuses: StatusSet.all,
    request: builtIn[0]!.request,
    members: builtIn[0]!.members,
  };
}

function readModules(given: unknown, where: string): Client['modules'] {
  if (given === undefined) return {};
  if (!isObject(given) || !Object.values(given).every(isNames)) {
    throw wrong(where, 'must say which names each module exports', clientExamples.modules);
  }
  for (const pattern of Object.keys(given)) {
    // The text of a file is searched for it before anything else is done.
    if (textOfSpecifier(pattern) !== '') continue;
    throw wrong(
      `${where}['${pattern}']`,
      'must have a part between slashes that is plain text',
      clientExamples.modules,
    );
  }
  return given as Client['modules'];
}

function readNames(given: unknown, where: string, example: string): readonly string[] {
  if (given === undefined) return [];
  if (!isNames(given)) throw wrong(where, 'must be an array of names', example);
  return given;
}

function readBoolean(all: Record<string, unknown>, name: keyof Settings, unless: boolean): boolean {
  const given = all[name] ?? unless;
  if (typeof given !== 'boolean') throw wrong(`.${name}`, 'must be true or false', examples[name]);
  return given;
}

function refuseUnknown(where: string, given: object, known: readonly string[]): void {
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown !== undefined) throw wrong(where, `has no "${unknown}"`, `one of ${known.join(', ')}`);
}

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string' && name !== '');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wrong = (where: string, what: string, example: string): TypeError =>
  new TypeError(`settings['${key}']${where} ${what}: write ${example}.`);
