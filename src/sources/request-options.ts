import type { TSESTree } from '@typescript-eslint/utils';
import type { RequestWords } from '../models/index.js';
import { File } from '../syntax/file.js';
import { callOf, enclosingFunction, keyName, lastName, memberName, propertyNamed, type Node } from '../syntax/nodes.js';

export interface RequestArguments {
  readonly url?: Node;
  readonly options?: Node;
}

/** The options of a request: at the call, in a constant, in `new Request(url, options)`; undefined where it has none. */
function optionsOf(file: File, { url, options }: RequestArguments): Node | undefined {
  if (options) return file.constantValue(options);
  const asked = url && file.constantValue(url);
  if (asked?.type === 'ObjectExpression') return asked;
  if (asked?.type === 'NewExpression') return asked.arguments[1] && file.constantValue(asked.arguments[1]);
  // `fetch(request)`: what is in it was said elsewhere.
  return asked && /req(uest)?$/i.test(lastName(asked) ?? '') ? asked : undefined;
}

/** The text of an option of the request (`method`, `mode`), in upper case. */
export function optionText(file: File, request: RequestArguments, name: string): string | undefined {
  const options = optionsOf(file, request);
  return options?.type === 'ObjectExpression' ? textIn(file, options, name) : undefined;
}

/** The method of a request, in upper case: the client's own where none is given, undefined where it is not known. */
export function methodOf(
  file: File,
  request: RequestArguments,
  { method, defaultMethod }: RequestWords,
): string | undefined {
  const options = optionsOf(file, request);
  if (!options) return defaultMethod;
  if (options.type !== 'ObjectExpression') return undefined;
  const property = propertyNamed(options, method);
  return property === null ? defaultMethod : property && textOf(file, property);
}

/** The methods, in upper case, that callers give to the function around a request: `api(path, { method: 'DELETE' })`. */
export function methodsGiven(file: File, call: Node, { method }: RequestWords): ReadonlySet<string> {
  const fn = enclosingFunction(call);
  const given = new Set<string>();
  for (const { arguments: args } of fn ? file.callsOf(fn) : []) {
    for (const argument of args) {
      const text = argument.type === 'ObjectExpression' ? textIn(file, argument, method) : undefined;
      if (text) given.add(text);
    }
  }
  return given;
}

function textIn(file: File, { properties }: TSESTree.ObjectExpression, name: string): string | undefined {
  for (const property of properties) {
    if (property.type === 'Property' && keyName(property) === name) return textOf(file, property);
  }
  return undefined;
}

function textOf(file: File, property: TSESTree.Property): string | undefined {
  const value = file.constantValue(property.value);
  return value.type === 'Literal' && typeof value.value === 'string' ? value.value.toUpperCase() : undefined;
}

/**
 * Whether the request says by its headers that 200 is not like other successes: `Accept: text/event-stream` (HTML standard,
 * section 9.2, server-sent events: only a 200 opens a stream), `Range` (RFC 9110, section 14.2: a 200 is the whole instead of
 * the part).
 */
export function isExact(file: File, request: RequestArguments): boolean {
  const options = optionsOf(file, request);
  const headers = options?.type === 'ObjectExpression' && propertyNamed(options, 'headers');
  return !!headers && headersIn(file, headers.value).some(([name, value]) => asksExactly(file, name, value));
}

const asksExactly = (file: File, name: string, value: Node): boolean =>
  name === 'range' ||
  (name === 'accept' && file.source.getText(file.constantValue(value)).includes('text/event-stream'));

/** The headers that are written out: of an object, of `new Headers({ … })`, and those set on a constant later. */
function headersIn(file: File, node: Node): readonly (readonly [name: string, value: Node])[] {
  const value = file.constantValue(node);
  const object = value.type === 'NewExpression' ? value.arguments[0] : value;
  const written = object?.type === 'ObjectExpression' ? object.properties : [];
  const own = written.flatMap((property) =>
    property.type === 'Property' ? [[(keyName(property) ?? '').toLowerCase(), property.value] as const] : [],
  );
  const variable = node.type === 'Identifier' ? file.variable(node) : undefined;
  return [...own, ...(variable?.references ?? []).flatMap(({ identifier }) => headerSet(identifier))];
}

/** `headers.set('Range', range)`, `headers.Range = range`. */
function headerSet(headers: Node): readonly (readonly [name: string, value: Node])[] {
  const member = headers.parent;
  if (member?.type !== 'MemberExpression' || member.object !== headers) return [];
  const { parent } = member;
  const name = memberName(member) ?? '';
  if (parent.type === 'AssignmentExpression' && parent.left === member) return [[name.toLowerCase(), parent.right]];
  const [key, value] = callOf(member)?.arguments ?? [];
  const isSet = (name === 'set' || name === 'append') && key?.type === 'Literal' && !!value;
  return isSet ? [[String(key.value).toLowerCase(), value]] : [];
}
