import type { TSESTree } from '@typescript-eslint/utils';
import type { Client, StatusOption } from '../models/index.js';
import { errors, StatusSet } from '../status/index.js';
import type { File } from '../syntax/file.js';
import { isFunction, isUndefined, propertyNamed, type FunctionNode, type Node } from '../syntax/nodes.js';
import type { Config } from './instance.js';

/** With which statuses a request resolves. */
export type Resolving =
  | { readonly kind: 'known'; readonly statuses: StatusSet }
  /** With those for which a function of some file is true: `validateStatus: (status) => status < 500`. */
  | { readonly kind: 'asked'; readonly fn: FunctionNode; readonly file: File }
  /** Some option that cannot be read may change them. */
  | { readonly kind: 'vague' };

/** The statuses of a client's request, by its configurations, the nearest first; where some are out of sight, it is vague. */
export function resolvingOf(client: Client, configs: readonly Config[], isVague = false): Resolving {
  const said = byOptions(client, configs);
  const resolving = said ?? (isVague ? vague : { kind: 'known', statuses: client.statuses });
  const isSafe = resolving.kind === 'known' && resolving.statuses.isDisjointWith(errors);
  const { filters = [] } = client;
  return !isSafe && filters.some((path) => configs.some((config) => mayHave(config, path))) ? vague : resolving;
}

/** Whether a configuration has an option at the end of a path, or cannot be read. */
function mayHave({ file, node, option }: Config, path: readonly string[]): boolean {
  if (option !== undefined) return option === path[0];
  const [name, ...rest] = path;
  if (name === undefined) return true;
  const value = file.constantValue(node);
  if (isNoConfig(value)) return false;
  const property = value.type === 'ObjectExpression' ? propertyNamed(value, name) : undefined;
  return property !== null && (!property || mayHave({ file, node: property.value }, rest));
}

function byOptions({ statusOptions = [] }: Client, configs: readonly Config[]): Resolving | undefined {
  for (const option of statusOptions) {
    for (const config of configs) {
      const found = inConfig(option, config);
      if (found) return found;
    }
  }
  return undefined;
}

const vague: Resolving = { kind: 'vague' };

function inConfig(option: StatusOption, { file, node, option: only }: Config): Resolving | undefined {
  if (only !== undefined) return only === option.name ? byValue(option, file, node) : undefined;
  const value = file.constantValue(node);
  if (isNoConfig(value)) return undefined;
  return value.type === 'ObjectExpression' ? inObject(option, file, value) : vague;
}

/** `axios.get(url, undefined)`, and what stands in the place of options without being some: a text, a function. */
const isNoConfig = (value: Node): boolean =>
  isUndefined(value) || /^(Literal|TemplateLiteral|ArrowFunctionExpression|FunctionExpression)$/.test(value.type);

function inObject(option: StatusOption, file: File, object: TSESTree.ObjectExpression): Resolving | undefined {
  const property = propertyNamed(object, option.name);
  if (property) return byValue(option, file, property.value);
  if (property === null) return undefined;
  for (const one of object.properties.toReversed()) {
    const found =
      one.type === 'SpreadElement' ? inConfig(option, { file, node: one.argument }) : !one.computed ? undefined : vague;
    if (found) return found;
  }
  return undefined;
}

function byValue({ values }: StatusOption, file: File, node: Node): Resolving {
  const value = file.constantValue(node);
  const [local] = isFunction(value) ? [value] : file.functionsOf(value);
  if (local) return { kind: 'asked', fn: local, file };
  const text = textOf(value);
  const statuses = text !== undefined && Object.hasOwn(values, text) ? values[text] : undefined;
  return statuses ? { kind: 'known', statuses } : vague;
}

/** A value as it is written: `false`, `null`, `undefined`. */
const textOf = (node: Node): string | undefined =>
  node.type === 'Literal' ? String(node.value) : node.type === 'Identifier' ? node.name : undefined;
