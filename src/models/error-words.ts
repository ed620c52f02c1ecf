import { keyName, lastName, type Node } from '../syntax/nodes.js';

// What code says of an error: whose fault it is, and which status it has.

/** Texts that tell the user that the request was wrong. */
const clientWords =
  /\bnot found\b|\bunauthori[sz]ed\b|\bforbidden\b|\b(invalid|incorrect|wrong) (\w+ )?(e-?mail|user ?name|user|password|credentials?|token|code|key|link|login|input)\b|\b(has|have|is|are|was) (expired|denied)\b|\balready (exists?|taken|registered|in use|used)\b|\b(does ?n[o'’]t|do not) exist\b|\bno such\b|\bcheck your (input|password|credentials|e-?mail)\b/i;

/** Texts that tell the user to wait for the server. */
const serverWords =
  /\btry again (later|in a)\b|\bserver (error|is down|problem)\b|\bservice (is )?unavailable\b|\btemporarily\b|\bmaintenance\b/i;

/** Names of functions and properties that answer for a wrong address, or for whoever may not enter. */
const clientNames = /^(notFound|unauthorized|forbidden|logout|logOut|signOut|redirectToLogin)$/;

/** Properties and functions that give a status: `{ status: 404 }`, `error(404)`. */
export const isStatusKey = (name: string): boolean => /^(status|statusCode|code)$/i.test(name);

/** Whether a value is the number of a client or server error. */
export const isErrorStatus = (value: unknown): boolean => typeof value === 'number' && value >= 400 && value <= 599;

/** Codes of packages that stand for a status: tRPC's `UNAUTHORIZED`, GraphQL's `NOT_FOUND`. */
export const meansStatus = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^(BAD_REQUEST|UNAUTHORIZED|FORBIDDEN|NOT_FOUND|TIMEOUT|CONFLICT|PRECONDITION_FAILED|TOO_MANY_REQUESTS|INTERNAL_SERVER_ERROR|BAD_GATEWAY|SERVICE_UNAVAILABLE)$/.test(
    value,
  );

/** The group that a piece of code says an error is of; undefined where it says nothing. */
export function groupClaimed(node: Node): 'client' | 'server' | undefined {
  switch (node.type) {
    case 'Literal':
      return ofText(node.value);
    case 'TemplateElement':
      return ofText(node.value.raw);
    case 'Property': {
      const name = keyName(node) ?? '';
      if (clientNames.test(name) && node.value.type === 'Literal' && node.value.value === true) return 'client';
      return isStatusKey(name) && isOfClient(node.value) ? 'client' : undefined;
    }
    case 'CallExpression':
      if (clientNames.test(lastName(node.callee) ?? '')) return 'client';
      return /error/i.test(lastName(node.callee) ?? '') && node.arguments.some(isOfClient) ? 'client' : undefined;
    default:
      return undefined;
  }
}

function ofText(text: unknown): 'client' | 'server' | undefined {
  if (typeof text !== 'string') return undefined;
  if (clientWords.test(text)) return serverWords.test(text) ? undefined : 'client';
  return serverWords.test(text) ? 'server' : undefined;
}

const isOfClient = (node: Node): boolean =>
  node.type === 'Literal' && typeof node.value === 'number' && node.value >= 400 && node.value <= 499;
