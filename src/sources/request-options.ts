import type { TSESTree } from '@typescript-eslint/utils';
import type { RequestWords } from '../models/index.js';
import { File } from '../syntax/file.js';
import { keyName, lastName, propertyNamed, type Node } from '../syntax/nodes.js';

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
