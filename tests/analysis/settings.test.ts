import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';

function lint(code: string, settings: Record<string, unknown>): string[] {
  const config = [plugin.configs.recommended, { settings: { 'http-status': settings } }] as Linter.Config[];
  return new Linter().verify(code, config).map((message) => message.ruleId ?? message.message);
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
    const code =
      'const r = await fetch(u); if (r.status === 404) crash(); if (r.ok) use(await r.json()); else crash();';
    expect(lint(`${code} show(await r.text());`, { neverReturns: ['crash'] })).toEqual([]);
    const read = 'const r = await fetch(u); const body = await r.text(); crash(body);';
    expect(lint(read, {})).toEqual(['http-status/no-unchecked-response']);
    expect(lint(read, { neverReturns: ['crash'] })).toEqual([]);
  });

  it.each([
    [
      { loggers: 'track' },
      "settings['http-status'].loggers must be an array of names: write ['track', 'Sentry.addBreadcrumb'].",
    ],
    [{ logger: [] }, `settings['http-status'] has no "logger": write one of clients, loggers, neverReturns.`],
    [
      { clients: [{}] },
      "settings['http-status'].clients has an entry without a name: write { name: 'api', modules: { './api.js': ['request'] } }.",
    ],
    [
      { clients: [{ name: 'api', modules: { './api.js': 'request' } }] },
      `settings['http-status'].clients "api": modules must map specifiers to names: write { './api.js': ['request'] }.`,
    ],
    ...[null, [], 'x', 1].map((settings) => [
      settings as never,
      "settings['http-status'] must be an object: write { clients, loggers, neverReturns }.",
    ]),
    [{ clients: {} }, "settings['http-status'].clients must be an array: write [{ name: 'api', globals: ['$api'] }]."],
    ...[null, 'api', { name: 1 }, ['api']].map((client) => [
      { clients: [client] },
      "settings['http-status'].clients has an entry without a name: write { name: 'api', modules: { './api.js': ['request'] } }.",
    ]),
    ...[[], null, { './api.js': [1] }, { './api.js': ['request'], './b.js': {} }].map((modules) => [
      { clients: [{ name: 'api', modules: modules ?? 'x' }] },
      `settings['http-status'].clients "api": modules must map specifiers to names: write { './api.js': ['request'] }.`,
    ]),
    ...['$api', ['$api', 1]].map((globals) => [
      { clients: [{ name: 'api', globals }] },
      `settings['http-status'].clients "api": globals must be an array of names: write ['track', 'Sentry.addBreadcrumb'].`,
    ]),
    ...['crash', [null]].map((neverReturns) => [
      { neverReturns },
      "settings['http-status'].neverReturns must be an array of names: write ['track', 'Sentry.addBreadcrumb'].",
    ]),
  ] as [Record<string, unknown>, string][])('says what is wrong with %j', (settings, message) => {
    expect(() => lint('fetch(u);', settings)).toThrow(message);
  });
});
