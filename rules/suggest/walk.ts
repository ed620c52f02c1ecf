import { childrenOf, type Node } from '../../src/analysis/syntax.js';
import type { Source } from './edit.js';

/** Goes through a node and everything below it in the order of the text; where `enter` says false, not below. */
export function walk(source: Source, node: Node, enter: (node: Node) => boolean): void {
  if (!enter(node)) return;
  for (const child of childrenOf(node, source.visitorKeys)) walk(source, child, enter);
}
