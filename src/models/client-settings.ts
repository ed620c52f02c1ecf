import { StatusSet } from '../status/index.js';
import type { Client, Rejection, ResponseMembers } from './client.js';
import { clients as builtIn } from './index.js';
import { wrong, type Place } from './setting-errors.js';
import {
  asMap,
  byName,
  byValue,
  flag,
  listOf,
  modules,
  names,
  oneOf,
  place,
  set,
  shape,
  statuses,
  text,
  type Field,
} from './setting-fields.js';

// A client of `settings['http-status'].clients`: the fields of a row of the table, as JSON can say them. A set is an array,
// statuses are a text, and a field that is left out is as it is for a client that does without.

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
    isUsual: flag,
    injectors: modules("{ './inject': ['inject'] }"),
    constructors: names('ApiRequest'),
    optionsAt: byName('post', { ...place, example: '2' }),
    whole: shape({ option: text('observe'), value: text('response') }, 'an option and its value', 2),
    middleware: shape({ method: text('use'), property: text('onResponse') }, 'a method and a property', 2),
    callbacks: listOf(
      shape({ modules: modules("{ './test': ['test'] }"), parameter: place, property: names('api') }, 'a callback', 3),
      'callbacks',
    ),
    holders: listOf(
      shape({ types: modules("{ './services': ['Services'] }"), property: text('api') }, 'a holder', 2),
      'holders',
    ),
  },
  'an object whose methods make requests',
);

const listeners = shape(
  {
    methods: set('addEventListener'),
    done: set('load'),
    maybe: set('loadend'),
    opened: shape({ by: text('open'), waits: { ...place, example: '2' } }, 'how a request is opened', 2),
  },
  'how an object tells of its response',
  4,
);

const members = shape(
  {
    status: text('status'),
    body: text('data'),
    alsoBody: set('text'),
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
    events: shape({ methods: set('on'), body: set('data') }, 'methods, and the events that bring the body', 2),
    listeners,
    stream: shape(
      { locks: set('pipe'), releases: set('releaseLock'), flags: set('locked'), makes: set('pipe') },
      'what is done with a stream',
      3,
    ),
    copies: set('clone'),
    discards: set('cancel'),
    phrase: text('statusText'),
    mistaken: asMap(byName('statusCode', oneOf('absent', 'empty'))),
    hints: set('url'),
    says: asMap(byName('type', asMap(byName('opaque', statuses('0'))))),
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
    areRecent: flag,
    kinds: names('ApiError'),
    types: modules("{ './api': ['ApiError'] }"),
    unparsed: flag,
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
      givesTo: oneOf('callback', 'factory', 'listeners'),
      event: text('response'),
      isObserved: flag,
      isBuilt: flag,
      objects: listOf(object, 'objects'),
      statuses: statuses('2xx'),
      statusOptions: listOf(shape({ name: text('throwHttpErrors'), values: byValue }, 'an option'), 'options'),
      filters: listOf(names('hooks', 'afterResponse'), 'paths to options'),
      rejection,
      request: shape(
        {
          method: text('method'),
          defaultMethod: text('GET'),
          probes: set('HEAD'),
          opaque: shape({ option: text('mode'), value: text('NO-CORS') }, 'an option and its value', 2),
        },
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
