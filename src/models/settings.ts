import { readClient } from './client-settings.js';
import { clients as builtIn, type Client } from './index.js';
import { isNames, isObject, refuseUnknown, settingsKey as key, wrong } from './setting-errors.js';
import { isTypeSpecifier, type TypeSpecifier } from './type-specifiers.js';

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
  /** Whether type information is used to find responses and checks; the type-checked presets set it. */
  readonly types: boolean;
  /** Types of which every value is a response with any status, whoever gives it; they are asked for with `types`. */
  readonly responseTypes: readonly TypeSpecifier[];
}

/** Each setting as somebody would write it. */
const examples: Readonly<Record<keyof Settings, string>> = {
  clients: "[{ name: 'api', modules: { './api': ['request'] } }]",
  loggers: "['track', 'Sentry.addBreadcrumb']",
  neverReturns: "['fail', 'app.crash']",
  checkTests: 'true',
  followImports: 'false',
  types: 'true',
  responseTypes: "[{ from: 'package', name: 'ApiResponse', package: '@acme/http' }]",
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
    types: readBoolean(given, 'types', false),
    responseTypes: readTypes(given.responseTypes),
  };
}

function readClients(given: unknown): readonly Client[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw wrong('.clients', 'must be an array of clients', examples.clients);
  return given.map((one, index) => readClient(one, `.clients[${index}]`));
}

function readNames(given: unknown, where: string, example: string): readonly string[] {
  if (given === undefined) return [];
  if (!isNames(given)) throw wrong(where, 'must be an array of names', example);
  return given;
}

function readTypes(given: unknown): readonly TypeSpecifier[] {
  if (given === undefined) return [];
  if (Array.isArray(given) && given.every(isTypeSpecifier)) return given;
  throw wrong('.responseTypes', 'must be an array of names of types, with where each is from', examples.responseTypes);
}

function readBoolean(all: Record<string, unknown>, name: keyof Settings, unless: boolean): boolean {
  const given = all[name] ?? unless;
  if (typeof given !== 'boolean') throw wrong(`.${name}`, 'must be true or false', examples[name]);
  return given;
}
