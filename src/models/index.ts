import type { Client } from './client.js';
import { angularClient } from './clients/angular.js';
import { axiosClient } from './clients/axios.js';
import { fetchClient } from './clients/fetch.js';
import { gotClient } from './clients/got.js';
import { honoClient } from './clients/hono.js';
import { kyClient } from './clients/ky.js';
import { needleClient } from './clients/needle.js';
import { nestClient } from './clients/nest.js';
import { nodeHttpClient } from './clients/node-http.js';
import { ofetchClient } from './clients/ofetch.js';
import { openapiFetchClient } from './clients/openapi-fetch.js';
import { playwrightClient } from './clients/playwright.js';
import { superagentClient } from './clients/superagent.js';
import { supertestClient } from './clients/supertest.js';
import { undiciStreamClient } from './clients/undici-stream.js';
import { xhrClient } from './clients/xhr.js';
import { undiciClient } from './clients/undici.js';

export type { Client, ClientObject, ListenerWords, RequestWords, ResponseMembers, StatusOption } from './client.js';
export { exportsName, exportsRequest, modulesOf, specifierSource, textOfSpecifier } from './module-names.js';
export * from './error-words.js';
export * from './names.js';

/** Every client the analysis knows, the most common first. */
export const clients: readonly Client[] = [
  fetchClient,
  axiosClient,
  nodeHttpClient,
  undiciClient,
  undiciStreamClient,
  honoClient,
  openapiFetchClient,
  kyClient,
  gotClient,
  ofetchClient,
  superagentClient,
  needleClient,
  xhrClient,
  angularClient,
  nestClient,
  playwrightClient,
  supertestClient,
];
