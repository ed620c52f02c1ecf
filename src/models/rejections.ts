import { StatusSet } from '../status/index.js';
import type { Client, Rejection } from './client.js';
import { axiosClient } from './clients/axios.js';
import { clients } from './index.js';

// What programs ask of the error of a request, by common usage.

/**
 * That no answer came at all: a timeout, a name that is not found, a refused CORS request, an exception of the program's own.
 * The Fetch standard (section 2.2.6) gives a network error the status 0, and no answer has that.
 */
export const noAnswer: StatusSet = StatusSet.of(0);

/** That an answer came, whatever its status. */
export const anyAnswer: StatusSet = noAnswer.complement();

/** What an error carries of whose client no more is known than that one has the answer in `error.response`. */
const shared: Rejection = {
  status: ['response', 'status'],
  mayBeMissing: true,
  response: ['response'],
  kinds: clients.flatMap(({ rejection }) => rejection?.kinds ?? []),
};

/** The client of an error that comes from a request out of sight. */
export const unseenClient: Client = { ...axiosClient, name: 'unseen', statuses: StatusSet.empty, rejection: shared };

/** The member of an error that holds the answer, where a client has one. */
export const answerMembers: ReadonlySet<string> = new Set(shared.response);

/**
 * Members of an error that it has of an answer, with one client or another, and not without one: `error.statusCode` of `got`,
 * `error.body` of those that parse it, and all of them where the answer itself was thrown.
 */
export const answerSigns = ['status', 'statusCode', 'statusText', 'headers', 'body', 'data'] as const;

/** `error.code` of a request that got no connection: Node's names (`node:os` constants), and that of axios in a browser. */
const offline = new Set(['ERR_NETWORK', 'ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);

/** `error.code`, `error.name` of one that was given up: there is no answer, and there may be none without them. */
const givenUp = new Set([
  ...['ECONNABORTED', 'ETIMEDOUT', 'ERR_CANCELED', 'ESOCKETTIMEDOUT'],
  ...['AbortError', 'CanceledError', 'TimeoutError', 'TypeError'],
]);

/** What `error.code`, `error.message` or `error.name` says by being equal to a text. */
export function saidByText(member: string, text: string): 'offline' | 'given up' | undefined {
  if (member === 'message') return text === 'Network Error' ? 'offline' : undefined;
  if (member !== 'code' && member !== 'name') return undefined;
  return offline.has(text) ? 'offline' : givenUp.has(text) ? 'given up' : undefined;
}

/** Functions that tell that a request was given up. */
const cancelling = new Set(['isCancel', 'isAbortError', 'isTimeoutError']);

export const tellsCancelled = (name: string): boolean => cancelling.has(name);

/** Classes of which an error may be an instance whether an answer came or not; those of a client stand in its row. */
const broad = new Set(['Error', 'Object', 'isError', 'isNativeError', 'isObject', 'isPlainObject', 'isErrorLike']);

/** Whether a class, or a function that tells one, says nothing of an answer. */
export const isBroad = (name: string): boolean => broad.has(name);
