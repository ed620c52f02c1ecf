import { isFunction, type FunctionNode, type Node } from './nodes.js';

/**
 * Calls a visitor for a node and everything below it in the order of the text, through the parser's own visitor keys;
 * where the visitor says false, it does not go below.
 */
export function visit(
  node: Node,
  keys: Readonly<Record<string, readonly string[]>>,
  enter: (node: Node) => unknown,
): void {
  // Every node of a file passes here: nothing is allocated but the stack.
  const stack: Node[] = [node];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (enter(at) === false) continue;
    const names = keys[at.type];
    if (!names) continue;
    for (let i = names.length - 1; i >= 0; i--) {
      const child = (at as unknown as Record<string, unknown>)[names[i]!];
      if (Array.isArray(child)) {
        for (let j = child.length - 1; j >= 0; j--) if (isNode(child[j])) stack.push(child[j] as Node);
      } else if (isNode(child)) stack.push(child);
    }
  }
}

/** What a function returns, wherever it does; nothing for a function that ends without a value. */
export function returnedBy(fn: FunctionNode, keys: Readonly<Record<string, readonly string[]>>): Node[] {
  if (!fn.body) return [];
  return fn.body.type === 'BlockStatement' ? returnedIn(fn.body, keys) : [fn.body];
}

/** What the `return` statements in a part of a function return. */
export function returnedIn(part: Node, keys: Readonly<Record<string, readonly string[]>>): Node[] {
  const returned: Node[] = [];
  visit(part, keys, (node) => {
    if (node.type === 'ReturnStatement' && node.argument) returned.push(node.argument);
    return !isFunction(node);
  });
  return returned;
}

/** The child nodes in the order of the text. */
export function childrenOf(node: Node, keys: Readonly<Record<string, readonly string[]>>): Node[] {
  const children: Node[] = [];
  for (const key of keys[node.type] ?? []) {
    const child = (node as unknown as Record<string, unknown>)[key];
    if (Array.isArray(child)) children.push(...child.filter(isNode));
    else if (isNode(child)) children.push(child);
  }
  return children;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
