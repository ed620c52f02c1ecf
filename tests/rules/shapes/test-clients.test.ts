import rule from '../../../rules/no-unchecked-response.js';
import { testVerdicts } from '../tester.js';

// Clients that are mostly at home in tests: Playwright's requests and supertest. In tests they are seen with `checkTests`.

const settings = { 'http-status': { checkTests: true } };

const read = 'save(await res.json());';

const playwright = (parameter: string, body: string, test = 'test'): string =>
  `import { test } from '@playwright/test';\n${test}('users', async (${parameter}) => {\n  ${body}\n});`;

const supertest = (call: string, after = 'save(res.body.token);'): string =>
  `import request from 'supertest';\nconst agent = request.agent(app);\nit('has users', async () => {\n  const res = await ${call};\n  ${after}\n});`;

testVerdicts('no-unchecked-response', rule, {
  valid: [
    // Nobody asked for tests to be looked at.
    ...[
      playwright('{ request }', `const res = await request.get('/x'); ${read}`),
      supertest("request(app).get('/x')"),
    ].map((code) => ({ code, settings: { 'http-status': { checkTests: false } } })),
    ...[
      playwright('{ request }', `const res = await request.get('/x'); if (!res.ok()) throw new Error(); ${read}`),
      playwright('{ request }', `const res = await request.get('/x'); expect(res.ok()).toBeTruthy(); ${read}`),
      playwright('{ request }', `const res = await request.get('/x'); await expect(res).toBeOK(); ${read}`),
      playwright('{ request }', `const res = await request.get('/x'); expect(res.status()).toBe(201); ${read}`),
      playwright('{ request }', `const res = await request.get('/x', { failOnStatusCode: true }); ${read}`),
      playwright('{ other }', `const res = await other.get('/x'); ${read}`),
      playwright('{ page }', `const res = await page.other.get('/x'); ${read}`),
      playwright('_, { request }', `const res = await request.get('/x'); ${read}`),
      playwright('{ request }', `const res = await request.get('/x'); ${read}`).replace('@playwright/test', './test'),
      supertest("request(app).get('/x').expect(200)"),
      supertest("request(app).get('/x').set('a', 'b').expect('Content-Type', /json/)"),
      supertest("request(app).get('/x')", 'expect(res.status).toBe(200); save(res.body.token);'),
      supertest("request(app).get('/x')", 'expect(res.body).toEqual({});'),
      supertest("other(app).get('/x')"),
    ].map((code) => ({ code, settings })),
    {
      code: `import { request } from 'playwright';\nasync function setUp() { const api = await request.newContext({ failOnStatusCode: true }); const res = await api.post('/x'); ${read} }`,
    },
  ],
  invalid: [
    ...[
      playwright('{ request }', `const res = await request.get('/x'); ${read}`),
      playwright('{ request: api }', `const res = await api.fetch('/x', { method: 'PUT' }); ${read}`),
      playwright('{ page }', `const res = await page.request.post('/x'); ${read}`),
      playwright('fixtures', `const res = await fixtures.context.request.post('/x'); ${read}`),
      playwright('{ request }', `const res = await request.get('/x'); ${read}`, 'test.only'),
      playwright('{ request }', `const res = await request.get('/x'); ${read}`, 'test.extend({})'),
      supertest("request(app).get('/x')"),
      supertest("agent.post('/x').send({ a: 1 })"),
    ].map((code) => ({ code, settings, errors: ['unchecked'] })),
    // Programs drive a browser, too.
    {
      code: `import { request } from 'playwright';\nasync function setUp() { const api = await request.newContext({ baseURL: 'x' }); const res = await api.post('/x'); ${read} }`,
      errors: ['unchecked'],
    },
    ...['APIRequestContext', 'Page', 'BrowserContext'].map((type) => ({
      code: `import type { ${type} } from 'playwright';\nasync function signIn(given: ${type}) { const res = await ${type === 'APIRequestContext' ? 'given' : 'given.request'}.post('/x'); ${read} }`,
      errors: ['unchecked'],
    })),
  ],
});
