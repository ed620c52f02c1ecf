import type { TSESTree } from '@typescript-eslint/utils';
import type { Client, ClientObject } from '../models/index.js';
import { File } from '../syntax/file.js';
import { callOf, lastName, memberName, propertyNamed, unwrap, type Node } from '../syntax/nodes.js';
import type { Config, Instance } from './instance.js';
import { listeningTo } from './listeners.js';
import { isExempt, sourceOf, type Request, type Source } from './source.js';
import { resolvingOf } from './statuses.js';

/** A call of a client's object: the object, and the method that is called, if one is. */
export interface ObjectCall {
  readonly instance: Instance;
  readonly method: string | undefined;
}

/** The source that a call of a client's object is; undefined where it is exempt, or gives nothing to speak of. */
export function sourceOfObject(
  file: File,
  call: TSESTree.CallExpression,
  { instance, method: name }: ObjectCall,
): Source | undefined {
  const { client, object } = instance;
  if (client.givesTo === 'listeners') return sourceOfListening(file, call, client);
  const url = call.arguments[0];
  const options = call.arguments[(name !== undefined && object.optionsAt?.[name]) || 1];
  const request: Request = { call, callee: call.callee, reference: { client, certain: true }, url, options };
  if (isExempt(file, request)) return undefined;
  const givesBody = object.whole ? !asksFor(file, options, object.whole) : object.givesBody && name === undefined;
  const own = options ?? (url && isConfig(file, url) ? url : undefined);
  const configs: readonly Config[] = client.isBuilt
    ? builtBy(file, call)
    : [...(own ? [{ file, node: own }] : []), ...instance.configs];
  const resolving = resolvingOf(client, configs, instance.isVague);
  const source = sourceOf(file, request);
  const method = verbOf(name) ?? source.method;
  return { ...source, method, resolving, ...(givesBody && { givesBody }) };
}

/** `{ observe: 'response' }`. */
function asksFor(
  file: File,
  options: Node | undefined,
  { option, value }: NonNullable<ClientObject['whole']>,
): boolean {
  const given = options && file.constantValue(options);
  const property = given?.type === 'ObjectExpression' ? propertyNamed(given, option) : undefined;
  const said = property && file.constantValue(property.value);
  return said?.type === 'Literal' && said.value === value;
}

/** `xhr.send()`. */
function sourceOfListening(file: File, call: TSESTree.CallExpression, client: Client): Source | undefined {
  const callee = unwrap(call.callee);
  const listening = callee.type === 'MemberExpression' ? listeningTo(file, callee.object, client.members) : undefined;
  if (!listening) return undefined;
  const [method, url] = listening.opening?.arguments ?? [];
  const request: Request = { call, callee: call.callee, reference: { client, certain: true }, url };
  if (isExempt(file, request)) return undefined;
  const verb = method && file.constantValue(method);
  const text = verb?.type === 'Literal' ? String(verb.value).toUpperCase() : undefined;
  return { ...sourceOf(file, request), method: text, listening };
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
