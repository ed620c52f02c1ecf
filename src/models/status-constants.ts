import { registry } from '../status/index.js';
import type { ModuleExports } from './client.js';

// Objects of packages that hold status codes by their names: `StatusCodes.NOT_FOUND`, `HttpStatusCode.NotFound`.

/** The modules, and their exports that are one; `*` is the module as a whole. */
export const statusObjects: ModuleExports = {
  'http-status-codes': ['StatusCodes', 'default', '*'],
  'http-status': ['status', 'default', '*'],
  axios: ['HttpStatusCode'],
  'node:http2': ['constants'],
  http2: ['constants'],
  '@nestjs/common': ['HttpStatus'],
  '@angular/common/http': ['HttpStatusCode'],
};

/** Names that are no registered reason phrase: older ones of the same code, and those of WebDAV and of jokes. */
const others: Readonly<Record<string, number>> = {
  ambiguous: 300,
  movedtemporarily: 302,
  iamateapot: 418,
  imateapot: 418,
  insufficientspaceonresource: 419,
  methodfailure: 420,
  payloadtoolarge: 413,
  requestentitytoolarge: 413,
  requesttoolong: 413,
  requesturitoolong: 414,
  requestedrangenotsatisfiable: 416,
  unprocessableentity: 422,
};

const flat = (name: string): string => name.replace(/[^a-z]/gi, '').toLowerCase();

const codes: ReadonlyMap<string, number> = new Map([
  ...registry.map(({ code, phrase }) => [flat(phrase), code] as const),
  ...Object.entries(others),
]);

/** The code of a name, however it is spelt: `NOT_FOUND`, `NotFound`, `HTTP_STATUS_NOT_FOUND`. */
export const codeNamed = (name: string): number | undefined => codes.get(flat(name.replace(/^HTTP_STATUS_/, '')));
