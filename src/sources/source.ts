import type { TSESTree } from '@typescript-eslint/utils';
import type { Client } from '../models/index.js';
import { opaque } from '../status/index.js';
import { File } from '../syntax/file.js';
import { isFunction, type Node } from '../syntax/nodes.js';
import type { ClientReference } from './client-references.js';
import { isLocalUrl } from './exempt/local-url.js';
import type { Listening } from './listeners.js';
import { isExact, methodOf, methodsGiven, optionText, type RequestArguments } from './request-options.js';
import { resolvingOf, type Resolving } from './statuses.js';
import { usedAsResponse, wordsOfResponse } from './used-as-response.js';

/** A call that gives a response. */
export interface Source {
  readonly call: TSESTree.CallExpression;
  /** The expression that names the request function: where a report stands. */
  readonly callee: Node;
  readonly client: Client;
  /** The request method in upper case, where the call says what it is. */
  readonly method?: string;
  /** Its headers ask for an answer of which 200 is told from other successes on purpose: a stream, a part. */
  readonly isExact: boolean;
  /** With which statuses it resolves. */
  readonly resolving: Resolving;
  /** Who is told of the response by the object that is called. */
  readonly listening?: Listening;
  /** It gives the parsed body alone. */
  readonly givesBody?: boolean;
  /** The methods that callers in this file give to the function around the call: `api(path, { method: 'DELETE' })`. */
  readonly methods?: ReadonlySet<string>;
}

/** The function that a call gives the response to; undefined where its promise does. */
export function receiverOf({ call, client: { givesTo } }: Source): Node | undefined {
  if (!givesTo || givesTo === 'listeners') return undefined;
  const first = givesTo === 'factory' ? call.arguments.find(isFunction) : undefined;
  return first ?? call.arguments.at(-1);
}

/** A call as it is written, before it is known to be a source. */
export interface Request extends RequestArguments {
  readonly call: TSESTree.CallExpression;
  readonly callee: Node;
  readonly reference: ClientReference;
}

/** The source that a request is. */
export function sourceOf(file: File, request: Request): Source {
  const { call, callee, reference } = request;
  const { client } = reference;
  const method = methodOf(file, request, client.request);
  const methods = method ? undefined : methodsGiven(file, call, client.request);
  const resolving: Resolving = isOpaque(file, request)
    ? { kind: 'known', statuses: opaque }
    : resolvingOf(client, request.options ? [{ file, node: request.options }] : []);
  return { call, callee, client, method, methods, isExact: isExact(file, request), resolving };
}

/** `mode: 'no-cors'`: nothing can be seen of the answer (Fetch standard, section 4.1, "opaque" response tainting). */
function isOpaque(file: File, request: Request): boolean {
  const words = request.reference.client.request.opaque;
  return !!words && optionText(file, request, words.option) === words.value;
}

/** Whether an address names a host. */
function isAbsolute(file: File, url: Node | undefined): boolean {
  const node = url && file.constantValue(url);
  const text =
    node?.type === 'TemplateLiteral' ? node.quasis[0]?.value.raw : node?.type === 'Literal' ? node.value : '';
  return /^(https?:)?\/\//i.test(String(text));
}

/** Whether there is nothing to say of a request: no server answers it, or what it gives is not used like a response. */
export function isExempt(file: File, request: Request): boolean {
  const { call, reference, url } = request;
  if (!reference.certain && !usedAsResponse(file, wordsOfResponse(reference.client.members), call)) return true;
  // The address may be of the page's own origin, whose answer is not opaque.
  if (isOpaque(file, request) && !isAbsolute(file, url)) return true;
  return isLocalUrl(file, url, call);
}
