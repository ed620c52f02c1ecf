import type { TSESTree } from '@typescript-eslint/utils';
import type { Client } from '../models/index.js';
import type { Settings } from '../models/settings.js';
import { File } from '../syntax/file.js';
import { memberName, unwrap, type Node } from '../syntax/nodes.js';
import { annotatedCalls } from './annotated.js';
import type { ClientObjects } from './client-objects.js';
import { ClientReferences } from './client-references.js';
import { FileClients } from './file-clients.js';
import { withMethod } from './instance.js';
import { sourceOfObject, type ObjectCall } from './object-requests.js';
import { withListener } from './response-events.js';
import { isExempt, sourceOf, type Request, type Source } from './source.js';
import { TestCode } from './test-code.js';

/** What other files say. */
export interface Elsewhere {
  /** Whether another file shows what a function is, so that its name is no matter. */
  isFollowed(callee: Node): boolean;
  /** The calls whose object another file makes. */
  readonly objectCalls: ReadonlyMap<TSESTree.CallExpression, ObjectCall>;
}

/** Every call of the file that gives a response and is not exempt. */
export function findSources(file: File, settings: Settings, elsewhere: Elsewhere): Map<Node, Source> {
  const { references, objects } = FileClients.of(file, settings.clients);
  const calls = [...references.callable].flatMap((name) => file.calls.named(name));
  const sources = new Map<Node, Source>();
  for (const call of calls.sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])) {
    const request = requestOf(references, call);
    if (!request || isExempt(file, request)) continue;
    if (isLeftOut(file, settings, call)) continue;
    if (!request.reference.certain && elsewhere.isFollowed(request.callee)) continue;
    add(sources, file, sourceOf(file, request));
  }
  for (const call of objects.isEmpty ? [] : file.calls.all) {
    const found = sources.has(call) ? undefined : objectCallOf(objects, call);
    const source = found && !isLeftOut(file, settings, call) ? sourceOfObject(file, call, found) : undefined;
    if (source) add(sources, file, source);
  }
  addObjectCalls(file, settings, elsewhere, sources);
  addAnnotated(file, settings, elsewhere, sources);
  return sources;
}

/** Adds the calls of which a variable says that they give a response, where nothing else says what they call. */
function addAnnotated(file: File, settings: Settings, elsewhere: Elsewhere, sources: Map<Node, Source>): void {
  const [client] = settings.clients;
  for (const call of client ? annotatedCalls(file, client) : []) {
    if (sources.has(call) || isLeftOut(file, settings, call) || elsewhere.isFollowed(call.callee)) continue;
    // What it is given is not known to be the address and the options.
    const request: Request = { call, callee: call.callee, reference: { client: client!, certain: false } };
    if (!isExempt(file, request)) sources.set(call, { ...sourceOf(file, request), method: undefined });
  }
}

/** Adds the calls of objects that other files make. */
export function addObjectCalls(
  file: File,
  settings: Settings,
  { objectCalls }: Elsewhere,
  sources: Map<Node, Source>,
): void {
  for (const [call, found] of objectCalls) {
    const source = sources.has(call) || isLeftOut(file, settings, call) ? undefined : sourceOfObject(file, call, found);
    if (source) add(sources, file, source);
  }
}

function add(sources: Map<Node, Source>, file: File, source: Source): void {
  const given = withListener(file, source);
  sources.set(given.call, given);
}

const isLeftOut = (file: File, { checkTests }: Settings, call: Node): boolean =>
  !checkTests && !!TestCode.in(file.source)?.has(call);

/** The call of a client's object that a call is, by its text. */
function objectCallOf(objects: ClientObjects, call: TSESTree.CallExpression): ObjectCall | undefined {
  const callee = unwrap(call.callee);
  const method = callee.type === 'MemberExpression' ? memberName(callee) : undefined;
  if (callee.type !== 'MemberExpression' || method === undefined || !objects.methods.has(method)) {
    const called = objects.called(callee);
    return called && { instance: called, method: undefined };
  }
  const found = objects.of(callee.object) ?? objects.under(callee.object);
  const instance = found && withMethod(found, method);
  return instance && { instance, method };
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
