import type { TSESTree } from '@typescript-eslint/utils';
import { consumerModules, consumers, type Consumer } from '../models/consumers.js';
import { exportsName } from '../models/index.js';
import type { File } from '../syntax/file.js';
import { memberName, propertyNamed, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';
import { namedType } from '../syntax/type-names.js';

const imported = new WeakMap<File, boolean>();

/** Whether a file imports a consumer at all: each of its calls would be looked at else. */
function mayConsume(file: File): boolean {
  let answer = imported.get(file);
  if (answer === undefined)
    imported.set(file, (answer = consumerModules.some((module) => file.source.text.includes(module))));
  return answer;
}

/** The consumer of promises that a call calls; undefined for any other call. */
export function consumerAt(file: File, call: TSESTree.CallExpression): Consumer | undefined {
  if (!mayConsume(file)) return undefined;
  const callee = unwrap(call.callee);
  const isMethod = callee.type === 'MemberExpression';
  const method = isMethod ? memberName(callee) : undefined;
  const owner = isMethod ? unwrap(callee.object) : callee;
  const candidates = consumers.filter((one) => one.method === method);
  if (owner.type !== 'Identifier' || candidates.length === 0) return undefined;
  const by = importOf(file, owner);
  const maker = by ? undefined : makerOf(file, owner);
  return candidates.find(
    ({ modules, makers }) => (by && exportsName(modules, ...by)) || (maker && exportsName(makers, ...maker)),
  );
}

/** What a name imports. */
function importOf(file: File, name: TSESTree.Identifier): [module: string, name: string] | undefined {
  const named = namedType(file, name);
  return named.kind === 'imported' ? [named.module, named.name] : undefined;
}

/** `const cache = createCache()`, `const cache = await caching('memory')`: the import that made what a name holds. */
function makerOf(file: File, name: TSESTree.Identifier): [module: string, name: string] | undefined {
  const variable = file.variable(name);
  const init = variable && file.constantInit(variable);
  const made = init && unwrap(init);
  const call = made?.type === 'AwaitExpression' ? unwrap(made.argument) : made;
  const callee = call?.type === 'CallExpression' ? unwrap(call.callee) : undefined;
  return callee?.type === 'Identifier' ? importOf(file, callee) : undefined;
}

/** What a consumer is given: the promise, or the function that makes it. */
export function givenTo({ property, place = 0 }: Consumer, call: TSESTree.CallExpression): Node | undefined {
  const first = call.arguments[place];
  if (!first || property === undefined) return first;
  return first.type === 'ObjectExpression' ? propertyNamed(first, property)?.value : undefined;
}

/** What it is given for a success: null where there is none, undefined where that cannot be read. */
export function toldBy({ property, place = 0, told }: Consumer, { arguments: args }: TSESTree.CallExpression) {
  const options = args[property === undefined ? place + 1 : 0];
  if (!options || told === undefined) return null;
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
