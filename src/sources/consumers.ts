import type { TSESTree } from '@typescript-eslint/utils';
import { consumers, type Consumer } from '../models/consumers.js';
import { exportsName } from '../models/index.js';
import type { File } from '../syntax/file.js';
import { importedName, memberName, propertyNamed, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';

/** The consumer of promises that a call calls; undefined for any other call. */
export function consumerAt(file: File, call: TSESTree.CallExpression): Consumer | undefined {
  const callee = unwrap(call.callee);
  const isMethod = callee.type === 'MemberExpression';
  const method = isMethod ? memberName(callee) : undefined;
  const owner = isMethod ? unwrap(callee.object) : callee;
  const candidates = consumers.filter((one) => one.method === method);
  if (owner.type !== 'Identifier' || candidates.length === 0) return undefined;
  const definition = file.variable(owner)?.defs[0];
  if (definition?.type !== ('ImportBinding' as never)) return undefined;
  const node = definition.node as Node;
  const module = (definition.parent as Node as TSESTree.ImportDeclaration).source.value;
  const name = node.type === 'ImportSpecifier' ? importedName(node) : 'default';
  return candidates.find(({ modules }) => exportsName(modules, module, name));
}

/** What a consumer is given: the promise, or the function that makes it. */
export function givenTo({ property }: Consumer, { arguments: [first] }: TSESTree.CallExpression): Node | undefined {
  if (!first || property === undefined) return first;
  return first.type === 'ObjectExpression' ? propertyNamed(first, property)?.value : undefined;
}

/** What it is given for a success: null where there is none, undefined where that cannot be read. */
export function toldBy({ property, told }: Consumer, { arguments: args }: TSESTree.CallExpression) {
  const options = args[property === undefined ? 1 : 0];
  if (!options) return null;
  const option = options.type === 'ObjectExpression' ? propertyNamed(options, told) : undefined;
  return option && (option.value as Node);
}

/** A function that a consumer runs: `() => fetch(url)` of `toast.promise(() => fetch(url), …)`, and what is told of a success. */
export function isConsumed(file: File, fn: FunctionNode): boolean {
  const { parent } = fn;
  const call = parent.type === 'Property' ? parent.parent.parent : parent;
  if (call?.type !== 'CallExpression') return false;
  const consumer = consumerAt(file, call);
  return !!consumer && (givenTo(consumer, call) === fn || toldBy(consumer, call) === fn);
}
