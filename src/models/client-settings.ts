import { parseStatuses, StatusSet } from '../status/index.js';
import type { Client, Rejection, ResponseMembers } from './client.js';
import { clients as builtIn, textOfSpecifier } from './index.js';
import { isNames, isObject, refuseUnknown, wrong, type Place } from './setting-errors.js';

// A client of `settings['http-status'].clients`: the fields of a row of the table, as JSON can say them. A set is an array,
// statuses are a text, and a field that is left out is as it is for a client that does without.

/** A field: an example of it, and what it is read to. */
interface Field {
  readonly example: string;
  read(given: unknown, where: Place): unknown;
}

type Shape = Readonly<Record<string, Field>>;

const text = (example: string): Field => ({
  example: `'${example}'`,
  read(given, where) {
    if (typeof given !== 'string' || given === '') throw wrong(where, 'must be a name', this.example);
    return given;
  },
});

const flag: Field = {
  example: 'true',
  read(given, where) {
    if (typeof given !== 'boolean') throw wrong(where, 'must be true or false', this.example);
    return given;
  },
};

const names = (...examples: readonly string[]): Field => ({
  example: `[${examples.map((one) => `'${one}'`).join(', ')}]`,
  read(given, where) {
    if (!isNames(given)) throw wrong(where, 'must be an array of names', this.example);
    return given;
  },
});

const set = (...examples: readonly string[]): Field => {
  const list = names(...examples);
  return { example: list.example, read: (given, where) => new Set(list.read(given, where) as readonly string[]) };
};

const statuses = (example: string): Field => ({
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

const modules = (example: string): Field => ({
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

const shape = (fields: Shape, what: string): Field => ({
  example: `{ ${Object.entries(fields)
    .slice(0, 2)
    .map(([name, field]) => `${name}: ${field.example}`)
    .join(', ')} }`,
  read(given, where) {
    if (!isObject(given)) throw wrong(where, `must be ${what}`, this.example);
    refuseUnknown(where, given, Object.keys(fields));
    const read = Object.entries(given).map(([name, value]) => [name, fields[name]!.read(value, `${where}.${name}`)]);
    return Object.fromEntries(read) as unknown;
  },
});

const listOf = (item: Field, what: string): Field => ({
  example: `[${item.example}]`,
  read(given, where) {
    if (!Array.isArray(given)) throw wrong(where, `must be an array of ${what}`, this.example);
    return given.map((one, index) => item.read(one, `${where}[${index}]`));
  },
});

const byValue: Field = {
  example: "{ false: 'any', true: '2xx' }",
  read(given, where) {
    if (!isObject(given)) throw wrong(where, 'must say the statuses for each value', this.example);
    const one = statuses('any');
    return Object.fromEntries(
      Object.entries(given).map(([value, said]) => [value, one.read(said, `${where}.${value}`)]),
    );
  },
};

const object = shape(
  {
    methods: set('get', 'post'),
    modules: modules("{ './api': ['api'] }"),
    isCalled: flag,
    isNested: flag,
    givesBody: flag,
    globals: names('$api'),
    classes: modules("{ './api': ['Api'] }"),
    makers: modules("{ './api': ['createApi'] }"),
    extending: set('extend'),
    interceptors: names('interceptors', 'response', 'use'),
    types: modules("{ './api': ['Api'] }"),
  },
  'an object whose methods make requests',
);

const members = shape(
  {
    status: text('status'),
    body: text('data'),
    ok: text('ok'),
    okStatuses: statuses('2xx'),
    isParsed: flag,
    called: set('status', 'ok'),
    within: text('response'),
    readers: set('json', 'text'),
    arePromised: flag,
    areOnBody: flag,
    failure: text('error'),
    parsers: set('json'),
    copies: set('clone'),
    discards: set('cancel'),
    phrase: text('statusText'),
    hints: set('url'),
    telling: set('headers'),
  },
  'the members of a response',
);

const rejection = shape(
  {
    status: names('response', 'status'),
    mayBeMissing: flag,
    response: names('response'),
    shortcuts: names('status'),
    kinds: names('ApiError'),
  },
  'what an error carries',
);

/** The fields of a client, `name` first: it is needed. */
const client: Field = {
  ...shape(
    {
      name: text('api'),
      modules: modules("{ './api': ['request'], '@acme/*': ['default'] }"),
      globals: names('$api'),
      isBuilt: flag,
      objects: listOf(object, 'objects'),
      statuses: statuses('2xx'),
      statusOptions: listOf(shape({ name: text('throwHttpErrors'), values: byValue }, 'an option'), 'options'),
      rejection,
      request: shape(
        { method: text('method'), defaultMethod: text('GET'), probes: set('HEAD') },
        'the words of a request',
      ),
      members,
    },
    'a client',
  ),
  example: "{ name: 'api', modules: { './api': ['request'] } }",
};

/** A client as it is read, before it is completed. */
interface GivenClient extends Partial<Omit<Client, 'rejection'>> {
  readonly rejection?: Partial<Rejection>;
}

/**
 * Reads one client.
 * @throws {TypeError} in one sentence that says what is wrong and what to write.
 */
export function readClient(given: unknown, where: Place): Client {
  const { name, objects, members: said, rejection: carried, ...rest } = client.read(given, where) as GivenClient;
  if (name === undefined) throw wrong(`${where}.name`, 'must be a name', text('api').example);
  for (const [index, one] of (objects ?? []).entries())
    if (!one.methods) throw wrong(`${where}.objects[${index}].methods`, 'must be an array of names', "['get', 'post']");
  if (carried && !carried.status)
    throw wrong(`${where}.rejection.status`, 'must be an array of names', rejection.example);
  const [fetch] = builtIn;
  return {
    globals: [],
    modules: {},
    statuses: StatusSet.all,
    ...rest,
    name,
    ...(objects && { objects }),
    ...(carried && { rejection: { mayBeMissing: true, ...carried } }),
    request: { ...fetch!.request, ...rest.request },
    members: said ? { ...bare, ...said } : fetch!.members,
  } as Client;
}

/** The members of a response of which a setting says no more. */
const bare: ResponseMembers = {
  status: 'status',
  body: 'body',
  readers: new Set(),
  copies: new Set(),
  discards: new Set(['cancel', 'destroy']),
  hints: new Set(),
  telling: new Set(),
  says: new Map(),
};
