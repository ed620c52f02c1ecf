import type { TSESTree } from '@typescript-eslint/utils';
import type { Client } from '../models/index.js';
import type { Settings } from '../models/settings.js';
import { File } from '../syntax/file.js';
import { memberName, unwrap, type Node } from '../syntax/nodes.js';
import { ClientReferences, type ClientReference } from './client-references.js';
import { isLocalUrl } from './exempt/local-url.js';
import { isExact, methodOf, optionText, type RequestArguments } from './request-options.js';
import { TestCode } from './test-code.js';
import { usedAsResponse } from './used-as-response.js';

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
}

/**
 * Every call of the file that gives a response and is not exempt; `isFollowed` says of which functions another file shows
 * what they are, so that their names are no matter.
 */
export function findSources(
  file: File,
  { clients, checkTests }: Settings,
  isFollowed: (callee: Node) => boolean,
): Map<Node, Source> {
  const references = new ClientReferences(file, clients);
  const calls = [...references.callable].flatMap((name) => file.calls.named(name));
  const sources = new Map<Node, Source>();
  for (const call of calls.sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])) {
    const request = requestOf(references, call);
    if (!request || isExempt(file, request)) continue;
    if (!checkTests && TestCode.in(file.source)?.has(call)) continue;
    if (!request.reference.certain && isFollowed(request.callee)) continue;
    sources.set(call, sourceOf(file, request));
  }
  return sources;
}

interface Request extends RequestArguments {
  readonly call: TSESTree.CallExpression;
  readonly callee: Node;
  readonly reference: ClientReference;
}

function requestOf(references: ClientReferences, call: TSESTree.CallExpression): Request | undefined {
  const callee = unwrap(call.callee);
  const [first, second, third] = call.arguments;
  const direct = references.of(callee);
  if (direct) return { call, callee: call.callee, reference: direct, url: first, options: second };
  if (callee.type === 'MemberExpression' && (memberName(callee) === 'call' || memberName(callee) === 'apply')) {
    const reference = references.of(callee.object);
    if (reference) return { call, callee: call.callee, reference, url: second, options: third };
  }
  // redux-saga's effect: `yield call(fetch, url)`.
  if (callee.type === 'Identifier' && callee.name === 'call' && call.parent.type === 'YieldExpression' && first) {
    const reference = references.of(first);
    if (reference?.certain) return { call, callee: first, reference, url: second, options: third };
  }
  return undefined;
}

/** The source that a call is, if its callee is a client's function for certain; undefined where it is exempt. */
export function sourceAt(file: File, call: TSESTree.CallExpression, client: Client): Source | undefined {
  const [url, options] = call.arguments;
  const request: Request = { call, callee: call.callee, reference: { client, certain: true }, url, options };
  return isExempt(file, request) ? undefined : sourceOf(file, request);
}

function sourceOf(file: File, request: Request): Source {
  const { call, callee, reference } = request;
  const method = methodOf(file, request, reference.client.request);
  return { call, callee, client: reference.client, method, isExact: isExact(file, request) };
}

function isExempt(file: File, request: Request): boolean {
  const { call, reference, url } = request;
  if (!reference.certain && !usedAsResponse(file, reference.client.members, call)) return true;
  const { opaque } = reference.client.request;
  if (opaque && optionText(file, request, opaque.option) === opaque.value) return true;
  return isLocalUrl(file, url, call);
}
