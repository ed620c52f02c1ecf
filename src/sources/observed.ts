import type { TSESTree } from '@typescript-eslint/utils';
import { callOf, isFunction, memberName, unwrap, type Node } from '../syntax/nodes.js';
import { exportsName } from '../models/index.js';
import { promising } from '../models/observables.js';
import type { File } from '../syntax/file.js';
import { namedType } from '../syntax/type-names.js';
import type { Source } from './source.js';

type Sources = ReadonlyMap<Node, Source>;

/** The request whose observable an expression is: `http.get(url)`, `http.get(url).pipe(retry(2))`. */
function observedRequest(sources: Sources, expression: Node): Source | undefined {
  const node = unwrap(expression);
  const source = sources.get(node);
  if (source) return source.client.isObserved ? source : undefined;
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : undefined;
  if (callee?.type !== 'MemberExpression' || memberName(callee) !== 'pipe') return undefined;
  return observedRequest(sources, callee.object);
}

/** The method of a request's observable that a call calls: `subscribe`, `pipe`. */
export function observableMethod(sources: Sources, { callee }: TSESTree.CallExpression): string | undefined {
  const member = unwrap(callee);
  if (member.type !== 'MemberExpression') return undefined;
  const name = memberName(member);
  return (name === 'subscribe' || name === 'pipe') && observedRequest(sources, member.object) ? name : undefined;
}

/** A function that the observable of a request runs: of `subscribe`, of its observer, of an operator. */
export function isObserving(sources: Sources, fn: Node): boolean {
  const { parent } = fn;
  if (parent?.type === 'Property' && parent.parent.type === 'ObjectExpression')
    return isObserving(sources, parent.parent);
  if (parent?.type !== 'CallExpression' || parent.callee === fn) return false;
  if (observableMethod(sources, parent)) return true;
  const around = isFunction(fn) ? parent.parent : undefined;
  return (
    around?.type === 'CallExpression' &&
    callOf(around.callee) === around &&
    observableMethod(sources, around) === 'pipe'
  );
}

/** `firstValueFrom(http.get(url))`: a function that gives a promise of what an observable brings. */
export function givesPromised(file: File, callee: Node): boolean {
  if (callee.type !== 'Identifier') return false;
  const named = namedType(file, callee);
  return named.kind === 'imported' && exportsName(promising, named.module, named.name);
}
