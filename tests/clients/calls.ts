import '@angular/compiler';
import 'reflect-metadata';
import { Agent as HttpAgent, request as nodeRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { Writable } from 'node:stream';
import { HttpClient, provideHttpClient, withFetch } from '@angular/common/http';
import {
  createEnvironmentInjector,
  provideZonelessChangeDetection,
  ɵINJECTOR_SCOPE as scope,
  type EnvironmentInjector,
} from '@angular/core';
import { HttpService } from '@nestjs/axios';
import axios from 'axios';
import got from 'got';
import { hc } from 'hono/client';
import ky from 'ky';
import needle from 'needle';
import { ofetch } from 'ofetch';
import createClient from 'openapi-fetch';
import { request as playwright } from 'playwright-core';
import { firstValueFrom, type Observable } from 'rxjs';
import superagent from 'superagent';
import supertest from 'supertest';
import { request, stream } from 'undici';

/** A way to call a client of the table: a promise of what it gives, which rejects where the client does. */
export type Call = (origin: string, status: number) => Promise<unknown>;

export interface Calls {
  /** With no option set that changes with which statuses it resolves. */
  readonly plain: Call;
  /** With such an option, by its value as it is written. */
  readonly options: Readonly<Record<string, Call>>;
  /** One that parses the body, of a client that rejects where it cannot. */
  readonly parsing?: Call;
}

// Retries would ask the server again and again, and wait in between; they change nothing of the outcome.
const noRetry = { retry: { limit: 0 } };

type Loose = Record<string, { $get(): Promise<unknown> }>;

const axiosWith =
  (config: object): Call =>
  (origin, status) =>
    axios.get(`${origin}/${status}`, config);

const gotWith =
  (options: object): Call =>
  (origin, status) =>
    got(`${origin}/${status}`, { ...noRetry, responseType: 'text', ...options });

const kyWith =
  (options: object): Call =>
  (origin, status) =>
    ky.get(`${origin}/${status}`, { ...noRetry, ...options });

const ofetchWith =
  (options: object): Call =>
  (origin, status) =>
    ofetch.raw(`${origin}/${status}`, { retry: 0, ...options });

const agent = new HttpAgent({ keepAlive: false });

/** An injector as an application has one, without its page. */
const injector = createEnvironmentInjector(
  [provideHttpClient(withFetch()), provideZonelessChangeDetection(), { provide: scope, useValue: 'root' }],
  null as unknown as EnvironmentInjector,
);

const nestWith =
  (config: object): Call =>
  (origin, status) =>
    firstValueFrom(new HttpService(axios.create()).get(`${origin}/${status}`, config));

/** The observables of those clients that give one. */
export const observables: Readonly<Record<string, (origin: string, status: number) => Observable<unknown>>> = {
  HttpClient: (origin, status) => injector.get(HttpClient).get(`${origin}/${status}`, { responseType: 'text' }),
  HttpService: (origin, status) => new HttpService(axios.create()).get(`${origin}/${status}`),
};

/** A context for each call, which is at an end once its body was read. */
const playwrightWith =
  (options: object): Call =>
  async (origin, status) => {
    const context = await playwright.newContext();
    const response = await context.get(`${origin}/${status}`, options).finally(() => void contexts.push(context));
    return response;
  };

const contexts: { dispose(): Promise<void> }[] = [];

/** Gives back what the calls have opened. */
export const closeCalls = async (): Promise<void> => {
  await Promise.all(contexts.map((context) => context.dispose()));
  injector.destroy();
};

/** The calls that are given no function, and emit an event instead. */
export const emitting: Readonly<Record<string, (origin: string, status: number) => ClientRequest>> = {
  'node:http': (origin, status) => nodeRequest(`${origin}/${status}`, { agent }).end(),
};

/** How each client of the table is called, but for `XMLHttpRequest`, which takes a browser. */
export const calls: Readonly<Record<string, Calls>> = {
  fetch: { plain: (origin, status) => fetch(`${origin}/${status}`), options: {} },
  axios: {
    plain: axiosWith({}),
    options: {
      null: axiosWith({ validateStatus: null }),
      undefined: axiosWith({ validateStatus: undefined }),
      false: axiosWith({ validateStatus: false }),
    },
  },
  'node:http': {
    plain: (origin, status) =>
      new Promise<IncomingMessage>((resolve, reject) => {
        nodeRequest(`${origin}/${status}`, { agent }, resolve).on('error', reject).end();
      }),
    options: {},
  },
  undici: { plain: (origin, status) => request(`${origin}/${status}`), options: {} },
  'undici.stream': {
    plain: async (origin, status) => {
      const chunks: Buffer[] = [];
      const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => done(void chunks.push(chunk)) });
      let given: unknown;
      await stream(`${origin}/${status}`, { method: 'GET' }, (response) => ((given = response), sink));
      return { ...(given as object), body: Buffer.concat(chunks).toString() };
    },
    options: {},
  },
  hono: { plain: (origin, status) => (hc(origin) as unknown as Loose)[String(status)]!.$get(), options: {} },
  'openapi-fetch': {
    plain: (origin, status) =>
      createClient<Record<string, { get: { responses: Record<number, { content: { 'text/plain': string } }> } }>>({
        baseUrl: origin,
      }).GET(`/${status}` as never, { parseAs: 'text' } as never),
    options: {},
  },
  ky: {
    plain: kyWith({}),
    options: { false: kyWith({ throwHttpErrors: false }), true: kyWith({ throwHttpErrors: true }) },
  },
  got: {
    plain: gotWith({}),
    options: { false: gotWith({ throwHttpErrors: false }), true: gotWith({ throwHttpErrors: true }) },
    parsing: (origin, status) => got(`${origin}/${status}`, noRetry).json(),
  },
  ofetch: {
    plain: ofetchWith({}),
    options: { true: ofetchWith({ ignoreResponseError: true }), false: ofetchWith({ ignoreResponseError: false }) },
  },
  superagent: {
    plain: (origin, status) => superagent.get(`${origin}/${status}`).then((res) => res),
    options: {},
    parsing: (origin, status) => superagent.get(`${origin}/${status}`).then((res) => res),
  },
  needle: { plain: (origin, status) => needle('get', `${origin}/${status}`), options: {} },
  HttpClient: {
    plain: (origin, status) =>
      firstValueFrom(
        injector.get(HttpClient).get(`${origin}/${status}`, { observe: 'response', responseType: 'text' }),
      ),
    options: {},
    parsing: (origin, status) => firstValueFrom(injector.get(HttpClient).get(`${origin}/${status}`)),
  },
  HttpService: {
    plain: nestWith({}),
    options: {
      null: nestWith({ validateStatus: null }),
      undefined: nestWith({ validateStatus: undefined }),
      false: nestWith({ validateStatus: false }),
    },
  },
  playwright: {
    plain: playwrightWith({}),
    options: {
      true: playwrightWith({ failOnStatusCode: true }),
      false: playwrightWith({ failOnStatusCode: false }),
    },
  },
  supertest: {
    plain: (origin, status) =>
      supertest(origin)
        .get(`/${status}`)
        .then((res) => res),
    options: {},
  },
};
