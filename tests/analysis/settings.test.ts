import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { clients } from '../../src/models/index.js';
import { readSettings } from '../../src/models/settings.js';
import { formatStatuses, StatusSet } from '../../src/status/index.js';
import plugin from '../../src/index.js';

function lint(code: string, settings: Record<string, unknown>): string[] {
  const config = [plugin.configs.recommended, { settings: { 'http-status': settings } }] as Linter.Config[];
  return new Linter().verify(code, config).map((message) => message.ruleId ?? message.message);
}

const lintFor = (code: string, fields: object): string[] => {
  const settings = { 'http-status': { clients: [{ name: 'api', ...fields }] } };
  return new Linter()
    .verify(code, [plugin.configs.recommended, { settings }] as Linter.Config[])
    .map(({ message }) => message);
};

/** A row as a setting has it. */
const plain = (row: object): object => JSON.parse(JSON.stringify(row, written)) as object;

function written(_: string, value: unknown): unknown {
  if (value instanceof StatusSet) return formatStatuses(value);
  if (value instanceof Set) return [...value];
  return value instanceof Map ? Object.fromEntries(value) : value;
}

describe("settings['http-status']", () => {
  const wrapped = 'const r = await request("/users"); use(await r.json());';

  it('adds clients by global name and by module', () => {
    expect(lint(`// fetch\n${wrapped}`, {})).toEqual([]);
    expect(lint(wrapped, { clients: [{ name: 'api', globals: ['request'] }] })).toEqual([
      'http-status/no-unchecked-response',
    ]);
    const imported = `import { request } from './api.js'; ${wrapped}`;
    expect(lint(imported, { clients: [{ name: 'api', modules: { './api.js': ['request'] } }] })).toEqual([
      'http-status/no-unchecked-response',
    ]);
  });

  it('takes the fields of a row: objects, options, members, rejections', () => {
    const clients = [
      {
        name: 'api',
        objects: [{ methods: ['load'], modules: { '@acme/api': ['api'] }, extending: ['with'] }],
        statuses: '2xx',
        statusOptions: [{ name: 'strict', values: { false: 'any', true: '2xx' } }],
        rejection: { status: ['response', 'code'], response: ['response'] },
        members: { status: 'code', body: 'data', isParsed: true },
      },
    ];
    const inApi = (body: string) => `import { api } from '@acme/api'; async function f(u) { ${body} }`;
    expect(lint(inApi('const r = await api.load(u); use(r.data);'), { clients })).toEqual([]);
    expect(lint(inApi('const r = await api.load(u, { strict: false }); use(r.data);'), { clients })).toEqual([
      'http-status/no-unchecked-response',
    ]);
    const loose = inApi('const loose = api.with({ strict: false }); const r = await loose.load(u); use(r.data);');
    expect(lint(loose, { clients })).toEqual(['http-status/no-unchecked-response']);
    const checked = inApi('const r = await api.load(u, { strict: false }); if (r.code >= 400) throw r; use(r.data);');
    expect(lint(checked, { clients })).toEqual([]);
    const caught = inApi('try { await api.load(u); saved(); } catch (e) { if (e.response?.code === 409) taken(); }');
    expect(lint(caught, { clients })).toEqual(['http-status/require-error-branch']);
  });

  it('takes what goes into a logger for logged only', () => {
    const code = 'const r = await fetch(u); metrics.count(r.status); use(await r.json());';
    expect(lint(code, {})).toEqual([]);
    expect(lint(code, { loggers: ['metrics'] })).toEqual(['http-status/no-unchecked-response']);
    expect(lint(code, { loggers: ['metrics.count'] })).toEqual(['http-status/no-unchecked-response']);
    expect(lint(code, { loggers: ['metrics.gauge'] })).toEqual([]);
  });

  it.each(['metrics', 'metrics.count', 'app.metrics', 'app.metrics.count', 'this.track', 'this.metrics', 'track'])(
    'takes %s for the name of a logger, of its object or of a method',
    (logger) => {
      const callees = {
        'metrics.count': ['metrics', 'metrics.count'],
        "metrics['count']": ['metrics', 'metrics.count'],
        '(0, metrics).count': ['metrics', 'metrics.count'],
        'metrics?.count': ['metrics', 'metrics.count'],
        'app.metrics.count': ['app.metrics', 'app.metrics.count'],
        'this.track': ['this.track'],
        'this.metrics.count': ['this.metrics'],
        track: ['track'],
        'x().count': [],
        'app().metrics.count': [],
        'x.track': [],
        'metrics()': [],
      };
      for (const [callee, names] of Object.entries(callees)) {
        const code = `async function f(u) { const r = await fetch(u); ${callee}(r.status); use(await r.json()); }`;
        expect([callee, lint(code, { loggers: [logger] })]).toEqual([
          callee,
          (names as string[]).includes(logger) ? ['http-status/no-unchecked-response'] : [],
        ]);
      }
    },
  );

  it('ends a path at a function that never returns', () => {
    const code = 'const r = await fetch(u); if (r.status === 404) crash(); if (r.ok) use(r.headers); else crash();';
    expect(lint(`${code} show(await r.text());`, { neverReturns: ['crash'] })).toEqual([]);
    const read = 'const r = await fetch(u); const body = await r.text(); crash(body);';
    expect(lint(read, {})).toEqual(['http-status/no-unchecked-response']);
    expect(lint(read, { neverReturns: ['crash'] })).toEqual([]);
  });

  it.each([
    ['../util/fetch', '../../util/fetch'],
    ['../util/fetch', './util/fetch.js'],
    ['../util/fetch', '@/util/fetch'],
    ['./util/fetch.ts', '../src/util/fetch.mjs'],
    ['./util/*', '../util/http'],
    ['./util/**', '#util/util/deep/http'],
    ['@acme/*', '@acme/http'],
    ['@acme/**/http', '@acme/a/b/http'],
    ['got', 'got'],
  ])('finds the module %s where it is imported as %s', (module, specifier) => {
    for (const [names, clause] of [
      [['request'], '{ request }'],
      [['default'], 'request'],
    ] as const) {
      const code = `import ${clause} from '${specifier}'; ${wrapped}`;
      const clients = [{ name: 'api', modules: { [module]: names } }];
      expect(lint(code, { clients })).toEqual(['http-status/no-unchecked-response']);
      const required = `const ${clause === 'request' ? '{ default: request }' : clause} = require('${specifier}'); ${wrapped}`;
      expect(lint(required, { clients })).toEqual(['http-status/no-unchecked-response']);
    }
  });

  it.each([
    ['../util/fetch', '../util/fetcher'],
    ['../util/fetch', '../my-util/fetch'],
    ['../util/fetch', 'util/fetch'],
    ['./util/*', '../util/deep/http'],
    ['@acme/*', '@acme/http/deep'],
    ['got', './got'],
    ['got', 'got/dist'],
    ['toString', 'toString'],
  ])('does not take the module %s for %s', (module, specifier) => {
    const names = module === 'toString' ? [] : ['request'];
    const clients = [{ name: 'api', modules: { [module]: names } }];
    expect(lint(`import { request } from '${specifier}'; ${wrapped}`, { clients })).toEqual([]);
  });

  it.each([true, false])('may say whether tests are checked and imports followed: %s', (value) => {
    const settings = { checkTests: value, followImports: value };
    expect(readSettings({ 'http-status': settings })).toMatchObject(settings);
  });

  it('checks no tests and follows imports where nothing is said', () => {
    expect(readSettings(undefined)).toMatchObject({ checkTests: false, followImports: true });
    expect(readSettings({ 'http-status': {} })).toMatchObject({ checkTests: false, followImports: true });
  });

  it.each(clients.map((row) => [row.name, row] as const))('can say all of the row of %s', (_, row) => {
    const { clients: read } = readSettings({ 'http-status': { clients: [plain(row)] } });
    expect(plain(read.at(-1)!)).toMatchObject(plain(row));
  });

  it('follows events, factories, listeners and fixtures of such clients', () => {
    const members = { status: 'code', body: 'text', isParsed: true };
    const inTurn = (code: string, fields: object) => lint(code, { clients: [{ name: 'api', members, ...fields }] });
    const one = ['http-status/no-unchecked-response'];
    const modules = { acme: ['load'] };
    const imported = "import { load } from 'acme';";
    expect(inTurn(`${imported} load(u, (r) => { show(r.text); });`, { modules, givesTo: 'callback' })).toEqual(one);
    expect(inTurn(`${imported} load(u, () => file);`, { modules, givesTo: 'factory' })).toEqual(one);
    const events = { methods: ['on'], body: ['data'] };
    const listening = `${imported} load(u, (r) => { r.on('data', (part) => show(part)); });`;
    expect(inTurn(listening, { modules, givesTo: 'callback', members: { ...members, events } })).toEqual(one);
    const listeners = { methods: ['on'], done: ['done'], maybe: [], opened: { by: 'open', waits: 2 } };
    const object = { methods: ['send'], constructors: ['Api'] };
    expect(
      inTurn(
        "function f(u) { const api = new Api(); api.open('GET', u); api.on('done', () => show(api.text)); api.send(); }",
        {
          objects: [object],
          givesTo: 'listeners',
          members: { ...members, listeners },
        },
      ),
    ).toEqual(one);
    const given = {
      methods: ['get'],
      isUsual: true,
      callbacks: [{ modules: { acme: ['run'] }, parameter: 0, property: ['api'] }],
    };
    const fixture =
      "import { run } from 'acme'; run(async ({ api }) => { const r = await api.get(u); save(r.text); });";
    expect(inTurn(fixture, { objects: [given] })).toEqual(one);
    const placed = { methods: ['post'], modules: { acme: ['api'] }, optionsAt: { post: 2 } };
    const posted = (options: string) =>
      inTurn(
        `import { api } from 'acme'; async function f(u) { const r = await api.post(u, {}, ${options}); save(r.text); }`,
        {
          objects: [placed],
          statuses: '2xx',
          statusOptions: [{ name: 'strict', values: { false: 'any' } }],
          filters: [['hooks', 'after']],
        },
      );
    expect(posted('{ strict: false }')).toEqual(one);
    expect(posted('{ strict: false, hooks: { after: check } }')).toEqual([]);
    const mistaken = lintFor(
      `${imported} async function f(u) { const r = await load(u); if (r.status >= 400) throw r; save(r.text); }`,
      { modules, members: { ...members, mistaken: { status: 'absent' } } },
    );
    expect(mistaken).toEqual([
      expect.stringContaining('`r.status` on line 1 checks nothing, as a response of `api` has no such property'),
    ]);
  });

  const client = (fields: object): object => ({ clients: [{ name: 'api', ...fields }] });

  it.each([
    ...[null, [], 'x', 1].map((all) => [
      all,
      " must be an object: write { loggers: ['track', 'Sentry.addBreadcrumb'] }.",
    ]),
    [
      { logger: [] },
      ' has no "logger": write one of clients, loggers, neverReturns, checkTests, followImports, types, responseTypes.',
    ],
    ...['track', [1], ['']].map((loggers) => [
      { loggers },
      ".loggers must be an array of names: write ['track', 'Sentry.addBreadcrumb'].",
    ]),
    ...['crash', [null]].map((neverReturns) => [
      { neverReturns },
      ".neverReturns must be an array of names: write ['fail', 'app.crash'].",
    ]),
    ...['yes', 1].map((checkTests) => [{ checkTests }, '.checkTests must be true or false: write true.']),
    [{ followImports: 'no' }, '.followImports must be true or false: write false.'],
    ...[{}, 'api'].map((clients) => [
      { clients },
      ".clients must be an array of clients: write [{ name: 'api', modules: { './api': ['request'] } }].",
    ]),
    ...[null, 'api', ['api']].map((one) => [
      { clients: [{ name: 'a' }, one] },
      ".clients[1] must be a client: write { name: 'api', modules: { './api': ['request'] } }.",
    ]),
    [client({ statuses: '2yy' }), ".clients[0].statuses must be statuses as a text: write '2xx'."],
    [
      client({ objects: { methods: ['get'] } }),
      ".clients[0].objects must be an array of objects: write [{ methods: ['get', 'post'], modules: { './api': ['api'] } }].",
    ],
    [
      client({ objects: [{ modules: {} }] }),
      ".clients[0].objects[0].methods must be an array of names: write ['get', 'post'].",
    ],
    [client({ members: { isParsed: 1 } }), '.clients[0].members.isParsed must be true or false: write true.'],
    [
      client({ rejection: { path: [] } }),
      '.clients[0].rejection has no "path": write one of status, mayBeMissing, response, shortcuts, areRecent, kinds, types, unparsed.',
    ],
    [
      client({ statusOptions: [{ name: 'strict', values: { false: 1 } }] }),
      ".clients[0].statusOptions[0].values.false must be statuses as a text: write 'any'.",
    ],
    [
      client({ givesTo: 'promise' }),
      ".clients[0].givesTo must be one of callback, factory, listeners: write 'callback'.",
    ],
    [
      client({ objects: [{ methods: ['post'], optionsAt: { post: '2' } }] }),
      '.clients[0].objects[0].optionsAt.post must be a place, from 0: write 2.',
    ],
    [
      client({ objects: [{ methods: ['post'], optionsAt: [2] }] }),
      '.clients[0].objects[0].optionsAt must say something for each name: write { post: 2 }.',
    ],
    [
      client({ objects: [{ methods: ['get'], callbacks: [{ modules: { './test': ['test'] } }] }] }),
      ".clients[0].objects[0].callbacks[0] must have \"parameter\": write { modules: { './test': ['test'] }, parameter: 0, property: ['api'] }.",
    ],
    [
      client({ members: { mistaken: { statusCode: 'wrong' } } }),
      ".clients[0].members.mistaken.statusCode must be one of absent, empty: write 'absent'.",
    ],
    [
      client({ members: { events: { methods: ['on'] } } }),
      ".clients[0].members.events must have \"body\": write { methods: ['on'], body: ['data'] }.",
    ],
    [
      client({ members: { stream: 'pipe' } }),
      ".clients[0].members.stream must be what is done with a stream: write { locks: ['pipe'], releases: ['releaseLock'], flags: ['locked'] }.",
    ],
    [
      client({ filters: ['hooks'] }),
      ".clients[0].filters[0] must be an array of names: write ['hooks', 'afterResponse'].",
    ],
    ...[{}, { name: 1 }].map((one) => [{ clients: [one] }, ".clients[0].name must be a name: write 'api'."]),
    ...['Response', [''], [{ from: 'package', name: 'A' }], [{ name: 'A' }], [{ from: 'lib', name: [] }]].map(
      (responseTypes) => [
        { responseTypes },
        ".responseTypes must be an array of names of types, with where each is from: write [{ from: 'package', name: 'ApiResponse', package: '@acme/http' }].",
      ],
    ),
    [
      client({ module: {} }),
      '.clients[0] has no "module": write one of name, modules, globals, givesTo, event, isObserved, isBuilt, objects, statuses, statusOptions, filters, rejection, request, members.',
    ],
    ...['$api', ['$api', 1]].map((globals) => [
      client({ globals }),
      ".clients[0].globals must be an array of names: write ['$api'].",
    ]),
    ...[[], 'x', { './api': 'request' }, { './api': [1] }, { './api': ['request'], './b': {} }].map((modules) => [
      client({ modules }),
      ".clients[0].modules must say which names each module exports: write { './api': ['request'], '@acme/*': ['default'] }.",
    ]),
    [
      client({ modules: { 'http*': ['get'] } }),
      ".clients[0].modules['http*'] must have a part between slashes that is plain text: write { './api': ['request'], '@acme/*': ['default'] }.",
    ],
  ] as [Record<string, unknown>, string][])('says what is wrong with %j', (settings, message) => {
    expect(() => lint('fetch(u);', settings)).toThrow(`settings['http-status']${message}`);
  });

  it('says only what works, as its examples', () => {
    const tried = {
      clients: [{ name: 'api', modules: { './api': ['request'], '@acme/*': ['default'] }, globals: ['$api'] }],
    };
    expect(
      lint('fetch(u);', { ...tried, checkTests: true, followImports: false, neverReturns: ['fail', 'app.crash'] }),
    ).toEqual([]);
  });
});
