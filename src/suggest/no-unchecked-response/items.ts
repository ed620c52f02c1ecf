import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../syntax/nodes.js';
import type { ResponseReport } from '../../analysis/index.js';
import type { Mended } from './bound.js';
import { putFirstInFunction } from './chained.js';
import { checkOf, semicolonAt } from '../exit/check.js';
import { insert, type Edit, type Source } from '../write/edit.js';
import { exitFor } from '../exit/exit.js';
import { subjectOf } from '../exit/response-text.js';
import { freeName } from '../write/names.js';
import { joined, putAround } from '../write/place.js';
import type { Route } from './route.js';

type ItemRoute = Extract<Route, { kind: 'item' }>;

/** One check for each of the unchecked elements of `const [a, b] = await Promise.all([…])`. */
export function checkItems(
  source: Source,
  route: ItemRoute,
  indexes: readonly number[],
  response: ResponseReport,
): Mended | undefined {
  const named = nameItems(source, route.pattern, indexes);
  if (!named) return undefined;
  const { written, exit } = checksOf(source, route.statement, named.names, response);
  return { exit, edits: [...named.edits, ...putAround(source, route.statement, undefined, written)] };
}

/** The same for `.then(([a, b]) => …)`. */
export function checkItemsInChain(
  source: Source,
  link: TSESTree.CallExpression,
  indexes: readonly number[],
  response: ResponseReport,
): Mended | undefined {
  const [callback] = link.arguments;
  const pattern = isFunction(callback) ? callback.params[0] : undefined;
  if (!isFunction(callback) || pattern?.type !== 'ArrayPattern') return undefined;
  const named = nameItems(source, pattern, indexes);
  if (!named) return undefined;
  const { written, exit } = checksOf(source, callback.body, named.names, response);
  const edits = putFirstInFunction(source, callback, written);
  return edits && { exit, edits: [...named.edits, ...edits] };
}

function checksOf(source: Source, place: TSESTree.Node, names: readonly string[], response: ResponseReport) {
  const semicolon = semicolonAt(source, place);
  const exits = names.map((name) => exitFor(source, place, subjectOf(name, response)));
  const checks = names.map((name, i) => checkOf(source, subjectOf(name, response), exits[i]!, semicolon));
  return { written: joined(source, checks), exit: exits[0]! };
}

interface Named {
  readonly names: readonly string[];
  /** What the pattern lacks. */
  readonly edits: readonly Edit[];
}

/** The names of the elements at these places of a pattern; those that have none get one. */
function nameItems(source: Source, pattern: TSESTree.ArrayPattern, indexes: readonly number[]): Named | undefined {
  const names: string[] = [];
  const edits: Edit[] = [];
  for (const index of indexes) {
    const element = pattern.elements[index];
    if (element && element.type !== 'Identifier') return undefined;
    if (element) names.push(element.name);
    else {
      const edit = nameItem(source, pattern, index, names);
      // Of several elements without a name only one is named at a time; the next report names the next.
      if (!edit || edits.length > 0) continue;
      names.push(edit.text.replace(/[, ]/g, ''));
      edits.push(edit);
    }
  }
  return names.length > 0 ? { names, edits } : undefined;
}

/** A name in the hole, or at the end, of a pattern: `[, response]`. */
function nameItem(
  source: Source,
  pattern: TSESTree.ArrayPattern,
  index: number,
  taken: readonly string[],
): Edit | undefined {
  // An assignment to a pattern declares nothing.
  if (pattern.parent.type === 'AssignmentExpression' || pattern.typeAnnotation) return undefined;
  const name = freeName(source, pattern, taken);
  const { elements } = pattern;
  if (elements.at(-1)?.type === 'RestElement') return undefined;
  if (index >= elements.length) {
    const close = source.getLastToken(pattern)!;
    const last = source.getTokenBefore(close)!;
    const missing = index - elements.length;
    const commas = elements.length === 0 ? missing : missing + (last.value === ',' ? 0 : 1);
    return insert(last.range[1], `${', '.repeat(commas)}${name}`);
  }
  // The hole's comma is the one that follows the commas of the elements before it.
  let token = source.getFirstToken(pattern)!;
  for (let i = 0; i < index; i++) token = source.getTokenAfter(elements[i] ?? token)!;
  return insert(token.range[1], index === 0 ? name : ` ${name}`);
}
