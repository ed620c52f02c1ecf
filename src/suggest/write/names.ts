import { enclosingFunction, type Node } from '../../syntax/nodes.js';
import type { Source } from './edit.js';

/** What people call a response. */
const candidates = ['response', 'res', 'resp'];
const candidateWords = new RegExp(`(?<![\\w$])(?:${candidates.join('|')})(?![\\w$])`, 'g');

/** A name for a new variable at `node`: the one this file prefers for a response, and nothing else's. */
export function freeName(source: Source, node: Node, taken: readonly string[] = []): string {
  const counts = new Map(candidates.map((name) => [name, 0]));
  for (const [word] of source.text.matchAll(candidateWords)) counts.set(word, counts.get(word)! + 1);
  const preferred = candidates.toSorted((a, b) => counts.get(b)! - counts.get(a)!);
  const base = preferred[0]!;
  const numbered = Array.from({ length: 99 }, (_, i) => `${base}${i + 2}`);
  return [...preferred, ...numbered].find((name) => !taken.includes(name) && isFree(source, node, name)) ?? `${base}_`;
}

/** Nothing around `node` is called so: a new variable of this name neither clashes with one nor hides one. */
export function isFree(source: Source, node: Node, name: string): boolean {
  for (let scope: ReturnType<Source['getScope']> | null = source.getScope(node); scope; scope = scope.upper) {
    if (scope.set.has(name)) return false;
  }
  // Scopes do not list what is declared further in, or a global that only this function reads.
  const around = enclosingFunction(node) ?? source.ast;
  return !source.getTokens(around).some((token) => token.value === name && source.getTokenBefore(token)?.value !== '.');
}

/** The variable that a name means at a node; undefined for a global that nothing declares. */
export function variableAt(source: Source, node: Node, name: string) {
  for (let scope: ReturnType<Source['getScope']> | null = source.getScope(node); scope; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable) return variable;
  }
  return undefined;
}
