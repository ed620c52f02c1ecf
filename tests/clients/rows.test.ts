import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import axios from 'axios';
import got from 'got';
import ky from 'ky';
import { ofetch } from 'ofetch';
import createClient from 'openapi-fetch';
import { catchError, lastValueFrom, NEVER, type Observable } from 'rxjs';
import superagent from 'superagent';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clients, type Client } from '../../src/models/index.js';
import { StatusSet, success } from '../../src/status/index.js';
import { calls, closeCalls, emitting, observables, type Call } from './calls.js';

/** What a server answers with: of each kind one or two. */
const statuses = [200, 201, 204, 304, 404, 429, 500];

const isEmpty = (status: number): boolean => status === 204 || status === 304;

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url!.split('/');
    const status = Number(path.at(-1));
    const type = path.includes('json') ? 'application/json' : 'text/plain';
    response.writeHead(status, { 'content-type': type, connection: 'close' });
    response.end(isEmpty(status) ? undefined : `body of ${status}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await closeCalls();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

type Outcome = { readonly resolved: unknown } | { readonly rejected: unknown };

const outcomeOf = (call: Call, status: number): Promise<Outcome> =>
  call(origin, status).then(
    (resolved) => ({ resolved }),
    (rejected: unknown) => ({ rejected }),
  );

/** The statuses with which a call resolves, of those that the server answers with. */
async function resolving(call: Call): Promise<readonly number[]> {
  const outcomes = await Promise.all(statuses.map(async (status) => [status, await outcomeOf(call, status)] as const));
  return outcomes.filter(([, outcome]) => 'resolved' in outcome).map(([status]) => status);
}

const among = (set: StatusSet): readonly number[] => statuses.filter((status) => set.has(status));

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((object, name) => (object as Record<string, unknown> | undefined)?.[name], value);

/** What reads like the row says: a property, or a method of that name. */
function read(client: Client, response: unknown, name: string): unknown {
  const value = at(response, [name]);
  return client.members.called?.has(name) ? (value as () => unknown).call(response) : value;
}

/** The text of the body, by the row: parsed and there, by a method of the response or of the body, or by events. */
async function bodyOf({ givesTo, members }: Client, given: unknown): Promise<unknown> {
  const body = at(given, [members.body]);
  // The function of the call says where it goes: it was put there for the test.
  if (members.isParsed || givesTo === 'factory') return body;
  if (members.events) {
    const source = given as NodeJS.ReadableStream;
    const chunks: Buffer[] = [];
    source.on('data', (chunk: Buffer) => chunks.push(chunk));
    await new Promise((resolve) => source.on('end', resolve));
    return Buffer.concat(chunks).toString();
  }
  return (members.areOnBody ? (body as Response) : (given as Response)).text();
}

/** The names of the classes that something is an instance of. */
function classesOf(value: unknown): readonly string[] {
  const prototype: unknown = value instanceof Object ? Object.getPrototypeOf(value) : null;
  if (!(prototype instanceof Object)) return [];
  return [(prototype as { constructor: { name: string } }).constructor.name, ...classesOf(prototype)];
}

/** `XMLHttpRequest` has a test of its own. */
const rows = clients.flatMap((client) => (client.givesTo === 'listeners' ? [] : [[client.name, client] as const]));

it('calls every client of the table', () => {
  expect(Object.keys(calls).toSorted()).toEqual(rows.map(([name]) => name).toSorted());
});

describe.each(rows)('%s', (name, client) => {
  const { plain, options } = calls[name]!;
  const { members } = client;

  it('resolves with the statuses of its row', async () => {
    expect(await resolving(plain)).toEqual(among(client.statuses));
  });

  it('resolves with those that its options say', async () => {
    const values = (client.statusOptions ?? []).flatMap((option) => Object.entries(option.values));
    expect(Object.keys(options).toSorted()).toEqual(values.map(([value]) => value).toSorted());
    for (const [value, set] of values) {
      expect([value, await resolving(options[value]!)]).toEqual([value, among(set)]);
    }
  });

  it('has status, ok and body where its row says', async () => {
    const lenient = Object.entries(options).find(([value]) => client.statusOptions?.[0]?.values[value]?.has(404))?.[1];
    const call = lenient ?? plain;
    for (const status of await resolving(call)) {
      const given = await call(origin, status);
      const response = members.within === undefined ? given : at(given, [members.within]);
      expect([status, read(client, response, members.status)]).toEqual([status, status]);
      if (members.ok !== undefined) {
        const isOk = (members.okStatuses ?? success).has(status);
        expect([status, read(client, response, members.ok)]).toEqual([status, isOk]);
      } else {
        expect(at(response, ['ok'])).toBeUndefined();
      }
      for (const [member, mistake] of members.mistaken ?? [])
        if (mistake === 'absent') expect([member, at(response, [member])]).toEqual([member, undefined]);
      if (isEmpty(status) || client.isBuilt) continue;
      const isMissing = members.failure !== undefined && status >= 400;
      expect([status, await bodyOf(client, given)]).toEqual([status, isMissing ? undefined : `body of ${status}`]);
    }
  });

  it.skipIf(!client.rejection)('rejects with what its row says', async () => {
    const { status: path, response, shortcuts = [] } = client.rejection!;
    for (const status of statuses.filter((one) => !client.statuses.has(one))) {
      const outcome = await outcomeOf(plain, status);
      const error = 'rejected' in outcome ? outcome.rejected : undefined;
      expect([status, at(error, path)]).toEqual([status, status]);
      if (response) expect(at(error, response)).toBeTypeOf('object');
      for (const shortcut of shortcuts) expect([shortcut, at(error, [shortcut])]).toEqual([shortcut, status]);
    }
  });

  it.skipIf(!client.event)('gives its response by the event of its row', async () => {
    for (const status of statuses) {
      const request = emitting[name]!(origin, status);
      const given = await new Promise((resolve) => request.once(client.event!, resolve));
      expect(read(client, given, members.status)).toBe(status);
      if (!isEmpty(status)) expect(await bodyOf(client, given)).toBe(`body of ${status}`);
    }
  });

  it.skipIf(!client.rejection?.unparsed)('rejects a success that cannot be parsed, with its status', async () => {
    // It is said to be JSON, and is none.
    const error = await calls[name]!.parsing!(`${origin}/json`, 200).catch((reason: unknown) => reason);
    expect(at(error, client.rejection!.status)).toBe(200);
  });

  it.skipIf(!client.rejection)('rejects without a status where no answer comes', async () => {
    // Nothing listens on port 9 of the loopback: "discard", which no system has on.
    const error = await plain('http://127.0.0.1:9', 200).then(
      () => undefined,
      (reason: unknown) => reason ?? 'nothing',
    );
    expect(error).toBeDefined();
    const { mayBeMissing, status, response, shortcuts = [], kinds = [], types = {} } = client.rejection!;
    const none = mayBeMissing ? undefined : 0;
    for (const path of [status, ...shortcuts.map((one) => [one])])
      expect([path, at(error, path)]).toEqual([path, none]);
    if (response) expect(at(error, response)).toBeUndefined();
    const classes = [...kinds.filter((kind) => /^[A-Z]/.test(kind)), ...Object.values(types).flat()];
    expect(classesOf(error)).toEqual(expect.arrayContaining(classes));
  });
});

describe('an observable', () => {
  const observed = clients.filter(({ isObserved }) => isObserved);

  it('is what each of these clients gives', () => {
    expect(Object.keys(observables).toSorted()).toEqual(observed.map(({ name }) => name).toSorted());
  });

  it.each(observed.map((client) => [client.name, client] as const))(
    'of %s gives its error to observers, operators and promises alike',
    async (name, client) => {
      const ways: readonly ((from: Observable<unknown>) => Promise<unknown>)[] = [
        (from) => new Promise((resolve) => from.subscribe({ error: resolve })),

        (from) => new Promise((resolve) => from.subscribe(undefined, resolve)),
        (from) => new Promise((resolve) => from.pipe(catchError((error) => (resolve(error), NEVER))).subscribe()),
        (from) => lastValueFrom(from).catch((error: unknown) => error),
      ];
      for (const way of ways)
        expect(at(await way(observables[name]!(origin, 404)), client.rejection!.status)).toBe(404);
    },
  );
});

describe('functions of the status', () => {
  it('decide for axios and for superagent', async () => {
    const isBelow500 = (status: number) => status < 500;
    const below = among(StatusSet.range(100, 499));
    expect(await resolving((base, status) => axios.get(`${base}/${status}`, { validateStatus: isBelow500 }))).toEqual(
      below,
    );
    expect(
      await resolving((base, status) =>
        superagent
          .get(`${base}/${status}`)
          .ok((response) => isBelow500(response.status))
          .then((response) => response),
      ),
    ).toEqual(below);
  });

  it('are those of the instance where the call has none', async () => {
    const api = axios.create({ validateStatus: null });
    expect(await resolving((base, status) => api.get(`${base}/${status}`))).toEqual(statuses);
    expect(
      await resolving((base, status) => api.get(`${base}/${status}`, { validateStatus: (s) => s === 200 })),
    ).toEqual([200]);
  });
});

it('axios tells its errors, and not whether an answer came', async () => {
  const errors = await Promise.all(
    [`${origin}/404`, 'http://127.0.0.1:9'].map((url) => axios.get(url).catch((error: unknown) => error)),
  );
  expect(errors.map((error) => [axios.isAxiosError(error), at(error, ['response', 'status'])])).toEqual([
    [true, 404],
    [true, undefined],
  ]);
});

it('ofetch gives the body alone, also of an error that it is told to ignore', async () => {
  expect(await ofetch(`${origin}/404`, { ignoreResponseError: true, retry: 0 })).toBe('body of 404');
});

describe('functions that may refuse a response', () => {
  const refuse = () => {
    throw new Error('refused');
  };
  const isRefused = (call: () => unknown) => expect((async () => call())()).rejects.toThrow('refused');

  it('are run before one is given, also where no status makes the client reject', async () => {
    const url = `${origin}/404`;
    const noThrow = { throwHttpErrors: false, retry: { limit: 0 } };
    await isRefused(() => ky(url, { ...noThrow, hooks: { afterResponse: [refuse] } }));
    await isRefused(() => got(url, { ...noThrow, hooks: { afterResponse: [refuse] } }));
    await isRefused(() => got.extend({ ...noThrow, handlers: [refuse] })(url));
    await isRefused(() => ofetch.raw(url, { ignoreResponseError: true, retry: 0, onResponse: refuse }));
    const client = createClient<Record<string, never>>({ baseUrl: origin });
    client.use({ onResponse: refuse });
    await isRefused(() => client.GET('/404' as never));
    await isRefused(() => createClient({ baseUrl: origin, fetch: refuse }).GET('/404' as never));
  });
});
