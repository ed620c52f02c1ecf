/**
 * `eslint-plugin-http-status/types`: HTTP statuses, responses that narrow by status, and exhaustive handling. Types only;
 * nothing of it exists when a program runs.
 *
 * This file is the list of what is public. `scripts/types-build.js` puts the modules that it names, in this order, into the
 * one declaration file that is shipped.
 */
export type { StatusCodes } from './codes.generated.js';
export type {
  ClientErrorStatusCode,
  InformationalStatusCode,
  ReasonPhrase,
  RedirectionStatusCode,
  ServerErrorStatusCode,
  StatusCode,
  SuccessfulStatusCode,
} from './codes.js';
export type { Status1xx, Status2xx, Status3xx, Status4xx, Status5xx } from './groups.generated.js';
export type { GroupsOf, Is1xx, Is2xx, Is3xx, Is4xx, Is5xx, StatusGroup, StatusGroupOf } from './groups.js';
export type { NullBodyStatus, RedirectStatus, RetryableStatus } from './meaning.js';
export type {} from './platform.js';
export type { EmptyResponse, NullBodyResponse, TypedResponse } from './responses.js';
export type { ResponseOf } from './response-of.js';
export type { AssertStatus, GroupedResponse, ResponseIn, StatusGuard } from './selection.js';
export type { OmitStatus, PickStatus, StatusResult } from './clients.js';
export type { Exhaustive, MatchStatus, StatusHandlers, Unhandled } from './handlers.js';
export type { StatusLike, ToStatus } from './bodies.js';
