import type { TSESTree } from '@typescript-eslint/utils';
import type { Client } from '../models/index.js';
import type { Settings } from '../models/settings.js';
import { opaque } from '../status/index.js';
import { File } from '../syntax/file.js';
import { callOf, isFunction, lastName, memberName, unwrap, type Node } from '../syntax/nodes.js';
import { annotatedCalls } from './annotated.js';
import { ClientObjects } from './client-objects.js';
import { ClientReferences, type ClientReference } from './client-references.js';
import { isLocalUrl } from './exempt/local-url.js';
import { withMethod, type Config, type Instance } from './instance.js';
import { clientsIn } from './mention.js';
import { isExact, methodOf, methodsGiven, optionText, type RequestArguments } from './request-options.js';
import { resolvingOf, type Resolving } from './statuses.js';
import { TestCode } from './test-code.js';
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
  /** It gives the parsed body alone. */
  readonly givesBody?: boolean;
  /** The methods that callers in this file give to the function around the call: `api(path, { method: 'DELETE' })`. */
  readonly methods?: ReadonlySet<string>;
}

/** A call of a client's object: the object, and the method that is called, if one is. */
export interface ObjectCall {
  readonly instance: Instance;
  readonly method: string | undefined;
}

/** What other files say. */
export interface Elsewhere {
  /** Whether another file shows what a function is, so that its name is no matter. */
  isFollowed(callee: Node): boolean;
  /** The calls whose object another file makes. */
  readonly objectCalls: ReadonlyMap<TSESTree.CallExpression, ObjectCall>;
}

/** The function that a call gives the response to; undefined where its promise does. */
export function receiverOf({ call, client: { givesTo } }: Source): Node | undefined {
  if (!givesTo) return undefined;
  const first = givesTo === 'factory' ? call.arguments.find(isFunction) : undefined;
  return first ?? call.arguments.at(-1);
}

/** Every call of the file that gives a response and is not exempt. */
export function findSources(file: File, settings: Settings, elsewhere: Elsewhere): Map<Node, Source> {
  const clients = clientsIn(file.source, settings.clients);
  const references = new ClientReferences(file, clients);
  const calls = [...references.callable].flatMap((name) => file.calls.named(name));
  const sources = new Map<Node, Source>();
  for (const call of calls.sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])) {
    const request = requestOf(references, call);
    if (!request || isExempt(file, request)) continue;
    if (isLeftOut(file, settings, call)) continue;
    if (!request.reference.certain && elsewhere.isFollowed(request.callee)) continue;
    sources.set(call, sourceOf(file, request));
  }
  const objects = new ClientObjects(file, clients);
  for (const call of objects.isEmpty ? [] : file.calls.all) {
    const found = sources.has(call) ? undefined : objectCallOf(objects, call);
    const source = found && !isLeftOut(file, settings, call) ? sourceOfObject(file, call, found) : undefined;
    if (source) sources.set(call, source);
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
    if (source) sources.set(call, source);
  }
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

/** The source that a call of a client's object is; undefined where it is exempt, or gives nothing to speak of. */
export function sourceOfObject(
  file: File,
  call: TSESTree.CallExpression,
  { instance, method: name }: ObjectCall,
): Source | undefined {
  const { client, object } = instance;
  const url = call.arguments[0];
  const options = call.arguments[(name !== undefined && object.optionsAt?.[name]) || 1];
  const request: Request = { call, callee: call.callee, reference: { client, certain: true }, url, options };
  if (isExempt(file, request)) return undefined;
  const own = options ?? (url && isConfig(file, url) ? url : undefined);
  const built = client.isBuilt ? builtBy(file, call) : [];
  const configs: readonly Config[] = [...built, ...(own ? [{ file, node: own }] : []), ...instance.configs];
  const resolving: Resolving = instance.isVague ? { kind: 'vague' } : resolvingOf(client, configs);
  const source = sourceOf(file, request);
  const method = verbOf(name) ?? source.method;
  return { ...source, method, resolving, ...(object.givesBody && name === undefined && { givesBody: true }) };
}

/** What the methods behind a call are given: `superagent.get(url).ok((res) => …)`. */
function builtBy(file: File, call: Node): readonly Config[] {
  const configs: Config[] = [];
  for (let at = call; at.parent?.type === 'MemberExpression' && at.parent.object === at;) {
    const next = callOf(at.parent);
    const [given] = next?.arguments ?? [];
    if (!next) break;
    if (given) configs.push({ file, node: given, option: memberName(at.parent) ?? '' });
    at = next;
  }
  return configs.reverse();
}

/** Whether what stands first is no address, but says all of the request: `axios({ url })`, `axios(config)`. */
function isConfig(file: File, first: Node): boolean {
  const value = file.constantValue(first);
  return value.type === 'ObjectExpression' || /(req(uest)?|conf(ig)?|opt(ion)?s)$/i.test(lastName(value) ?? '');
}

const verbs = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** `post`, `$post`, `postForm`, `POST`: a method that says what the request's method is. */
function verbOf(name: string | undefined): string | undefined {
  const verb = name?.replace(/^\$|Form$/g, '').toUpperCase();
  return verb !== undefined && verbs.has(verb) ? verb : undefined;
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

function isExempt(file: File, request: Request): boolean {
  const { call, reference, url } = request;
  if (!reference.certain && !usedAsResponse(file, wordsOfResponse(reference.client.members), call)) return true;
  // The address may be of the page's own origin, whose answer is not opaque.
  if (isOpaque(file, request) && !isAbsolute(file, url)) return true;
  return isLocalUrl(file, url, call);
}
