import type { Client } from '../models/index.js';
import { File } from '../syntax/file.js';
import { isAround, isFunction, type Node } from '../syntax/nodes.js';
import type { Variable } from '../syntax/variables.js';
import { renamings } from './mention.js';

/**
 * Other names by which a file calls a client's function (`const get = fetch`, `{ fetch: get }`). Only variables that are
 * made of something near a client's name are tried, then those that are made of these.
 */
export function findAliases(
  file: File,
  clients: readonly Client[],
  names: ReadonlySet<string>,
  isClient: (variable: Variable) => boolean,
): ReadonlySet<string> {
  const aliases = new Set<string>();
  let places = renamings(file.source, clients).toSorted((a, b) => a - b);
  while (places.length > 0) {
    const found = variablesMadeAt(file, places).filter(
      (variable) => !names.has(variable.name) && !aliases.has(variable.name) && isClient(variable),
    );
    for (const variable of found) aliases.add(variable.name);
    const reads = found.flatMap((variable) => variable.references.filter((reference) => reference.isRead()));
    places = reads.map(({ identifier }) => identifier.range[0]).sort((a, b) => a - b);
  }
  return aliases;
}

/**
 * The variables whose definition, or something they are given later, has one of these places in it. Scopes without such
 * a place are left out with all that is in them: what gives a variable its value stands in its scope, or calls it.
 */
function variablesMadeAt(file: File, places: readonly number[]): Variable[] {
  const found: Variable[] = [];
  const pending = file.source.scopeManager?.scopes.slice(0, 1) ?? [];
  for (let scope = pending.pop(); scope; scope = pending.pop()) {
    for (const variable of scope.variables) if (isMadeAt(variable, places)) found.push(variable);
    for (const inner of scope.childScopes) if (isAround(places, reachOf(inner.block))) pending.push(inner);
  }
  return found;
}

/** Where a node stands, a function with what calls it there and then. */
const reachOf = (node: Node): readonly [number, number] =>
  (isFunction(node) && node.parent.type === 'CallExpression' ? node.parent : node).range;

function isMadeAt(variable: Variable, places: readonly number[]): boolean {
  const [definition] = variable.defs;
  if (!definition) return false;
  if (isAround(places, extentOf(definition.node, definition.parent))) return true;
  return (
    definition.type === ('Variable' as never) &&
    variable.references.some((r) => r.writeExpr && !r.init && isAround(places, r.writeExpr.range))
  );
}

/** Where a variable gets its value: its declarator, its import, or the head of a function and what calls it. */
function extentOf(node: Node, parent: Node | null): readonly [number, number] {
  if (isFunction(node)) return [reachOf(node)[0], node.body.range[0]];
  return (parent?.type === 'ImportDeclaration' ? parent : node).range;
}
